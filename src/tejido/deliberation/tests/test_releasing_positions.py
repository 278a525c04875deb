"""One national position: released by the seat, withdrawn and corrected by acts, never by edits."""

import pytest

from cast import FIRST, NOW, SECOND
from tejido.curriculum.queries import document_of
from tejido.deliberation import commands
from tejido.deliberation.models import Answer, Comment, Release
from tejido.deliberation.names import No, Stance
from tejido.deliberation.queries.positions import (
    progress,
    standing_releases,
)
from tejido.deliberation.queries.rounds import context_of
from tejido.engine.document import passage_digest
from tejido.ledger.models import Line
from tejido.ledger.refusals import No as Shared
from tejido.web.instants import in_zone

from .doings import (
    DAY,
    HOUR,
    TICK,
    answer,
    clear,
    correct,
    dispose,
    lines,
    position,
    refused,
    release,
    released,
    remark,
    remove,
    send_back,
    withdraw,
)

LATE = 31 * DAY  # after NOW; the round closes a few hours earlier


## Release


def test_a_released_position_is_seen_by_all_as_comments(cast, round_):
    answer(cast, round_)
    answer(cast, round_, passage="", stance=Stance.AGREE, wording="", reason="", at=NOW + TICK)
    clear(cast, round_)
    release(cast, round_)
    found = lines(round_)
    assert set(found) == {"XA-1", "XA-2"}
    comment = found["XA-1"].comment
    assert comment.passage_digest == passage_digest(document_of(round_.revision).passage(FIRST))
    assert found["XA-2"].comment.passage_digest == ""
    line = Line.objects.get(act="position-released")
    assert line.tree_id == "network"
    assert line.facts["late"] is False


def test_nothing_is_released_that_was_not_cleared(cast, round_):
    with refused(No.POSITION_EMPTY):
        release(cast, round_)
    row = answer(cast, round_)
    with refused(No.NOT_CLEARED):
        release(cast, round_)
    clear(cast, round_)
    answer(cast, round_, wording="Otra, después.", answer=row)
    with refused(No.NOT_CLEARED):
        release(cast, round_)
    assert not Comment.objects.exists()


def test_the_seat_releases_the_words_it_has_read(cast, round_):
    row = answer(cast, round_)
    read = position(cast, round_).digest
    answer(cast, round_, wording="Otra.", answer=row)
    clear(cast, round_)
    with refused(No.CHANGED_SINCE):
        release(cast, round_, seen=read)


def test_nobody_but_the_members_own_acting_seats_releases(cast, round_):
    answer(cast, round_)
    clear(cast, round_)
    read = position(cast, round_).digest
    for who in ("XA/representative/JUS", "XA/validating_authority", "network/secretariat", "network/observer"):
        with refused(Shared.NOT_YOURS):
            release(cast, round_, who, seen=read)
    with refused(No.POSITION_EMPTY):
        release(cast, round_, "XB/focal_point", seen=read)
    with refused(Shared.NOT_FRESH):
        commands.release_position(actor=cast.actor("XA/focal_point", fresh=False), round_=round_, seen=read, at=NOW)


def test_of_two_seats_that_release_at_once_the_second_is_told_when_the_first_did(cast, round_):
    answer(cast, round_)
    clear(cast, round_)
    read = position(cast, round_).digest
    release(cast, round_, "XA/focal_point", seen=read)
    with refused(No.ALREADY_RELEASED) as said:
        release(cast, round_, "XA/alternate", seen=read, at=NOW + TICK)
    assert in_zone(NOW, round_.zone) in said[0].sentence
    assert Release.objects.count() == 1


def test_what_was_released_is_not_edited_any_more(cast, round_):
    row = answer(cast, round_)
    clear(cast, round_)
    release(cast, round_)
    for act in (lambda: answer(cast, round_, passage=SECOND), lambda: answer(cast, round_, answer=row)):
        with refused(No.ALREADY_RELEASED):
            act()
    with refused(No.ALREADY_RELEASED):
        remove(cast, round_, row)
    with refused(No.ALREADY_RELEASED):
        clear(cast, round_)
    with refused(No.ALREADY_RELEASED):
        send_back(cast, round_)


@pytest.mark.parametrize(("after", "is_late"), [(-TICK, False), (0 * TICK, False), (TICK, True)])
def test_a_position_is_late_from_the_first_second_after_the_deadline(cast, round_, after, is_late):
    assert released(cast, round_, at=round_.deadline + after).is_late is is_late


def test_others_see_of_a_member_whether_it_released_and_nothing_of_its_preparation(cast, round_):
    def strip(at):
        context = context_of(cast.secretariat, round_)
        found = progress(context.parties, standing_releases(round_))
        return {line.party.code: line.state(context.deadline, at) for line in found}

    answer(cast, round_, "XA/focal_point")
    clear(cast, round_, "XA")
    remark(cast, round_, "XB/representative/JUS")
    assert strip(NOW) == {"XA": "none", "XB": "none", "XC": "none"}
    release(cast, round_)
    released(cast, round_, "XB", at=NOW + LATE)
    assert strip(NOW) == {"XA": "released", "XB": "late", "XC": "none"}
    assert strip(NOW + LATE) == {"XA": "released", "XB": "late", "XC": "missing"}


## Withdrawal


def test_a_withdrawn_position_stays_readable_as_withdrawn(cast, round_):
    released(cast, round_)
    withdraw(cast, round_)
    assert lines(round_) == {}
    assert lines(round_, with_withdrawn=True)["XA-1"].comment.withdrawn_at == NOW
    assert standing_releases(round_) == {}
    assert Line.objects.get(act="position-withdrawn").tree_id == "network"
    assert position(cast, round_).withdrawal


def test_only_a_position_that_stands_is_withdrawn_and_with_a_reason(cast, round_):
    with refused(No.NOT_RELEASED):
        withdraw(cast, round_)
    answer(cast, round_)
    with refused(No.NOT_RELEASED):
        withdraw(cast, round_)
    clear(cast, round_)
    release(cast, round_)
    with refused(No.REASON_MISSING):
        withdraw(cast, round_, reason=" ")
    with refused(Shared.NOT_FRESH):
        stale = cast.actor("XA/focal_point", fresh=False)
        commands.withdraw_position(actor=stale, round_=round_, reason="Error.", at=NOW)
    with refused(Shared.NOT_YOURS):
        commands.withdraw_position(actor=cast.secretariat, round_=round_, reason="Error.", at=NOW)
    withdraw(cast, round_)
    with refused(No.NOT_RELEASED):
        withdraw(cast, round_)


def test_withdrawing_a_correction_does_not_bring_the_first_position_back(cast, round_):
    released(cast, round_)
    correct(cast, round_)
    answer(cast, round_, passage=SECOND)
    clear(cast, round_)
    release(cast, round_)
    withdraw(cast, round_)
    assert standing_releases(round_) == {}
    assert lines(round_) == {}


def test_a_released_position_can_be_withdrawn_while_its_correction_is_prepared(cast, round_):
    released(cast, round_)
    correct(cast, round_)
    withdraw(cast, round_)
    assert standing_releases(round_) == {}
    clear(cast, round_)
    release(cast, round_, at=NOW + HOUR)
    assert set(lines(round_)) == {"XA-2"}  # a number is never given twice


## Correction


def test_a_correction_starts_as_a_copy_and_the_released_position_stands_meanwhile(cast, round_):
    with refused(No.NOT_RELEASED):
        correct(cast, round_)
    first = released(cast, round_)
    with refused(Shared.NOT_YOURS):
        commands.begin_correction(actor=cast.actor("XA/representative/JUS"), round_=round_, at=NOW)
    correct(cast, round_)
    state = position(cast, round_)
    assert state.position.number == 2
    assert [row.wording for row in state.answers] == ["La prevención empieza en la escuela."]
    assert not state.is_cleared
    assert list(standing_releases(round_).values()) == [first]
    assert Line.objects.get(act="correction-begun").tree_id == "member:XA"
    with refused(No.CORRECTION_OPEN):
        correct(cast, round_)


def test_a_comment_that_a_correction_repeats_word_for_word_keeps_its_answer(cast, round_):
    answer(cast, round_, passage=FIRST)
    answer(cast, round_, passage=SECOND, at=NOW + TICK)
    clear(cast, round_)
    release(cast, round_)
    dispose(cast, round_, *(line.comment for line in lines(round_).values()))
    correct(cast, round_)
    changed = position(cast, round_).answer_to(SECOND)[0]
    answer(cast, round_, passage=SECOND, wording="Dicho de otro modo.", answer=changed)
    clear(cast, round_)
    release(cast, round_, at=NOW + HOUR)
    found = lines(round_)
    assert set(found) == {"XA-1", "XA-3"}
    assert found["XA-1"].disposition
    assert found["XA-3"].needs_answer
    assert lines(round_, with_withdrawn=True)["XA-2"].comment.withdrawn_at == NOW + HOUR


def test_of_two_comments_with_the_same_words_a_correction_can_leave_one_out(cast, round_):
    answer(cast, round_)
    answer(cast, round_)
    clear(cast, round_)
    release(cast, round_)
    assert set(lines(round_)) == {"XA-1", "XA-2"}
    correct(cast, round_)
    remove(cast, round_, position(cast, round_).answers[0])
    clear(cast, round_)
    release(cast, round_, at=NOW + HOUR)
    assert len(lines(round_)) == 1


def test_an_answer_of_the_released_position_is_not_edited_through_its_correction(cast, round_):
    row = answer(cast, round_)
    clear(cast, round_)
    release(cast, round_)
    correct(cast, round_)
    with pytest.raises(Answer.DoesNotExist):
        answer(cast, round_, answer=row)


def test_a_withdrawn_position_can_be_said_anew_by_a_correction(cast, round_):
    released(cast, round_)
    withdraw(cast, round_)
    correct(cast, round_)
    clear(cast, round_)
    again = release(cast, round_, at=NOW + HOUR)
    assert list(standing_releases(round_).values()) == [again]
