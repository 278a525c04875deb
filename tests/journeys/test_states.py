"""States of a browser that no page is looked at in by day: 200 per cent, forced colours, no motion."""

import pytest
from hands import Hands
from node import Node
from playwright.sync_api import Browser
from test_every_page import SECRETARIAT, TEXT, VERSIONS, places

__all__ = ["places"]
pytestmark = pytest.mark.thorough
SEAT = "PY/focal_point/MRE"
SCREENS = [
    ("", "/es/"),
    ("", "/es/members/"),
    ("", f"/texts/{TEXT}/editions/1/"),
    ("", "/search/?q=memoria"),
    ("", "/accounts/login/"),
    (SEAT, "/"),
    (SEAT, "/texts/"),
    (SEAT, f"/texts/{TEXT}/history/"),
    (SEAT, f"/texts/{TEXT}/changes/?from=6&to=7"),
    (SEAT, f"/texts/{TEXT}/versions/"),
    (SEAT, "/rounds/{round}/"),
    (SEAT, "/rounds/{round}/reading/"),
    (SEAT, "/rounds/{round}/comments/"),
    (SEAT, "/rounds/{round}/position/"),
    (SEAT, "/meetings/"),
    (SEAT, "/members/PY/"),
    (SEAT, "/memory/"),
    (SEAT, "/initiatives/"),
    (SECRETARIAT, "/"),
    (SECRETARIAT, f"{VERSIONS}/translation/pt/"),
]
# What sticks out of the window, but for what scrolls by itself.
WIDE = """() => [...document.querySelectorAll("main *, header *")].filter((one) => {
  const box = one.getBoundingClientRect();
  const isOut = box.width > 1 && box.right > innerWidth + 1;
  return one.checkVisibility() && isOut && !one.closest(".scroll, .table-wrap, svg");
}).slice(0, 3).map((one) => one.tagName + "." + one.className)"""
# Drawings and buttons that have no colour of their own any more, or no edge.
UNSEEN = """() => {
  const paper = getComputedStyle(document.body).backgroundColor;
  const seen = (what) => [...document.querySelectorAll(what)].filter((one) => one.getBoundingClientRect().width);
  const lost = seen("main .icon").filter((one) => getComputedStyle(one).stroke === paper);
  const mask = seen("main .remark-link").filter((one) => {
    const drawn = getComputedStyle(one, "::before");
    return drawn.maskImage !== "none" && drawn.content !== "none" && drawn.backgroundColor === paper;
  });
  const bare = seen("main .button").filter((one) => getComputedStyle(one).borderTopWidth === "0px");
  return [...lost, ...mask, ...bare].slice(0, 3).map((one) => one.outerHTML.slice(0, 90));
}"""
MOVING = """() => {
  const all = [...document.querySelectorAll("body *")].filter((one) => {
    const style = getComputedStyle(one);
    return style.animationName !== "none" || style.transitionDuration.split(",").some((time) => parseFloat(time) > 0);
  });
  const smooth = getComputedStyle(document.documentElement).scrollBehavior;
  if (smooth === "smooth") all.push(document.documentElement);
  return all.slice(-3).map((one) => one.outerHTML.slice(0, 90));
}"""
STATES = {
    "200 per cent": ({"viewport": {"width": 640, "height": 450}, "device_scale_factor": 2}, WIDE),
    "forced colours": ({"viewport": {"width": 1280, "height": 900}, "forced_colors": "active"}, UNSEEN),
    "no motion": ({"viewport": {"width": 1280, "height": 900}, "reduced_motion": "reduce"}, MOVING),
}


@pytest.mark.parametrize("state", STATES)
def test_every_screen_can_be_used_in_this_state(
    browser: Browser, node: Node, places: dict[str, str], state: str
) -> None:
    options, asked = STATES[state]
    faults: list[str] = []
    for office in dict.fromkeys(office for office, _path in SCREENS):
        context = browser.new_context(locale="es-PY", **options)
        hands = Hands(context.new_page(), node.origin)
        if office:
            hands.sit(node.seat(office))
        for path in (path for whose, path in SCREENS if whose == office):
            hands.open(path.format(**places))
            faults += [f"{path}: {fault}" for fault in hands.page.evaluate(asked)]
        context.close()
    assert not faults, "\n".join(faults)
