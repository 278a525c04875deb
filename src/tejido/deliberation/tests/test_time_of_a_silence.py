"""The end of a silence: extended for all, decided by its deadline and not by when a job runs. A vacant seat never
consents."""

import threading

from django.db import connection

from cast import NOW
from tejido.curriculum.models import Edition
from tejido.deliberation import commands, sentences
from tejido.deliberation.jobs import run_due
from tejido.deliberation.models import Adoption, Lapse
from tejido.deliberation.names import No
from tejido.engine.procedure import Open, Waiting
from tejido.ledger.actors import CONSOLE
from tejido.ledger.models import Line
from tejido.ledger.refusals import No as Shared
from tejido.registry.commands import end_mandate

from .doings import (
    DAY,
    HOUR,
    SILENCE_ENDS,
    TICK,
    agree,
    conclude,
    extend,
    fill_cumbre,
    local,
    object_to,
    propose,
    refused,
    request,
    state,
)

OPEN_AGAIN = SILENCE_ENDS + 5 * DAY


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


def test_extending_a_silence_asks_for_a_second_factor_shown_minutes_ago(cast, silence):
    stale = cast.actor("network/secretariat", fresh=False)
    with refused(Shared.NOT_FRESH):
        commands.extend_silence(
            actor=stale, procedure=silence, local=local(OPEN_AGAIN), zone="America/Asuncion", reason="", at=NOW
        )


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
    for seconds in (1, 30, 60):
        run_due(SILENCE_ENDS + seconds * TICK)
    assert not Adoption.objects.exists()
    object_to(cast, silence, at=SILENCE_ENDS)
    run_due(SILENCE_ENDS + 61 * TICK)
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
