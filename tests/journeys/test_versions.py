"""A state begins its own version of the curriculum, adapts a section and says why; a school is offered what its state
changed since, settles the clash and takes it back: by keyboard only."""

from hands import Hands

STATE, SCHOOL = "CL/focal_point/MRE", "PY/representative/EDU"
OWN, WHY = "Un párrafo propio de este Estado.", "Así lo pide la ley nacional."
BOTH = "En esta escuela se estudia en dos visitas, con autoridades y mayores."


def test_a_state_adapts_the_common_text_and_finds_itself_in_the_matrix(sit) -> None:
    hands: Hands = sit(STATE)
    hands.press("Versions")
    hands.press("Begin a version")
    hands.write("Title", "Versión de Chile")
    hands.press("Begin the version")
    hands.sees("Nothing departs yet")
    hands.press("Go to the text")
    hands.open(str(hands.page.locator("a.remark-link").nth(1).get_attribute("href")))  # hundreds of links come before
    hands.to("Text of the section")
    hands.page.keyboard.press("Control+End")
    hands.page.keyboard.insert_text(f"\n\n{OWN}\n")
    hands.press("Save as a revision")
    hands.open("/versions/")
    hands.press("Versión de Chile")
    hands.sees("1 passage departs from the text it comes from. 1 lacks a reason.")
    hands.press("1 Purpose", nth=2)  # the table itself can be scrolled by keyboard, and holds these words as well
    hands.unfold("Say why")
    hands.write("Why", WHY)
    hands.press("Keep the reason")
    hands.press("How others treat this section")
    hands.sees(WHY, "Nothing shown: Argentina")
    assert hands.errors == []


def test_a_school_settles_a_clash_and_undoes_what_it_took_up(sit) -> None:
    hands: Hands = sit(SCHOOL)
    hands.press("Versions")
    hands.press("Curso obligatorio")
    hands.press("Look at what is offered")
    hands.sees("1 change joins with your words without a clash. 1 clashes with what you wrote; you decide.")
    hands.to("Take theirs")
    hands.page.keyboard.press("ArrowRight")
    hands.page.keyboard.press("ArrowRight")
    hands.unfold("Write both together")
    hands.write("The words that join both", BOTH)
    hands.press("Take up what was chosen")
    hands.sees("Your version is up to date with that edition.")
    hands.press("What is offered")
    hands.press("Undo this")
    hands.sees("what was before is back", "1 clashes with what you wrote")
    assert hands.errors == []
