"""When the text on the table changes, only the positions whose passages changed in substance are opened again."""

import pytest

from cast import FIRST, NOW, SECOND
from tejido.curriculum.commands import save_revision
from tejido.curriculum.models import Edition
from tejido.curriculum.queries import document_of, latest_revision
from tejido.deliberation import commands, sentences
from tejido.deliberation.models import Extension
from tejido.deliberation.names import No, ProcedureKind
from tejido.engine.document import Document, Kind, Passage
from tejido.engine.procedure import Blocked
from tejido.ledger.models import Line
from tejido.ledger.refusals import No as Shared

from .doings import (
    DAY,
    HOUR,
    SILENCE_ENDS,
    TICK,
    agree,
    change_text,
    declare,
    object_to,
    propose,
    refused,
    revise,
    state,
)

AFTER = NOW + 3 * HOUR
TYPOGRAPHY = "La  prevención empieza antes de la violencia."  # two blanks: the same in substance


@pytest.fixture
def silence(cast, filled_cumbre, text):
    return propose(cast, text)


def asked_again(cast, procedure):
    return dict(state(cast, procedure, AFTER).reopened)


def add_passage(cast, text):
    base = latest_revision(text)
    new = Passage.of("000000000p99", Kind.PARAGRAPH, {"es": "Algo nuevo."})
    document = Document.of([*document_of(base), new])
    return save_revision(actor=cast.secretariat, text=text, document=document, base=base, reason="", at=NOW)


def test_agreement_to_the_whole_text_is_opened_again_by_any_change_of_substance(cast, text, silence):
    agree(cast, silence, "XA/focal_point")
    change_text(cast, silence, revise(cast, text, SECOND))
    assert asked_again(cast, silence) == {"XA": (SECOND,)}
    assert state(cast, silence).binding_agreements == ()
    assert "XA" in sentences.of_procedure(state(cast, silence), AFTER).text


def test_agreement_to_own_passages_is_opened_again_by_a_change_of_those_only(cast, text, silence):
    agree(cast, silence, "XA/focal_point", FIRST)
    agree(cast, silence, "XB/focal_point", SECOND)
    change_text(cast, silence, revise(cast, text, SECOND))
    assert asked_again(cast, silence) == {"XB": (SECOND,)}
    assert [a.party.code for a in state(cast, silence).binding_agreements] == ["XA"]


def test_a_change_of_blanks_or_of_another_language_opens_nothing_again(cast, text, silence):
    agree(cast, silence, "XA/focal_point")
    base = revise(cast, text, FIRST, TYPOGRAPHY)
    document = Document.of(p.with_text("pt", "Outra coisa.") if p.id == SECOND else p for p in document_of(base))
    changed = save_revision(actor=cast.secretariat, text=text, document=document, base=base, reason="", at=NOW)
    change_text(cast, silence, changed)
    assert asked_again(cast, silence) == {}
    assert state(cast, silence).agreement_of("XA")


def test_a_new_passage_opens_again_what_was_agreed_to_as_a_whole(cast, text, silence):
    agree(cast, silence, "XA/focal_point")
    agree(cast, silence, "XB/focal_point", FIRST)
    change_text(cast, silence, add_passage(cast, text))
    assert asked_again(cast, silence) == {"XA": ("000000000p99",)}


def test_who_is_asked_again_agrees_again_to_the_text_as_it_now_stands(cast, text, silence):
    agree(cast, silence, "XA/focal_point")
    change_text(cast, silence, revise(cast, text))
    agree(cast, silence, "XA/alternate", at=AFTER)
    assert asked_again(cast, silence) == {}
    assert state(cast, silence).agreement_of("XA").at == AFTER
    with refused(No.ALREADY_AGREED):
        agree(cast, silence, at=AFTER)


def test_a_text_that_is_changed_back_binds_who_agreed_to_it(cast, text, silence):
    agree(cast, silence, "XA/focal_point")
    first = document_of(latest_revision(text))
    base = revise(cast, text)
    change_text(cast, silence, base)
    back = save_revision(actor=cast.secretariat, text=text, document=first, base=base, reason="", at=NOW)
    change_text(cast, silence, back, at=AFTER)
    assert asked_again(cast, silence) == {}


def test_nobody_agrees_to_a_passage_that_is_not_on_the_table(cast, silence):
    with refused(No.NO_SUCH_PASSAGE):
        agree(cast, silence, "XA/focal_point", "000000000zzz")


def test_an_objection_and_a_reservation_outlive_a_change_of_the_text(cast, text, silence):
    object_to(cast, silence, "XA/focal_point")
    declare(cast, silence, "XB/focal_point")
    change_text(cast, silence, revise(cast, text))
    found = state(cast, silence, AFTER)
    assert isinstance(found.outcome(AFTER), Blocked)
    assert [d.party.code for d in found.declarations] == ["XB"]


def test_a_silence_on_other_words_lasts_again_seventy_two_hours(cast, text, silence):
    late = SILENCE_ENDS - HOUR
    changed = revise(cast, text)
    with refused(No.SILENCE_TOO_SHORT):
        change_text(cast, silence, changed, ends=late + 71 * HOUR, at=late)
    with refused(No.DEADLINE_MISSING):
        change_text(cast, silence, changed, ends=None, at=late)
    change_text(cast, silence, changed, ends=late + 72 * HOUR, at=late)
    assert state(cast, silence).deadline == late + 72 * HOUR
    commands.conclude_silence(procedure=silence, at=late + 72 * HOUR + TICK)
    assert Edition.objects.get().revision == changed


def test_a_changed_text_never_brings_the_deadline_nearer(cast, text, silence):
    change_text(cast, silence, revise(cast, text), ends=NOW + 4 * DAY)
    assert state(cast, silence).deadline == SILENCE_ENDS
    assert not Extension.objects.exists()
    assert Line.objects.get(act="text-changed").facts["deadline"] == SILENCE_ENDS.isoformat()


def test_the_text_of_a_meeting_changes_without_a_deadline(cast, text):
    meeting = propose(cast, text, kind=ProcedureKind.MEETING)
    agree(cast, meeting, "XA/focal_point")
    change_text(cast, meeting, revise(cast, text), ends=None)
    assert asked_again(cast, meeting) == {"XA": (FIRST,)}
    assert Line.objects.get(act="text-changed").facts["deadline"] == ""


def test_only_the_secretariat_changes_the_text_and_only_to_another_one(cast, text, silence):
    with refused(No.SAME_TEXT):
        change_text(cast, silence, latest_revision(text))
    changed = revise(cast, text)
    for who in ("XA/focal_point", "network/chair", "network/translator", "network/observer"):
        with refused(Shared.NOT_YOURS):
            change_text(cast, silence, changed, who=who)
    with refused(Shared.NOT_FRESH):
        commands.change_text(
            actor=cast.actor("network/secretariat", fresh=False), procedure=silence, revision=changed,
            local=SILENCE_ENDS.replace(tzinfo=None), zone="UTC", reason="", at=AFTER,
        )  # fmt: skip  # one row of a table, read as one


def test_an_edition_is_not_put_on_the_table_again(cast, text, silence):
    adopted = latest_revision(text)
    commands.conclude_silence(procedure=silence, at=SILENCE_ENDS + TICK)
    revise(cast, text)
    again = propose(cast, text, at=SILENCE_ENDS + HOUR, ends=SILENCE_ENDS + 9 * DAY)
    with refused(No.ALREADY_ADOPTED):
        change_text(cast, again, adopted, ends=SILENCE_ENDS + 9 * DAY, at=SILENCE_ENDS + 2 * HOUR)


def test_a_text_is_not_changed_while_a_silence_that_is_over_waits_for_a_vacant_member(cast, text):
    procedure, changed = propose(cast, text), revise(cast, text)
    with refused(No.SILENCE_OVER):
        change_text(cast, procedure, changed, ends=SILENCE_ENDS + 9 * DAY, at=SILENCE_ENDS + TICK)
