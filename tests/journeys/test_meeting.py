"""A meeting from its convocation to the next one, by keyboard only: convened, answered, opened, attended, a text
adopted in it, minuted, decided, promised, closed, and what was promised carried over. The room follows on a
screen that says one sentence when something else is called.
"""

from datetime import UTC, datetime, timedelta

from hands import Hands
from node import Node

SECRETARIAT, CHAIR, BRAZIL = "network/secretariat/SEC", "network/chair/PRE", "BR/focal_point/MRE"
PROMISE = "Enviar el informe sobre la formación policial."
PRESENT = "SELECT key FROM meetings_meeting WHERE number = ?"
BODY = "SELECT key FROM registry_body WHERE kind = ?"


def test_a_meeting_is_held_by_keyboard_and_the_next_one_takes_up_its_promises(sit, node: Node) -> None:
    secretariat = sit(SECRETARIAT)
    meeting = prepare(secretariat, node, 14, days=3)
    put_on_the_agenda(secretariat, "Apertura")
    put_on_the_agenda(secretariat, "Adopción del orden del día", binds="Orden")
    convene(secretariat, meeting)
    answer(sit, meeting)
    chair = sit(CHAIR)
    open_it(chair, meeting)
    everybody_is_here(secretariat, meeting)
    follow(sit, secretariat, meeting)
    adopt(chair, secretariat, meeting)
    write_down(secretariat, meeting)
    chair.open(f"/meetings/{meeting}/")
    chair.press("Close the meeting")
    chair.sees("The meeting is closed.")
    carried_over(secretariat, node)
    assert not secretariat.errors + chair.errors


def prepare(hands: Hands, node: Node, number: int, *, days: int) -> str:
    hands.open(f"/bodies/{node.one(BODY, 'network')}/meetings/")
    hands.press("Prepare a meeting")
    hands.write("Number", str(number))
    begin = datetime.now(UTC) + timedelta(days=days)
    for field, hour in (("starts", "09:00"), ("ends", "17:00")):
        for part, words in (("0", f"{begin:%Y-%m-%d}"), ("1", hour)):
            hands.page.locator(f"input[name={field}_{part}]").fill(words)
    hands.write("Place", "Asunción")
    tick(hands, "languages", "es", "pt")
    hands.press("Put into preparation")
    hands.sees("The meeting is in preparation.")
    return node.one(PRESENT, number)


def tick(hands: Hands, name: str, *values: str) -> None:
    for value in values:
        box = hands.page.locator(f"input[name={name}][value={value}]")
        if not box.is_checked():
            box.focus()
            hands.page.keyboard.press("Space")


def put_on_the_agenda(hands: Hands, title: str, binds: str = "") -> None:
    hands.write("Title (español)", title)
    hands.write("Minutes allotted", "20")
    if binds:
        hands.pick("Adoption in this meeting", binds)
    hands.press("Put on the agenda")
    hands.sees("The item stands at the end of the agenda.")


def convene(hands: Hands, meeting: str) -> None:
    hands.open(f"/meetings/{meeting}/")
    hands.press("Convene the meeting")
    hands.press("Convene")
    hands.sees("Convened. Every seat of the body has been invited.")


def answer(sit, meeting: str) -> None:
    delegate = sit(BRAZIL)
    delegate.open(f"/meetings/{meeting}/")
    tick(delegate, "says", "coming")
    delegate.press("Send the answer")
    delegate.sees("Your answer is recorded.")
    paper = delegate.page.request.get(f"{delegate.origin}/meetings/{meeting}/brief/file/")
    assert "Content-Security-Policy" in paper.text()
    assert not delegate.errors


def open_it(chair: Hands, meeting: str) -> None:
    chair.open(f"/meetings/{meeting}/")
    chair.press("Open the meeting")
    chair.sees("The meeting is open.")
    chair.press("Declare the agenda adopted")
    chair.sees("The agenda is adopted.")


def everybody_is_here(hands: Hands, meeting: str) -> None:
    hands.open(f"/meetings/{meeting}/attendance/")
    for choice in hands.page.locator("select[name^=presence_]").all():
        choice.focus()
        choice.select_option("present")
    hands.press("Enter the attendance")
    hands.sees("The attendance is entered.")


def follow(sit, hands: Hands, meeting: str) -> None:
    """The secretariat calls the items with a key; a delegate hears of it on a screen of their own."""
    delegate = sit(BRAZIL)
    delegate.open(f"/meetings/{meeting}/screen/")
    spoken = delegate.page.locator("#said")
    assert spoken.get_attribute("aria-live") == "polite"
    hands.open(f"/meetings/{meeting}/screen/operator/")
    for place, title in enumerate(("Apertura", "Adopción del orden del día"), 1):
        with hands.page.expect_navigation():
            hands.page.keyboard.press("n")
        delegate.page.wait_for_function(
            "words => document.querySelector('#said').textContent === words", arg=f"Item {place} of 2: {title}."
        )
    delegate.sees("in the room", "20 minutes left")
    assert not delegate.errors


def adopt(chair: Hands, secretariat: Hands, meeting: str) -> None:
    chair.open(f"/meetings/{meeting}/agenda/")
    chair.press("Adopción del orden del día")
    for box in chair.page.locator("input[name=present]").all():
        if not box.is_checked():
            box.focus()
            chair.page.keyboard.press("Space")
    chair.press("Declare adopted")
    chair.sees("Adopted. The edition is sealed and stands in the minutes.")
    secretariat.open(f"/meetings/{meeting}/minutes/")
    secretariat.sees("Adopted")


def write_down(hands: Hands, meeting: str) -> None:
    hands.open(f"/meetings/{meeting}/minutes/?language=es")
    hands.press("Write", nth=2)
    hands.write("Minutes", "La Presidencia abre la reunión.")
    hands.press("Save")
    hands.sees("La Presidencia abre la reunión.")
    hands.open(f"/meetings/{meeting}/minutes/?language=es")
    hands.press("Enter a decision")
    hands.write("Decision (español)", "Se convoca la próxima reunión.")
    hands.press("Enter")
    hands.sees("The decision is entered.")
    hands.press("Enter a commitment")
    hands.write("What is promised (español)", PROMISE)
    hands.pick("Who promises", "Brazil")
    hands.press("Enter")
    hands.sees("The commitment is entered.", PROMISE)


def carried_over(hands: Hands, node: Node) -> None:
    prepare(hands, node, 15, days=60)
    hands.press("Put them on the agenda")
    hands.sees("The open commitments are on the agenda.")
    hands.page.locator("ol.agenda h3 a").first.focus()  # its title is in the languages of the meeting
    with hands.page.expect_navigation():
        hands.page.keyboard.press("Enter")
    hands.sees(PROMISE)
