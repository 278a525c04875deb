"""Journeys need Chromium; without it they are skipped, and said to be."""

from collections.abc import Callable, Iterator

import pytest
from hands import Hands
from node import CHROMIUM, FLAGS, Node, node
from playwright.sync_api import Browser, BrowserContext, sync_playwright

__all__ = ["node"]
# Walked by `make test`: the main loop, what everybody sees, and one journey of each kind of work. The others are walked
# by `make thorough`; what they are about, shorter tests hold piece by piece.
DAILY = {
    "test_every_page.py", "test_loop.py", "test_packages.py", "test_public.py", "test_records.py",
    "test_versions.py",
}  # fmt: skip  # one list
LOCALES = {"en": "en-GB", "es": "es-PY", "pt": "pt-BR", "fr": "fr-FR"}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Each file of journeys runs in one process; a process has one node and one browser for all of its files."""
    for item in items:
        if "journeys" in item.path.parts:
            item.add_marker(pytest.mark.journey)
            if item.path.name not in DAILY:
                item.add_marker(pytest.mark.thorough)
            if CHROMIUM is None:
                item.add_marker(pytest.mark.skip(reason="there is no Chromium here"))


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """A browser for one file only: while its loop runs, Django touches no table in this process."""
    with sync_playwright() as player:
        browser = player.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
        yield browser
        browser.close()


@pytest.fixture
def sit(browser: Browser, node: Node) -> Iterator[Callable[..., Hands]]:
    """A browser of one's own in a seat of the demonstration: sit("PY/focal_point/MRE"). Without a seat: the public."""
    contexts: list[BrowserContext] = []

    def sit(office: str = "", *, language: str = "en", width: int = 1440, scheme: str = "light") -> Hands:
        context = browser.new_context(
            viewport={"width": width, "height": 900},
            color_scheme=scheme,  # type: ignore[arg-type]  # "light" or "dark"
            locale=LOCALES[language],
            accept_downloads=True,
        )
        contexts.append(context)
        hands = Hands(context.new_page(), node.origin)
        if office:
            hands.sit(node.seat(office))
        return hands

    yield sit
    for context in contexts:
        context.close()
