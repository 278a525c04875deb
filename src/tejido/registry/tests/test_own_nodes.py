"""A member says itself on which node it prepares its positions; nobody says it for it."""

import pytest

from cast import NOW
from tejido.ledger.models import Line
from tejido.ledger.refusals import No as Shared
from tejido.ledger.refusals import Refused
from tejido.registry.commands import act_from_seats, act_through_node, let_member_leave
from tejido.registry.models import Party
from tejido.registry.names import No

NODE, OTHER = "0000-1111-2222", "3333-4444-5555"


def take(cast, who="XA/focal_point", node=NODE, *, of="XA", fresh=True):
    return act_through_node(actor=cast.actor(who, fresh=fresh), member=cast.members[of], node=node, at=NOW)


def refused(code, act):
    with pytest.raises(Refused) as problem:
        act()
    assert problem.value.refusal.code == code
    assert problem.value.refusal.sentence


def test_a_member_takes_its_node_up_changes_it_and_comes_back(cast):
    assert take(cast).node == NODE
    assert take(cast, "XA/alternate", OTHER).node == OTHER
    assert act_from_seats(actor=cast.actor("XA/focal_point"), member=cast.members["XA"], at=NOW).node == ""
    told = Line.objects.filter(act__startswith="own-node").order_by("place").values_list("act", "facts")
    assert [(act, facts["node"]) for act, facts in told] == [
        ("own-node-begun", NODE), ("own-node-begun", OTHER), ("own-node-ended", OTHER),
    ]  # fmt: skip  # one table
    assert {line.tree_id for line in Line.objects.filter(act__startswith="own-node")} == {"network"}


@pytest.mark.parametrize(
    "who", ["XB/focal_point", "network/secretariat", "XA/validating_authority", "XA/representative/JUS"]
)
def test_nobody_else_says_where_a_member_works(cast, who):
    refused(Shared.NOT_YOURS, lambda: take(cast, who))


def test_it_is_a_formal_act(cast):
    refused(Shared.NOT_FRESH, lambda: take(cast, fresh=False))


def test_doing_it_twice_is_told(cast):
    take(cast)
    refused(No.NODE_SO, lambda: take(cast))
    act_from_seats(actor=cast.actor("XA/focal_point"), member=cast.members["XA"], at=NOW)
    refused(No.NO_NODE, lambda: act_from_seats(actor=cast.actor("XA/focal_point"), member=cast.members["XA"], at=NOW))


def test_who_left_the_network_acts_through_no_node_in_it(cast):
    let_member_leave(actor=cast.secretariat, member=cast.members["XA"], until=NOW.date(), source="x", at=NOW)
    with pytest.raises(Party.DoesNotExist):
        take(cast)
