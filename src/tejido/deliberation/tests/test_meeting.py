"""Adoption in a meeting: the chair declares what is the case, and nobody of record is missing or objects."""

import pytest

from cast import NOW, make_text
from tejido.curriculum.models import Edition
from tejido.deliberation import commands, sentences
from tejido.deliberation.models import Adoption, MeetingDecision, Procedure
from tejido.deliberation.names import No, ProcedureKind
from tejido.deliberation.pages import procedure_strip
from tejido.engine.procedure import Open, Waiting
from tejido.ledger.models import Line
from tejido.ledger.refusals import No as Shared
from tejido.web.components import Tone

from .doings import HOUR, agree, declare, object_to, propose, refused, state

AFTER = NOW + 3 * HOUR


@pytest.fixture
def meeting(cast, text) -> Procedure:
    """The text proposed for adoption in a meeting. Nobody sits for Cumbre."""
    return propose(cast, text, kind=ProcedureKind.MEETING)


@pytest.fixture
def agreed_by_cumbre(cast, filled_cumbre, meeting) -> None:
    """Cumbre agreed in words."""
    agree(cast, meeting, "XC/focal_point")


def conclude(cast, procedure, *present, who="network/chair", at=AFTER):
    return commands.conclude_meeting(actor=cast.actor(who), procedure=procedure, present=list(present), at=at)


def words(cast, procedure, at=AFTER):
    return str(sentences.of_procedure(state(cast, procedure, at), at).text)


def test_the_chair_declares_adopted_what_all_agreed_to_or_were_present_for(cast, meeting, agreed_by_cumbre):
    agree(cast, meeting, "XA/focal_point")
    with refused(No.NOT_ALL_AGREE) as said:
        conclude(cast, meeting)
    assert "XB" in said[0].sentence
    assert "XA" not in said[0].sentence
    adoption = conclude(cast, meeting, "XB", "ZZ")  # whoever is not of record does not count
    assert (adoption.at, adoption.edition.number) == (AFTER, 1)
    assert MeetingDecision.objects.get().present == ["XB"]
    assert Line.objects.get(act="meeting-concluded").facts["present"] == ["XB"]
    assert Line.objects.get(act="text-adopted").office == "network/chair/PRE"


def test_an_objection_is_not_overruled_by_those_in_the_room(cast, meeting, agreed_by_cumbre):
    made = object_to(cast, meeting, "XA/focal_point")
    with refused(No.NOT_ALL_AGREE) as said:
        conclude(cast, meeting, "XA", "XB", "XC")
    assert "XA" in said[0].sentence
    commands.lift_objection(actor=cast.actor("XA/focal_point"), objection=made, at=NOW + 2 * HOUR)
    assert conclude(cast, meeting, "XA", "XB")


def test_whoever_sits_on_a_vacant_seat_speaks_for_nobody(cast, meeting):
    with refused(No.NOT_ALL_AGREE) as said:
        conclude(cast, meeting, "XA", "XB", "XC")
    assert "XC" in said[0].sentence
    assert not MeetingDecision.objects.exists()


def test_nobody_but_the_chair_declares_the_outcome_and_only_with_a_fresh_factor(cast, meeting, agreed_by_cumbre):
    for who in ("network/secretariat", "XA/focal_point", "network/observer"):
        with refused(Shared.NOT_YOURS):
            conclude(cast, meeting, "XA", "XB", who=who)
    stale = cast.actor("network/chair", fresh=False)
    with refused(Shared.NOT_FRESH):
        commands.conclude_meeting(actor=stale, procedure=meeting, present=["XA", "XB"], at=AFTER)
    assert not Edition.objects.exists()


def test_an_outcome_is_declared_once(cast, meeting, agreed_by_cumbre):
    conclude(cast, meeting, "XA", "XB")
    with refused(No.PROCEDURE_CLOSED):
        conclude(cast, meeting, "XA", "XB")
    with refused(No.PROCEDURE_CLOSED):
        object_to(cast, meeting, at=AFTER)
    assert Adoption.objects.count() == 1


def test_a_silence_is_not_ended_by_the_chair(cast, text):
    silence = propose(cast, text)
    with refused(No.NOT_A_MEETING):
        conclude(cast, silence, "XA", "XB", "XC")


def test_the_sentence_names_who_is_missing_until_the_chair_can_declare(cast, meeting, agreed_by_cumbre):
    found = state(cast, meeting)
    assert found.outcome(AFTER) == Open(("XA", "XB"), Waiting.AGREEMENT)
    assert "XA" in words(cast, meeting)
    assert "XC" not in words(cast, meeting)
    agree(cast, meeting, "XA/focal_point")
    agree(cast, meeting, "XB/focal_point")
    assert sentences.of_procedure(state(cast, meeting), AFTER).tone == Tone.DONE
    assert conclude(cast, meeting)


def test_the_strip_shows_how_each_member_stands(cast, meeting, agreed_by_cumbre):
    def strip():
        return {cell.code: cell.state for cell in procedure_strip(state(cast, meeting, AFTER), AFTER).cells}

    declare(cast, meeting, "XB/focal_point")
    assert strip() == {"XA": "none", "XB": "reserved", "XC": "agreed"}
    conclude(cast, meeting, "XA", "XB")
    assert strip() == {"XA": "agreed", "XB": "reserved", "XC": "agreed"}


def test_in_a_mechanism_its_focal_point_chairs_and_its_institutions_agree(cast, mechanism):
    policy = make_text(cast, mechanism, by="XA/focal_point", slug="politica")
    inner = propose(cast, policy, who="XA/focal_point", kind=ProcedureKind.MEETING)
    agree(cast, inner, "XA/representative/JUS")
    with refused(Shared.NOT_YOURS):
        conclude(cast, inner, "DEF", who="XA/representative/DEF")
    with pytest.raises(Procedure.DoesNotExist):
        conclude(cast, inner, "DEF")  # the network's chair knows nothing of it
    assert conclude(cast, inner, "DEF", who="XA/focal_point").edition.number == 1
    assert Line.objects.get(act="text-adopted").tree_id == "member:XA"
