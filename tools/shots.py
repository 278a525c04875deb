"""Pictures of the demonstration's pages.

python tools/shots.py FOLDER [LANGUAGE ...]   the main pages, light and dark, wide and narrow
python tools/shots.py --handbook              one page for each role, in each language, where the handbook shows them
"""

import base64
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import product
from pathlib import Path

from playwright.sync_api import Browser, ViewportSize, sync_playwright

sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "journeys"))

from conftest import LOCALES
from hands import Hands
from node import CHROMIUM, FLAGS, Node, serving, tejido

TEXT = "curriculo-demostracion"
SCREENS = {"wide": 1440, "narrow": 390}
SCHEMES = ("light", "dark")
HANDBOOK = Path(__file__).parents[1] / "docs" / "pictures" / "handbook"
PAGE_OF_A_BOOK = ViewportSize(width=1280, height=800)

# Name of the picture: (who looks, at which page). "" is the public; the places name rows of the demonstration.
PAGES = {
    "front": ("", "/"),
    "trying": ("", "/trying/"),
    "members": ("", "/members/"),
    "proof": ("", "/proof/"),
    "edition": ("", f"/texts/{TEXT}/editions/1/"),
    "desk": ("PY/focal_point/MRE", "/"),
    "desk-secretariat": ("network/secretariat/SEC", "/"),
    "text": ("network/secretariat/SEC", f"/texts/{TEXT}/"),
    "history": ("network/secretariat/SEC", f"/texts/{TEXT}/history/"),
    "round": ("network/secretariat/SEC", "/rounds/{round}/"),
    "comments": ("network/secretariat/SEC", "/rounds/{round}/comments/"),
    "margin": ("PY/representative/JUS", "/rounds/{round}/reading/"),
    "position": ("PY/focal_point/MRE", "/rounds/{round}/position/"),
    "memory": ("PY/focal_point/MRE", "/memory/"),
}
# What each role has most before its eyes, and what stands at the top of the picture where that is not the page's top.
# Whoever runs a node has a terminal.
OF_ROLES = {
    "focal-point": ("PY/focal_point/MRE", "/rounds/{round}/position/", ""),
    "alternate": ("PY/alternate/MRE", "/procedures/{procedure}/", ""),
    "validating-authority": ("PY/validating_authority/MRE", "/", "#waiting"),
    "representative": ("PY/representative/JUS", "/rounds/{round}/reading/", ".passage:has(.note)"),
    "registrar": ("PY/registrar/EDU", "/records/", ""),
    "secretariat": ("network/secretariat/SEC", "/rounds/{round}/comments/", ".passage:has(.note)"),
    "chair": ("network/chair/PRE", "/", "#waiting"),
    "translator": ("network/translator/TRA", f"/texts/{TEXT}/translation/", ""),
    "observer": ("network/observer/OBS", f"/texts/{TEXT}/history/", ""),
    "new-holder": ("PY/focal_point/MRE", "/brief/", ""),
    "public-reader": ("", f"/texts/{TEXT}/editions/1/", ""),
}
ROUND = (
    "SELECT r.key FROM deliberation_round r JOIN curriculum_revision v ON v.key = r.revision_id"
    " JOIN curriculum_text t ON t.key = v.text_id WHERE t.slug = ? ORDER BY r.opened_at DESC"
)
# Chromium gives no picture of what it has not drawn yet.
DRAWN = "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"
PROCEDURE = "SELECT key FROM deliberation_procedure WHERE kind = 'silence' ORDER BY opened_at DESC"


def take(folder: Path, languages: list[str]) -> int:
    """Makes and serves a demonstration, and takes every picture; how many were taken."""
    folder.mkdir(parents=True, exist_ok=True)
    with _served() as (browser, node):
        for language, scheme, screen in product(languages, SCHEMES, SCREENS):
            size = ViewportSize(width=SCREENS[screen], height=900)
            for name, place in PAGES.items():
                file = folder / f"{name}.{language}.{scheme}.{screen}.png"
                _picture(browser, node, (*place, ""), file, language, scheme, size, is_whole=screen == "wide")
    return len(languages) * len(SCHEMES) * len(SCREENS) * len(PAGES)


def take_for_handbook() -> int:
    """The pictures of the handbook, in the place of those that are there."""
    with _served() as (browser, node):
        for language, (name, place) in product(LOCALES, OF_ROLES.items()):
            file = HANDBOOK / language / f"{name}.webp"
            file.parent.mkdir(parents=True, exist_ok=True)
            _picture(browser, node, place, file, language, "light", PAGE_OF_A_BOOK, is_whole=False)
    return len(LOCALES) * len(OF_ROLES)


@contextmanager
def _served() -> Iterator[tuple[Browser, Node]]:
    with tempfile.TemporaryDirectory() as data, sync_playwright() as player:
        made = tejido("demo", "--no-serve", data=Path(data))
        if made.returncode:
            sys.exit(made.stderr)
        with serving(Path(data)) as node:
            browser = player.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
            yield browser, node
            browser.close()


def _picture(
    browser: Browser, node: Node, place: tuple[str, str, str], file: Path, language: str, scheme: str,
    size: ViewportSize, *, is_whole: bool,
) -> None:  # fmt: skip  # one picture, told in one line
    office, path, top = place
    context = browser.new_context(
        viewport=size,
        color_scheme=scheme,  # type: ignore[arg-type]  # "light" or "dark"
        locale=LOCALES[language],
    )
    hands = Hands(context.new_page(), node.origin)
    if office:
        hands.sit(node.seat(office))
    hands.open(path.format(**_keys(node)))
    if top:
        hands.page.locator(top).first.evaluate("e => e.scrollIntoView({behavior: 'instant'})")
    if file.suffix == ".webp":  # a third of what the same picture takes otherwise
        hands.page.evaluate(DRAWN)
        seen = context.new_cdp_session(hands.page).send("Page.captureScreenshot", {"format": "webp", "quality": 55})
        file.write_bytes(base64.b64decode(seen["data"]))
    else:
        hands.page.screenshot(path=file, full_page=is_whole)
    context.close()


def _keys(node: Node) -> dict[str, str]:
    """The latest round of the common text, and the latest silence procedure."""
    return {"round": node.one(ROUND, TEXT), "procedure": node.one(PROCEDURE)}


if __name__ == "__main__":
    if CHROMIUM is None:
        sys.exit("There is no Chromium here.")
    if sys.argv[1] == "--handbook":
        print(take_for_handbook(), "pictures in", HANDBOOK)
    else:
        print(take(Path(sys.argv[1]), sys.argv[2:] or ["es", "en"]), "pictures in", sys.argv[1])
