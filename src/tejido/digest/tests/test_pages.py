"""The page of the weekly letter, and the address by which it ends."""

import pytest
from django.test import Client

from cast import NOW
from tejido.digest.models import Wish
from tejido.digest.queries import seed_of
from tejido.digest.tests.doings import DAY, FP, want
from tejido.people.queries import guest_token

pytestmark = pytest.mark.django_db


@pytest.fixture
def fp(cast, at_now):
    at_now(NOW)
    return cast.client(FP)


def page(client: Client, address: str = "/weekly/") -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


def test_who_is_not_signed_in_is_asked_to(client):
    assert client.get("/weekly/").headers["location"] == "/accounts/login/"


def test_one_click_sets_it_and_one_ends_it(cast, fp):
    assert "You get no weekly letter." in page(fp)
    fp.post("/weekly/", {"day": "2"})
    html = page(fp)
    assert 'value="2" aria-pressed="true"' in html
    assert ", 07:00 <span" in html
    fp.post("/weekly/", {"day": "none"})
    assert "You get no weekly letter." in page(fp)
    assert Wish.objects.get().day is None


@pytest.mark.parametrize("sent", [{}, {"day": "7"}, {"day": "monday"}, {"day": "-1"}])
def test_a_day_that_is_none_is_not_kept(fp, sent):
    assert fp.post("/weekly/", sent).status_code == 400
    assert not Wish.objects.exists()


def test_the_page_shows_what_the_letter_would_say_now(fp, round_):
    assert "“Texto”, round 1" in page(fp)


def test_where_nothing_is_to_be_told_the_page_says_so(fp, text):
    assert "no letter would be sent" in page(fp)


def test_in_a_demonstration_it_says_that_nobody_is_written_to(cast, fp):
    type(cast.account(FP)).objects.update(is_demonstration=True)
    assert "In the demonstration nobody is written to." in page(fp)


## By the link of the letter


@pytest.fixture
def client():
    return Client(headers={"accept-language": "en"})


@pytest.fixture
def link(cast):
    want(cast, FP)
    key = Wish.objects.get().key
    return f"/weekly/{key}/{guest_token(seed_of(key))}/"


def test_looking_ends_nothing_and_the_button_does_without_signing_in(client, link):
    client.head(link)
    client.options(link)
    assert Wish.objects.get().day == 0
    assert "End the weekly letter?" in page(client, link)
    assert "No more weekly letters" in client.post(link).content.decode()
    assert (Wish.objects.get().day, Wish.objects.get().next_at) == (None, None)
    assert "No more weekly letters" in page(client, link)
    assert client.post(link).status_code == 200  # twice is like once


def test_mail_programs_end_it_by_one_post_without_any_page_of_this_house(link):
    program = Client(enforce_csrf_checks=True)
    assert program.post(link, {"List-Unsubscribe": "One-Click"}).status_code == 200
    assert Wish.objects.get().day is None


def test_a_link_of_somebody_else_a_cut_one_and_an_unknown_one_end_nothing(cast, client, link):
    want(cast, "XB/focal_point")
    other = Wish.objects.exclude(account=cast.account(FP)).get()
    own, token = link.strip("/").split("/")[1:]
    for address in (f"/weekly/{other.key}/{token}/", f"/weekly/{own}/{token[:-1]}/", f"/weekly/000000000000/{token}/"):
        assert [client.get(address).status_code, client.post(address).status_code] == [404, 404]
    assert Wish.objects.filter(day=None).count() == 0


def test_choosing_a_day_anew_after_the_link_was_used_begins_again(cast, client, link):
    client.post(link)
    want(cast, FP, day=4, at=NOW + DAY)
    assert Wish.objects.get().next_at is not None
