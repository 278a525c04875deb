"""Adoption by silence: at least 72 hours, broken by one reasoned objection, lifted only by who raised it; a vacant seat
never consents."""

import threading

import pytest
from django.db import connection

from cast import FOUNDED, NOW, SECOND, make_text
from tejido.curriculum.models import Edition
from tejido.curriculum.queries import latest_revision
from tejido.deliberation import commands, sentences
from tejido.deliberation.jobs import PATIENCE, run_due
from tejido.deliberation.models import Adoption, Lapse, Objection, Procedure
from tejido.deliberation.names import DeclarationKind, No, ProcedureKind
from tejido.deliberation.queries.procedures import declaration_for, objection_for, open_procedure_of, procedure_for
from tejido.engine.procedure import Adopted, Blocked, Lapsed, Open, Waiting
from tejido.ledger.actors import CONSOLE, PUBLIC
from tejido.ledger.models import Line
from tejido.ledger.refusals import No as Shared
from tejido.registry.commands import end_mandate, enter_member, enter_standing
from tejido.registry.models import Party
from tejido.registry.names import Status
from tejido.web.components import Tone

from .doings import (
    DAY,
    HOUR,
    SILENCE_ENDS,
    TICK,
    agree,
    change_text,
    declare,
    dispose,
    extend,
    fill_cumbre,
    lines,
    local,
    object_to,
    propose,
    refused,
    released,
    revise,
    state,
)

OPEN_AGAIN = SILENCE_ENDS + 5 * DAY
MEMBERS = {"XA", "XB", "XC"}


@pytest.fixture
def silence(cast, filled_cumbre, text) -> Procedure:
    """Ten days of silence on the text, with somebody in every member's seat."""
    return propose(cast, text)


def lift(cast, objection, who="XA/focal_point", *, at=NOW + 2 * HOUR):
    commands.lift_objection(actor=cast.actor(who), objection=objection, at=at)


def request(cast, procedure, who="XA/focal_point", *, reason="Falta tiempo.", at=NOW + HOUR):
    return commands.request_extension(actor=cast.actor(who), procedure=procedure, reason=reason, at=at)


def conclude(procedure, at=SILENCE_ENDS + TICK):
    return commands.conclude_silence(procedure=procedure, at=at)


## Opening


@pytest.mark.parametrize(("lasts", "is_allowed"), [(72 * HOUR - TICK, False), (72 * HOUR, True)])
def test_a_silence_leaves_every_capital_seventy_two_hours(cast, text, lasts, is_allowed):
    if is_allowed:
        assert propose(cast, text, ends=NOW + lasts).deadline == NOW + lasts
        return
    with refused(No.SILENCE_TOO_SHORT) as said:
        propose(cast, text, ends=NOW + lasts)
    assert "72" in said[0].sentence


def test_seventy_two_hours_are_counted_in_elapsed_time_whatever_the_clocks_do(cast, text):
    # Santiago puts its clocks forward in the night to 5 September 2027: three days on the wall are 71 hours.
    opened = NOW.replace(month=9, day=3, hour=16)
    with refused(No.SILENCE_TOO_SHORT):
        commands.propose(
            actor=cast.secretariat, text=text, revision=latest_revision(text), kind=ProcedureKind.SILENCE,
            local=local(opened, "America/Santiago") + 3 * DAY, zone="America/Santiago", explanation={}, at=opened,
        )  # fmt: skip  # one row of a table, read as one


def test_a_silence_needs_an_end(cast, text):
    with refused(No.DEADLINE_MISSING):
        commands.propose(
            actor=cast.secretariat, text=text, revision=latest_revision(text), kind=ProcedureKind.SILENCE, local=None,
            zone="UTC", explanation={}, at=NOW,
        )  # fmt: skip


def test_nobody_but_the_secretariat_proposes_and_only_with_a_fresh_factor(cast, text):
    for who in ("XA/focal_point", "network/chair", "network/observer", "network/translator"):
        with refused(Shared.NOT_YOURS):
            propose(cast, text, who=who)
    with refused(Shared.NOT_FRESH):
        commands.propose(
            actor=cast.actor("network/secretariat", fresh=False), text=text, revision=latest_revision(text),
            kind=ProcedureKind.MEETING, local=None, zone="UTC", explanation={}, at=NOW,
        )  # fmt: skip


def test_a_text_is_not_proposed_while_a_comment_has_no_answer(cast, text, round_):
    released(cast, round_)
    with refused(No.UNANSWERED) as said:
        propose(cast, text)
    assert "1" in said[0].sentence
    dispose(cast, round_, lines(round_)["XA-1"].comment)
    assert propose(cast, text)


def test_one_procedure_at_a_time(cast, text, silence):
    assert open_procedure_of(text) == silence
    with refused(No.PROCEDURE_IS_OPEN):
        propose(cast, text)
    conclude(silence)
    assert open_procedure_of(text) is None
    with refused(No.ALREADY_ADOPTED):
        propose(cast, text, at=SILENCE_ENDS + HOUR, ends=SILENCE_ENDS + 9 * DAY)
    revise(cast, text, at=SILENCE_ENDS + HOUR)
    assert propose(cast, text, at=SILENCE_ENDS + HOUR, ends=SILENCE_ENDS + 9 * DAY)


def test_nobody_adopts_where_nobody_is_of_record(cast, text):
    Party.objects.update(since=NOW.date() + DAY)
    with refused(No.NO_MEMBERS):
        propose(cast, text)


def test_the_members_of_record_are_fixed_when_the_text_is_proposed(cast, text):
    def entered(code, **standing):
        member = enter_member(actor=CONSOLE, code=code, name={"es": code}, languages=["es"], since=FOUNDED, at=NOW)
        values = {"status": Status.MEMBER, "since": FOUNDED, "says": {}, "source": "tests"} | standing
        enter_standing(actor=CONSOLE, member=member, at=NOW, **values)

    entered("XD", is_disputed=True)
    procedure = propose(cast, text)
    entered("XE")
    assert state(cast, procedure).codes == MEMBERS
    assert Line.objects.get(act="procedure-opened").facts["members"] == ["XA", "XB", "XC"]


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


## Vacant seats


def test_a_vacant_seat_is_never_silent_consent(cast, text):
    procedure = propose(cast, text)
    after = SILENCE_ENDS + 365 * DAY
    assert state(cast, procedure, after).outcome(after) == Open(("XC",), Waiting.VACANT, SILENCE_ENDS, ("XC",))
    assert not conclude(procedure, after)
    said = sentences.of_procedure(state(cast, procedure, after), after)
    assert "XC" in said.text
    for act in (
        lambda: extend(cast, procedure, after + 9 * DAY, at=after),
        lambda: request(cast, procedure, at=after),
    ):
        with refused(No.SILENCE_OVER):
            act()


def test_a_member_whose_seat_is_filled_after_the_deadline_still_has_to_agree_in_words(cast, text):
    procedure, later = propose(cast, text), SILENCE_ENDS + 2 * DAY
    fill_cumbre(cast, since=SILENCE_ENDS + DAY)
    assert not conclude(procedure, later)
    agree(cast, procedure, "XC/focal_point", at=later)
    assert conclude(procedure, later + TICK)
    assert Adoption.objects.get().at == later


def test_a_seat_that_was_held_for_a_part_of_the_extended_silence_is_not_vacant(cast, text):
    procedure = propose(cast, text)
    extend(cast, procedure, OPEN_AGAIN)
    fill_cumbre(cast, since=SILENCE_ENDS + DAY)
    assert state(cast, procedure, OPEN_AGAIN).vacant == frozenset()
    assert conclude(procedure, OPEN_AGAIN + TICK)


def test_a_seat_left_before_the_silence_began_is_vacant(cast, text):
    for office in ("XB/focal_point/MRE", "XB/alternate/MRE"):
        end_mandate(actor=CONSOLE, mandate=cast.mandates[office], until=NOW - HOUR, at=NOW)
    procedure = propose(cast, text)
    assert state(cast, procedure).vacant == {"XB", "XC"}


## Time


def test_an_extension_gives_all_more_time(cast, silence):
    extend(cast, silence, OPEN_AGAIN)
    assert state(cast, silence).deadline == OPEN_AGAIN
    object_to(cast, silence, at=OPEN_AGAIN)
    assert not conclude(silence, OPEN_AGAIN)
    assert conclude(silence, OPEN_AGAIN + TICK)
    assert Lapse.objects.get().at == OPEN_AGAIN


def test_a_silence_is_never_made_shorter_and_only_the_secretariat_extends_it(cast, silence):
    for ends in (SILENCE_ENDS, SILENCE_ENDS - DAY):
        with refused(No.NOT_LATER):
            extend(cast, silence, ends)
    with refused(No.DEADLINE_PAST):
        extend(cast, silence, NOW)
    for who in ("XA/focal_point", "network/chair", "network/observer"):
        with refused(Shared.NOT_YOURS):
            extend(cast, silence, OPEN_AGAIN, who=who)


def test_a_member_asks_for_more_time_with_a_reason_and_the_extension_names_it(cast, silence):
    with refused(No.REASON_MISSING):
        request(cast, silence, reason=" ")
    request(cast, silence, "XB/focal_point")
    assert [row.party.code for row in state(cast, silence).pending_requests] == ["XB"]
    extend(cast, silence, OPEN_AGAIN, at=NOW + 2 * HOUR)
    found = state(cast, silence)
    assert found.extensions[0].requested_by.code == "XB"
    assert found.pending_requests == ()
    extend(cast, silence, OPEN_AGAIN + DAY, at=NOW + 3 * HOUR)
    assert state(cast, silence).extensions[1].requested_by is None


## The clock


def test_a_job_that_runs_late_says_what_one_in_time_would_have_said(cast, silence):
    run_due(SILENCE_ENDS + 400 * DAY)
    adoption = Adoption.objects.get()
    assert adoption.at == adoption.edition.sealed_at == SILENCE_ENDS
    assert Line.objects.get(act="text-adopted").at == SILENCE_ENDS


def test_a_job_that_runs_twice_adopts_once(cast, silence):
    assert conclude(silence)
    assert not conclude(silence)
    run_due(SILENCE_ENDS + HOUR)
    assert Edition.objects.count() == 1


def test_the_clock_waits_for_what_came_in_time_and_is_not_yet_written_down(cast, silence):
    run_due(SILENCE_ENDS + PATIENCE)
    assert not Adoption.objects.exists()
    object_to(cast, silence, at=SILENCE_ENDS)
    run_due(SILENCE_ENDS + PATIENCE + TICK)
    assert Lapse.objects.exists()


def test_the_clock_leaves_an_extended_silence_open(cast, silence):
    extend(cast, silence, OPEN_AGAIN)
    run_due(SILENCE_ENDS + DAY)
    assert not Adoption.objects.exists()


def test_two_clocks_at_once_adopt_once(on_file, cast, text):
    fill_cumbre(
        cast,
    )
    procedure, start, done = propose(cast, text), threading.Barrier(2), []

    def job():
        start.wait()
        done.append(conclude(procedure))
        connection.close()

    threads = [threading.Thread(target=job) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(done) == [False, True]
    assert Edition.objects.count() == Line.objects.filter(act="text-adopted").count() == 1


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
