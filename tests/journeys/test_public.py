"""The public pages in a real browser: without scripts, by keyboard, in another language, and small."""

from collections.abc import Iterator

import pytest
from hands import Hands
from node import Node
from playwright.sync_api import Browser, Response

LIMIT = 60_000  # bytes of the first load on the wire


@pytest.fixture
def outside(browser: Browser, node: Node) -> Iterator[Hands]:
    """Somebody whose browser runs no script."""
    context = browser.new_context(java_script_enabled=False, locale="es-PY")
    yield Hands(context.new_page(), node.origin)
    context.close()


def test_everything_is_there_without_a_script(outside: Hands) -> None:
    outside.open("/")
    page = outside.page
    assert page.locator("html").get_attribute("lang") == "es"
    assert page.get_by_role("link", name="Paraguay · Miembro").count() == 1
    page.get_by_role("link", name="Bolivia · Fuentes discrepantes").click()
    assert page.url.endswith("/es/members/BO/")
    assert "Informe anual 2015 de la red" in page.locator("main").inner_text()
    page.locator("summary").filter(has_text="español").click()
    page.get_by_role("link", name="français").click()
    assert page.url.endswith("/fr/members/BO/")
    assert page.locator("html").get_attribute("lang") == "fr"
    page.get_by_role("link", name="Textes adoptés").first.click()
    page.locator("main h2 a").first.click()
    page.get_by_role("link", name="español").last.click()
    assert "/editions/1/?language=es" in page.url


def test_the_map_is_walked_by_keyboard_and_nothing_is_complained_about(sit) -> None:
    hands = sit("", language="es")
    hands.open("/es/members/")
    hands.to("Uruguay · Miembro")
    width = hands.page.evaluate("getComputedStyle(document.activeElement.querySelector('rect')).strokeWidth")
    assert width == "4px"
    hands.page.keyboard.press("Enter")
    hands.page.wait_for_url("**/es/members/UY/")
    hands.open("/es/")
    assert hands.page.locator("script[type='application/ld+json']").count() == 1
    assert hands.errors == []


def test_the_first_load_is_small_and_comes_from_nowhere_else(sit, node: Node) -> None:
    hands = sit("", language="es")
    found: list[Response] = []

    def keep(response: Response) -> None:
        found.append(response)

    hands.page.on("response", keep)
    hands.open("/es/")
    hands.page.wait_for_load_state("networkidle")
    assert {response.url.startswith(node.origin) for response in found} == {True}
    assert sum(response.request.sizes()["responseBodySize"] for response in found) < LIMIT
    assert hands.page.context.cookies() == []
