"""Two demonstration networks on two servers, made by one command: the second begins from a text of the first, takes up
its newer edition and loses no word of its own; a letter was answered; one is down for a while, the other works on."""

import urllib.error
import urllib.request
from collections.abc import Iterator

import pytest
from hands import Hands
from node import Node, demonstration, serving, tejido
from playwright.sync_api import Browser

FIRST, SECOND = "network/secretariat/SEC", "network/secretariat/ST"
OURS, THEIRS = (
    "Sit in a circle under one roof or in the shade",
    "Send your remarks to the local peace committee within ten days.",
)
WHY, TO_DO = "Sessions are often held in the open.", "Ask the schools how sessions in the open went"


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Node, serving]]:
    """The first network, served; and the second one, to be served and stopped."""
    folder = demonstration(tmp_path_factory, "two")
    made = tejido("demo", "--sister", "--no-serve", "--data", str(folder), data=folder)
    assert made.returncode == 0, made.stderr
    with serving(folder) as first:
        yield first, serving(folder / "sister")


def sit(browser: Browser, node: Node, office: str) -> Hands:
    hands = Hands(browser.new_context(locale="en-GB").new_page(), node.origin)
    hands.sit(node.seat(office))
    return hands


def answers(node: Node) -> bool:
    try:
        with urllib.request.urlopen(f"{node.origin}/healthz", timeout=5) as answer:  # noqa: S310  # our own server
            return bool(answer.status == 200)
    except (urllib.error.URLError, ConnectionError, TimeoutError):
        return False


def test_a_newer_edition_of_the_first_network_joins_and_no_word_of_the_second_is_lost(
    both: tuple[Node, serving], browser: Browser
) -> None:
    with both[1] as second:
        hands = sit(browser, second, SECOND)
        hands.press("Versions")
        hands.press("Short guide for facilitators")
        hands.sees("3 passages depart from the text it comes from.", "Latin American Network")
        hands.press("Look at what is offered")
        hands.sees("4 changes join with your words without a clash. 1 clashes with what you wrote; you decide.")
        assert hands.barriers() == []
        hands.to("Take theirs")
        hands.page.keyboard.press("ArrowRight")
        hands.write("Reason, where you decline it or keep ours", WHY)
        hands.press("Take up what was chosen")
        hands.sees("Your version is up to date with that edition.")
        hands.press("The text")
        hands.sees(OURS, THEIRS)
        assert hands.errors == []


def test_one_network_is_down_and_the_other_works_on(both: tuple[Node, serving], browser: Browser) -> None:
    first, beside = both
    with beside as second:
        hands = sit(browser, second, SECOND)
        hands.open("/correspondence/")
        hands.sees("Consultation on the short guide for facilitators", "Answered")
        assert hands.barriers() == []
    assert not answers(second)
    hands = sit(browser, first, FIRST)
    hands.open("/correspondence/")
    hands.press("Consultation on the short guide for facilitators")
    hands.sees("African Network", "العربية")
    hands.unfold("Write down what is to be done")
    hands.write("What is to be done", TO_DO)
    hands.press("Write it down")
    hands.sees(TO_DO)
    assert (hands.barriers(), hands.errors) == ([], [])
    with beside as second:
        hands = sit(browser, second, "KE/focal_point/MFA")
        hands.open("/structure/")
        hands.sees("Continental network", "Eastern community", "Peace committee of an invented town")
        hands.open("/correspondence/")
        hands.sees("Answer to the consultation on the short guide")
        assert hands.barriers() == []
