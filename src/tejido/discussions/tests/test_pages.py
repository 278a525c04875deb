"""The pages of discussions, and the way to them from the pages that they stand beside."""

import pytest

from cast import NOW
from counting import queries_of
from tejido.cooperation.tests.doings import offer, show
from tejido.discussions import commands
from tejido.discussions.models import Thread
from tejido.discussions.names import Letters, Space
from tejido.discussions.queries import letters_of
from tejido.discussions.words import shown

from .doings import ALDEA, BRISA, JUSTICE, MINUTE, SEC, begin, hide, say

pytestmark = [pytest.mark.django_db, pytest.mark.anywhere]
WRITTEN = {"words": "Con **énfasis**.\n\n- uno\n- dos", "language": "es"}


@pytest.fixture(autouse=True)
def _now(at_now):
    """Views read the clock of the cast."""


def page(client, address, status=200):
    answer = client.get(address)
    assert answer.status_code == status
    return answer.content.decode()


def sent(client, address, **values):
    answer = client.post(address, values)
    assert answer.status_code == 302, answer.content.decode()[:3000]
    return answer["Location"].partition("#")[0]


def test_from_a_text_to_a_discussion_and_back_by_forms(cast, text):
    aldea, brisa = cast.client(ALDEA), cast.client(BRISA)
    beside = f"/discussions/beside/text/{text.slug}/"
    assert f'href="{beside}">Discuss <span class="count">0</span>' in page(aldea, f"/texts/{text.slug}/")
    assert "Nobody has begun a discussion here" in page(aldea, beside)
    thread = sent(aldea, beside, subject="La segunda frase", space="network", **WRITTEN)
    assert 'Discuss <span class="count">1</span>' in page(brisa, f"/texts/{text.slug}/")
    read = page(brisa, thread)
    assert "<strong>énfasis</strong>" in read
    assert "Nothing that is written here is a position" in read
    sent(brisa, thread, words="De acuerdo.", language="es", mentions=[cast.seats[cast.office(ALDEA)].key])
    assert "Speaks to:" in page(aldea, thread)
    sent(brisa, f"{thread}messages/2/", words="No del todo.", language="es")
    assert "put right" in page(aldea, thread)
    sent(aldea, f"{thread}summaries/", words="En suma, sí.", language="es")
    sent(aldea, f"{thread}closings/")
    closed = page(brisa, thread)
    assert "En suma, sí." in closed
    assert 'id="write"' not in closed
    sent(aldea, f"{thread}reopenings/")
    assert "La segunda frase" in page(brisa, "/discussions/")
    assert "La segunda frase" in page(brisa, beside)


def test_a_subject_is_one_line_whatever_was_sent(cast, text):
    sent(
        cast.client(ALDEA),
        f"/discussions/beside/text/{text.slug}/",
        subject="La segunda\r\n  frase",
        space="network",
        **WRITTEN,
    )
    assert Thread.objects.get().subject == "La segunda frase"


def test_withdrawn_and_hidden_messages_are_seen_to_have_been_there_and_not_read(cast, text):
    row = begin(cast, text, BRISA, words="Primero")
    say(cast, row, BRISA, "Segundo")
    address = f"/discussions/{row.key}/"
    brisa, sec = cast.client(BRISA), cast.client(SEC)
    sent(brisa, f"{address}messages/1/withdrawals/")
    sent(sec, f"{address}messages/2/hidings/", reason="Nombra a una persona.")
    for client in (brisa, sec):
        read = page(client, address)
        assert "Primero" not in read
        assert "Segundo" not in read
        assert "Withdrawn by its seat." in read
        assert "Nombra a una persona." in read
    assert brisa.get(f"{address}messages/1/").status_code == 302
    sent(sec, f"{address}messages/2/showings/")
    assert "Segundo" in page(brisa, address)
    assert "message error" in page(sec, sent(sec, f"{address}messages/2/hidings/"))


def test_what_a_seat_wants_to_hear_is_its_own_to_say(cast, text):
    row = begin(cast, text)
    brisa = cast.client(BRISA)
    address = f"/discussions/{row.key}/"
    assert "is not told" in page(brisa, address)
    sent(brisa, f"{address}hearings/", hearing="follow")
    assert "is told" in page(brisa, address)
    sent(brisa, f"{address}hearings/", hearing="x")
    sent(brisa, "/discussions/letters/", letters="each")
    assert letters_of(cast.seats[cast.office(BRISA)].key) == Letters.EACH
    sent(brisa, "/discussions/letters/", letters="x")
    assert "No discussion yet" in page(cast.client(JUSTICE), "/discussions/") or Thread.objects.exists()


def test_errors_stand_beside_what_was_typed(cast, text):
    aldea, row = cast.client(ALDEA), begin(cast, text)
    wrong = aldea.post(f"/discussions/beside/text/{text.slug}/", {"subject": "Sin mensaje", "space": "network"})
    assert wrong.status_code == 422
    assert b"Sin mensaje" in wrong.content
    assert aldea.post(f"/discussions/{row.key}/", {"language": "es"}).status_code == 422
    assert aldea.post(f"/discussions/{row.key}/messages/1/", {"language": "es"}).status_code == 422
    assert "message error" in page(aldea, sent(aldea, f"/discussions/{row.key}/summaries/"))
    assert aldea.get(f"/discussions/{row.key}/messages/9/").status_code == 404
    assert aldea.get("/discussions/beside/text/no-hay-tal/").status_code == 404


def test_whoever_may_not_load_the_object_is_told_of_no_discussion_not_even_by_a_number(cast, text):
    row = offer(cast)
    show(cast, row, "XA")
    begin(cast, None, ALDEA, space=Space.OWN, place="posting", key=row.key)
    address = f"/cooperation/postings/{row.key}/"
    assert 'Discuss <span class="count">1</span>' in page(cast.client(ALDEA), address)
    assert 'Discuss <span class="count">0</span>' in page(cast.client(BRISA), address)
    assert "Discuss <" not in page(cast.client(SEC), address, 404)
    refused = cast.client(JUSTICE).post(f"{address}closings/")
    assert "Discuss <" not in refused.content.decode()
    from django.test import Client

    assert "Discuss <" not in Client().get(f"/texts/{text.slug}/").content.decode()


def test_the_way_to_discussions_costs_one_query_and_only_where_there_can_be_some(cast, text):
    aldea = cast.client(ALDEA)
    begin(cast, text)
    address = f"/texts/{text.slug}/"
    page(aldea, address)
    with_it = queries_of(lambda: page(aldea, address))
    from tejido.config import frame

    kept, frame.PAGES = frame.PAGES, {}
    try:
        without = queries_of(lambda: page(aldea, address))
    finally:
        frame.PAGES = kept
    assert with_it == without + 1


def test_what_is_shown_no_more_says_why_nothing_is_written(cast):
    from tejido.cooperation.commands import hide_posting

    row = offer(cast)
    show(cast, row)
    thread = begin(cast, None, BRISA, place="posting", key=row.key)
    hide_posting(actor=cast.actor(BRISA), posting=row, at=NOW)
    assert "Others cannot read what this is about any more" in page(cast.client(BRISA), f"/discussions/{thread.key}/")
    sec = cast.client(SEC)
    show(cast, row, "XA")
    own = f"/discussions/beside/posting/{row.key}/"
    assert "Who reads it" in page(cast.client(ALDEA), own)
    page(sec, own, 404)


def test_a_heading_of_a_message_is_no_heading_of_the_page():
    assert [str(piece) for piece in shown("# Título\n\nTexto", "es")] == [
        "<p><strong>Título</strong></p>",
        "<p>Texto</p>",
    ]
    assert "<script" not in "".join(shown("<script>alert(1)</script>", "es"))


def test_pages_cost_the_same_however_much_was_written(cast, text):
    aldea, row = cast.client(ALDEA), begin(cast, text)
    hide(cast, say(cast, row))
    addresses = ("/discussions/", f"/discussions/{row.key}/", f"/discussions/beside/text/{text.slug}/")

    def costs():
        for address in addresses:
            page(aldea, address)
        return [queries_of(lambda address=address: page(aldea, address)) for address in addresses]

    one = costs()
    for _ in range(2):
        hide(cast, say(cast, row, BRISA))
        say(cast, row, JUSTICE, mentions=[cast.seats[cast.office(BRISA)].key], at=NOW + MINUTE)
        begin(cast, text, space=Space.OWN)
    commands.hear_thread(actor=cast.actor(ALDEA), thread=row, hearing="mute")
    assert costs() == one
