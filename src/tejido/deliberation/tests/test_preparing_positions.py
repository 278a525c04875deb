"""One national position, written in private and cleared word for word by the validating authority."""

import pytest

from cast import FIRST, NOW, SECOND, SECTION_A, make_text
from tejido.curriculum.queries import document_of
from tejido.deliberation import commands
from tejido.deliberation.models import Answer, Clearance, Position, Remark
from tejido.deliberation.names import No, Stance
from tejido.deliberation.queries.positions import (
    answer_for,
    own_passages,
    written_by,
)
from tejido.engine.document import Document, Kind, Passage
from tejido.ledger.models import Line
from tejido.ledger.refusals import No as Shared
from tejido.registry.models import Party
from tejido.registry.names import Role

from .doings import (
    HOUR,
    answer,
    clear,
    correct,
    fill_cumbre,
    position,
    refused,
    release,
    released,
    remark,
    remove,
    send_back,
)
from .stage import opened

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


def test_in_a_mechanism_an_institution_releases_without_clearance(cast, mechanism):
    policy = make_text(cast, mechanism, by="XA/focal_point", slug="politica")
    inner = opened(cast, policy, who="XA/focal_point")
    answer(cast, inner, "XA/representative/JUS")
    for who in ("XA/validating_authority", "XA/focal_point"):
        with refused(No.NEEDS_NO_CLEARANCE):
            commands.clear_position(actor=cast.actor(who), round_=inner, seen="", at=NOW)
    with refused(Shared.NOT_YOURS) as said:
        release(cast, inner, "XA/focal_point", seen="0" * 64)
    assert str(Role.REPRESENTATIVE.label) in said[0].sentence  # in the network it would be the focal point's to do
    assert release(cast, inner, "XA/representative/JUS").position.party.code == "JUS"


def test_an_institution_that_did_not_join_the_mechanism_speaks_for_nobody_in_it(cast, mechanism):
    policy = make_text(cast, mechanism, by="XA/focal_point", slug="politica")
    Party.objects.filter(body=mechanism, code="DEF").delete()
    inner = opened(cast, policy, who="XA/focal_point")
    with refused(No.NOT_A_PARTY):
        remark(cast, inner, "XA/representative/DEF")


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
