"""The programme of a seminar on a phone: put in order by keyboard, told, and read in a room without a line."""

from hands import Hands
from node import Node
from playwright.sync_api import expect

SECRETARIAT, MEXICO = "network/secretariat/SEC", "MX/focal_point/MRE"
SEMINAR = (
    "SELECT s.key FROM seminars_seminar s JOIN seminars_cycle c ON c.key = s.cycle_id"
    " WHERE c.is_demonstration AND s.part = 2 AND s.state = 'announced'"
)
PHONE = 390


def test_a_programme_is_put_in_order_by_keyboard_told_and_kept_on_a_phone(sit, node: Node) -> None:
    programme = f"/seminars/{node.one(SEMINAR)}/programme/"
    secretariat = sit(SECRETARIAT, width=PHONE)
    secretariat.open(programme)
    assert not secretariat.barriers()
    plan_after_the_opening(secretariat)
    move_it(secretariat)
    tell(secretariat)
    delegate = sit(MEXICO, width=PHONE)
    delegate.open(f"{programme}phone/")
    assert not delegate.barriers()
    read_without_a_line(delegate)
    assert not secretariat.errors


def plan_after_the_opening(hands: Hands) -> None:
    """The rest of the day makes room for it."""
    hands.sees("14:30–16:30")
    hands.press("Insert after it Opening")
    assert not hands.barriers()
    hands.write("Title (English)", "Getting to know one another")
    hands.write("Title (español)", "Para conocerse")
    hands.to("Move the rest of the day")
    hands.page.keyboard.press("Space")
    hands.press("Save the session")
    hands.sees("The session is kept.", "Getting to know one another", "15:00–17:00")


def move_it(hands: Hands) -> None:
    """It changes places with the opening, and back: what was pressed is at hand again on the page that follows."""
    hands.press("Move earlier Getting to know one another")
    assert "#s-" in hands.page.url
    order = hands.words.index("Getting to know one another"), hands.words.index("Opening")
    assert order[0] < order[1]
    hands.press("Move later Getting to know one another")


def tell(hands: Hands) -> None:
    hands.press("Tell those concerned")
    hands.sees("New: “Getting to know one another”", "now ", "not ")
    hands.press("Tell those concerned")
    hands.sees("Those concerned are written to.")


def read_without_a_line(hands: Hands) -> None:
    """The page is kept with its styles; without a line it says from when it is, and with one it is fetched anew."""
    kept = hands.page.locator("#kept")
    expect(kept).to_contain_text("Kept on this phone")
    hands.page.context.set_offline(True)
    hands.page.reload()
    hands.sees("Getting to know one another", "No connection.")
    assert hands.page.evaluate("getComputedStyle(document.querySelector('ol')).listStyleType") == "none"
    with hands.page.expect_navigation():
        hands.page.context.set_offline(False)
    expect(kept).to_contain_text("Kept on this phone")
