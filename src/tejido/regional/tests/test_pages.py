"""The pages of regional initiatives: what each reader is shown, the forms, and what a page costs."""

import re

import pytest
from django.test import Client

from cast import NOW
from counting import queries_of
from tejido.regional import commands
from tejido.regional.models import RegionalInitiative, RegionalMilestone, RegionalPart
from tejido.regional.names import Audience, Field

from .doings import ALDEA, BRISA, DAY, SECRETARIAT, joined, left, proposed, released, written

pytestmark = pytest.mark.django_db
HOME, MOST = "/regional/", 36


@pytest.fixture(autouse=True)
def _at(at_now):
    at_now(NOW + DAY)


def client_of(cast, who: str) -> Client:
    return cast.client(who) if who else Client(headers={"accept-language": "en"})


def page(cast, who: str, address: str = HOME) -> str:
    answer = client_of(cast, who).get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def test_an_empty_list_says_what_to_do(cast):
    assert "Propose one" in page(cast, ALDEA)
    assert "once it is proposed or shown to everybody" in page(cast, "")


def test_a_member_proposes_invites_and_keeps_the_common_part(cast):
    client = cast.client(ALDEA)
    assert client.post("/regional/proposals/", {"sent": "1"}).status_code == 422
    answer = client.post("/regional/proposals/", {"name_es": "Memoria común", "aim_es": "Recordar."})
    row = RegionalInitiative.objects.get()
    here = f"/regional/{row.key}/"
    assert answer.headers["location"] == here
    client.post(f"{here}invitations/", {"member": "XB"})
    assert "Your member is invited" in page(cast, BRISA, here)
    assert "We are invited" in page(cast, BRISA)
    assert client.get(f"{here}common/").status_code == 200
    sent = {"base": 1, "aim_es": "Otra meta", "since": "2027", "until": "2026"}
    assert client.post(f"{here}common/", sent).status_code == 422
    client.post(f"{here}common/", {**sent, "until": "2028"})
    assert "Otra meta" in page(cast, BRISA, here)
    client.post(f"{here}milestones/", {"name_es": "Taller", "due": "2027-05"})
    client.post(f"{here}milestones/", {"name_es": "Otro"})
    one, other = RegionalMilestone.objects.order_by("-due")
    client.post(f"/regional-milestones/{one.key}/arrivals/", {"day": "2027-04"})
    client.post(f"/regional-milestones/{other.key}/removals/")
    html = page(cast, BRISA, here)
    assert ("Taller" in html, "Otro" in html) == (True, False)
    client.post(f"{here}turns/", {"seat": cast.seats[cast.office("XA/alternate")].key, "since": "2027-06-01"})
    assert "Next turn" in page(cast, BRISA, here)
    client.post(f"{here}publications/")
    assert "Otra meta" in page(cast, "", here)
    client.post(f"{here}withdrawals/")
    assert client_of(cast, "").get(here).status_code == 404


def test_the_name_is_asked_for_before_what_it_is_for(cast):
    html = cast.client(ALDEA).get(f"{HOME}proposals/").content.decode()
    assert html.index('name="name_en"') < html.index('name="aim_es"')


def test_a_member_joins_writes_its_part_and_another_sees_exactly_what_was_released(cast):
    here = f"/regional/{proposed(cast).key}/"
    client = cast.client(BRISA)
    assert "That your member takes part is seen" in client.get(f"{here}joining/").content.decode()
    client.post(f"{here}joining/")
    assert "Nothing is written here yet" in client.get(f"{here}part/").content.decode()
    client.post(f"{here}part/contribution/", {"words_es": "CANARY uno", "seen": ""})
    client.post(f"{here}part/results/", {"words_es": "CANARY dos", "seen": ""})
    assert "CANARY" not in page(cast, ALDEA, here)
    page_ = client.get(f"{here}part/").content.decode()
    seen = re.search(r'contribution/releases/">.*?name="seen" value="(\w+)"', page_)[1]
    client.post(f"{here}part/contribution/releases/", {"audience": "participants", "seen": seen})
    html = page(cast, ALDEA, here)
    assert ("CANARY uno" in html, "CANARY dos" in html) == (True, False)
    for who in (SECRETARIAT, "network/observer"):
        assert "CANARY" not in page(cast, who, here)
    assert cast.client(ALDEA).get(f"{here}part/").content.decode().count("CANARY") == 0
    client.post(f"{here}part/contribution/withdrawals/")
    assert "CANARY" not in page(cast, ALDEA, here)


def test_every_field_has_a_form_of_its_own_and_is_told_in_words(cast, own_initiative):
    row, client = proposed(cast), cast.client(ALDEA)
    here = f"/regional/{row.key}/part/"
    sent = {
        "contribution": {"words_es": "Aporta"},
        "institution": {"institution": cast.institutions["XA/JUS"].key},
        "initiative": {"initiative": own_initiative.key},
        "state": {"state": "under_way"},
        "dates": {"since": "2027-02", "until": ""},
        "results": {"words_en": "Done"},
    }
    for field, values in sent.items():
        assert client.post(f"{here}{field}/", {"sent": "1"}).status_code == 422
        assert client.post(f"{here}{field}/", values).status_code == 302
        assert client.get(f"{here}{field}/").status_code == 200
        released(cast, row, Audience.NETWORK, field=field)
    assert RegionalPart.objects.filter(replaced_at=None).count() == len(Field)
    html = page(cast, BRISA, f"/regional/{row.key}/")
    for words in ("Aporta", "JUS de XA", "Under way", "February 2027", "Done", "not shown to you"):
        assert words in html
    assert "Iniciativa propia" in page(cast, ALDEA, here)
    assert client.get(f"{here}nothing/").status_code == 404


def test_a_member_leaves_with_a_reason_and_keeps_a_page_to_withdraw_on(cast):
    row = proposed(cast)
    here, client = f"/regional/{row.key}/", cast.client(BRISA)
    joined(cast, row)
    written(cast, row, "Brisa", BRISA)
    assert client.post(f"{here}leaving/", {"sent": "1"}).status_code == 422
    client.post(f"{here}leaving/", {"reason": "Otra tarea"})
    assert "Otra tarea" in page(cast, ALDEA, here)
    html = page(cast, BRISA, f"{here}part/")
    assert "takes no part any more" in html
    assert 'part/contribution/"' not in html
    assert client_of(cast, SECRETARIAT).get(f"{here}part/").status_code == 404


def test_two_seats_write_a_field_and_the_second_sees_what_the_first_wrote(cast):
    row = proposed(cast)
    client, here = cast.client(ALDEA), f"/regional/{row.key}/part/contribution/"
    written(cast, row, "De la colega")
    late = client.post(here, {"words_es": "Lo mío", "seen": ""})
    html = late.content.decode()
    assert late.status_code == 422
    assert all(words in html for words in ("De la colega", "Lo mío", "What stands now", "Somebody changed this"))
    seen = re.search(r'name="seen" value="(\w+)"', html)[1]
    assert client.post(here, {"words_es": "Lo de las dos", "seen": seen}).status_code == 302


def test_what_a_form_lacks_is_said_and_nothing_is_done(cast):
    row = proposed(cast)
    written(cast, row)
    milestone = commands.add_milestone(actor=cast.actor(ALDEA), initiative=row, what={"es": "Taller"}, at=NOW)
    here, client = f"/regional/{row.key}/", cast.client(ALDEA)
    for address in (
        f"{here}milestones/", f"{here}turns/", f"{here}invitations/", f"{here}part/contribution/releases/",
        f"/regional-milestones/{milestone.key}/arrivals/",
    ):  # fmt: skip  # addresses
        assert "messages" in client.post(address, {}, follow=True).content.decode()
    assert RegionalMilestone.objects.get().reached_on == ""
    long = {"reason": "x" * 301}
    assert "messages" in cast.client(BRISA).post(f"{here}refusals/", long, follow=True).content.decode()


def test_an_invitation_is_declined_with_a_reason_or_none(cast):
    row = proposed(cast)
    commands.invite(actor=cast.actor(ALDEA), initiative=row, member=cast.members["XB"], at=NOW)
    cast.client(BRISA).post(f"/regional/{row.key}/refusals/", {})
    assert "Your member is invited" not in page(cast, BRISA, f"/regional/{row.key}/")


def test_the_desk_tells_of_an_invitation(cast):
    row = proposed(cast)
    commands.invite(actor=cast.actor(ALDEA), initiative=row, member=cast.members["XB"], at=NOW)
    assert f"/regional/{row.key}/" in page(cast, BRISA, "/")
    assert f"/regional/{row.key}/" not in page(cast, "network/observer", "/")


@pytest.mark.parametrize("who", [ALDEA, BRISA, SECRETARIAT, ""])
def test_a_page_costs_the_same_however_much_is_in_it(cast, who):
    row = proposed(cast)
    commands.publish_initiative(actor=cast.actor(ALDEA), initiative=row, at=NOW)
    places = [HOME, f"/regional/{row.key}/", *([f"/regional/{row.key}/part/"] if who == ALDEA else [])]

    def grow(number: int) -> None:
        other = proposed(cast)
        commands.publish_initiative(actor=cast.actor(ALDEA), initiative=other, at=NOW)
        commands.add_milestone(actor=cast.actor(ALDEA), initiative=row, what={"es": "Taller"}, at=NOW)
        field = (Field.CONTRIBUTION, Field.RESULTS)[number % 2]
        written(cast, row, field=field)
        released(cast, row, Audience.PUBLIC, field=field)

    def costs() -> list[int]:
        client = client_of(cast, who)
        return [queries_of(lambda place=place: client.get(place)) for place in places]

    grow(0)
    costs()
    small = costs()
    grow(1)
    assert costs() == small
    assert max(small) <= MOST


def test_who_is_no_party_still_shows_what_it_showed(cast):
    row = proposed(cast)
    joined(cast, row)
    written(cast, row, "De Brisa", BRISA)
    released(cast, row, Audience.NETWORK, BRISA)
    left(cast, row)
    html = page(cast, ALDEA, f"/regional/{row.key}/")
    assert "De Brisa" in html
