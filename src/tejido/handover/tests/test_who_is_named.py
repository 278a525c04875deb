"""Who comes and who goes is read by name in the own house only, also where the secretariat helps."""

from datetime import timedelta

import pytest

from cast import NOW, ZONE, Cast, make_text
from tejido.deliberation.tests.doings import propose
from tejido.handover.commands import Successor, ask_replacement, withdraw
from tejido.handover.queries.replacements import requests_for
from tejido.registry.models import Mandate

pytestmark = pytest.mark.django_db
EVA = Successor("eva@example.org", "Eva Paredes", "es", ZONE)
FP, ALT, VA, JUS = "XA/focal_point", "XA/alternate", "XA/validating_authority", "XA/representative/JUS"
SEC, CHAIR = "network/secretariat", "network/chair"
NAMES = ("Persona de XA/validating_authority", "Eva Paredes", "eva@example.org")


def request(cast: Cast, who: str, of: str, *, days: int = 0):
    local = (NOW + timedelta(days=days)).replace(tzinfo=None) if days else None
    seat = cast.seats[cast.office(of)]
    return ask_replacement(actor=cast.actor(who), seat=seat, local=local, zone=ZONE, successor=EVA, at=NOW)


def page(cast: Cast, who: str, of: str) -> str:
    answer = cast.client(who).get(f"/seats/{cast.seats[cast.office(of)].key}/succession/")
    assert answer.status_code == 200
    return answer.content.decode()


def nobody_acts_for_aldea(cast: Cast) -> None:
    keys = [cast.mandates[cast.office(who)].key for who in (FP, ALT)]
    Mandate.objects.filter(key__in=keys).update(until=NOW)


def test_the_own_house_reads_who_leaves_and_who_follows(cast, at_now):
    at_now(NOW)
    request(cast, FP, VA, days=2)
    html = page(cast, ALT, VA)
    assert all(name in html for name in NAMES)


def test_the_secretariat_that_helps_a_silent_member_reads_no_name_and_no_address(cast, at_now):
    at_now(NOW)
    request(cast, FP, VA, days=2)
    nobody_acts_for_aldea(cast)
    html = page(cast, SEC, VA)
    assert "Present holder" in html
    assert [name for name in NAMES if name in html] == []
    assert "Names of holders are shown to the seats of the same member only." in html


def test_the_secretariat_reads_the_names_of_the_network_s_own_seats(cast, at_now):
    at_now(NOW)
    request(cast, SEC, CHAIR, days=2)
    html = page(cast, SEC, CHAIR)
    assert all(name in html for name in ("Persona de network/chair/PRE", "Eva Paredes", "eva@example.org"))
    assert "Names of holders" not in html


def test_the_secretariat_sees_the_request_it_made_itself_and_can_withdraw_it(cast, at_now):
    at_now(NOW)
    nobody_acts_for_aldea(cast)
    propose(cast, make_text(cast))
    row = request(cast, SEC, VA)
    assert row.settled_at is None
    assert [(r.row.key, r.is_home, r.is_asker, r.may_agree) for r in requests_for(cast.secretariat, NOW)] == [
        (row.key, False, True, False)
    ]
    html = page(cast, SEC, VA)
    assert "You asked for it" in html
    assert [name for name in NAMES if name in html] == []
    withdraw(actor=cast.secretariat, replacement=row, at=NOW)
    assert requests_for(cast.secretariat, NOW) == []
