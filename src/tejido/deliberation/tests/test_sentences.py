"""What is so and what is missing, said in one sentence that names whoever it waits for."""

import pytest
from django.utils.translation import override

from cast import NOW
from tejido.deliberation import sentences
from tejido.deliberation.models import Clearance, Release, Return, Withdrawal
from tejido.deliberation.queries.positions import PositionState, progress, standing_releases
from tejido.deliberation.queries.rounds import InstitutionState, context_of
from tejido.web.components import Tone
from tejido.web.instants import in_zone

from .doings import HOUR, TICK, answer, fill_cumbre, position, released


@pytest.fixture(autouse=True)
def english():
    with override("en"):
        yield


@pytest.mark.parametrize(
    ("names", "said"),
    [
        ([], ""),
        (["A"], "A"),
        (["A", "B"], "A and B"),
        (["A", "B", "C"], "A, B and C"),
        (list("ABCDEF"), "A, B, C, D, E and F"),
        (list("ABCDEFG"), "A, B, C, D, E, F and G"),
        (list("ABCDEFGH"), "A, B, C, D, E, F and 2 more"),
    ],
)
def test_names_are_listed_as_people_say_them_and_never_too_many(names, said):
    assert sentences.listed(names) == said


def of_round(cast, round_, waiting, at):
    context = context_of(cast.secretariat, round_)
    return sentences.of_round(context, progress(context.parties, standing_releases(round_)), waiting, at)


def test_an_open_round_names_who_has_not_released(cast, round_):
    released(cast, round_, "XB")
    said, until = of_round(cast, round_, 1, NOW), in_zone(round_.deadline, round_.zone)
    assert said.text == f"Open until {until}. 1 of 3 positions are released; missing: XA and XC."
    assert said.tone == Tone.WAITING


def test_a_round_in_which_all_have_released_says_so_before_its_deadline(cast, round_):
    fill_cumbre(cast)
    for code in ("XA", "XB", "XC"):
        released(cast, round_, code)
    said = of_round(cast, round_, 0, NOW)
    assert (said.text, said.tone) == ("All 3 positions are released before the deadline.", Tone.DONE)


@pytest.mark.parametrize(
    ("waiting", "tone", "ending"),
    [
        (2, Tone.WAITING, "2 comments have no answer yet."),
        (1, Tone.WAITING, "1 comment has no answer yet."),
        (0, Tone.DONE, "Every comment is answered."),
    ],
)
def test_a_closed_round_names_who_is_missing_and_how_many_comments_wait(cast, round_, waiting, tone, ending):
    released(cast, round_, "XB")
    said, closed = of_round(cast, round_, waiting, round_.deadline + TICK), in_zone(round_.deadline, round_.zone)
    missing = "1 of 3 positions are released; missing: XA and XC."
    assert (said.text, said.tone) == (f"Closed on {closed}. {missing} {ending}", tone)


def test_a_closed_round_in_which_all_have_released_names_nobody(cast, round_):
    fill_cumbre(cast)
    for code in ("XA", "XB", "XC"):
        released(cast, round_, code)
    assert "missing" not in of_round(cast, round_, 0, round_.deadline + TICK).text


def institution(remarks=0, is_done=False, is_vacant=False):
    return InstitutionState(None, remarks, is_done, is_vacant)


def test_nothing_from_justice_yet():
    said = sentences.of_institutions([institution(), institution(remarks=1)], ["Justice", "Defence"])
    assert (said.text, said.tone) == ("Nothing yet from Justice.", Tone.WAITING)


def test_an_institution_whose_seat_is_vacant_is_not_waited_for():
    states = [institution(is_vacant=True), institution(is_done=True)]
    assert sentences.of_institutions(states, ["Justice", "Defence"]).text == "Every institution has spoken."


def test_the_own_position_says_what_it_needs_next(cast, round_):
    answer(cast, round_)
    state = position(cast, round_)

    def said(requires_clearance=True, untaken=0, **acts):
        now = PositionState(state.position, state.answers, **acts)
        return sentences.of_position(now, requires_clearance, "UTC", untaken).text

    cleared, other = Clearance(digest=state.digest, at=NOW), Clearance(digest="0" * 64, at=NOW)
    returned = Return(reason="Falta Justicia.", at=NOW + HOUR)
    release, late = Release(at=NOW), Release(at=NOW, is_late=True)
    when = in_zone(NOW, "UTC")
    assert sentences.of_position(PositionState(None), True, "UTC", 0).text == "The position has no answer yet."
    assert sentences.of_position(PositionState(None), True, "UTC", 1).text == (
        "The position has no answer yet. 1 remark is not yet taken up."
    )
    assert said() == "1 answer. It waits for the validating authority."
    assert said(untaken=13) == "1 answer. 13 remarks are not yet taken up. It waits for the validating authority."
    assert said(requires_clearance=False) == "1 answer. It can be released."
    assert said(clearance=cleared) == "1 answer. Cleared as it stands; it can be released."
    assert said(clearance=other) == "1 answer. It was changed after it was cleared and needs clearance again."
    assert said(clearance=cleared, returned=returned) == (
        "1 answer. The validating authority sent it back: “Falta Justicia.”"
    )
    assert said(release=release) == f"Released on {when}."
    assert said(release=late) == f"Released late on {when}."
    assert said(release=release, withdrawal=Withdrawal(at=NOW)) == f"Withdrawn on {when}."
