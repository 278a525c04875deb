"""Persons come and go; what may be done from a seat follows the mandate that is valid at that instant."""

from datetime import timedelta

import pytest

from cast import NOW
from tejido.ledger.actors import CONSOLE, PUBLIC
from tejido.ledger.models import Line
from tejido.ledger.refusals import Refused
from tejido.people.models import Account
from tejido.registry.commands import begin_mandate, end_mandate
from tejido.registry.models import Mandate
from tejido.registry.names import Act, No
from tejido.registry.queries import actor_for, mandates_of, secretariat_holders, vacancies, vacancies_of
from tejido.registry.queries import parties_of as of_body

pytestmark = pytest.mark.django_db
TICK, HOUR, DAY = timedelta(microseconds=1), timedelta(hours=1), timedelta(days=1)
OFFICE, VACANT = "XA/focal_point/MRE", "XC/focal_point/MRE"


def begin(cast, office: str, who: str, since) -> Mandate:
    return begin_mandate(actor=CONSOLE, seat=cast.seats[office], account=cast.account(who), since=since, at=NOW)


def end(mandate: Mandate, until) -> None:
    end_mandate(actor=CONSOLE, mandate=mandate, until=until, at=NOW)


def seats_of(cast, who: str, at) -> list[str]:
    return [mandate.seat.office for mandate in mandates_of(str(cast.account(who).pk), at)]


def refusal_of(call, *args):
    with pytest.raises(Refused) as refused:
        call(*args)
    return refused.value.refusal


def test_a_mandate_holds_from_its_first_instant_until_before_its_last(cast):
    mandate = begin(cast, VACANT, "XB/focal_point", NOW)
    end(mandate, NOW + DAY)
    mandate.refresh_from_db()
    for at, holds in [(NOW - TICK, False), (NOW, True), (NOW + DAY - TICK, True), (NOW + DAY, False)]:
        assert (VACANT in seats_of(cast, "XB/focal_point", at), mandate.is_valid_at(at)) == (holds, holds), at


def test_a_seat_has_one_holder_at_a_time(cast):
    refusal = refusal_of(begin, cast, OFFICE, "XB/focal_point", NOW)
    assert (refusal.code, refusal.values) == (No.SEAT_TAKEN, {"until": "—"})


def test_the_next_holder_begins_at_the_instant_at_which_the_one_before_ends_and_not_before(cast):
    end(cast.mandates[OFFICE], NOW + DAY)
    refusal = refusal_of(begin, cast, OFFICE, "XB/focal_point", NOW + DAY - TICK)
    assert refusal.code == No.SEAT_TAKEN
    assert "12:00 (UTC)" in refusal.values["until"]
    begin(cast, OFFICE, "XB/focal_point", NOW + DAY)
    assert OFFICE in seats_of(cast, "XA/focal_point", NOW)
    assert OFFICE in seats_of(cast, "XB/focal_point", NOW + DAY)
    assert OFFICE not in seats_of(cast, "XA/focal_point", NOW + DAY)


def test_a_mandate_that_begins_later_keeps_the_seat_from_one_that_would_run_into_it(cast):
    begin(cast, VACANT, "XB/focal_point", NOW + DAY)
    assert refusal_of(begin, cast, VACANT, "XA/focal_point", NOW).code == No.SEAT_TAKEN
    assert seats_of(cast, "XB/focal_point", NOW) == ["XB/focal_point/MRE"]


def test_a_mandate_that_ended_is_not_brought_back_to_life_by_a_later_end(cast):
    mandate = cast.mandates[OFFICE]
    end(mandate, NOW)
    for until in (NOW, NOW + DAY):
        assert refusal_of(end, mandate, until).code == No.MANDATE_OVER
    end(mandate, NOW - DAY)
    mandate.refresh_from_db()
    assert mandate.until == NOW - DAY
    assert Line.objects.filter(act=Act.MANDATE_ENDED).count() == 2


def test_an_actor_whose_mandate_ended_can_do_nothing_on_the_very_next_request_of_the_same_session(cast, text, at_now):
    client = cast.client("network/secretariat")
    where = f"/texts/{text.slug}/sections/start/"
    assert client.get("/texts/new/").status_code == 200
    end(cast.mandates["network/secretariat/SEC"], NOW)
    assert client.get("/members/").wsgi_request.actor == PUBLIC
    assert client.get("/members/").wsgi_request.user.is_authenticated
    assert [client.get(page).status_code for page in ("/texts/new/", f"/texts/{text.slug}/", where)] == [404] * 3
    assert client.post("/texts/new/", {"title": "T"}).status_code == 404
    seat = cast.seats["network/secretariat/SEC"].key
    assert client.post("/seats/", {"seat": seat}).status_code == 409


def test_a_mandate_opens_the_door_at_its_instant_in_a_session_that_is_already_there(cast, at_now):
    client = cast.client("XB/representative")
    begin(cast, VACANT, "XB/representative", NOW + HOUR)
    client.post("/seats/", {"seat": cast.seats[VACANT].key})
    assert client.get("/members/").wsgi_request.actor.member == "XB"
    at_now(NOW + HOUR)
    client.post("/seats/", {"seat": cast.seats[VACANT].key})
    assert client.get("/members/").wsgi_request.actor.office == VACANT


def test_whoever_loses_the_seat_they_chose_acts_from_the_other_one_they_hold(cast):
    begin(cast, VACANT, "XA/focal_point", NOW)
    account, wanted = str(cast.account("XA/focal_point").pk), cast.seats[VACANT].key
    assert actor_for(account, wanted, NOW)[0].office == VACANT
    end(Mandate.objects.get(seat=wanted), NOW)
    actor, held = actor_for(account, wanted, NOW)
    assert (actor.office, len(held)) == (OFFICE, 1)


def test_somebody_without_a_mandate_is_the_public(cast):
    assert actor_for(str(cast.account("XA/focal_point").pk), "", NOW - timedelta(days=3650)) == (PUBLIC, [])


def test_an_actor_carries_what_is_true_of_the_seat_and_nothing_of_the_person_but_a_number(cast):
    actor = cast.actor("XA/focal_point", fresh=False)
    seat = cast.seats[OFFICE]
    assert (actor.office, actor.member, actor.role) == (OFFICE, "XA", "focal_point")
    assert (actor.seat, actor.institution, actor.mandate) == (seat.key, seat.institution_id, cast.mandates[OFFICE].key)
    assert (actor.account, actor.is_fresh) == (str(cast.account(OFFICE).pk), False)
    assert cast.actor("network/chair").member == ""


def vacant(cast, start, end, body=None) -> set[str]:
    return set(vacancies(of_body(body or cast.body), start, end))


def test_a_member_for_which_nobody_held_an_acting_seat_is_vacant(cast):
    assert vacant(cast, NOW, NOW + DAY) == {"XC"}


def test_a_moment_in_an_acting_seat_is_enough_and_its_edges_count_as_everywhere(cast):
    mandate = begin(cast, VACANT, "XB/focal_point", NOW)
    end(mandate, NOW + DAY)
    for start, until, expected in [
        (NOW - DAY, NOW - TICK, {"XC"}),
        (NOW - DAY, NOW, set()),
        (NOW + DAY - TICK, NOW + 9 * DAY, set()),
        (NOW + DAY, NOW + 9 * DAY, {"XC"}),
    ]:
        assert vacant(cast, start, until) == expected


def test_several_spans_of_time_are_each_judged_by_their_own_beginning_and_end(cast):
    mandate = begin(cast, VACANT, "XB/focal_point", NOW)
    end(mandate, NOW + DAY)
    parties = of_body(cast.body)
    spans = [(parties, NOW - DAY, NOW - TICK), (parties, NOW, NOW + DAY), (parties, NOW + DAY, NOW + 9 * DAY)]
    assert vacancies_of(spans) == [{"XC"}, set(), {"XC"}]
    assert vacancies_of([]) == []


def test_a_validating_authority_or_a_representative_does_not_act_for_the_member(cast):
    begin(cast, "XC/alternate/MRE", "XB/focal_point", NOW)
    for role in ("focal_point", "alternate"):
        end(cast.mandates[f"XA/{role}/MRE"], NOW)
    assert vacant(cast, NOW, NOW + DAY) == {"XA"}


def test_whose_account_was_closed_fills_no_seat(cast):
    Account.objects.filter(pk__in=[cast.account(f"XA/{role}").pk for role in ("focal_point", "alternate")]).update(
        is_active=False
    )
    assert vacant(cast, NOW, NOW + DAY) == {"XA", "XC"}


def test_in_a_mechanism_each_institution_needs_its_own_representative(cast, mechanism):
    assert vacant(cast, NOW, NOW + DAY, mechanism) == set()
    end(cast.mandates["XA/representative/DEF"], NOW)
    assert vacant(cast, NOW, NOW + DAY, mechanism) == {"DEF"}


def test_a_secretariat_is_counted_by_who_sits_in_it_now(cast):
    assert [secretariat_holders(at) for at in (NOW, NOW - timedelta(days=3650))] == [1, 0]
    end(cast.mandates["network/secretariat/SEC"], NOW)
    assert secretariat_holders(NOW) == 0
