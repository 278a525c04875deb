"""A focal point tells of its National Mechanism, by keyboard only: what it enters and answers is its own, one answer is
released by itself, stands side by side with those of others, and is withdrawn again."""

from hands import Hands

FOCAL_POINT, OTHER = "BR/focal_point/MRE", "MX/focal_point/MRE"
STEP, SHOWN, KEPT = "Rede de ministérios (teste)", "Há um decreto (teste)", "Ainda falta muito (teste)"


def test_a_member_tells_of_its_mechanism_shows_one_answer_and_withdraws_it(sit) -> None:
    focal_point, other = sit(FOCAL_POINT), sit(OTHER)
    enter_where_it_stands(focal_point)
    look_side_by_side(other)
    other.sees_not(STEP, SHOWN, KEPT)
    answer(focal_point)
    release_the_last(focal_point)
    look_side_by_side(other)
    other.sees(SHOWN)
    other.sees_not(STEP, KEPT)
    withdraw_it(focal_point)
    look_side_by_side(other)
    other.sees_not(SHOWN)
    assert (focal_point.errors, other.errors) == ([], [])


def enter_where_it_stands(hands: Hands) -> None:
    hands.open("/mechanisms/BR/")
    hands.press("Step on the path")
    hands.pick("What holds", "Focal point with")
    hands.write("In words", STEP)
    hands.write("Since", "2026-02")
    hands.press("Enter")
    hands.sees("Entered. Only the seats of your member read it until it is released.", STEP)


def answer(hands: Hands) -> None:
    """Two criteria of a new assessment."""
    hands.press("Self-assessment")
    hands.press("Begin", nth=2)  # the first opens the form, which is open where there is none yet
    for words in (KEPT, SHOWN):
        hands.press("Answer this")
        hands.to("Yes")
        hands.page.keyboard.press("Space")
        hands.write("In words", words)
        hands.press("Keep the answer")
        hands.sees("Kept. Only the seats of your member read it until it is released.", words)


def release_the_last(hands: Hands) -> None:
    """The page stands at the criterion that was answered last, and Tab goes on from there."""
    hands.unfold("Seats of the member only")
    hands.pick("Who may read it", "Seats of the network")
    hands.press("Release this part")
    hands.sees("Released. These readers see it from now on, as it stands.")


def withdraw_it(hands: Hands) -> None:
    hands.unfold("Seats of the network")
    hands.press("Withdraw the release")
    hands.sees("Withdrawn. Nobody outside sees it any more; that it was shown is kept.")


def look_side_by_side(hands: Hands) -> None:
    hands.open("/mechanisms/comparison/")
    hands.pick("Member 1", "Bra")
    hands.pick("Member 2", "Cos")
    hands.press("Show side by side")
    assert [cell.strip()[:3] for cell in hands.page.locator("thead th a").all_inner_texts()] == ["Bra", "Cos"]
