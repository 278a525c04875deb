"""What each seat may do in which body: one table, written here by hand from the design and not from the code."""

import pytest

from cast import NOW
from tejido.ledger.actors import CLOCK, CONSOLE, PUBLIC
from tejido.registry.models import Body
from tejido.registry.names import Task
from tejido.registry.queries import accounts_of_body, bodies_facilitated_by, bodies_of, body_for, capacity
from tejido.registry.rules import tasks

pytestmark = pytest.mark.django_db
R, M, N, L, V, F, T, C = (
    Task.READ,
    Task.REMARK,
    Task.CONSOLIDATE,
    Task.RELEASE,
    Task.CLEAR,
    Task.FACILITATE,
    Task.TRANSLATE,
    Task.CHAIR,
)
NOTHING = set()
# office -> what it may do in the network, in its own member's mechanism, in another member's mechanism
TABLE = {
    "XA/focal_point/MRE": ({R, M, N, L}, {R, F, C, T}, NOTHING),
    "XA/alternate/MRE": ({R, M, N, L}, {R, F, T}, NOTHING),
    "XA/validating_authority/MRE": ({R, M, V}, {R, C}, NOTHING),
    "XA/representative/JUS": ({R, M}, {R, M, N, L}, NOTHING),
    "network/secretariat/SEC": ({R, F, T}, NOTHING, NOTHING),
    "network/chair/PRE": ({R, C}, NOTHING, NOTHING),
    "network/translator/SEC": ({R, T}, NOTHING, NOTHING),
    "network/observer/OBS": ({R}, NOTHING, NOTHING),
    "XB/focal_point/MRE": ({R, M, N, L}, NOTHING, None),
    "XB/representative/JUS": ({R, M}, NOTHING, None),
}


@pytest.mark.parametrize("office", TABLE)
def test_a_seat_may_do_what_the_table_says_and_nothing_else(cast, mechanism, office):
    in_network, in_mechanism, elsewhere = TABLE[office]
    actor = cast.actor(office)
    assert tasks(actor, cast.body) == in_network
    assert tasks(actor, mechanism) == in_mechanism
    if elsewhere is not None:
        other = Body.objects.create(kind="mechanism", member=cast.members["XB"])
        assert tasks(actor, other) == elsewhere


@pytest.mark.parametrize(("actor", "in_network"), [(PUBLIC, NOTHING), (CLOCK, NOTHING), (CONSOLE, {R, F, T})])
def test_who_holds_no_seat_may_nothing_and_the_console_serves_the_network_alone(cast, mechanism, actor, in_network):
    assert (tasks(actor, cast.body), tasks(actor, mechanism)) == (in_network, NOTHING)


def test_a_mechanism_without_a_member_opens_to_nobody(cast):
    orphan = Body(kind="mechanism", member=None)
    assert [tasks(cast.actor(who), orphan) for who in ("network/secretariat", "XA/focal_point")] == [NOTHING, NOTHING]


def party_code(cast, who: str, body: Body) -> str | None:
    party = capacity(cast.actor(who), body).party
    return party.code if party else None


def test_in_the_network_a_member_s_seats_speak_for_the_member_and_the_network_s_own_for_nobody(cast):
    assert party_code(cast, "XA/focal_point", cast.body) == "XA"
    assert party_code(cast, "XB/representative/JUS", cast.body) == "XB"
    assert [party_code(cast, who, cast.body) for who in ("network/secretariat", "network/observer")] == [None, None]


def test_in_a_mechanism_a_representative_speaks_for_its_institution_and_who_serves_for_none(cast, mechanism):
    assert party_code(cast, "XA/representative/JUS", mechanism) == "JUS"
    assert party_code(cast, "XA/focal_point", mechanism) is None
    assert party_code(cast, "XB/representative/JUS", mechanism) is None


def test_a_capacity_answers_for_its_tasks(cast):
    secretariat, chair = (capacity(cast.actor(f"network/{role}"), cast.body) for role in ("secretariat", "chair"))
    assert (secretariat.facilitates, secretariat.may(Task.CHAIR)) == (True, False)
    assert (chair.facilitates, chair.may(Task.CHAIR)) == (False, True)


def test_a_body_is_found_by_those_who_take_part_and_unknown_to_everybody_else(cast, mechanism):
    assert body_for(cast.actor("XA/representative/JUS"), mechanism.key) == mechanism
    for who in ("XB/focal_point", "network/secretariat", "network/chair"):
        with pytest.raises(Body.DoesNotExist):
            body_for(cast.actor(who), mechanism.key)
    with pytest.raises(Body.DoesNotExist):
        body_for(cast.secretariat, "unknown")


def test_the_bodies_of_a_seat_are_the_network_first_and_then_its_own_mechanism(cast, mechanism):
    assert bodies_of(cast.actor("XA/focal_point")) == [cast.body, mechanism]
    assert bodies_of(cast.actor("XB/focal_point")) == [cast.body]
    assert bodies_of(PUBLIC) == []


def test_a_text_is_brought_in_by_the_secretariat_in_the_network_and_by_a_focal_point_in_its_mechanism(cast, mechanism):
    assert bodies_facilitated_by(cast.secretariat) == [cast.body]
    assert bodies_facilitated_by(cast.actor("XA/focal_point")) == [mechanism]
    assert bodies_facilitated_by(cast.actor("XB/focal_point")) == []


def addresses(cast, body) -> dict[str, set[str]]:
    return {code: {a.email.split("@")[0] for a in found} for code, found in accounts_of_body(body, NOW).items()}


def test_letters_go_to_those_who_act_for_each_party_and_to_those_who_serve(cast):
    assert addresses(cast, cast.body) == {
        "XA": {"xa.focal_point.mre", "xa.alternate.mre"},
        "XB": {"xb.focal_point.mre", "xb.alternate.mre"},
        "XC": set(),
        "": {"network.secretariat.sec"},
    }


def test_letters_of_a_mechanism_stay_in_the_house_of_its_member(cast, mechanism):
    assert addresses(cast, mechanism) == {
        "DEF": {"xa.representative.def"},
        "JUS": {"xa.representative.jus"},
        "": {"xa.focal_point.mre"},
    }
