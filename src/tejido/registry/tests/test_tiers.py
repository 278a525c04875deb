"""Tiers: which a network has, who belongs to a regional community, and what a member keeps in its places."""

from datetime import timedelta

import pytest

from cast import NOW
from counting import queries_of
from tejido.deliberation.queries.rounds import party_tree
from tejido.deliberation.rules.adoption import is_long_enough
from tejido.ledger.actors import CONSOLE
from tejido.ledger.models import Line
from tejido.ledger.refusals import Refused
from tejido.registry import rules
from tejido.registry.commands import (
    convene_local,
    end_belonging,
    enter_belonging,
    enter_community,
    join_committee,
    join_mechanism,
    leave_mechanism,
    let_member_leave,
    rule_network,
)
from tejido.registry.models import Network, Party
from tejido.registry.names import Act, BodyKind, Task
from tejido.registry.queries import bodies_of, capacity, network, silence_hours, tier_body, tiers_for, who_may_enter

TIERS = {"community": {"es": "Comunidad regional", "en": "Regional community"}, "local": {"es": "Comité de paz"}}
DAY = timedelta(days=1)
RULES = {"silence_hours": 96, "tiers": TIERS, "decided": "una reunión"}


@pytest.fixture
def ruled(cast):
    rule_network(actor=cast.secretariat, network=network(), at=NOW, **RULES)
    return cast


@pytest.fixture
def community(ruled):
    body = enter_community(actor=ruled.secretariat, name={"es": "Comunidad del Sur"}, at=NOW)
    belong(ruled, body, "XA")
    return body


@pytest.fixture
def local(ruled):
    return convene(ruled)


def belong(cast, body, code, since=None, actor=None):
    return enter_belonging(
        actor=actor or cast.secretariat, body=body, member=cast.members[code], since=since or NOW.date(),
        source="un tratado", at=NOW,
    )  # fmt: skip  # one act, read as one


def convene(cast, place="XA-1", actor="XA/focal_point"):
    act = {"actor": cast.actor(actor), "member": cast.members["XA"], "name": {"es": "Comité del puerto"}}
    return convene_local(**act, place=place, place_name="Puerto", at=NOW)


def refusal(call):
    with pytest.raises(Refused) as caught:
        call()
    return str(caught.value)


def test_a_network_writes_down_its_own_rules_and_says_where_it_decided_them(cast):
    rule_network(actor=cast.secretariat, network=network(), at=NOW, **RULES)
    row = Network.objects.get()
    assert (row.silence_hours, row.tiers, row.decided) == (96, TIERS, "una reunión")
    line = Line.objects.get(act=Act.NETWORK_RULED)
    assert (line.tree_id, line.facts) == ("network", {"silence_hours": 96, "tiers": ["community", "local"]})
    rule_network(actor=CONSOLE, network=row, at=NOW, **RULES)


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"decided": " "}, "not_decided"),
        ({"silence_hours": 23}, "silence_span"),
        ({"silence_hours": 24 * 90 + 1}, "silence_span"),
        ({"tiers": {"province": {}}}, "unknown_tier"),
    ],
)
def test_a_rule_that_cannot_be_one_is_refused(cast, changed, code):
    act = {"actor": cast.secretariat, "network": network(), "at": NOW, **RULES, **changed}
    assert refusal(lambda: rule_network(**act)) == code


def test_only_the_secretariat_writes_rules_down_and_by_a_formal_act(cast):
    act = {"network": network(), "at": NOW, **RULES}
    assert refusal(lambda: rule_network(actor=cast.actor("XA/focal_point"), **act)) == "not_yours"
    assert refusal(lambda: rule_network(actor=cast.actor("network/secretariat", fresh=False), **act)) == "not_fresh"


def test_a_silence_is_as_long_as_the_network_decided(ruled):
    assert silence_hours() == 96
    ends = NOW + timedelta(hours=96)
    assert is_long_enough(NOW, ends, "UTC", silence_hours()) is None
    assert is_long_enough(NOW, ends - timedelta(seconds=1), "UTC", silence_hours()).code == "silence_too_short"
    Network.objects.update(silence_hours=0)
    assert silence_hours() == 72


def test_a_network_that_names_no_tier_has_none_between_it_and_its_members(cast):
    assert [tier.kind for tier in tiers_for(cast.secretariat, NOW.date())] == [BodyKind.NETWORK, BodyKind.MECHANISM]
    act = {"actor": cast.secretariat, "name": {"es": "C"}, "at": NOW}
    assert refusal(lambda: enter_community(**act)) == "not_a_tier"
    assert refusal(lambda: convene(cast)) == "not_a_tier"
    assert rules.has_tier(None, BodyKind.LOCAL).code == "not_a_tier"


def test_who_belongs_to_a_community_is_a_dated_fact_with_a_source(ruled, community):
    party = Party.objects.get(body=community)
    assert (party.code, party.since, party.source) == ("XA", NOW.date(), "un tratado")
    assert refusal(lambda: belong(ruled, community, "XA")) == "party_taken"
    end_belonging(actor=ruled.secretariat, party=party, until=NOW.date() + 9 * DAY, at=NOW)
    assert (
        refusal(lambda: end_belonging(actor=ruled.secretariat, party=party, until=NOW.date(), at=NOW)) == "not_joined"
    )
    assert refusal(lambda: belong(ruled, community, "XA", NOW.date() + 9 * DAY)) == "comes_too_early"
    belong(ruled, community, "XA", NOW.date() + 10 * DAY)
    assert refusal(lambda: belong(ruled, ruled.body, "XB")) == "not_a_community"
    assert refusal(lambda: belong(ruled, community, "XB", actor=ruled.actor("XB/focal_point"))) == "not_yours"


def test_no_member_enters_a_community_by_the_door_of_committees(ruled, community):
    act = {"actor": ruled.actor("XB/focal_point"), "body": community, "at": NOW}
    assert refusal(lambda: join_committee(**act)) == "not_a_committee"


def test_every_seat_knows_of_a_community_and_its_members_speak_in_it(ruled, community):
    inside, outside = ruled.actor("XA/focal_point"), ruled.actor("XB/focal_point")
    assert capacity(inside, community).party.code == "XA"
    assert capacity(outside, community).party is None
    assert community in bodies_of(outside)
    assert Task.FACILITATE in capacity(ruled.secretariat, community).tasks
    assert party_tree(community, capacity(inside, community).party) == "member:XA"


def test_who_leaves_the_network_leaves_its_communities(ruled, community):
    until = NOW.date() + DAY
    let_member_leave(actor=ruled.secretariat, member=ruled.members["XA"], until=until, source="una nota", at=NOW)
    assert Party.objects.get(body=community).until == until


def test_a_local_committee_is_the_member_s_own_and_works_like_its_mechanism(ruled, local):
    keeper, justice = ruled.actor("XA/focal_point"), ruled.institutions["XA/JUS"]
    party = join_mechanism(actor=keeper, body=local, institution=justice, since=NOW.date(), at=NOW)
    assert (local.tree, local.place, local.place_name) == ("member:XA", "XA-1", "Puerto")
    assert party_tree(local, party) == "member:XA/JUS"
    assert Task.FACILITATE in capacity(keeper, local).tasks
    assert capacity(ruled.actor("XA/representative/JUS"), local).party == party
    assert local not in bodies_of(ruled.actor("XB/focal_point"))
    assert local not in bodies_of(ruled.secretariat)
    other = ruled.institutions["XB/JUS"]
    act = {"actor": keeper, "body": local, "institution": other, "since": NOW.date(), "at": NOW}
    assert refusal(lambda: join_mechanism(**act)) == "not_of_member"
    leave_mechanism(actor=keeper, party=party, until=NOW.date() + DAY, at=NOW)


def test_a_local_committee_stands_in_its_own_state_and_only_keepers_enter_it(ruled):
    assert refusal(lambda: convene(ruled, place="XB-1")) == "wrong_place"
    assert convene(ruled, place="").place == ""
    assert refusal(lambda: convene(ruled, actor="XB/focal_point")) == "not_yours"
    assert rules.may_keep_body(ruled.secretariat, convene(ruled)).code == "not_yours"


def test_the_public_sees_the_communities_and_nothing_that_a_member_has_within(ruled, community, local, client):
    html = client.get("/structure/", headers={"accept-language": "es"}).content.decode()
    assert "Comunidad del Sur" in html
    assert "Aldea" in html
    assert "Comité de paz" in html  # what the network calls the tier
    assert "Comité del puerto" not in html
    assert client.get(f"/structure/{local.key}/").status_code == 404
    assert "un tratado" in client.get(f"/structure/{community.key}/").content.decode()
    with pytest.raises(type(local).DoesNotExist):
        tier_body(ruled.actor("XB/focal_point"), local.key)
    assert client.get(f"/structure/{ruled.body.key}/").status_code == 404


def test_forms_enter_and_end_who_takes_part_and_say_what_is_wrong(ruled, community, local):
    desk, home = ruled.client("network/secretariat"), ruled.client("XA/focal_point")
    where, at_home = f"/structure/{community.key}/", f"/structure/{local.key}/"
    typed = {"who": ruled.members["XB"].key, "since": "2027-03-01"}
    assert desk.post(f"{where}parties/", typed).status_code == 422
    assert desk.post(f"{where}parties/", {**typed, "source": "otro tratado"}).status_code == 302
    again = desk.post(f"{where}parties/", {**typed, "source": "otro tratado"})
    assert again.status_code == 422
    assert "XB already takes part in this body." in again.content.decode()
    party = Party.objects.get(body=community, code="XB")
    assert desk.post(f"{where}departures/", {"party": party.key, "until": "2027-02-01"}).status_code == 422
    assert desk.post(f"{where}departures/", {"party": party.key, "until": "2027-05-01"}).status_code == 302
    assert {row.code for row in who_may_enter(local)} == {"MRE", "JUS", "DEF"}
    inside = {"who": ruled.institutions["XA/JUS"].key, "since": "2027-03-01"}
    assert home.post(f"{at_home}parties/", inside).status_code == 302
    gone = {"party": Party.objects.get(body=local).key, "until": "2027-05-01"}
    assert home.post(f"{at_home}departures/", gone).status_code == 302
    assert home.get(at_home).status_code == 200


def test_bodies_are_entered_by_form_where_the_network_has_the_tier(ruled):
    desk, home = ruled.client("network/secretariat"), ruled.client("XA/focal_point")
    assert desk.post("/structure/communities/", {"name_en": " "}).status_code == 422
    assert desk.post("/structure/communities/", {"name_es": "Comunidad"}).status_code == 302
    made = home.post("/structure/local-committees/", {"name_es": "Comité", "place_name": "Puerto"})
    assert made.status_code == 302
    assert "Comité" in home.get(made["Location"]).content.decode()


def test_the_list_of_tiers_takes_as_many_queries_for_three_communities_as_for_one(ruled, community):
    one = queries_of(lambda: tiers_for(ruled.secretariat, NOW.date()))
    for name in ("B", "C"):
        body = enter_community(actor=ruled.secretariat, name={"es": name}, at=NOW)
        belong(ruled, body, "XB")
    assert queries_of(lambda: tiers_for(ruled.secretariat, NOW.date())) == one
