"""Committees: the secretariat creates them, members join and leave by their own act."""

from datetime import timedelta

import pytest

from cast import NOW
from tejido.ledger.models import Line
from tejido.ledger.refusals import Refused
from tejido.registry.commands import create_committee, join_committee, leave_committee, let_member_leave
from tejido.registry.models import Party
from tejido.registry.names import Act, Task
from tejido.registry.queries import accounts_of_body, bodies_of, capacity, committees, parties_of_record
from tejido.registry.rules import tasks


@pytest.fixture
def committee(cast):
    return create_committee(actor=cast.secretariat, name={"es": "Comité de memoria"}, at=NOW)


def refusal(call):
    with pytest.raises(Refused) as caught:
        call()
    return str(caught.value)


def test_the_secretariat_creates_a_committee_and_nobody_else_does(cast, committee):
    assert committees() == [committee]
    assert Line.objects.get(act=Act.COMMITTEE_CREATED).tree_id == "network"
    who = cast.actor("XA/focal_point")
    assert refusal(lambda: create_committee(actor=who, name={"es": "Otro"}, at=NOW)) == "not_yours"


def test_a_member_that_joined_is_a_party_and_its_seats_speak_for_it(cast, committee):
    party = join_committee(actor=cast.actor("XA/alternate"), body=committee, at=NOW)
    assert (party.code, party.since) == ("XA", NOW.date())
    assert capacity(cast.actor("XA/focal_point"), committee).party == party
    assert parties_of_record(committee, NOW.date()) == [party]
    assert {a.email for a in accounts_of_body(committee, NOW)["XA"]} == {
        cast.account("XA/focal_point").email,
        cast.account("XA/alternate").email,
    }


def test_every_seat_of_the_network_may_read_and_only_the_parties_have_one_to_speak_for(cast, committee):
    join_committee(actor=cast.actor("XA/focal_point"), body=committee, at=NOW)
    other = cast.actor("XB/focal_point")
    assert committee in bodies_of(other)
    assert capacity(other, committee).party is None
    assert Task.FACILITATE in tasks(cast.secretariat, committee)
    assert Task.CHAIR in tasks(cast.actor("network/chair"), committee)


def test_a_member_leaves_and_comes_back_as_a_party_anew_and_both_spans_stay(cast, committee):
    who, day = cast.actor("XA/focal_point"), timedelta(days=1)
    join_committee(actor=who, body=committee, at=NOW)
    assert refusal(lambda: join_committee(actor=who, body=committee, at=NOW)) == "already_joined"
    leave_committee(actor=who, body=committee, at=NOW + 10 * day)
    assert capacity(who, committee).party is None
    assert refusal(lambda: leave_committee(actor=who, body=committee, at=NOW)) == "not_joined"
    back = join_committee(actor=who, body=committee, at=NOW + 20 * day)
    spans = [(party.since, party.until) for party in Party.objects.filter(body=committee)]
    today = NOW.date()
    assert spans == [(today, today + 10 * day), (today + 20 * day, None)]
    assert [len(parties_of_record(committee, today + n * day)) for n in (0, 9, 10, 19, 20)] == [1, 1, 0, 0, 1]
    assert capacity(who, committee).party == back
    assert Line.objects.filter(act=Act.PARTY_LEFT).count() == 1


def test_who_comes_back_on_the_day_it_left_had_not_left(cast, committee):
    who = cast.actor("XA/focal_point")
    party = join_committee(actor=who, body=committee, at=NOW)
    leave_committee(actor=who, body=committee, at=NOW)
    assert join_committee(actor=who, body=committee, at=NOW).key == party.key
    assert [(p.since, p.until) for p in Party.objects.filter(body=committee)] == [(NOW.date(), None)]


def test_who_leaves_the_network_leaves_its_committees_and_joins_none(cast, committee):
    other = create_committee(actor=cast.secretariat, name={"es": "Otro"}, at=NOW)
    who, until = cast.actor("XA/focal_point"), NOW.date() - timedelta(days=5)
    join_committee(actor=who, body=committee, at=NOW - timedelta(days=30))
    join_committee(actor=who, body=other, at=NOW)  # after the day on which it turns out to have left
    join_committee(actor=cast.actor("XB/focal_point"), body=committee, at=NOW)
    let_member_leave(actor=cast.secretariat, member=cast.members["XA"], until=until, source="nota", at=NOW)
    ends = {party.body_id: party.until for party in Party.objects.filter(code="XA", body__kind="committee")}
    assert ends == {committee.key: until, other.key: NOW.date()}
    assert [party.code for party in parties_of_record(committee, NOW.date())] == ["XB"]
    assert capacity(who, committee).party is None
    left = [line.facts["body"] for line in Line.objects.filter(act=Act.PARTY_LEFT)]
    assert sorted(left) == sorted([committee.key, other.key])
    assert refusal(lambda: join_committee(actor=who, body=committee, at=NOW)) == "not_in_network"


@pytest.mark.parametrize("who", ["network/secretariat", "XA/validating_authority", "XA/representative/JUS"])
def test_only_the_seats_that_act_for_a_member_join_and_leave(cast, committee, who):
    for act in (join_committee, leave_committee):
        assert refusal(lambda act=act: act(actor=cast.actor(who), body=committee, at=NOW)) == "not_yours"


def test_nobody_joins_or_leaves_the_network_this_way(cast):
    who = cast.actor("XA/focal_point")
    for act in (join_committee, leave_committee):
        assert refusal(lambda act=act: act(actor=who, body=cast.body, at=NOW)) == "not_a_committee"
