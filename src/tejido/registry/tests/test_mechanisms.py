"""A member's mechanism in the register: the member enters it, and its institutions come and go."""

from datetime import timedelta

import pytest

from cast import FOUNDED, NOW
from tejido.ledger.models import Line
from tejido.ledger.refusals import No as Shared
from tejido.ledger.refusals import Refused
from tejido.registry.commands import convene_mechanism, join_mechanism, leave_mechanism
from tejido.registry.models import Party
from tejido.registry.names import Act, No
from tejido.registry.queries import parties_of_record

pytestmark = pytest.mark.django_db
DAY, TODAY = timedelta(days=1), NOW.date()


def refused(call) -> object:
    with pytest.raises(Refused) as said:
        call()
    return said.value.refusal.code


def convened(cast, who):
    return convene_mechanism(actor=cast.actor(who), member=cast.members["XA"], name={"es": "Mecanismo"}, at=NOW)


def joined(cast, body, who="XA/focal_point", institution="XA/MRE"):
    return join_mechanism(
        actor=cast.actor(who), body=body, institution=cast.institutions[institution], since=FOUNDED, at=NOW
    )


def left(cast, party, who="XA/focal_point", until=TODAY):
    return leave_mechanism(actor=cast.actor(who), party=party, until=until, at=NOW)


@pytest.mark.parametrize("who", ["XB/focal_point", "network/secretariat", "XA/representative/JUS"])
def test_nobody_but_the_members_keepers_enters_its_mechanism(cast, mechanism, who):
    assert refused(lambda: convened(cast, who)) == Shared.NOT_YOURS
    assert refused(lambda: joined(cast, mechanism, who)) == Shared.NOT_YOURS
    assert refused(lambda: left(cast, Party.objects.get(body=mechanism, code="JUS"), who)) == Shared.NOT_YOURS


@pytest.mark.parametrize("who", ["XA/focal_point", "XA/alternate", "XA/validating_authority"])
def test_a_member_enters_one_mechanism(cast, who):
    assert convened(cast, who).tree == "member:XA"
    assert refused(lambda: convened(cast, who)) == No.MECHANISM_EXISTS


def test_an_institution_of_the_member_joins_once(cast, mechanism):
    joined(cast, mechanism)
    assert refused(lambda: joined(cast, mechanism)) == No.PARTY_TAKEN
    assert refused(lambda: joined(cast, mechanism, institution="XB/MRE")) == No.NOT_OF_MEMBER
    assert refused(lambda: joined(cast, cast.body)) == Shared.NOT_YOURS


def test_an_institution_leaves_on_a_day_and_is_of_record_until_then(cast, mechanism):
    party = left(cast, Party.objects.get(body=mechanism, code="JUS"))
    today = NOW.date()
    assert [p.code for p in parties_of_record(mechanism, today - DAY)] == ["DEF", "JUS"]
    assert [p.code for p in parties_of_record(mechanism, today)] == ["DEF"]
    line = Line.objects.filter(act=Act.PARTY_LEFT).get()
    assert (line.tree_id, line.facts["until"]) == ("member:XA", today.isoformat())
    assert refused(lambda: left(cast, party)) == No.PARTY_GONE


def test_nobody_leaves_before_it_came(cast, mechanism):
    party = Party.objects.get(body=mechanism, code="JUS")
    assert refused(lambda: left(cast, party, until=FOUNDED)) == No.LEAVES_TOO_EARLY
