"""Pictures of the demonstration's main pages, light and dark, wide and narrow.

python tools/shots.py FOLDER [LANGUAGE ...]
"""

import sys
import tempfile
from itertools import product
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "journeys"))

from conftest import LOCALES
from hands import Hands
from node import CHROMIUM, FLAGS, Node, serving, tejido

TEXT = "curriculo-demostracion"
SCREENS = {"wide": 1440, "narrow": 390}
SCHEMES = ("light", "dark")

# Name of the picture: (who looks, at which page). "" is the public; the places name the latest round and its procedure.
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


def take(folder: Path, languages: list[str]) -> int:
    """Makes and serves a demonstration, and takes every picture; how many were taken."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as data, sync_playwright() as player:
        made = tejido("demo", "--no-serve", data=Path(data))
        if made.returncode:
            sys.exit(made.stderr)
        with serving(Path(data)) as node:
            browser = player.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
            for language, scheme, screen in product(languages, SCHEMES, SCREENS):
                _set(browser, node, folder, language, scheme, screen)
            browser.close()
    return len(languages) * len(SCHEMES) * len(SCREENS) * len(PAGES)


def _set(browser: Browser, node: Node, folder: Path, language: str, scheme: str, screen: str) -> None:
    """Every page once, in one language, scheme and width."""
    places = {"round": node.one("SELECT key FROM deliberation_round ORDER BY opened_at DESC")}
    for name, (office, path) in PAGES.items():
        context = browser.new_context(
            viewport={"width": SCREENS[screen], "height": 900},
            color_scheme=scheme,  # type: ignore[arg-type]  # "light" or "dark"
            locale=LOCALES[language],
        )
        hands = Hands(context.new_page(), node.origin)
        if office:
            hands.sit(node.seat(office))
        hands.open(path.format(**places))
        hands.page.screenshot(path=folder / f"{name}.{language}.{scheme}.{screen}.png", full_page=screen == "wide")
        context.close()


if __name__ == "__main__":
    if CHROMIUM is None:
        sys.exit("There is no Chromium here.")
    print(take(Path(sys.argv[1]), sys.argv[2:] or ["es", "en"]), "pictures in", sys.argv[1])
