"""Promises: who made them, what became of them, and what goes to the next meeting."""

from datetime import timedelta

from cast import NOW
from tejido.ledger.models import Line
from tejido.meetings import commands
from tejido.meetings.models import Carried, Commitment, Item
from tejido.meetings.names import Act, ItemKind
from tejido.meetings.queries.commitments import (
    carried_by,
    commitment_for,
    commitments_of,
    open_commitments,
    own_open_commitments,
    to_carry,
)
from tejido.meetings.queries.meetings import body_for
from tejido.registry.models import Party

from .doings import ALDEA, BRISA, DAY, SEC, approved, closed, first_item, prepare, promise, refused, report

DUE = (NOW + 60 * DAY).date()


def test_one_party_or_one_seat_promises(cast):
    meeting = closed(cast)
    seat = cast.seats["network/secretariat/SEC"].key
    assert [promise(cast, meeting, due=DUE).number, promise(cast, meeting, seat=seat).number] == [1, 2]
    decision = commands.enter_decision(
        actor=cast.secretariat, item=first_item(meeting), texts={"es": "Se decide."}, at=NOW
    )
    assert promise(cast, meeting, decision=decision).item == decision.item
    assert refused(promise, cast, meeting, seat=seat, party="XA") == "nobody_promised"
    assert refused(promise, cast, meeting, seat="") == "nobody_promised"
    assert refused(promise, cast, meeting, texts={"es": ""}) == "no_words"
    assert refused(promise, cast, meeting, party="ZZ") == "not_party"
    assert refused(promise, cast, meeting, seat="nobody") == "not_of_body"
    assert refused(promise, cast, meeting, ALDEA) == "not_yours"
    assert refused(promise, cast, approved(cast, number=15)) == "minutes_are_approved"


def test_who_promised_reports_and_nobody_else_says_that_it_is_done(cast):
    row = promise(cast, closed(cast), due=DUE)
    report(cast, row)
    assert refused(report, cast, row, BRISA) == "not_who_promised"
    assert refused(report, cast, row, SEC, kind="done") == "not_who_promised"
    assert refused(report, cast, row, words=" ") == "reason_needed"
    report(cast, row, "XA/alternate", kind="done", words="Enviado.")
    assert Commitment.objects.get().standing == "done"
    assert refused(report, cast, row) == "commitment_ended"
    assert Line.objects.get(act=Act.COMMITMENT_DONE).details == {"said": "Enviado."}


def test_a_seat_s_own_promise_is_its_own(cast):
    row = promise(cast, closed(cast), seat=cast.seats["network/secretariat/SEC"].key)
    report(cast, row, SEC, kind="done")
    assert Commitment.objects.get().standing == "done"
    other = promise(cast, closed(cast, number=15), seat=cast.seats["XB/focal_point/MRE"].key)
    assert refused(report, cast, other) == "not_who_promised"


def test_who_left_and_came_back_keeps_what_it_had_promised(cast, mechanism):
    row = promise(cast, closed(cast, mechanism, ALDEA), ALDEA, party="JUS")
    gone = row.party
    Party.objects.filter(key=gone.key).update(until=(NOW + DAY).date())
    assert refused(report, cast, row, "XA/representative/DEF") == "not_who_promised"
    Party.objects.create(
        body=mechanism, code="JUS2", name=gone.name, institution_id=gone.institution_id, since=(NOW + 2 * DAY).date()
    )
    assert [line.commitment for line in own_open_commitments(cast.actor("XA/representative/JUS"))] == [row]
    report(cast, row, "XA/representative/JUS", kind="done")
    assert Commitment.objects.get().standing == "done"


def test_a_promise_made_anew_has_a_later_day(cast):
    row = promise(cast, closed(cast), due=DUE)
    assert refused(report, cast, row, kind="renewed") == "day_needed"
    assert refused(report, cast, row, kind="renewed", due=DUE) == "day_needed"
    report(cast, row, kind="renewed", due=DUE + timedelta(days=30))
    row = Commitment.objects.get()
    assert (row.standing, row.due, row.is_open) == ("renewed", DUE + timedelta(days=30), True)
    undated = promise(cast, closed(cast, number=15))
    report(cast, undated, SEC, kind="renewed", due=DUE)
    report(cast, undated, SEC, kind="dropped", words="Ya no hace falta.")
    assert not Commitment.objects.get(key=undated.key).is_open


def test_ours_are_those_of_our_party_and_of_our_seat(cast):
    meeting = closed(cast)
    mine = promise(cast, meeting, due=DUE)
    theirs = promise(cast, meeting, party="XB")
    found = open_commitments(cast.actor(ALDEA))
    assert [(line.commitment, line.is_ours) for line in found] == [(mine, True), (theirs, False)]
    assert [line.commitment for line in own_open_commitments(cast.actor(ALDEA))] == [mine]
    assert found[0].is_overdue(DUE + timedelta(days=1))
    assert not found[0].is_overdue(DUE)
    assert not found[1].is_overdue(DUE)
    report(cast, mine, kind="done")
    body = body_for(cast.actor(ALDEA), cast.body.key)
    assert len(commitments_of(cast.actor(ALDEA), body)) == 2
    assert len(commitments_of(cast.actor(ALDEA), body, only_open=True)) == 1
    assert len(commitment_for(cast.actor(BRISA), mine.key)[1].reports) == 1


def test_open_commitments_go_to_the_next_agenda_by_one_act_and_only_once(cast):
    meeting = closed(cast)
    kept, ended = promise(cast, meeting, due=DUE), promise(cast, meeting)
    report(cast, ended, kind="done")
    later = prepare(cast, number=15, starts_at=meeting.starts_at + 9 * DAY, ends_at=meeting.ends_at + 9 * DAY)
    act = {"meeting": later, "at": NOW}
    assert to_carry(later) == [kept]
    assert refused(commands.carry_commitments, actor=cast.actor("network/chair"), **act) == "not_yours"
    item = commands.carry_commitments(actor=cast.secretariat, **act)
    assert item.kind == ItemKind.FOLLOW_UP
    assert set(item.title) == {"es", "pt"}
    assert carried_by([item.key])[item.key] == [kept]
    assert refused(commands.carry_commitments, actor=cast.secretariat, **act) == "nothing_to_carry"
    assert (Item.objects.filter(meeting=later).count(), Carried.objects.count()) == (1, 1)
    commands.strike_item(actor=cast.secretariat, item=item, at=NOW)
    assert to_carry(later) == [kept]


def test_what_has_no_day_comes_last_on_every_database(cast):
    meeting = closed(cast)
    promise(cast, meeting, texts={"es": "Algún día."})
    promise(cast, meeting, texts={"es": "Mañana."}, due=NOW.date())
    assert [row.number for row in Commitment.objects.all()] == [2, 1]
