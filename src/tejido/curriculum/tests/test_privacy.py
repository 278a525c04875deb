"""A mechanism's texts exist for its member alone: everybody else gets the answer of an address that leads nowhere."""

import pytest
from django.test import Client

from cast import SECTION_A, make_text
from tejido.curriculum.models import Revision
from tejido.curriculum.queries import latest_revision, text_for
from tejido.ledger.actors import CONSOLE, PUBLIC

from .writing import save

pytestmark = pytest.mark.django_db
SLUG, NOWHERE, CANARY = "politica", "nowhere-at-all", "CANARIO-XA-7f3"
STRANGERS = ["XB/focal_point", "XB/representative/JUS", "network/secretariat", "network/chair", "network/translator"]
PAGES = [
    "",
    "?revision=1",
    "history/",
    "changes/",
    "languages/",
    f"sections/{SECTION_A}/",
    "sections/start/",
    "files/es.md",
    "editions/1/",
    "editions/1/text.json",
    "pictures/unknown/",
]
ACTS = {
    f"sections/{SECTION_A}/": {"markdown": "## Otra\n", "base": 1, "language": "es"},
    f"sections/{SECTION_A}/drafts/": {"markdown": "## Otra\n", "base": 1, "language": "es"},
    "previews/": {"markdown": "x"},
    "languages/": {"keep": "000000000t00", "take": "000000000p01"},
}


@pytest.fixture
def own(cast, mechanism):
    """The unified national policy of Aldea, with a word in it that must not leave the house."""
    text = make_text(cast, mechanism, by="XA/focal_point", slug=SLUG)
    save(cast, text, SECTION_A, f"## {CANARY}\n", by="XA/focal_point")
    return text


def client_of(cast, who: str) -> Client:
    return cast.client(who) if who else Client(headers={"accept-language": "en"})


def told(answer) -> tuple[int, str]:
    """Status and page, without the address that was asked for and the token of the page's forms."""
    page = answer.content.decode().replace(SLUG, "…").replace(NOWHERE, "…")
    token = str(answer.context["csrf_token"]) if answer.context else ""
    return answer.status_code, page.replace(token, "…") if token else page


@pytest.mark.parametrize("who", [*STRANGERS, ""])
def test_every_page_of_the_text_looks_like_a_page_that_was_never_there(cast, own, who):
    client = client_of(cast, who)
    for page in PAGES:
        answers = [client.get(f"/texts/{slug}/{page}") for slug in (SLUG, NOWHERE)]
        assert told(answers[0]) == told(answers[1]), page
        assert answers[0].status_code == 404
        assert CANARY not in answers[0].content.decode()


@pytest.mark.parametrize("who", [*STRANGERS, ""])
def test_every_act_on_the_text_is_answered_as_on_a_text_that_was_never_there(cast, own, who):
    client, before = client_of(cast, who), Revision.objects.count()
    for address, values in ACTS.items():
        answers = [client.post(f"/texts/{slug}/{address}", values) for slug in (SLUG, NOWHERE)]
        assert told(answers[0]) == told(answers[1]), address
        assert answers[0].status_code == 404
    assert Revision.objects.count() == before


@pytest.mark.parametrize("who", [*STRANGERS, ""])
def test_no_list_of_texts_has_it_or_counts_it(cast, own, who):
    page = client_of(cast, who).get("/texts/").content.decode()
    assert [word for word in (SLUG, CANARY, "Mecanismo Nacional") if word in page] == []


@pytest.mark.parametrize("who", ["XA/focal_point", "XA/alternate", "XA/validating_authority", "XA/representative/DEF"])
def test_the_seats_of_the_member_read_it(cast, own, who):
    client = cast.client(who)
    assert CANARY in client.get(f"/texts/{SLUG}/").content.decode()
    assert SLUG in client.get("/texts/").content.decode()


def test_a_stranger_s_query_fails_as_for_an_unknown_address(cast, own):
    for actor in (*(cast.actor(who) for who in STRANGERS), PUBLIC, CONSOLE):
        for slug in (SLUG, NOWHERE):
            with pytest.raises(type(own).DoesNotExist):
                text_for(actor, slug)
    assert text_for(cast.actor("XA/representative/JUS"), SLUG) == own


def test_the_texts_of_the_network_are_open_to_every_seat_and_closed_to_the_public(cast, text):
    for who in (*STRANGERS, "XA/focal_point", "network/observer"):
        assert cast.client(who).get("/texts/texto/").status_code == 200
    assert Client().get("/texts/texto/").status_code == 404
    assert latest_revision(text).number == 1
