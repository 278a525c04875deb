"""What ends with a seminar that is cancelled, begins or is over, and what of a person ends with their data."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.test import Client, TestCase

from cast import NOW
from tejido.ledger.refusals import No as Shared
from tejido.ledger.refusals import Refused
from tejido.nominations import commands, jobs
from tejido.nominations.commands import Terms
from tejido.nominations.commands.passing import give_link
from tejido.nominations.models import Nominee
from tejido.nominations.names import No, Standing
from tejido.nominations.queries.places import places_of
from tejido.nominations.queries.waiting import to_give, to_nominate
from tejido.people.models import Letter
from tejido.people.queries import guest_token
from tejido.seminars.commands import cancel_seminar
from tejido.seminars.models import Seminar
from tejido.seminars.names import State
from tejido.seminars.tests.made import announced

from .doings import AFTER, change, enter, give, nominate, open_call, person
from .made import participant

pytestmark = pytest.mark.django_db


@pytest.fixture
def call(cast):
    return open_call(cast, announced(cast))


def refused(code, do):
    with pytest.raises(Refused) as problem:
        do()
    assert problem.value.refusal.code == code


def token_of(row, until):
    row.refresh_from_db()
    give_link(row, until)
    row.save()
    return guest_token(row.seed)


def cancelled(call):
    Seminar.objects.filter(key=call.seminar_id).update(state=State.CANCELLED)


def to_guests():
    return sorted(Letter.objects.exclude(address="").values_list("address", flat=True))


def test_what_was_submitted_is_changed_and_not_emptied_so_that_places_can_be_given(cast, call):
    [row] = nominate(cast, call)
    draft = enter(cast, call, number=2)
    for name, nothing in (("email", ""), ("name", ""), ("post", ""), ("institution", None)):
        refused(No.INCOMPLETE, lambda name=name, nothing=nothing: change(cast, row, **{name: nothing}))
    change(cast, draft, email="")
    give(cast, call)
    assert to_guests() == [row.email]


def test_to_nobody_without_an_address_a_letter_is_queued(cast, call):
    row = participant(cast, call, email="", standing=Standing.NOMINATED)
    give(cast, call)
    row.refresh_from_db()
    assert (row.standing, Letter.objects.count()) == (Standing.ADMITTED, 0)


def test_to_a_cancelled_seminar_nobody_is_called_nominated_or_admitted(cast, call):
    row = enter(cast, call)
    nominate(cast, call, "XB")
    cancelled(call)
    refused(No.IS_OFF, lambda: enter(cast, call))
    refused(No.IS_OFF, lambda: change(cast, row, name="X"))
    assert jobs.run_due(call.deadline - timedelta(days=2)) == 0
    assert (to_nominate(cast.actor("XA/focal_point"), NOW), to_give(cast.secretariat, AFTER)) == ([], [])
    refused(No.IS_OFF, lambda: give(cast, call))


def test_a_place_in_a_cancelled_seminar_is_neither_confirmed_nor_passed_on(cast, call):
    call.seminar.capacity = 2
    call.seminar.save()
    first, second = nominate(cast, call, "XA", 2)
    nominate(cast, call, "XB", 2)
    give(cast, call)
    token = token_of(first, call.begins_at)
    cancelled(call)
    refused(No.IS_OFF, lambda: commands.confirm_place(token=token, given={}, at=AFTER))
    actor = cast.actor("XA/focal_point")
    refused(No.IS_OFF, lambda: commands.replace_nominee(
        actor=actor, nominee=first, given=person(cast, number=9), reason="Viaja otra.", at=AFTER))  # fmt: skip
    commands.decline_by_link(token=token, at=AFTER)
    assert sorted(row.standing for row in Nominee.objects.all()) == ["admitted", "declined", "waiting", "waiting"]
    assert Nominee.objects.get(key=second.key).standing == Standing.WAITING


def test_who_has_a_place_is_told_that_the_seminar_is_cancelled_and_nobody_else(cast, call):
    participant(cast, call, email="has@example.org")
    participant(cast, call, "XB", standing=Standing.ADMITTED, email="admitted@example.org")
    participant(cast, call, number=2, standing=Standing.WAITING, email="waits@example.org")
    participant(cast, call, number=3, erased_at=NOW, email="")
    with TestCase.captureOnCommitCallbacks(execute=True):
        cancel_seminar(actor=cast.secretariat, seminar=call.seminar, reason="Sin sede.", language="es", at=AFTER)
    assert to_guests() == ["admitted@example.org", "has@example.org"]
    assert not Letter.objects.exclude(address="").exclude(page="").exists()


def test_once_the_seminar_has_begun_no_place_is_given_declined_or_passed_on(cast, call):
    call.seminar.capacity = 1
    call.seminar.save()
    first, second = nominate(cast, call, "XA", 2)
    refused(No.HAS_BEGUN, lambda: give(cast, call, at=call.begins_at))
    assert to_give(cast.secretariat, call.begins_at) == []
    give(cast, call)
    token = token_of(first, call.ends_at + timedelta(days=7))
    refused(No.HAS_BEGUN, lambda: commands.decline_by_link(token=token, at=call.begins_at))
    refused(No.HAS_ENDED, lambda: commands.confirm_place(token=token, given={}, at=call.ends_at))
    commands.confirm_place(token=token, given={}, at=call.ends_at - timedelta(minutes=1))
    again = token_of(first, call.ends_at + timedelta(days=7))
    commands.confirm_place(token=again, given={}, at=call.ends_at)
    second.refresh_from_db()
    assert second.standing == Standing.WAITING


def test_a_seat_deletes_a_person_by_a_formal_act_of_which_the_member_is_told(cast, call):
    [row] = nominate(cast, call)
    draft = enter(cast, call, number=2)
    own = cast.actor("XA/focal_point")
    for who in (cast.secretariat, own):
        stale = replace(who, is_fresh=False)
        refused(Shared.NOT_FRESH, lambda who=stale: commands.erase_person(actor=who, nominee=row, at=NOW))
    Letter.objects.all().delete()
    with TestCase.captureOnCommitCallbacks(execute=True):
        commands.erase_person(actor=own, nominee=draft, at=NOW)
    assert not Letter.objects.exists()
    with TestCase.captureOnCommitCallbacks(execute=True):
        commands.erase_person(actor=cast.secretariat, nominee=row, at=NOW)
    assert {letter.to.email.split(".")[0] for letter in Letter.objects.all()} == {"xa"}
    assert not Letter.objects.filter(body__contains=row.name).exists()


def test_what_the_clock_deletes_on_schedule_is_told_to_nobody(cast, call):
    nominate(cast, call)
    Letter.objects.all().delete()
    with TestCase.captureOnCommitCallbacks(execute=True):
        commands.erase_call(call=call, at=call.is_kept_until)
    assert not Letter.objects.exists()


def test_of_somebody_whose_data_were_deleted_meanwhile_nothing_is_kept_and_nothing_goes_out(monkeypatch, cast, call):
    row = participant(cast, call)
    email, stale = row.email, Nominee.objects.select_related("call__seminar").get(key=row.key)
    commands.erase_person(actor=cast.secretariat, nominee=row, at=call.begins_at)
    refused(No.ERASED, lambda: commands.tell_needs(nominee=stale, given={"diet": "todo"}, at=call.begins_at))
    refused(No.ERASED, lambda: commands.decline_place(nominee=stale, at=call.begins_at))
    refused(No.NOT_ADMITTED, lambda: commands.send_link(actor=cast.secretariat, nominee=stale, at=call.begins_at))
    monkeypatch.setattr("tejido.nominations.commands.answering.reached_at", lambda _email: [stale])
    commands.ask_for_link(email=email, at=call.begins_at)
    row.refresh_from_db()
    assert (row.seed, to_guests()) == ("", [])


def test_letters_go_with_the_person_also_those_to_an_earlier_address_and_no_others(cast, call):
    row = participant(cast, call, email="before@example.org")
    other = participant(cast, call, "XB", email="shared@example.org")
    commands.ask_for_link(email="before@example.org", at=NOW)
    Nominee.objects.filter(key=row.key).update(email="shared@example.org")
    commands.ask_for_link(email="shared@example.org", at=NOW + timedelta(hours=1))
    commands.erase_person(actor=cast.secretariat, nominee=row, at=AFTER)
    assert [letter.occasion.split(":")[1] for letter in Letter.objects.exclude(address="")] == [other.key]


def test_a_browser_that_came_in_before_by_another_link_is_let_go_once_a_new_one_is_used(at_now, cast, call):
    at_now(NOW)
    row = participant(cast, call, standing=Standing.ADMITTED)
    thief, owner = Client(), Client()
    thief.post(f"/invitations/{token_of(row, NOW + timedelta(days=9))}/", {"language": "es"})
    token = token_of(row, NOW + timedelta(days=9))
    assert thief.get("/taking-part/details/").status_code == 200, "who only asks for a link ends nobody's session"
    owner.post(f"/invitations/{token}/", {"language": "es"})
    assert [who.get("/taking-part/details/").status_code for who in (thief, owner)] == [404, 200]


def test_places_are_bound_to_how_many_there_are_as_well(cast, call):
    nominate(cast, call)
    seen = places_of(call).digest
    commands.change_call(actor=cast.secretariat, call=call, terms=Terms(1, 1), at=NOW)
    refused(No.PLACES_MOVED, lambda: give(cast, call, seen=seen))


def test_a_house_without_a_network_has_nothing_to_do():
    assert jobs.run_due(NOW) == 0
