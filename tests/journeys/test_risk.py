"""A mechanism looks at a risk for itself alone, by keyboard only, and another seat of its member learns nothing."""

from hands import Hands

FOCAL_POINT, OTHER = "BR/focal_point/MRE", "BR/alternate/MRE"
TITLE, WORDS = "Exercício (teste)", "Palavras de teste"


def test_a_focal_point_begins_writes_and_closes_and_nobody_else_learns_of_it(sit) -> None:
    focal_point, other = sit(FOCAL_POINT), sit(OTHER)
    other.open("/risk/")
    before = other.words
    begin(focal_point)
    look_at_a_factor(focal_point)
    other.open("/risk/")
    assert other.words == before
    close(focal_point)
    assert (focal_point.errors, other.errors) == ([], [])


def begin(hands: Hands) -> None:
    hands.open("/risk/")
    hands.press("Begin an analysis")
    hands.write("Title", TITLE)
    hands.press("Begin")
    hands.sees(TITLE, "Private: only the admitted seats read this.")


def look_at_a_factor(hands: Hands) -> None:
    hands.press("Weakness of State structures")
    hands.write("What we see, and why we say so", WORDS)
    hands.press("Keep it, sealed")
    hands.sees("Kept, sealed.", WORDS)


def close(hands: Hands) -> None:
    hands.open("/risk/")
    hands.press(TITLE)
    hands.press("Close it now")
    hands.sees("Closed in this browser.", "sealed")
    hands.sees_not(TITLE)
