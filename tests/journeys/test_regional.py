"""A member joins a regional initiative, by keyboard only, writes its part and releases it; another member that takes
part sees exactly that, and who takes no part sees nothing of it."""

from hands import Hands

MEMBER, OTHER, OUTSIDE = "CL/focal_point/MRE", "BR/focal_point/MRE", "MX/focal_point/MRE"
NAME = "Common archive of good questions"
SHOWN, KEPT = "Cinco preguntas (prueba)", "Todavía nada (prueba)"


def test_a_member_joins_writes_its_part_and_releases_it_and_another_sees_exactly_that(sit) -> None:
    member, other, outside = sit(MEMBER), sit(OTHER), sit(OUTSIDE)
    look(member)
    member.press("Join with our member")
    member.press("Join")
    member.sees("Its own part is read by nobody else until you release it.")
    write(member, 1, SHOWN)
    write(member, 6, KEPT)
    look(other)
    other.sees_not(SHOWN, KEPT)
    member.unfold("Who may read it")
    member.press("Release this part")
    member.sees("Released. These readers see it from now on, as it stands.")
    for hands in (other, outside):
        look(hands)
        hands.sees_not(KEPT)
    other.sees(SHOWN)
    outside.sees_not(SHOWN)
    assert (member.errors, other.errors, outside.errors) == ([], [], [])


def look(hands: Hands) -> None:
    hands.open("/regional/")
    hands.press(NAME)


def write(hands: Hands, place: int, words: str) -> None:
    hands.press("Write", nth=place)
    hands.write("In words", words)
    hands.press("Save")
    hands.sees("Saved. Only the seats of your member read it until you release it.", words)
