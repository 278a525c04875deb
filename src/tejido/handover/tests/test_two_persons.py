"""While a procedure is open, two persons replace or end whoever signs in it."""

from datetime import timedelta

import pytest

from cast import NOW, ZONE, Cast, make_text
from tejido.deliberation.commands import conclude_silence, withdraw_proposal
from tejido.deliberation.names import ProcedureKind
from tejido.deliberation.tests.doings import fill_cumbre, object_to, propose
from tejido.handover.commands import Successor, agree_to_replacement, ask_replacement, refuse, tell_due, withdraw
from tejido.handover.models import Replacement
from tejido.handover.names import No
from tejido.handover.queries.replacements import requests_for
from tejido.ledger.actors import CONSOLE
from tejido.ledger.models import Line
from tejido.ledger.refusals import No as Shared
from tejido.ledger.refusals import Refused
from tejido.people.models import Account, Letter
from tejido.registry.commands import appoint, end_mandate
from tejido.registry.models import Hold, Mandate
from tejido.registry.names import No as Registry
from tejido.registry.queries import is_held, mandate_of

pytestmark = pytest.mark.django_db
HOUR = timedelta(hours=1)
EVA = Successor("Eva@example.org", "Eva", "es", ZONE)
FP, ALT, VA, JUS = "XA/focal_point", "XA/alternate", "XA/validating_authority", "XA/representative/JUS"
SEC, CHAIR = "network/secretariat", "network/chair"


@pytest.fixture
def procedure(cast: Cast):
    """A silence is open among all members."""
    return propose(cast, make_text(cast))


def code(call, **values) -> str:
    with pytest.raises(Refused) as refused:
        call(**values)
    return str(refused.value.refusal.code)


def seat(cast: Cast, who: str):
    return cast.seats[cast.office(who)]


def request(cast: Cast, who: str, of: str, *, successor=EVA, local=None, at=NOW) -> Replacement:
    return ask_replacement(
        actor=cast.actor(who), seat=seat(cast, of), local=local, zone=ZONE, successor=successor, at=at
    )


def leave(cast: Cast, *offices: str) -> None:
    """Their mandates have ended before anything was proposed."""
    for who in offices:
        Mandate.objects.filter(key=cast.mandates[cast.office(who)].key).update(until=NOW - HOUR)


def may_agree(cast: Cast, row: Replacement, *offices: str) -> list[str]:
    return [who for who in offices for r in requests_for(cast.actor(who), NOW) if r.row.key == row.key and r.may_agree]


## The hold


@pytest.mark.parametrize(
    ("who", "held"),
    [(FP, True), (ALT, True), (VA, True), (JUS, False), (CHAIR, True), (SEC, False), ("network/translator", False)],
)
def test_a_procedure_of_the_network_holds_who_signs_in_it(cast, procedure, who, held):
    assert is_held(seat(cast, who)) is held


def test_a_procedure_of_a_mechanism_holds_the_seats_of_its_member_only(cast, mechanism):
    assert not is_held(seat(cast, JUS))
    propose(cast, make_text(cast, mechanism, by=FP, slug="otro"), who=FP, kind=ProcedureKind.MEETING)
    assert [is_held(seat(cast, who)) for who in (JUS, FP, VA, "XB/focal_point", CHAIR, "XB/representative/JUS")] == [
        True, True, True, False, False, False,
    ]  # fmt: skip


def test_the_hold_is_lifted_when_the_text_is_taken_off_the_table(cast, procedure):
    withdraw_proposal(actor=cast.secretariat, procedure=procedure, reason="Falta acuerdo.", at=NOW + HOUR)
    assert not is_held(seat(cast, FP))
    assert Hold.objects.get().lifted_at == NOW + HOUR


@pytest.mark.parametrize("broken", [False, True])
def test_the_hold_is_lifted_when_the_silence_has_ended_adopted_or_not(cast, procedure, broken):
    fill_cumbre(cast)
    if broken:
        object_to(cast, procedure)
    assert conclude_silence(procedure=procedure, at=procedure.deadline + HOUR)
    assert not is_held(seat(cast, FP))


## One person


def test_without_a_procedure_one_person_does_it(cast):
    row = request(cast, ALT, FP)
    assert (row.settled_at, row.agreed_by_id, row.ends_at) == (NOW, None, NOW)
    assert mandate_of(seat(cast, FP), NOW).account.email == "eva@example.org"


def test_a_vacant_seat_is_filled_by_one_person_also_while_a_procedure_is_open(cast, procedure):
    leave(cast, ALT)
    values = {"email": "eva@example.org", "name": "Eva", "language": "es", "zone": ZONE}
    assert appoint(actor=cast.actor(FP), seat=seat(cast, ALT), at=NOW, **values).since == NOW
    assert code(request, cast=cast, who=FP, of="XC/alternate") == Shared.NOT_YOURS
    leave(cast, VA)
    assert code(request, cast=cast, who=FP, of=VA) == No.VACANT


def test_nobody_ends_a_held_mandate_alone_not_even_the_console(cast, procedure):
    mandate = cast.mandates[cast.office(ALT)]
    for actor in (cast.actor(FP), CONSOLE):
        assert code(end_mandate, actor=actor, mandate=mandate, until=NOW, at=NOW) == Registry.TWO_PERSONS
    jus = cast.mandates[cast.office(JUS)]
    end_mandate(actor=cast.actor(FP), mandate=jus, until=NOW, at=NOW)  # signs in nothing that is open


## Two persons


def test_one_asks_another_agrees_and_the_seat_changes_hands_in_that_minute(cast, procedure):
    row = request(cast, FP, ALT)
    assert row.settled_at is None
    assert mandate_of(seat(cast, ALT), NOW).key == cast.mandates[cast.office(ALT)].key
    agree_to_replacement(actor=cast.actor(VA), replacement=row, at=NOW + HOUR)
    row.refresh_from_db()
    assert row.agreed_by_id == cast.mandates[cast.office(VA)].key
    assert mandate_of(seat(cast, ALT), NOW + HOUR).key == row.incoming_id
    assert Mandate.objects.get(key=row.outgoing_id).until == Mandate.objects.get(key=row.incoming_id).since
    line = Line.objects.get(act="mandate-ended", mandate=cast.mandates[cast.office(FP)].key)
    assert line.facts["agreed"] == cast.actor(VA).office


def test_whoever_asked_neither_agrees_nor_refuses_also_from_another_seat(cast, procedure):
    row = request(cast, FP, ALT)
    for call in (agree_to_replacement, refuse):
        assert code(call, actor=cast.actor(FP), replacement=row, at=NOW) == Registry.SAME_PERSON
    Mandate.objects.filter(key=cast.mandates[cast.office(VA)].key).update(account=cast.account(FP))
    cast.mandates[cast.office(VA)].account = cast.account(FP)
    cast.mandates[cast.office(VA)].account_id = cast.account(FP).pk
    for call in (agree_to_replacement, refuse):
        assert code(call, actor=cast.actor(VA), replacement=row, at=NOW) == Registry.SAME_PERSON
    assert not Line.objects.filter(act="replacement-refused").exists()


def test_the_second_person_shows_a_second_factor_and_so_does_the_first(cast, procedure):
    row = request(cast, FP, ALT)
    assert code(agree_to_replacement, actor=cast.actor(VA, fresh=False), replacement=row, at=NOW) == Shared.NOT_FRESH
    stale = cast.actor(FP, fresh=False)
    values = {"local": None, "zone": ZONE, "successor": None, "at": NOW}
    assert code(ask_replacement, actor=stale, seat=seat(cast, VA), **values) == Shared.NOT_FRESH


@pytest.mark.parametrize("who", [JUS, "XB/focal_point", "XB/validating_authority", SEC, CHAIR, "network/observer"])
def test_nobody_else_agrees_or_refuses_or_knows_where_the_member_has_another_keeping_seat(cast, procedure, who):
    row = request(cast, FP, ALT)
    assert code(agree_to_replacement, actor=cast.actor(who), replacement=row, at=NOW) == Shared.NOT_YOURS
    assert code(refuse, actor=cast.actor(who), replacement=row, at=NOW) == Shared.NOT_YOURS
    assert requests_for(cast.actor(who), NOW) == []


def test_where_no_other_person_keeps_a_seat_the_secretariat_countersigns(cast, procedure):
    leave(cast, VA)
    row = request(cast, FP, ALT)
    assert may_agree(cast, row, FP, ALT, SEC, "XB/focal_point") == [ALT, SEC]  # who leaves may agree to it, too
    agree_to_replacement(actor=cast.secretariat, replacement=row, at=NOW)
    assert Letter.objects.filter(occasion=f"second-{row.key}").count() == 2


def test_the_only_holder_names_a_successor_with_the_secretariat(cast, procedure):
    leave(cast, VA, ALT)
    row = request(cast, FP, FP)
    assert may_agree(cast, row, FP, SEC) == [SEC]
    agree_to_replacement(actor=cast.secretariat, replacement=row, at=NOW)
    assert mandate_of(seat(cast, FP), NOW).account.email == "eva@example.org"


def test_the_chair_is_replaced_by_the_secretariat_with_a_focal_point_where_nobody_else_serves(cast, procedure):
    row = request(cast, SEC, CHAIR)
    assert may_agree(cast, row, SEC, "XB/focal_point", FP, CHAIR, VA) == ["XB/focal_point", FP]
    agree_to_replacement(actor=cast.actor("XB/focal_point"), replacement=row, at=NOW)
    assert mandate_of(seat(cast, CHAIR), NOW).account.email == "eva@example.org"


def test_a_refusal_and_a_withdrawal_leave_everything_as_it_was(cast, procedure):
    refused = request(cast, FP, ALT)
    refuse(actor=cast.actor(VA), replacement=refused, at=NOW)
    withdrawn = request(cast, FP, ALT)
    assert code(withdraw, actor=cast.actor(VA), replacement=withdrawn, at=NOW) == No.NOT_THE_ASKER
    withdraw(actor=cast.actor(FP), replacement=withdrawn, at=NOW)
    assert mandate_of(seat(cast, ALT), NOW).key == cast.mandates[cast.office(ALT)].key
    for row in (refused, withdrawn):
        for call, who in ((agree_to_replacement, VA), (refuse, VA), (withdraw, FP)):
            assert code(call, actor=cast.actor(who), replacement=row, at=NOW) == No.SETTLED
    assert not Account.objects.filter(email="eva@example.org").exists()


def test_a_request_dies_after_a_week_and_with_the_minute_it_was_meant_for(cast, procedure):
    old = request(cast, FP, ALT)
    assert code(request, cast=cast, who=FP, of=ALT) == No.ALREADY_ASKED
    late = NOW + timedelta(days=7)
    assert code(agree_to_replacement, actor=cast.actor(VA), replacement=old, at=late) == No.SETTLED
    local = (late + timedelta(days=1)).replace(tzinfo=None)
    new = request(cast, FP, ALT, local=local, at=late)
    assert code(agree_to_replacement, actor=cast.actor(VA), replacement=new, at=new.ends_at) == No.SETTLED
    agree_to_replacement(actor=cast.actor(VA), replacement=new, at=new.ends_at - timedelta(seconds=1))
    assert code(request, cast=cast, who=FP, of=ALT, at=late + HOUR) == No.ALREADY_SET


def test_a_request_of_somebody_whose_mandate_has_ended_is_asked_anew(cast, procedure):
    row = request(cast, FP, ALT)
    leave(cast, FP)
    assert code(agree_to_replacement, actor=cast.actor(VA), replacement=row, at=NOW) == No.ASKER_GONE


def test_nobody_follows_themselves(cast):
    same = Successor(cast.account(FP).email.upper(), "Yo", "es", ZONE)
    assert code(request, cast=cast, who=ALT, of=FP, successor=same) == No.SAME_HOLDER


@pytest.mark.parametrize("who", [JUS, "XB/focal_point", SEC])
def test_only_who_keeps_a_seat_asks(cast, who):
    assert code(request, cast=cast, who=who, of=FP) == Shared.NOT_YOURS


## What goes without a successor, without a mail, or twice


def test_a_mandate_can_end_without_a_successor(cast):
    row = request(cast, FP, ALT, successor=None)
    assert (row.incoming_id, row.settled_at) == (None, NOW)
    assert mandate_of(seat(cast, ALT), NOW) is None


def test_what_another_clock_has_told_already_is_not_told_again(cast, monkeypatch):
    row = request(cast, FP, ALT)
    Replacement.objects.filter(key=row.key).update(told_at=NOW)
    monkeypatch.setattr("tejido.handover.commands.replacements.due", lambda _at: [(row, NOW)])
    before = Line.objects.count()
    tell_due(at=NOW + HOUR)
    assert Line.objects.count() == before


def test_nobody_writes_to_an_invented_seat(cast):
    held = cast.mandates[cast.office(ALT)]
    Account.objects.filter(pk=held.account_id).update(is_demonstration=True)
    held = Mandate.objects.select_related("account", "seat__institution__member").get(key=held.key)
    end_mandate(actor=cast.actor(FP), mandate=held, until=NOW, at=NOW)
    values = {"email": held.account.email, "name": "Eva", "language": "es", "zone": ZONE}
    appoint(actor=cast.actor(FP), seat=seat(cast, ALT), at=NOW, **values)
    assert not Letter.objects.filter(to=held.account).exists()
