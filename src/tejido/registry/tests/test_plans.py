"""A network is founded as it was planned, or not at all."""

from dataclasses import replace
from datetime import date

import pytest

from cast import NOW
from tejido.ledger.actors import CONSOLE
from tejido.ledger.models import Line
from tejido.ledger.refusals import Refused
from tejido.people.models import Account
from tejido.registry.commands import Plan, PlannedMember, found_by_plan, found_network
from tejido.registry.models import Body, Member, Network, Party
from tejido.registry.queries import members_of_record, secretariat_holders

pytestmark = pytest.mark.django_db
SINCE = date(2027, 1, 1)


def member(row, code, *communities, **more):
    return PlannedMember(row, code, {"en": code, "ar": code}, SINCE, "a treaty", communities, **more)


PLAN = Plan(
    name={"en": "Network of the South", "sw": "Mtandao wa Kusini"},
    languages=["en", "fr", "pt", "ar", "sw"],
    zone="Africa/Addis_Ababa",
    email="st@example.org",
    person="Secretariat",
    language="en",
    secretariat={"en": "Technical Secretariat"},
    silence_hours=120,
    decided="founding meeting",
    tiers={"community": {"en": "Regional economic community"}, "local": {"en": "Local peace committee"}},
    communities={"EAST": {"en": "Community of the East"}},
    members=(member(2, "XA", "EAST"), member(3, "XB"), member(4, "XO", status="observer")),
)


def refusal(plan):
    with pytest.raises(Refused) as caught:
        found_by_plan(actor=CONSOLE, plan=plan, at=NOW)
    for table in (Network, Member, Body, Party, Account, Line):
        assert not table.objects.exists(), "nothing of it is founded"
    return caught.value.refusal


def test_all_of_the_plan_stands():
    founded = found_by_plan(actor=CONSOLE, plan=PLAN, at=NOW)
    row = founded.network
    assert (row.languages, row.negotiated_language, row.silence_hours) == (PLAN.languages, "en", 120)
    assert [line.member.code for line in members_of_record(NOW.date())] == ["XA", "XB"]
    community = Body.objects.get(kind="community")
    assert [(p.code, p.source) for p in Party.objects.filter(body=community)] == [("XA", "a treaty")]
    assert secretariat_holders(NOW) == [founded.account] or founded.seat.role == "secretariat"


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"languages": []}, "not_a_language"),
        ({"languages": ["en", "en"]}, "not_a_language"),
        ({"languages": ["English please"]}, "not_a_language"),
        ({"zone": "Africa/Atlantis"}, "not_a_zone"),
        ({"silence_hours": 1}, "silence_span"),
        ({"tiers": {"province": {}}}, "unknown_tier"),
        ({"decided": ""}, "not_decided"),
        ({"communities": {"EAST": {"en": "E"}}, "tiers": {}}, "not_a_tier"),
    ],
)
def test_a_plan_that_does_not_stand_founds_nothing(changed, code):
    assert refusal(replace(PLAN, **changed)).code == code


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        (member(7, "xa"), "is no code"),
        (member(7, "XA"), "already in the register"),
        (member(7, "XC", "WEST"), "WEST"),
        (replace(member(7, "XC"), source=" "), "Nobody is a member without one"),
        (replace(member(7, "XC"), name={}), "Give the name"),
    ],
)
def test_a_row_that_is_refused_is_named_with_its_reason(wrong, why):
    found = refusal(replace(PLAN, members=(*PLAN.members, wrong)))
    assert found.code == "row_refused"
    assert found.values["row"] == 7
    assert why in found.sentence


def test_a_folder_holds_one_network():
    found_network(actor=CONSOLE, name={"es": "Red"}, languages=["es"], zone="UTC", at=NOW)
    with pytest.raises(Refused) as caught:
        found_by_plan(actor=CONSOLE, plan=PLAN, at=NOW)
    assert str(caught.value) == "network_exists"
