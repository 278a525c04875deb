"""The first tour of a seat: shown until it was taken or put away, each by the person who holds the seat."""

import re

import pytest
from django.test import Client

from cast import NOW, Cast
from counting import queries_of
from tejido.deliberation.tests.doings import fill_cumbre, propose, refused
from tejido.registry.names import Role
from tejido.tour.commands import bring_back, put_away, take_step
from tejido.tour.models import Walk
from tejido.tour.names import No, Place
from tejido.tour.pages import places_of, tour_for
from tejido.tour.queries import address_of

pytestmark = pytest.mark.django_db
FP, OTHER, SEC, OBS = "XA/focal_point", "XB/focal_point", "network/secretariat", "network/observer"


@pytest.fixture
def sit(cast: Cast, at_now):
    at_now(NOW)
    return cast.client


def page(client: Client, address: str = "/") -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


def test_every_office_has_a_tour_of_four_to_six_steps_that_differs_from_the_others(cast):
    tours = {}
    for office in cast.mandates:
        actor = cast.actor(office)
        found = tour_for(actor)
        assert 4 <= len(found.steps) <= 6
        assert len(set(places_of(actor))) == len(found.steps)
        tours[actor.role] = tuple(str(each.step.what) + str(each.step.why) for each in found.steps)
    assert len(set(tours.values())) == len(tours) == len(Role) - 1  # the cast has no registrar


def test_every_step_of_every_office_leads_to_a_page_that_the_office_may_read(cast, sit, text, round_):
    fill_cumbre(cast)
    propose(cast, text)
    for office in cast.mandates:
        client = sit(office)
        for place in places_of(cast.actor(office)):
            answer = client.post("/tour/steps/", {"step": place.value})
            there = client.get(answer.headers["location"])
            assert (there.status_code, office, place) == (200, office, place)


def test_a_step_leads_to_what_is_open_and_where_nothing_is_to_the_texts(cast, text, mechanism):
    actor = cast.actor(FP)
    for place in (Place.POSITION, Place.ADOPTION, Place.READING, Place.COMMENTS):
        assert address_of(place, actor, NOW) == "/texts/"


def test_it_leads_to_the_newest_round_of_the_network_and_who_prepares_nothing_to_the_texts(cast, round_):
    assert address_of(Place.POSITION, cast.actor(FP), NOW) == f"/rounds/{round_.key}/position/"
    assert address_of(Place.COMMENTS, cast.actor(OBS), NOW) == f"/rounds/{round_.key}/comments/"
    assert address_of(Place.POSITION, cast.actor(OBS), NOW) == "/texts/"


def test_who_sits_down_sees_it_above_everything_and_a_step_is_ticked_as_it_is_taken(cast, sit):
    client = sit(FP)
    assert "0 of 6 taken" in page(client)
    html = page(client)
    assert html.index('class="tour"') < html.index('id="waiting"')
    answer = client.post("/tour/steps/", {"step": "people"})
    assert answer.headers["location"] == "/brief/#people"
    client.post("/tour/steps/", {"step": "people"})
    html = page(client)
    assert "1 of 6 taken" in html
    assert html.count("Show me again") == 1


def test_it_goes_when_every_step_is_taken_or_it_is_put_away_and_help_brings_it_back(cast, sit):
    client = sit(FP)
    for place in places_of(cast.actor(FP)):
        client.post("/tour/steps/", {"step": place.value})
    html = page(client)
    assert 'class="tour"' not in html
    assert html.count("The tour is put away.") == 1  # said with the last step
    for _twice in range(2):
        assert "Show the tour on my desk again" in page(client, "/help/")
        client.post("/tour/returns/")
        assert "0 of 6 taken" in page(client)
        assert "The tour stands on your desk" in page(client, "/help/")
        client.post("/tour/farewells/")
        assert 'class="tour"' not in page(client)


def test_of_another_person_and_of_another_seat_nothing_is_ticked(cast):
    take_step(actor=cast.actor(FP), places=places_of(cast.actor(FP)), place="texts")
    put_away(actor=cast.actor(SEC), at=NOW)
    assert tour_for(cast.actor("XA/alternate")).taken == 0
    assert tour_for(cast.actor(OTHER)).is_shown
    assert Walk.objects.count() == 2


@pytest.mark.parametrize("place", ["", "nowhere", "members"])
def test_a_step_of_no_tour_or_of_another_office_is_refused(cast, place):
    with refused(No.NO_SUCH_STEP):
        take_step(actor=cast.actor(FP), places=places_of(cast.actor(FP)), place=place)
    assert not Walk.objects.exists()


def test_who_has_no_seat_has_no_tour(client):
    assert client.get("/help/").status_code == 404
    for act in ("steps", "farewells", "returns"):
        assert client.post(f"/tour/{act}/").status_code == 404


def test_it_needs_no_script_and_each_button_says_what_it_shows(cast, sit):
    html = page(sit(FP))
    tour = html[html.index('class="tour"') : html.index('id="waiting"')]
    assert "hx-" not in tour
    assert "<dialog" not in tour
    said = re.findall(r'<button[^>]*>([^<]*)<span class="aloud">: ([^<]*)</span>', tour)
    assert [what for _show, what in said] == re.findall(r"<h3>([^<]*)</h3>", tour)


@pytest.mark.parametrize("language", ["es", "pt", "fr"])
def test_it_is_in_the_language_of_its_reader(cast, sit, language):
    html = page(sit(FP, language=language))
    tour = html[html.index('class="tour"') : html.index('id="waiting"')]
    assert "Show me" not in tour
    assert "taken" not in re.sub("<[^>]*>", "", tour)
    assert "%(" not in tour


def test_it_costs_one_query_however_far_somebody_has_come(cast):
    actor = cast.actor(FP)
    assert queries_of(lambda: tour_for(actor)) == 1
    for place in places_of(actor)[:3]:
        take_step(actor=actor, places=places_of(actor), place=place)
    assert queries_of(lambda: tour_for(actor)) == 1
    bring_back(actor=actor)
    assert tour_for(actor).taken == 0
