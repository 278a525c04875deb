"""Who may open: admitting, removing, leading, taking over; and renewing the keys."""

from datetime import timedelta

import pytest

from cast import NOW
from tejido.ledger.refusals import No as Shared
from tejido.ledger.refusals import Refused
from tejido.registry.models import Mandate
from tejido.risk import commands, keys, proof
from tejido.risk.models import Admission, Analysis, Asking, Opening, Version
from tejido.risk.names import Act, No, Outcome, Readers
from tejido.risk.queries.access import NotOpen, access_of, admission_for, sleeping_for
from tejido.risk.queries.pages import own_analyses
from tejido.risk.tests.made import ALT, BROWSER, FP, JUS, VA, admitted, begun, opened, saved, unlock
from tejido.risk.tests.test_opening import refused

pytestmark = pytest.mark.django_db
PHRASE = "una frase de paso larga"
LATER = NOW + timedelta(days=1)


def seat(cast, who):
    return cast.seats[cast.office(who)]


def followed(cast, who, *, by):
    """The mandate of that office has ended, and the person of another office holds it since."""
    before = cast.mandates[cast.office(who)]
    Mandate.objects.filter(key=before.key).update(until=LATER)
    cast.mandates[cast.office(who)] = Mandate.objects.create(
        seat=seat(cast, who), account=cast.account(by), since=LATER
    )
    cast.mandates[cast.office(who)] = Mandate.objects.select_related("seat__institution__member").get(
        key=cast.mandates[cast.office(who)].key
    )


## Admitting and removing


def test_who_leads_admits_a_held_seat_of_the_same_member(cast):
    row = begun(cast)
    unlock(cast, row)
    admitted(cast, row)
    assert unlock(cast, row, ALT).cells["title"] == "Primer análisis"

    def admit(who, *, by=FP, fresh=True):
        return commands.admit(actor=cast.actor(by, fresh=fresh), analysis=row, seat=seat(cast, who), at=NOW)

    refused(No.ALREADY_ADMITTED, admit, ALT)
    refused(No.NOT_OF_MEMBER, admit, "XB/focal_point")
    refused(No.NOT_OF_MEMBER, admit, "XC/alternate")
    refused(No.NOT_OF_MEMBER, admit, "network/secretariat")
    refused(No.ONLY_LEAD, admit, JUS, by=ALT)
    refused(Shared.NOT_FRESH, admit, JUS, fresh=False)


def test_a_removal_holds_at_once_also_where_it_is_open_and_in_a_save_under_way(cast):
    row = begun(cast)
    admitted(cast, row)
    found = unlock(cast, row, ALT)
    commands.remove(actor=cast.actor(FP), analysis=row, seat=seat(cast, ALT).key, at=NOW)
    assert not Opening.objects.exists()
    with pytest.raises(Admission.DoesNotExist):
        opened(cast, row, ALT)
    with pytest.raises(Admission.DoesNotExist):
        commands.save_cells(actor=cast.actor(ALT), opened=found, base=1, changes={"3.words": "x"}, at=NOW)


def test_a_seat_goes_by_itself_and_who_leads_hands_over_first(cast):
    row = begun(cast)
    admitted(cast, row)

    def remove(who, *, by, fresh=True):
        actor = cast.actor(by, fresh=fresh)
        return commands.remove(actor=actor, analysis=row, seat=seat(cast, who).key, at=NOW)

    refused(No.HAND_OVER_FIRST, remove, FP, by=FP)
    refused(No.ONLY_LEAD, remove, FP, by=ALT)
    refused(No.NOT_ADMITTED, remove, JUS, by=FP)
    refused(Shared.NOT_FRESH, remove, ALT, by=ALT, fresh=False)
    remove(ALT, by=ALT)
    assert [a.seat_id for a in Admission.objects.filter(ended_at=None)] == [seat(cast, FP).key]


def test_the_lead_is_handed_to_an_admitted_seat(cast):
    row = begun(cast)
    admitted(cast, row)

    def hand(who, *, by=FP):
        return commands.hand_lead(actor=cast.actor(by), analysis=row, seat=seat(cast, who).key, at=NOW)

    refused(No.NOT_ADMITTED, hand, JUS)
    refused(No.ONLY_LEAD, hand, ALT, by=ALT)
    hand(ALT)
    commands.remove(actor=cast.actor(ALT), analysis=row, seat=seat(cast, FP).key, at=NOW)
    assert [(a.seat_id, a.leads) for a in Admission.objects.filter(ended_at=None)] == [(seat(cast, ALT).key, True)]


## Whoever follows in a seat


def test_whoever_follows_in_a_seat_is_not_admitted_with_it(cast):
    row = begun(cast)
    admitted(cast, row)
    unlock(cast, row)
    followed(cast, FP, by=JUS)
    with pytest.raises(Admission.DoesNotExist):
        admission_for(cast.actor(FP), row.key)
    (own,) = own_analyses(cast.actor(FP), BROWSER, LATER)
    assert own.is_asleep
    assert own.cells is None
    sleeping = sleeping_for(cast.actor(FP), row.key)
    refused(No.SOMEBODY_THERE, commands.take_over, actor=cast.actor(FP), sleeping=sleeping, at=LATER)
    commands.admit(actor=cast.actor(ALT), analysis=row, seat=seat(cast, FP), at=LATER)
    assert admission_for(cast.actor(FP), row.key).leads


def test_where_nobody_is_there_any_more_the_next_holder_takes_over(cast):
    row = begun(cast)
    followed(cast, FP, by=JUS)
    sleeping = sleeping_for(cast.actor(FP), row.key)
    refused(Shared.NOT_FRESH, commands.take_over, actor=cast.actor(FP, fresh=False), sleeping=sleeping, at=LATER)
    commands.take_over(actor=cast.actor(FP), sleeping=sleeping, at=LATER)
    assert unlock(cast, row, at=LATER).cells["title"] == "Primer análisis"


def test_without_the_passphrase_taking_over_opens_nothing(cast):
    row = begun(cast, passphrase=PHRASE)
    followed(cast, FP, by=JUS)
    commands.take_over(actor=cast.actor(FP), sleeping=sleeping_for(cast.actor(FP), row.key), at=LATER)
    refused(No.WRONG_PASSPHRASE, unlock, cast, row, at=LATER)


## Keys


def test_new_keys_open_what_there_is_and_old_keys_open_nothing(cast, django_capture_on_commit_callbacks):
    row = begun(cast)
    admitted(cast, row)
    unlock(cast, row, ALT)
    found = unlock(cast, row)
    saved(cast, row, _summary_title="T", _summary_3={"words": "W"})
    found = opened(cast, row)
    asking = commands.ask_release(
        actor=cast.actor(FP), opened=found, readers=Readers.NETWORK, codes=[], at=NOW, seen=_digest(found)
    )
    old, old_file = bytes(Analysis.objects.get().wrapped), keys.read(row.key, 1)
    with django_capture_on_commit_callbacks(execute=True):
        commands.renew_keys(actor=cast.actor(FP), opened=found, passphrase=PHRASE, at=NOW)
    for who in (FP, ALT):
        with pytest.raises(NotOpen):
            opened(cast, row, who)
    with pytest.raises(keys.KeyLost):
        keys.read(row.key, 1)
    again = unlock(cast, row, ALT, passphrase=PHRASE)
    assert again.cells["summary.title"] == "T"
    assert again.data_key != found.data_key
    assert Version.objects.count() == 1
    stolen = proof.unwrap(old, old_file, "", {}, row.key, 1)
    with pytest.raises(proof.NotAuthentic):
        proof.unseal_cells(stolen, bytes(Version.objects.get().sealed), row.key, again.analysis.version)
    waiting = Asking.objects.get(key=asking.key)
    commands.settle(actor=cast.actor(ALT), opened=again, asking=waiting, outcome=Outcome.AGREED, at=NOW)


def _digest(found):
    from tejido.risk.terms import summary_of

    return proof.digest_of(summary_of(found.cells))


def test_a_file_that_a_crash_left_is_passed_over_and_destroyed_later(cast, django_capture_on_commit_callbacks):
    row = begun(cast)
    left = keys.make(row.key, 1)
    with django_capture_on_commit_callbacks(execute=True):
        commands.renew_keys(actor=cast.actor(FP), opened=unlock(cast, row), passphrase="", at=NOW)
    assert left[0] == 2
    assert [path.name for path in keys._folder().iterdir()] == [f"{row.key}-3"]
    assert unlock(cast, row).cells["title"] == "Primer análisis"


def test_an_old_file_that_a_crash_left_is_destroyed_by_the_clock(cast):
    row = begun(cast)
    commands.renew_keys(actor=cast.actor(FP), opened=unlock(cast, row), passphrase="", at=NOW)
    assert keys.read(row.key, 1)  # nothing is committed in this test
    commands.run_due(at=NOW)
    assert [path.name for path in keys._folder().iterdir()] == [f"{row.key}-2"]


def test_of_two_who_renew_the_keys_at_once_the_second_is_told(cast):
    row = begun(cast)
    found = unlock(cast, row)
    commands.renew_keys(actor=cast.actor(FP), opened=found, passphrase="", at=NOW)
    refused(Shared.STALE, commands.renew_keys, actor=cast.actor(FP), opened=found, passphrase="", at=NOW)
    assert unlock(cast, row).cells["title"] == "Primer análisis"


def test_renewing_that_fails_keeps_the_old_keys(cast, monkeypatch):
    row = begun(cast)
    admitted(cast, row)
    refused(
        No.ONLY_LEAD, commands.renew_keys, actor=cast.actor(ALT), opened=unlock(cast, row, ALT), passphrase="", at=NOW
    )
    refused(
        No.SHORT_PASSPHRASE, commands.renew_keys, actor=cast.actor(FP), opened=unlock(cast, row), passphrase="x", at=NOW
    )
    assert [path.name for path in keys._folder().iterdir()] == [f"{row.key}-1"]
    assert opened(cast, row).cells["title"] == "Primer análisis"


## What the page of access shows


def test_the_journal_names_seats_and_acts_for_the_admitted(cast):
    row = begun(cast)
    admitted(cast, row)
    found = access_of(unlock(cast, row), NOW)
    assert [line.act for line in found.lines] == [Act.OPENED, Act.ADMITTED, Act.BEGUN]
    assert {m.seat.office for m in found.candidates} == {
        "XA/validating_authority/MRE", "XA/representative/JUS", "XA/representative/DEF",
    }  # fmt: skip  # one set
    assert found.leader is not None
    assert found.leader.seat.office == "XA/focal_point/MRE"
    assert all(holds for _row, holds in found.rows)


def test_who_is_refused_is_refused_by_a_named_no(cast):
    row = begun(cast)
    with pytest.raises(Refused):
        commands.remove(actor=cast.actor(FP), analysis=row, seat=seat(cast, VA).key, at=NOW)
