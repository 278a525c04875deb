"""What happens to every request: who is acting is found out, and a refusal becomes a page that says why."""

import pytest
from django.test import Client, RequestFactory

from cast import NOW
from tejido.config.middleware import RefusalMiddleware
from tejido.ledger.actors import PUBLIC
from tejido.ledger.refusals import No, Refusal, Refused, not_yours
from tejido.people.models import Account
from tejido.registry.names import No as OfRegistry

pytestmark = pytest.mark.django_db


def public() -> Client:
    return Client(headers={"accept-language": "en"})


def acting(client: Client):
    return client.get("/members/").wsgi_request


def refused(exception: Exception, *, method: str = "get", **values):
    """The answer that a view's exception becomes, for a reader of English; None where it is not ours to answer."""
    request = getattr(RequestFactory(), method)("/texts/", values)
    request.LANGUAGE_CODE, request.user = "en", Account()
    request.actor, request.mandates = PUBLIC, []
    return RefusalMiddleware(lambda _: None).process_exception(request, exception)


@pytest.mark.parametrize(
    ("sent", "is_said"),
    [({}, False), ({"seen": "0" * 64, "next": "/x/"}, False), ({"reason": " "}, False), ({"reason": "Falta."}, True)],
)
def test_what_was_written_is_said_to_be_in_the_form_only_where_something_was(sent, is_said):
    answer = refused(Refused(Refusal(No.STALE)), method="post", **sent)
    assert ("What you wrote is still in the form" in answer.content.decode()) is is_said


def test_a_stranger_acts_as_the_public(cast):
    request = acting(public())
    assert (request.actor, request.mandates) == (PUBLIC, [])


def test_a_person_acts_from_the_seat_they_chose(cast):
    request = acting(cast.client("XA/focal_point"))
    assert request.actor == cast.actor("XA/focal_point")
    assert [mandate.seat.office for mandate in request.mandates] == ["XA/focal_point/MRE"]


def test_a_person_without_a_seat_acts_as_the_public_although_they_are_signed_in(cast):
    client = public()
    client.force_login(Account.objects.create_user("nobody@example.org"))
    request = acting(client)
    assert (request.actor, request.user.is_authenticated) == (PUBLIC, True)


def test_no_page_of_somebody_who_is_signed_in_is_kept_by_the_browser(cast):
    assert cast.client("XA/focal_point").get("/members/")["Cache-Control"] == "private, no-store"
    assert "Cache-Control" not in public().get("/members/")


def test_a_request_has_one_time_from_beginning_to_end(cast, at_now):
    assert acting(public()).now == NOW


@pytest.mark.parametrize(
    ("refusal", "status"),
    [
        (not_yours("The chair"), 403),
        (Refusal(No.NO_SEAT), 403),
        (Refusal(No.NOT_FRESH), 403),
        (Refusal(No.STALE), 409),
        (Refusal(OfRegistry.SEAT_TAKEN, {"until": "—"}), 409),
    ],
)
def test_a_refusal_says_why_and_that_nothing_was_changed(cast, refusal, status):
    answer = refused(Refused(refusal))
    assert answer.status_code == status
    page = answer.content.decode()
    assert "Nothing was changed." in page
    assert refusal.sentence.split("“")[0][:40] in page


def test_who_has_to_show_a_second_factor_is_led_to_it_and_back(cast):
    page = refused(Refused(Refusal(No.NOT_FRESH)), method="post", next="/members/").content.decode()
    assert 'href="/confirmations/?next=%2Fmembers%2F"' in page


def test_a_mistake_of_ours_is_not_answered_as_a_refusal():
    assert refused(KeyError("x")) is None


def test_a_refusal_in_a_page_comes_as_a_page_of_the_house(cast):
    answer = cast.client("XA/focal_point").post("/seats/", {"seat": "unknown"})
    assert answer.status_code == 409
    assert "Content-Security-Policy" in answer.headers
    assert "You do not hold this seat now." in answer.content.decode()


def test_a_nul_in_what_an_address_asks_for_is_not_there():
    asked = Client().get("/institutions/?member=X%00A&branch=%00&a%00b=1&a%00b=2").wsgi_request.GET
    assert dict(asked.lists()) == {"member": ["XA"], "branch": [""], "ab": ["1", "2"]}
