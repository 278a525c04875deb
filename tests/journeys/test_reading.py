"""Reading a long text as it comes on a slow line: soon there, whole by itself, and whole without a script as well."""

import gzip
import re
import urllib.request
from collections.abc import Iterator

import pytest
from hands import Hands
from node import Node
from playwright.sync_api import Browser, expect
from test_every_page import PAGES, TEXT, places

__all__ = ["places"]
FOCAL_POINT, SECRETARIAT = "PY/focal_point/MRE", "network/secretariat/SEC"
EDITION = f"/texts/{TEXT}/editions/1/"
# Bytes of the first load: of a page that shows a long text or chooses among its passages; of one of which the server
# renews pieces, that has a script for it; of every other.
LONG, RENEWED, OTHER = 60_000, 40_000, 30_000
WEIGHED = [
    (LONG, "", EDITION),
    (LONG, FOCAL_POINT, f"/texts/{TEXT}/"),
    (LONG, SECRETARIAT, f"/texts/{TEXT}/"),
    (LONG, FOCAL_POINT, "/rounds/{round}/reading/"),
    (LONG, FOCAL_POINT, "/rounds/{round}/comments/"),
    (LONG, FOCAL_POINT, f"/texts/{TEXT}/changes/?from=1&to=2&whole=1"),
    (LONG, SECRETARIAT, f"/texts/{TEXT}/translation/pt/"),
    (LONG, FOCAL_POINT, "/courses/{course}/sessions/{lesson}/"),
    (RENEWED, FOCAL_POINT, "/search/?q=memoria"),
    (OTHER, "", "/es/"),
    (OTHER, "", "/es/members/"),
    (OTHER, "", "/members/PY/"),
    (OTHER, "", "/accounts/login/"),
    (OTHER, FOCAL_POINT, "/"),
    (OTHER, FOCAL_POINT, "/texts/"),
    (OTHER, FOCAL_POINT, f"/texts/{TEXT}/history/"),
    (OTHER, FOCAL_POINT, f"/texts/{TEXT}/versions/"),
    (OTHER, FOCAL_POINT, "/rounds/{round}/"),
    (OTHER, FOCAL_POINT, "/rounds/{round}/position/"),
    (OTHER, SECRETARIAT, "/rounds/{round}/comments/{passage}/"),
    (OTHER, SECRETARIAT, "/mechanisms/path/"),
]
STATIC = re.compile(r'(?:href|src)="(/static/[^"]+)"')
SHIFTS = """window.moved = 0;
new PerformanceObserver((list) => { for (const one of list.getEntries()) window.moved += one.value; })
  .observe({ type: "layout-shift", buffered: true });"""
SETTLES = 300  # milliseconds until a page that was moved stands still
HEAD = 300  # bytes of an answer before its body, about


def weigh(node: Node, path: str, cookies: str) -> tuple[int, str]:
    """How many bytes a page takes with its style, scripts and icon, as the server compresses them."""
    raw, html = _got(node, path, cookies)
    return raw + sum(_got(node, file, "")[0] for file in set(STATIC.findall(html))), html


def _got(node: Node, path: str, cookies: str) -> tuple[int, str]:
    headers = {"Accept-Encoding": "gzip", "Accept-Language": "es", "Cookie": cookies}
    request = urllib.request.Request(node.origin + path, headers=headers)  # noqa: S310 - our own server
    with urllib.request.urlopen(request, timeout=60) as answer:  # noqa: S310 - the same
        body = answer.read()
        is_packed = answer.headers.get("Content-Encoding") == "gzip"
    return len(body) + HEAD, (gzip.decompress(body) if is_packed else body).decode("utf-8")


def _cookies(sit, office: str) -> str:
    return "; ".join(f"{one['name']}={one['value']}" for one in sit(office).page.context.cookies())


def _too_heavy(sit, node: Node, places: dict[str, str], weighed: list[tuple[int, str, str]]) -> list[str]:
    keys = {office: _cookies(sit, office) if office else "" for _limit, office, _path in weighed}
    found = [(limit, path, weigh(node, path.format(**places), keys[office])[0]) for limit, office, path in weighed]
    return [f"{path}: {weight} bytes, at most {limit}" for limit, path, weight in found if weight > limit]


def test_the_first_load_of_each_kind_of_page_is_light(sit, node: Node, places: dict[str, str]) -> None:
    assert not _too_heavy(sit, node, places, WEIGHED)


@pytest.mark.thorough
def test_the_first_load_of_every_page_is_light(sit, node: Node, places: dict[str, str]) -> None:
    every = [(LONG, office, path) for office, path in PAGES if path not in {"/links/unknown/", "/nothing/here/"}]
    assert not _too_heavy(sit, node, places, every)


def _count(hands: Hands) -> int:
    return hands.page.locator(".passage[id]").count()


def _whole(hands: Hands) -> None:
    expect(hands.page.locator("[data-rest]")).to_have_count(0, timeout=20_000)


def test_the_rest_follows_by_itself_and_nothing_moves(sit, node: Node) -> None:
    hands = sit("", language="es")
    hands.page.add_init_script(SHIFTS)
    hands.open(EDITION)
    _whole(hands)
    assert _count(hands) == _got(node, f"{EDITION}?all=1", "")[1].count('class="passage')
    assert hands.page.evaluate("window.moved") < 0.01
    assert hands.page.evaluate("scrollY") == 0
    assert hands.errors == []


def test_a_link_to_a_late_passage_leads_there(sit) -> None:
    hands = sit("", language="es")
    hands.open(EDITION)
    _whole(hands)
    late = str(hands.page.locator(".passage[id]").last.get_attribute("id"))
    hands = sit("", language="es")
    hands.open(f"{EDITION}#{late}")
    expect(hands.page.locator(f"#{late}:target")).to_be_in_viewport(timeout=20_000)
    hands = sit("", language="es")
    hands.page.route("**/*after=*", lambda route: (hands.page.wait_for_timeout(800), route.continue_()))
    hands.open(EDITION)
    entry = hands.page.locator(".outline a").last
    entry.click()
    expect(hands.page.locator(f"{entry.get_attribute('href')}:target")).to_be_in_viewport(timeout=20_000)


def test_a_form_opens_in_the_margin_of_a_late_passage(sit, places: dict[str, str]) -> None:
    hands = sit(FOCAL_POINT, language="es")
    hands.open(f"/rounds/{places['round']}/reading/")
    _whole(hands)
    margin = hands.page.locator(".passage .margin:has(> .remark-link)").last
    margin.locator(".remark-link").click()
    late = hands.page.locator(".margin:has(form)")
    expect(late.locator("textarea").first).to_be_focused()
    assert late.locator("input[name=csrfmiddlewaretoken]").count()
    assert hands.errors == []


def test_words_are_found_and_the_place_is_kept(sit) -> None:
    hands = sit("", language="es", width=390)
    hands.open(EDITION)
    _whole(hands)
    page = hands.page
    page.keyboard.press("/")
    page.keyboard.type("MEMORIA")
    said = page.locator(".find output")
    expect(said).to_have_text(re.compile(r"^1 \D+ \d+$"))
    for _ in range(9):
        page.keyboard.press("Enter")
    page.wait_for_timeout(SETTLES)
    at = "[...CSS.highlights.get('here')][0].getBoundingClientRect().top"
    before = page.evaluate(at)
    page.locator(".find .only input").check()
    page.wait_for_timeout(SETTLES)
    assert abs(page.evaluate(at) - before) <= 2
    assert page.locator(".passage:visible").count() == page.locator(".passage.found").count() > 3
    page.locator(".find input[type=search]").press("Enter")
    expect(said).to_have_text(re.compile(r"^10 "))
    page.locator(".find input[type=search]").press("Escape")
    expect(said).to_have_text("")
    assert page.locator(".passage:visible").count() == _count(hands)
    assert page.evaluate("document.activeElement.classList.contains('passage')")
    assert hands.errors == []


def test_a_print_holds_the_text_and_none_of_the_frame(sit) -> None:
    hands = sit("", language="es")
    hands.open(EDITION)
    _whole(hands)
    hands.page.emulate_media(media="print")
    shown = hands.page.locator("main")
    assert shown.locator(".passage:visible").count() == _count(hands)
    for frame in (".find", ".outline", ".languages", ".crumbs", "button", "form", "summary"):
        assert hands.page.locator(f"{frame}:visible").count() == 0, frame
    first = shown.locator(".passage.paragraph").first
    body, address = first.locator(".body").bounding_box(), first.locator(".address").bounding_box()
    assert body
    assert address
    assert address["x"] + address["width"] <= body["x"]
    assert abs(address["y"] - body["y"]) < 12, "the address stands beside its passage"


@pytest.fixture
def outside(browser: Browser, node: Node) -> Iterator[Hands]:
    """Somebody whose browser runs no script."""
    context = browser.new_context(java_script_enabled=False, locale="es-PY")
    yield Hands(context.new_page(), node.origin)
    context.close()


def test_without_a_script_a_link_leads_to_the_whole_where_the_reader_was(outside: Hands) -> None:
    outside.open(EDITION)
    first = _count(outside)
    outside.page.locator(".rest a").click()
    assert _count(outside) > first
    expect(outside.page.locator(".passage:target")).to_have_count(1)
    assert outside.page.locator(".rest").count() == 0
    outside.open(EDITION)
    outside.page.locator(".outline a").last.click()
    expect(outside.page.locator(".passage:target :is(h2, h3, h4, h5, h6)")).to_have_count(1)
