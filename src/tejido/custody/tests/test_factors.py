"""A second factor that was lost is taken off by two persons, after a day in which others can stop it; and nobody sets
up a new one without the code that was told by voice."""

import re
from datetime import timedelta

import pytest
from allauth.mfa.models import Authenticator
from django.contrib.sessions.models import Session
from django.test import Client

from cast import NOW, Cast
from tejido.custody.commands import agree_to_reset, ask_reset, stop_by_link, stop_reset, take_off_due
from tejido.custody.jobs import run_due
from tejido.custody.models import FactorReset
from tejido.custody.names import ASKED_FOR, WAIT, Act, No
from tejido.custody.queries import resets_for
from tejido.ledger.models import Line
from tejido.ledger.refusals import No as Shared
from tejido.ledger.refusals import Refused
from tejido.people.commands import send_queued
from tejido.people.models import Account, Letter
from tejido.people.names import CODE_LIFE
from tejido.people.names import No as People
from tejido.people.queries import guest_token
from tejido.people.tests.conftest import clock  # noqa: F401  # a fixture
from tejido.people.tests.signing_in import PASSWORD, browser, code_of, is_in, set_up_app, sign_in
from tejido.registry.models import Mandate
from tejido.registry.names import No as Register

from .test_erasing import refused

pytestmark = pytest.mark.django_db
LOST = "XA/representative/JUS"


@pytest.fixture
def person(cast: Cast) -> Account:
    return with_factor(cast.account(LOST))


def with_factor(account: Account) -> Account:
    account.set_password(PASSWORD)
    account.save()
    Authenticator.objects.create(user=account, type="totp", data={"secret": "x"})
    return account


def asked(cast: Cast, by: str = "XA/focal_point", seat: str = LOST) -> FactorReset:
    return ask_reset(actor=cast.actor(by), seat=cast.seats[cast.office(seat)], at=NOW)


def agreed(cast: Cast, by: str = "XA/alternate") -> tuple[FactorReset, str]:
    row = asked(cast)
    return row, agree_to_reset(actor=cast.actor(by), reset=row, at=NOW)


def has_factor(account: Account) -> bool:
    return Authenticator.objects.filter(user=account).exists()


def test_two_persons_take_it_off_after_a_day_and_every_session_ends(cast, person):
    Client().force_login(person)
    _row, code = agreed(cast)
    assert take_off_due(at=NOW + WAIT - timedelta(seconds=1)) == 0
    assert has_factor(person)
    assert run_due(NOW + WAIT) == 1
    assert not has_factor(person)
    assert not Session.objects.exists()
    person.refresh_from_db()
    assert person.has_usable_password()
    assert re.fullmatch(r"\w{4}-\w{4}-\w{4}", code)
    assert [line.act for line in Line.objects.filter(kind="factorreset").order_by("place")] == [
        Act.FACTOR_RESET_ASKED, Act.FACTOR_RESET_AGREED, Act.FACTOR_TAKEN_OFF,
    ]  # fmt: skip  # one list
    assert {line.tree_id for line in Line.objects.filter(kind="factorreset")} == {"member:XA"}
    assert run_due(NOW + 2 * WAIT) == 0


def test_the_code_stands_in_no_table_and_in_no_letter(cast, person):
    from .test_erasing import tables_with

    _row, code = agreed(cast)
    take_off_due(at=NOW + WAIT)
    assert tables_with(code) == tables_with(code.replace("-", "")) == []


def test_one_person_alone_takes_nothing_off(cast, person):
    row = asked(cast)
    assert refused(agree_to_reset, actor=cast.actor("XA/focal_point"), reset=row, at=NOW) == Register.SAME_PERSON
    second_seat = Mandate.objects.create(
        seat=cast.seats[cast.office("XA/alternate")], account=cast.account("XA/focal_point"), since=NOW
    )
    from tejido.registry.queries import actor_of

    same = actor_of(second_seat, is_fresh=True)
    assert refused(agree_to_reset, actor=same, reset=row, at=NOW) == Register.SAME_PERSON
    assert run_due(NOW + ASKED_FOR) == 0
    assert has_factor(person)


def test_nobody_asks_for_themselves_nor_agrees(cast):
    mine = with_factor(cast.account("XA/focal_point"))
    seat = "XA/focal_point"
    assert refused(asked, cast=cast, seat=seat) == No.OWN_FACTOR
    row = asked(cast, by="XA/alternate", seat=seat)
    assert refused(agree_to_reset, actor=cast.actor(seat), reset=row, at=NOW) == No.OWN_FACTOR
    assert has_factor(mine)


def test_both_show_a_fresh_second_factor(cast, person):
    stale = cast.actor("XA/focal_point", fresh=False)
    assert refused(ask_reset, actor=stale, seat=cast.seats[cast.office(LOST)], at=NOW) == Shared.NOT_FRESH
    row = asked(cast)
    stale = cast.actor("XA/alternate", fresh=False)
    assert refused(agree_to_reset, actor=stale, reset=row, at=NOW) == Shared.NOT_FRESH


@pytest.mark.parametrize("who", ["XB/focal_point", "network/secretariat", "XA/representative/DEF"])
def test_others_neither_ask_nor_agree_while_the_house_has_its_keepers(cast, person, who):
    assert refused(asked, cast=cast, by=who) == Shared.NOT_YOURS
    row = asked(cast)
    assert refused(agree_to_reset, actor=cast.actor(who), reset=row, at=NOW) == Shared.NOT_YOURS
    assert refused(stop_reset, actor=cast.actor(who), reset=row, at=NOW) == No.NOT_STOPPED_HERE
    assert resets_for(cast.actor(who), NOW) == []


def test_where_only_the_person_keeps_the_house_the_secretariat_asks_and_another_of_it_agrees(cast):
    alone = with_factor(cast.account("XA/focal_point"))
    Mandate.objects.filter(seat__role__in=["alternate", "validating_authority"]).update(until=NOW)
    row = asked(cast, by="network/secretariat", seat="XA/focal_point")
    seen = resets_for(cast.actor("network/secretariat"), NOW)
    assert [(each.name, each.may_agree, each.may_stop) for each in seen] == [("", False, True)]
    assert refused(agree_to_reset, actor=cast.actor("network/secretariat"), reset=row, at=NOW) == Register.SAME_PERSON
    assert Letter.objects.filter(to=alone, occasion__startswith="factor-asked").exists()


def test_the_factor_of_the_only_secretariat_is_taken_off_by_two_focal_points(cast):
    alone = with_factor(cast.account("network/secretariat"))
    row = asked(cast, by="XA/focal_point", seat="network/secretariat")
    agree_to_reset(actor=cast.actor("XB/focal_point"), reset=row, at=NOW)
    assert run_due(NOW + WAIT) == 1
    assert not has_factor(alone)


def test_what_was_settled_is_not_agreed_to_again(cast, person):
    row, _code = agreed(cast)
    va = cast.actor("XA/validating_authority")
    assert refused(agree_to_reset, actor=va, reset=row, at=NOW) == No.RESET_SETTLED
    assert refused(asked, cast=cast) == No.RESET_OPEN
    run_due(NOW + WAIT)
    assert refused(stop_reset, actor=va, reset=row, at=NOW + WAIT) == No.RESET_SETTLED
    assert refused(asked, cast=cast, seat="XA/representative/DEF") == No.NO_FACTOR


def test_a_code_that_got_lost_is_made_anew_by_two_persons(cast, person):
    agreed(cast)
    run_due(NOW + WAIT)
    person.refresh_from_db()
    first, row = person.factor_code, asked(cast)
    agree_to_reset(actor=cast.actor("XA/alternate"), reset=row, at=NOW + WAIT)
    run_due(NOW + 2 * WAIT)
    person.refresh_from_db()
    assert person.factor_code not in {"", first}


def test_a_request_that_nobody_answers_dies_and_makes_room(cast, person):
    row = asked(cast)
    late = NOW + ASKED_FOR
    assert refused(agree_to_reset, actor=cast.actor("XA/alternate"), reset=row, at=late) == No.RESET_SETTLED
    again = ask_reset(actor=cast.actor("XA/alternate"), seat=cast.seats[cast.office(LOST)], at=late)
    assert again.key != row.key


def test_whoever_asked_and_left_has_asked_for_nothing(cast, person):
    row = asked(cast)
    Mandate.objects.filter(account=cast.account("XA/focal_point")).update(until=NOW)
    assert refused(agree_to_reset, actor=cast.actor("XA/alternate"), reset=row, at=NOW) == No.RESET_ASKER_GONE


def test_whoever_serves_nowhere_by_then_keeps_what_they_have(cast, person):
    agreed(cast)
    Mandate.objects.filter(account=person).update(until=NOW)
    assert run_due(NOW + WAIT) == 0
    assert FactorReset.objects.get().stopped_at == NOW + WAIT


def test_a_house_that_the_person_has_left_takes_nothing_off(cast, person):
    """They serve elsewhere by now: that house would have to ask."""
    Mandate.objects.create(seat=cast.seats[cast.office("XB/representative/DEF")], account=person, since=NOW)
    row = asked(cast)
    here = Mandate.objects.filter(account=person, seat=cast.seats[cast.office(LOST)])
    here.update(until=NOW)
    assert refused(agree_to_reset, actor=cast.actor("XA/alternate"), reset=row, at=NOW) == No.RESET_HOLDER_GONE
    here.update(until=None)
    agree_to_reset(actor=cast.actor("XA/alternate"), reset=row, at=NOW)
    here.update(until=NOW)
    assert run_due(NOW + WAIT) == 0
    assert (FactorReset.objects.get().stopped_at, has_factor(person)) == (NOW + WAIT, True)


def test_the_person_is_told_at_once_and_stops_it_without_signing_in(cast, person, at_now, settings):
    at_now(NOW)
    row, _code = agreed(cast)
    send_queued(at=NOW)
    letter = Letter.objects.get(to=person, occasion=f"factor-asked-{row.key}")
    assert letter.queued_at == NOW
    address = f"/second-factor/stops/{guest_token(row.stop_seed)}/"
    client = browser()
    assert "Somebody asked for it." in client.get(address).content.decode()
    assert FactorReset.objects.get().stopped_at is None, "a scanner of mail that only looks stops nothing"
    assert client.post(address).status_code == 302
    assert run_due(NOW + WAIT) == 0
    assert has_factor(person)
    assert client.get(address).status_code == client.post(address).status_code == 409
    with pytest.raises(Refused):
        stop_by_link(token="anything", at=NOW)


def test_a_keeper_of_another_house_in_which_the_person_serves_is_told_and_stops_it(cast, person):
    Mandate.objects.create(seat=cast.seats[cast.office("XB/representative/DEF")], account=person, since=NOW)
    row, _code = agreed(cast)
    told = Letter.objects.get(to=cast.account("XB/focal_point"), occasion__startswith="factor-agreed")
    assert "Persona de" not in told.body + told.subject
    stop_reset(actor=cast.actor("XB/focal_point"), reset=row, at=NOW)
    assert run_due(NOW + WAIT) == 0


def test_on_the_pages(cast, person, at_now):
    at_now(NOW)
    asking, second, other = cast.client("XA/focal_point"), cast.client("XA/alternate"), cast.client("XB/focal_point")
    seat = cast.seats[cast.office(LOST)].key
    assert "lost their second factor" in asking.get(f"/seats/{seat}/").content.decode()
    assert "lost their second factor" not in other.get(f"/seats/{seat}/").content.decode()
    address = f"/seats/{seat}/second-factor/"
    assert other.get(address).status_code == cast.client(LOST).get(address).status_code == 404
    assert "24 hours pass" in asking.get(address).content.decode()
    assert asking.post(address).status_code == 302
    row = FactorReset.objects.get()
    assert "A second factor to take off" in second.get("/").content.decode()
    assert "A second person is needed." in second.get(address).content.decode()
    assert "Persona de XA/representative/JUS" in second.get(f"/resets/{row.key}/").content.decode()
    answer = second.post(f"/resets/{row.key}/agreements/")
    assert re.search(r"<strong>\w{4}-\w{4}-\w{4}</strong>", answer.content.decode())
    assert "no-store" in answer["Cache-Control"]
    assert "unless you stop it" in asking.get("/").content.decode()
    assert asking.post(f"/resets/{row.key}/stops/").status_code == 302
    assert asking.get(f"/resets/{row.key}/").status_code == 404


@pytest.mark.usefixtures("clock", "person")
class TestWhoReadsTheMail:
    """Somebody who can set the password anew, but was not told the code, sits in no seat and sets up no factor."""

    @pytest.fixture
    def code(self, cast, person, at_now):
        at_now(NOW)
        assert has_factor(person)
        code = agreed(cast)[1]
        take_off_due(at=NOW + WAIT)
        return code

    def test_with_the_code_a_new_one_is_set_up_and_the_seat_is_back(self, cast, person, code):
        client = browser()
        answer = sign_in(client, person.email)
        assert answer["Location"] == "/codes/"
        assert client.get("/members/").wsgi_request.actor.is_public
        assert client.get("/confirmations/")["Location"] == "/codes/"
        answer = client.post("/codes/", {"code": f" {code.upper()} ".replace("1", "L").replace("0", "o")})
        assert answer["Location"] == "/accounts/2fa/"
        set_up_app(client)
        assert client.get("/members/").wsgi_request.actor.office == cast.office(LOST)
        assert client.get("/codes/")["Location"] == "/accounts/2fa/"

    @pytest.mark.usefixtures("code")
    def test_without_it_nothing_is_set_up(self, person):
        client = browser()
        sign_in(client, person.email)
        assert is_in(client)
        assert client.post("/codes/", {"code": "0000-0000-0000"}).status_code == 409
        assert client.post("/codes/", {"code": ""}).status_code == 422
        client.post("/accounts/reauthenticate/", {"password": PASSWORD})
        page = client.get("/accounts/2fa/totp/activate/").content.decode()
        secret = re.search(r"\b[A-Z2-7]{32}\b", page)[0]
        answer = client.post("/accounts/2fa/totp/activate/", {"code": code_of(secret)})
        assert (answer.status_code, has_factor(person)) == (409, False)
        assert client.get("/members/").wsgi_request.actor.is_public

    def test_a_session_of_the_password_alone_neither_sets_one_up_nor_outlives_it(self, cast, person, code):
        """Somebody signs in with the password before the person does, and waits."""
        thief, client = browser(), browser()
        sign_in(thief, person.email)
        sign_in(client, person.email)
        client.post("/codes/", {"code": code})
        thief.post("/accounts/reauthenticate/", {"password": PASSWORD})
        page = thief.get("/accounts/2fa/totp/activate/").content.decode()
        secret = re.search(r"\b[A-Z2-7]{32}\b", page)[0]
        answer = thief.post("/accounts/2fa/totp/activate/", {"code": code_of(secret)})
        assert (answer.status_code, has_factor(person)) == (409, False)
        set_up_app(client)
        assert client.get("/members/").wsgi_request.actor.office == cast.office(LOST)
        assert not is_in(thief)

    def test_the_code_opens_a_quarter_of_an_hour(self, person, code, at_now):
        client = browser()
        sign_in(client, person.email)
        client.post("/codes/", {"code": code})
        at_now(NOW + CODE_LIFE)
        with pytest.raises(Refused) as caught:
            Authenticator.objects.create(user=person, type="totp", data={"secret": "x"})
        assert caught.value.refusal.code == People.CODE_FIRST


def test_whoever_shows_the_factor_has_not_lost_it(cast, clock, at_now):  # noqa: F811
    at_now(NOW)
    account = cast.account(LOST)
    account.set_password(PASSWORD)
    account.save()
    client = browser()
    sign_in(client, account.email)
    secret = set_up_app(client)
    row, _code = agreed(cast)
    clock.pass_(30)
    client.post("/accounts/2fa/reauthenticate/", {"code": code_of(secret)})
    row.refresh_from_db()
    assert row.stopped_at == NOW
