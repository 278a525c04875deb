"""Committees: the secretariat creates them, members join and leave by their own act."""

import pytest

from cast import NOW
from tejido.ledger.models import Line
from tejido.ledger.refusals import Refused
from tejido.registry.commands import create_committee, join_committee, leave_committee
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


def test_a_member_leaves_and_comes_back_as_the_same_party(cast, committee):
    who = cast.actor("XA/focal_point")
    party = join_committee(actor=who, body=committee, at=NOW)
    assert refusal(lambda: join_committee(actor=who, body=committee, at=NOW)) == "already_joined"
    leave_committee(actor=who, body=committee, at=NOW)
    assert capacity(who, committee).party is None
    assert Party.objects.get(key=party.key).until == NOW.date()
    assert refusal(lambda: leave_committee(actor=who, body=committee, at=NOW)) == "not_joined"
    assert join_committee(actor=who, body=committee, at=NOW).key == party.key
    assert Line.objects.filter(act=Act.PARTY_LEFT).count() == 1


@pytest.mark.parametrize("who", ["network/secretariat", "XA/validating_authority", "XA/representative/JUS"])
def test_only_the_seats_that_act_for_a_member_join_and_leave(cast, committee, who):
    for act in (join_committee, leave_committee):
        assert refusal(lambda act=act: act(actor=cast.actor(who), body=committee, at=NOW)) == "not_yours"


def test_nobody_joins_or_leaves_the_network_this_way(cast):
    who = cast.actor("XA/focal_point")
    for act in (join_committee, leave_committee):
        assert refusal(lambda act=act: act(actor=who, body=cast.body, at=NOW)) == "not_a_committee"
