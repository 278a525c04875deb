"""Adoption by silence: broken by one reasoned objection, lifted only by who raised it."""

import pytest

from cast import NOW, SECOND, make_text
from tejido.curriculum.models import Edition
from tejido.curriculum.queries import latest_revision
from tejido.deliberation import commands, sentences
from tejido.deliberation.models import Adoption, Lapse, Objection, Procedure
from tejido.deliberation.names import DeclarationKind, No, ProcedureKind
from tejido.deliberation.pages import procedure_strip
from tejido.deliberation.queries.procedures import declaration_for, objection_for, procedure_for
from tejido.engine.procedure import Adopted, Blocked, Lapsed, Open, Waiting
from tejido.ledger.actors import PUBLIC
from tejido.ledger.models import Line
from tejido.ledger.refusals import No as Shared
from tejido.registry.models import Party
from tejido.web.components import Tone

from .doings import (
    DAY,
    HOUR,
    SILENCE_ENDS,
    TICK,
    agree,
    change_text,
    conclude,
    declare,
    extend,
    lift,
    object_to,
    propose,
    refused,
    request,
    revise,
    state,
)

OPEN_AGAIN = SILENCE_ENDS + 5 * DAY


## Silence, agreement and objection


def test_silence_until_the_deadline_adopts_the_text(cast, text, silence):
    agree(cast, silence, "XA/focal_point")
    assert state(cast, silence, SILENCE_ENDS).outcome(SILENCE_ENDS) == Open(
        ("XB", "XC"), Waiting.SILENCE, SILENCE_ENDS, ()
    )
    assert not conclude(silence, SILENCE_ENDS)
    assert conclude(silence)
    adoption = Adoption.objects.get(procedure=silence)
    assert adoption.at == SILENCE_ENDS
    assert (adoption.edition.number, adoption.edition.revision) == (1, latest_revision(text))
    assert Line.objects.get(act="text-adopted").office == "clock"


@pytest.mark.parametrize(("after", "is_counted"), [(-TICK, True), (0 * TICK, True), (TICK, False)])
def test_an_objection_counts_until_the_very_second_of_the_deadline(cast, silence, after, is_counted):
    at = SILENCE_ENDS + after
    if is_counted:
        object_to(cast, silence, at=at)
        conclude(silence)
        assert Lapse.objects.get(procedure=silence).at == SILENCE_ENDS
        return
    with refused(No.OBJECTION_LATE):
        object_to(cast, silence, at=at)
    conclude(silence)
    assert Adoption.objects.filter(procedure=silence).exists()
    assert not Objection.objects.exists()


def test_a_late_objection_is_told_the_same_whether_or_not_the_clock_has_written_the_end_down(cast, silence):
    at = SILENCE_ENDS + HOUR
    with refused(No.OBJECTION_LATE) as before:
        object_to(cast, silence, at=at)
    conclude(silence, at)
    with refused(No.OBJECTION_LATE) as after:
        object_to(cast, silence, at=at)
    assert before[0].sentence == after[0].sentence


def test_an_objection_says_why_and_what_would_lift_it(cast, silence):
    with refused(No.REASON_MISSING):
        object_to(cast, silence, reason=" ")
    with refused(No.OBJECTION_NEEDS_WORDING):
        object_to(cast, silence, wording=" ")
    with refused(No.NO_SUCH_PASSAGE):
        object_to(cast, silence, passage="000000000zzz")
    assert object_to(cast, silence, passage="").passage == ""
    line = Line.objects.get(act="objection-raised")
    assert "No corresponde" not in str(line.facts)
    assert line.details == {"said": "No corresponde."}


def test_one_objection_breaks_the_silence_of_all(cast, silence):
    agree(cast, silence, "XB/focal_point")
    made = object_to(cast, silence)
    assert state(cast, silence).outcome(NOW + 2 * HOUR) == Blocked(("XA",), (made.key,), SILENCE_ENDS)
    said = sentences.of_procedure(state(cast, silence), NOW + 2 * HOUR)
    assert (said.tone, "XA" in said.text) == (Tone.ALERT, True)


def test_only_who_raised_an_objection_lifts_it(cast, silence):
    made = object_to(cast, silence)
    with refused(No.NOT_WHO_RAISED) as said:
        lift(cast, made, "XB/focal_point")
    assert "XA" in said[0].sentence
    for who in ("network/secretariat", "network/chair", "XA/representative/JUS", "XA/validating_authority"):
        with refused(Shared.NOT_YOURS):
            lift(cast, made, who)
    with refused(Shared.NOT_FRESH):
        commands.lift_objection(actor=cast.actor("XA/focal_point", fresh=False), objection=made, at=NOW + HOUR)
    lift(cast, made, "XA/alternate")
    with refused(No.ALREADY_LIFTED):
        lift(cast, made)
    conclude(silence)
    assert Adoption.objects.filter(procedure=silence).exists()


def test_an_objection_that_stands_at_the_deadline_lapses_the_procedure_for_good(cast, text, silence):
    made = object_to(cast, silence)
    with refused(No.PROCEDURE_CLOSED):
        lift(cast, made, at=SILENCE_ENDS + TICK)
    assert state(cast, silence).outcome(SILENCE_ENDS + TICK) == Lapsed(SILENCE_ENDS, ("XA",), (made.key,))
    assert conclude(silence)
    assert not Edition.objects.exists()
    assert Line.objects.get(act="procedure-lapsed").facts["objections"] == [made.key]
    assert propose(cast, text, at=SILENCE_ENDS + HOUR, ends=SILENCE_ENDS + 9 * DAY)


def test_a_member_that_agreed_may_still_object_and_agrees_again_only_after_lifting(cast, silence):
    agree(cast, silence)
    with refused(No.ALREADY_AGREED):
        agree(cast, silence, "XA/alternate")
    made = object_to(cast, silence)
    with refused(No.OBJECTION_STANDS):
        agree(cast, silence)
    assert isinstance(state(cast, silence).outcome(NOW + 2 * HOUR), Blocked)
    lift(cast, made)
    assert isinstance(state(cast, silence).outcome(NOW + 3 * HOUR), Open)


def test_nobody_but_the_acting_seats_of_a_member_of_record_agrees_or_objects(cast, silence):
    for who in ("network/secretariat", "network/chair", "XA/representative/JUS", "XA/validating_authority"):
        for act in (agree, object_to, declare, request):
            with refused(Shared.NOT_YOURS):
                act(cast, silence, who)
    stale = cast.actor("XA/focal_point", fresh=False)
    with refused(Shared.NOT_FRESH):
        commands.agree(actor=stale, procedure=silence, passages=[], at=NOW + HOUR)


def test_a_member_that_is_not_of_record_neither_agrees_nor_objects(cast, text):
    Party.objects.filter(code="XB").update(until=NOW.date())
    procedure = propose(cast, text)
    for act in (agree, object_to, declare, request):
        with refused(No.NOT_OF_RECORD) as said:
            act(cast, procedure, "XB/focal_point")
        assert "XB" in said[0].sentence


def test_a_closed_procedure_takes_no_act_any_more(cast, text, silence):
    reserve = declare(cast, silence)
    changed = revise(cast, text)
    conclude(silence)
    at = SILENCE_ENDS + HOUR
    for act in (
        lambda: agree(cast, silence, at=at),
        lambda: declare(cast, silence, at=at),
        lambda: request(cast, silence, at=at),
        lambda: extend(cast, silence, OPEN_AGAIN, at=at),
        lambda: commands.withdraw_declaration(actor=cast.actor("XA/focal_point"), declaration=reserve, at=at),
        lambda: change_text(cast, silence, changed, at=at),
    ):
        with refused(No.PROCEDURE_CLOSED):
            act()


def test_nothing_slips_in_between_the_deadline_and_the_clock(cast, text, silence):
    """The end of a silence is decided by its deadline, not by when a job writes it down."""
    at = SILENCE_ENDS + TICK
    changed = revise(cast, text, at=SILENCE_ENDS - DAY)
    for act in (
        lambda: agree(cast, silence, at=at),
        lambda: declare(cast, silence, at=at),
        lambda: extend(cast, silence, OPEN_AGAIN, at=at),
        lambda: change_text(cast, silence, changed, ends=OPEN_AGAIN, at=at),
    ):
        with refused(No.PROCEDURE_CLOSED):
            act()
    conclude(silence, at)
    assert Adoption.objects.get().edition.revision.number == 1


def test_the_strip_shows_how_each_member_stands(cast, text):
    def strip(at):
        return {cell.code: cell.state for cell in procedure_strip(state(cast, procedure, at), at).cells}

    procedure = propose(cast, text)
    assert strip(NOW) == {"XA": "none", "XB": "none", "XC": "vacant"}
    assert strip(SILENCE_ENDS + TICK) == {"XA": "silent", "XB": "silent", "XC": "vacant"}
    agree(cast, procedure, "XA/focal_point")
    declare(cast, procedure, "XB/focal_point")
    assert strip(NOW + 2 * HOUR) == {"XA": "agreed", "XB": "reserved", "XC": "vacant"}
    made = object_to(cast, procedure, "XA/focal_point")
    assert strip(NOW + 2 * HOUR)["XA"] == "objected"
    lift(cast, made)
    assert strip(NOW + 3 * HOUR)["XA"] == "agreed"


## Reservations and declarations


def test_a_reservation_blocks_nothing_and_says_something(cast, silence):
    with refused(No.HAS_NO_TEXT):
        declare(cast, silence, es=" ")
    with refused(No.NO_SUCH_PASSAGE):
        declare(cast, silence, passage="000000000zzz")
    made = declare(cast, silence)
    assert made.texts == {"es": "Con reserva."}
    assert isinstance(state(cast, silence).outcome(NOW + 2 * HOUR), Open)
    conclude(silence)
    assert Adoption.objects.exists()


def test_a_declaration_is_taken_back_by_who_made_it(cast, silence):
    made = declare(cast, silence, kind=DeclarationKind.INTERPRETATIVE, passage="")
    with refused(No.NOT_WHO_DECLARED) as said:
        commands.withdraw_declaration(actor=cast.actor("XB/focal_point"), declaration=made, at=NOW + 2 * HOUR)
    assert "XA" in said[0].sentence
    for _twice in range(2):
        commands.withdraw_declaration(actor=cast.actor("XA/alternate"), declaration=made, at=NOW + 2 * HOUR)
    assert state(cast, silence).declarations == ()
    assert Line.objects.filter(act="declaration-withdrawn").count() == 1
    with pytest.raises(type(made).DoesNotExist):
        declaration_for(cast.actor("XA/focal_point"), made.key)


def test_a_procedure_with_all_that_is_in_it_is_unknown_to_strangers(cast, mechanism):
    text = make_text(cast, mechanism, by="XA/focal_point", slug="politica")
    procedure = propose(cast, text, who="XA/focal_point")
    objection = object_to(cast, procedure, "XA/representative/JUS")
    declaration = declare(cast, procedure, "XA/representative/DEF")
    own = cast.actor("XA/validating_authority")
    assert objection_for(own, objection.key) == objection
    assert declaration_for(own, declaration.key) == declaration
    for stranger in (cast.actor("XB/focal_point"), cast.secretariat, PUBLIC):
        for load, key in ((objection_for, objection.key), (declaration_for, declaration.key)):
            with pytest.raises((Objection.DoesNotExist, type(declaration).DoesNotExist)):
                load(stranger, key)
        with pytest.raises(Procedure.DoesNotExist):
            procedure_for(stranger, procedure.key, NOW)


def test_an_extension_cannot_reach_a_meeting(cast, text):
    procedure = propose(cast, text, kind=ProcedureKind.MEETING)
    with refused(No.NOT_A_SILENCE):
        extend(cast, procedure, OPEN_AGAIN)
    with refused(No.NOT_A_SILENCE):
        request(cast, procedure)
    assert procedure.deadline is None


def test_two_objections_of_one_member_are_both_to_be_lifted(cast, silence):
    first, second = object_to(cast, silence), object_to(cast, silence, passage=SECOND)
    lift(cast, first)
    assert isinstance(state(cast, silence).outcome(NOW + 3 * HOUR), Blocked)
    lift(cast, second)
    assert isinstance(state(cast, silence).outcome(SILENCE_ENDS + TICK), Adopted)
