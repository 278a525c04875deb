"""From the outcome of a matter to what a participant reads, by keyboard only: the secretariat writes it down and tells
it, a member follows a sentence back to where it comes from, and a participant reads what changed."""

from hands import Hands
from node import Node
from test_questionnaire import let_in

SECRETARIAT, BRAZIL = "network/secretariat/SEC", "BR/focal_point/MRE"
PART = "SELECT seminar_id FROM lessons_case"


def test_what_was_said_comes_back_to_who_said_it(sit, node: Node) -> None:
    part = node.one(PART)
    secretariat = sit(SECRETARIAT)
    write_down(secretariat, part)
    tell(secretariat, part)
    follow_back(sit(BRAZIL), part)
    participant = sit(language="pt", width=390)
    let_in(participant, node)
    participant.open("/taking-part/changes/")
    participant.sees("Isto mudou o texto", "A simulação e seu exame", "edição 1")
    participant.sees_not("CL-1")
    assert participant.barriers() == []
    assert not secretariat.errors + participant.errors


def write_down(hands: Hands, part: str) -> None:
    """The last matter was discussed and has no outcome yet."""
    hands.open(f"/seminars/{part}/lessons/")
    hands.press("Talking after the visit")
    hands.sees("Not answered yet.")
    choice = hands.page.locator("input[name=outcome][value=not_taken]")
    choice.focus()
    hands.page.keyboard.press("Space")
    hands.write("Reason", "The second round will say it.")
    hands.press("Write it down")
    hands.sees("The outcome is written down.", "The second round will say it.")


def tell(hands: Hands, part: str) -> None:
    hands.open(f"/seminars/{part}/changes/preview/")
    hands.press("Tell it")
    hands.sees("Released. Participants and members are being written to.", "The second round will say it.")


def follow_back(hands: Hands, part: str) -> None:
    """From the trace to the sentence, and from the sentence to the matter."""
    hands.open(f"/seminars/{part}/trace/")
    hands.sees("The simulation and its review", "edition 1", "Second part (demonstration)")
    hands.press("Where this sentence comes from")
    hands.sees("Revision 2: changed", "CL-1", "Taught in: Second part (demonstration)")
    hands.press("The simulation and its review")
    hands.sees("What became of it")
    assert not hands.errors
