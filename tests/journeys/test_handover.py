"""A seat changes hands while a procedure is open, by keyboard only: whoever leaves writes what is written nowhere,
one person asks, another agrees, and in that minute the old session ends and the newcomer reads on."""

from collections.abc import Iterator

import pytest
from hands import Hands
from node import Node, demonstration, serving, tejido

LEAVES, ASKS, AGREES = "CL/focal_point/MRE", "CL/alternate/MRE", "CL/validating_authority/MRE"
EMAIL, NAME, PASSWORD = "quien.sigue@prueba.invalid", "Quien Sigue (prueba)", "una frase larga y propia"
NOTE, PROMISE, WORDS = "Llame antes de escribir (prueba)", "Enviar el programa (prueba)", "Falta una firma (prueba)"
QUESTION, LATE = "¿Quién firma? (prueba)", "Una palabra más (prueba)"
LOST = "UPDATE people_letter SET sent_at = queued_at WHERE to_id = (SELECT id FROM people_account WHERE email = ?)"
REQUEST = "SELECT key FROM handover_replacement WHERE email = ?"


@pytest.fixture(scope="module")
def node(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Node]:
    """A node of its own: who leaves a seat here must not be missing in it elsewhere."""
    with serving(demonstration(tmp_path_factory, "handover")) as node:
        yield node


def test_a_seat_is_asked_for_by_one_agreed_to_by_another_and_handed_over_line_by_line(sit, node: Node) -> None:
    leaves, asks, agrees = sit(LEAVES), sit(ASKS), sit(AGREES)
    write_what_is_written_nowhere(leaves)
    name_the_successor(asks, node)
    the_asker_cannot_agree(asks, node)
    leaves.write("Note to whoever follows", LATE)
    agree(agrees)
    the_old_session_does_nothing(leaves)
    newcomer = sit()
    come_in_by_the_link(newcomer, node)
    read_the_brief(newcomer)
    answer_line_by_line(newcomer)
    assert (asks.errors, agrees.errors, newcomer.errors) == ([], [], [])
    assert all("404" in error for error in leaves.errors)  # the browser itself reports what is not there any more


def write_what_is_written_nowhere(hands: Hands) -> None:
    hands.open("/handover/")
    can_be_used(hands)
    hands.write("Note to whoever follows", NOTE)
    hands.press("Leave this note")
    hands.sees("The note is left. You can write it anew until your mandate ends.", NOTE)
    hands.unfold("Add words")
    hands.write("What your successor should know of it", WORDS)
    hands.press("Add words")
    hands.sees("Added to what you hand over.", WORDS)
    hands.write("What was promised, and to whom", PROMISE)
    hands.press("Add the promise")
    hands.sees(PROMISE)
    can_be_used(hands)


def name_the_successor(hands: Hands, node: Node) -> None:
    hands.open(f"/seats/{node.seat(LEAVES)}/succession/")
    hands.sees("when a second person, in another seat, agrees")
    can_be_used(hands)
    hands.write("Successor's e-mail address", EMAIL)
    hands.write("Successor's name", NAME)
    hands.press("Ask for the change")
    hands.sees("A second person has been written to; until they agree nothing changes.", NAME, EMAIL)


def the_asker_cannot_agree(hands: Hands, node: Node) -> None:
    """Neither on the page nor by a form that the page does not have."""
    hands.sees("You asked for it, so somebody else has to agree.", "Withdraw the request")
    hands.sees_not("Agree to the change")
    can_be_used(hands)
    token = hands.page.locator("input[name=csrfmiddlewaretoken]").first.get_attribute("value")
    agreed = hands.page.request.post(
        f"{hands.origin}/replacements/{node.one(REQUEST, EMAIL)}/agreements/",
        form={"csrfmiddlewaretoken": token or ""},
        headers={"Origin": hands.origin},
    )
    assert agreed.status == 409
    hands.page.reload()
    hands.sees("You asked for it, so somebody else has to agree.")


def agree(hands: Hands) -> None:
    hands.open("/")
    hands.sees_not("Nothing waits for you now.")
    hands.press("waits for your agreement")
    hands.sees("You are the second person.", NAME)
    can_be_used(hands)
    hands.press("Agree to the change")
    hands.sees("You agreed. The change takes place as it was asked for.")


def the_old_session_does_nothing(hands: Hands) -> None:
    """What was begun in the open page is not kept, and no page of the seat opens any more."""
    for _ in ("what was typed", "the page itself"):
        hands.press("Leave this note") if hands.errors == [] else hands.open("/handover/")
        hands.sees("You are signed in, but hold no seat now.")
        hands.sees_not(NOTE, LATE)
    can_be_used(hands)


def come_in_by_the_link(hands: Hands, node: Node) -> None:
    """The invitation is taken as lost, so that its own link, sent at any moment, does not overtake the new one."""
    node.rows(LOST, (EMAIL,))
    made = tejido("link", EMAIL, data=node.data)
    hands.open(made.stdout.strip()[made.stdout.index("/links/") :])
    can_be_used(hands)
    hands.press("Come in")
    hands.write("Password", PASSWORD)
    hands.write("Password (again)", PASSWORD)
    can_be_used(hands)
    hands.press("Set Password")


def read_the_brief(hands: Hands) -> None:
    hands.press("Desk")
    hands.sees("4 lines handed over wait for your word")
    can_be_used(hands)
    hands.press("You are new in this seat: read its brief")
    hands.sees(NOTE, WORDS, PROMISE)
    hands.sees_not(LATE)
    can_be_used(hands)


def answer_line_by_line(hands: Hands) -> None:
    """The page stands at the line that was answered last. A question keeps its line open."""
    hands.press("I take it over : We have said nothing yet")
    hands.sees("Your word is kept.", "3 lines wait for your word.")
    hands.press("This is not for this seat : 2 dispositions")
    hands.press("I take it over : An agreement")
    hands.sees("1 line waits for your word.")
    hands.unfold(f"Add a question or a word : {PROMISE}")
    hands.write("Your word or question", QUESTION)
    hands.press("I have a question")
    hands.sees(QUESTION, "1 line waits for your word.")
    hands.press("I take it over")
    hands.sees("Every line is settled.")
    can_be_used(hands)


def can_be_used(hands: Hands) -> None:
    assert hands.barriers() == [], hands.page.url
