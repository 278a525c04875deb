"""One national position: written in private, cleared word for word, released by the seat, corrected and withdrawn by
acts."""

import pytest

from cast import FIRST, NOW, SECOND, SECTION_A
from tejido.curriculum.queries import document_of
from tejido.deliberation import commands
from tejido.deliberation.models import Answer, Clearance, Comment, Position, Release, Remark
from tejido.deliberation.names import No, Stance
from tejido.deliberation.queries.positions import (
    answer_for,
    own_passages,
    progress,
    standing_releases,
    written_by,
)
from tejido.deliberation.queries.rounds import context_of
from tejido.engine.document import Document, Kind, Passage, passage_digest
from tejido.ledger.models import Line
from tejido.ledger.refusals import No as Shared
from tejido.registry.models import Party
from tejido.web.instants import in_zone

from .doings import (
    DAY,
    HOUR,
    TICK,
    answer,
    clear,
    correct,
    dispose,
    fill_cumbre,
    lines,
    position,
    refused,
    release,
    released,
    remark,
    withdraw,
)

LATE = 31 * DAY  # after NOW; the round closes a few hours earlier


def send_back(cast, round_, *, reason="Falta Justicia.", who="XA/validating_authority", at=NOW):
    return commands.return_position(actor=cast.actor(who), round_=round_, reason=reason, at=at)


def remove(cast, round_, row, who="XA/focal_point"):
    commands.remove_answer(actor=cast.actor(who), round_=round_, answer=row, at=NOW)


## Writing


@pytest.mark.parametrize(
    ("stance", "wording", "reason", "missing"),
    [
        (Stance.AGREE, "", "", None),
        (Stance.NO_POSITION, "", "", None),
        (Stance.AMEND, "", "Porque sí.", No.WORDING_MISSING),
        (Stance.AMEND, "Otra.", "", No.REASON_MISSING),
        (Stance.AMEND, "Otra.", "Porque sí.", None),
        (Stance.ADD, " ", "Porque sí.", No.WORDING_MISSING),
        (Stance.ADD, "Otra.", " ", No.REASON_MISSING),
        (Stance.ADD, "Otra.", "Porque sí.", None),
        (Stance.DELETE, "", "", No.REASON_MISSING),
        (Stance.DELETE, "", "Porque sí.", None),
        (Stance.RESERVE, "", "", No.REASON_MISSING),
        (Stance.RESERVE, "", "Porque sí.", None),
    ],
)
def test_each_stance_says_what_the_others_need_to_answer_it(cast, round_, stance, wording, reason, missing):
    if missing:
        with refused(missing):
            answer(cast, round_, stance=stance, wording=wording, reason=reason)
        return
    row = answer(cast, round_, stance=stance, wording=wording, reason=reason)
    assert (row.stance, row.wording, row.reason) == (stance, wording, reason)


def test_an_answer_speaks_to_a_passage_a_section_or_the_text(cast, round_):
    with refused(No.NO_SUCH_PASSAGE):
        answer(cast, round_, passage="000000000zzz")
    assert answer(cast, round_, passage="", covers_section=True).covers_section is False
    assert answer(cast, round_, passage=SECTION_A, covers_section=True).covers_section is True
    assert answer(cast, round_, passage=FIRST, covers_section=True).covers_section is False  # no section below it


def test_the_position_is_written_by_the_focal_point_and_the_alternate_alone(cast, round_):
    answer(cast, round_, "XA/focal_point")
    answer(cast, round_, "XA/alternate", passage=SECOND)
    assert len(position(cast, round_).answers) == 2
    for who in ("XA/representative/JUS", "XA/validating_authority", "network/secretariat", "network/observer"):
        with refused(Shared.NOT_YOURS):
            answer(cast, round_, who)


def test_what_is_prepared_is_written_in_the_members_own_ledger(cast, round_):
    row = answer(cast, round_)
    remove(cast, round_, row)
    clear_lines = Line.objects.filter(act__in=["answer-given", "answer-removed"])
    assert {line.tree_id for line in clear_lines} == {"member:XA"}
    assert "escuela" not in str([line.facts for line in clear_lines])


def test_a_remark_is_copied_into_the_position_once(cast, round_):
    made = remark(cast, round_, wording="Mejor así.")
    copied = answer(cast, round_, remark=made)
    assert copied.remark == made
    with refused(No.ALREADY_COPIED):
        answer(cast, round_, remark=made)
    changed = answer(cast, round_, wording="Mejor todavía.", remark=made, answer=copied)
    assert (changed.key, changed.remark_id, changed.wording) == (copied.key, made.key, "Mejor todavía.")
    assert len(position(cast, round_).answers) == 1


def test_a_remark_of_another_member_is_never_copied(cast, round_):
    foreign = remark(cast, round_, "XB/representative/JUS")
    with pytest.raises(Remark.DoesNotExist):
        answer(cast, round_, remark=foreign)


def test_an_answer_of_another_member_is_neither_found_nor_changed(cast, round_):
    foreign = answer(cast, round_, "XB/focal_point")
    answer(cast, round_)
    for who in ("XA/focal_point", "network/secretariat"):
        with pytest.raises(Answer.DoesNotExist):
            answer_for(cast.actor(who), foreign.key)
    with pytest.raises(Answer.DoesNotExist):
        answer(cast, round_, answer=foreign)
    with pytest.raises(Answer.DoesNotExist):
        remove(cast, round_, foreign)
    assert answer_for(cast.actor("XB/alternate"), foreign.key) == foreign


def test_an_answer_can_be_taken_out_again(cast, round_):
    row = answer(cast, round_)
    with refused(Shared.NOT_YOURS):
        remove(cast, round_, row, "XA/representative/JUS")
    remove(cast, round_, row)
    assert position(cast, round_).answers == ()


def test_the_order_in_which_answers_were_written_does_not_change_the_digest(cast, round_):
    answer(cast, round_, "XA/focal_point", passage=FIRST)
    answer(cast, round_, "XA/focal_point", passage=SECOND)
    answer(cast, round_, "XB/focal_point", passage=SECOND)
    assert position(cast, round_).digest != position(cast, round_, "XB/focal_point").digest
    answer(cast, round_, "XB/focal_point", passage=FIRST)
    assert position(cast, round_).digest == position(cast, round_, "XB/focal_point").digest


## Clearance and return


def test_the_validating_authority_clears_the_words_it_has_read(cast, round_):
    answer(cast, round_)
    read = position(cast, round_).digest
    answer(cast, round_, passage=SECOND)
    with refused(No.CHANGED_SINCE):
        clear(cast, round_, seen=read)
    clear(cast, round_)
    assert position(cast, round_).is_cleared
    with refused(No.ALREADY_CLEARED):
        clear(cast, round_)
    assert Line.objects.get(act="position-cleared").tree_id == "member:XA"


def test_there_is_nothing_to_clear_before_an_answer_is_written(cast, round_):
    with refused(No.POSITION_EMPTY):
        clear(cast, round_)
    remove(cast, round_, answer(cast, round_))
    with refused(No.POSITION_EMPTY):
        clear(cast, round_)


def test_nobody_but_the_validating_authority_clears_or_sends_back(cast, round_):
    answer(cast, round_)
    read = position(cast, round_).digest
    for who in ("XA/focal_point", "XA/representative/JUS", "network/secretariat", "network/chair"):
        with refused(Shared.NOT_YOURS):
            commands.clear_position(actor=cast.actor(who), round_=round_, seen=read, at=NOW)
        with refused(Shared.NOT_YOURS):
            send_back(cast, round_, who=who)


def test_clearing_asks_for_a_second_factor_shown_minutes_ago(cast, round_):
    answer(cast, round_)
    stale = cast.actor("XA/validating_authority", fresh=False)
    with refused(Shared.NOT_FRESH):
        commands.clear_position(actor=stale, round_=round_, seen=position(cast, round_).digest, at=NOW)
    assert not Clearance.objects.exists()


def test_a_position_that_was_sent_back_is_not_cleared_any_more(cast, round_):
    answer(cast, round_)
    clear(cast, round_)
    send_back(cast, round_, at=NOW + HOUR)
    state = position(cast, round_)
    assert state.is_returned
    assert not state.is_cleared
    with refused(No.NOT_CLEARED):
        release(cast, round_, at=NOW + 2 * HOUR)
    clear(cast, round_, at=NOW + 2 * HOUR)
    assert not position(cast, round_).is_returned
    release(cast, round_, at=NOW + 3 * HOUR)


def test_who_sends_a_position_back_says_why(cast, round_):
    with refused(No.POSITION_EMPTY):
        send_back(cast, round_)
    answer(cast, round_)
    with refused(No.REASON_MISSING):
        send_back(cast, round_, reason=" ")
    assert send_back(cast, round_).reason == "Falta Justicia."


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


## What the party's own pages are made of


def test_the_margin_shows_the_latest_position_of_the_own_party_alone(cast, round_):
    party = Party.objects.get(code="XA")
    answer(cast, round_, "XB/focal_point")
    assert (written_by(party, round_).answers, written_by(party, round_).is_released) == ((), False)
    released(cast, round_)
    assert written_by(party, round_).is_released
    correct(cast, round_)
    found = written_by(party, round_)
    assert not found.is_released
    assert found.answer_to(FIRST) == list(found.answers) == list(position(cast, round_).answers)
    assert Position.objects.filter(party=party).count() == 2


def test_a_member_is_asked_again_for_the_passages_and_sections_it_spoke_to(cast, text, round_):
    party, document = Party.objects.get(code="XA"), document_of(round_.revision)
    assert own_passages(text, party, document) == []
    answer(cast, round_, passage=FIRST)
    answer(cast, round_, passage=SECTION_A, covers_section=True, stance=Stance.RESERVE, wording="")
    clear(cast, round_)
    release(cast, round_)
    section = [p.id for p in document.passages[2:6]]
    assert own_passages(text, party, document) == sorted([FIRST, *section])
    without = Document.of(p for p in document if p.id not in {FIRST, SECTION_A})
    assert own_passages(text, party, without) == []
    flat = Document.of(p if p.id != SECTION_A else Passage.of(p.id, Kind.PARAGRAPH, dict(p.texts)) for p in document)
    assert own_passages(text, party, flat) == sorted([FIRST, SECTION_A])


def test_a_member_that_spoke_to_the_text_as_a_whole_is_asked_again_for_any_change(cast, text, round_):
    answer(cast, round_, passage=FIRST)
    answer(cast, round_, passage="", stance=Stance.RESERVE, wording="")
    clear(cast, round_)
    release(cast, round_)
    assert own_passages(text, Party.objects.get(code="XA"), document_of(round_.revision)) == []


def test_a_new_holder_of_the_seat_goes_on_where_the_last_one_stopped(cast, round_):
    answer(cast, round_, "XB/focal_point")
    fill_cumbre(cast)
    with refused(No.POSITION_EMPTY):
        release(cast, round_, "XC/focal_point", seen="")
    answer(cast, round_, "XC/focal_point")
    assert len(position(cast, round_, "XC/focal_point").answers) == 1
