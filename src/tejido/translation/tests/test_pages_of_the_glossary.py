"""The glossary as every seat reads it, and as it is kept."""

import pytest

from counting import queries_of
from tejido.translation.models import GlossaryEntry

from .doings import MEMBER, TRANSLATOR
from .test_glossary import entered

pytestmark = pytest.mark.django_db
GLOSSARY = "/glossary/"


def words(client, address=GLOSSARY, **asked):
    answer = client.get(address, asked)
    assert answer.status_code == 200
    return answer.content.decode()


def test_a_concept_is_entered_found_changed_and_taken_out(cast):
    client = cast.client(TRANSLATOR)
    sent = {"preferred_es": "punto focal", "preferred_pt": "ponto focal\nPF", "forbidden_pt": "ponto de contato"}
    answer = client.post(f"{GLOSSARY}new/", {**sent, "definition_es": "Quien habla por un Estado.", "source": "Acta"})
    row = GlossaryEntry.objects.get()
    address = f"{GLOSSARY}{row.concept}/"
    assert answer.url == address
    assert row.terms == [
        ["es", "punto focal", "preferred"], ["pt", "ponto focal", "preferred"], ["pt", "PF", "preferred"],
        ["pt", "ponto de contato", "forbidden"],
    ]  # fmt: skip  # a table
    page = words(client, address)
    assert "Quien habla por un Estado." in page
    assert "ponto focal\nPF</textarea>" in page
    assert "punto focal" in words(client, q="PONTO")
    assert "No concept here" in words(client, q="zzz")
    assert client.post(address, {**sent, "preferred_es": "punto focal nacional"}).url == address
    assert GlossaryEntry.objects.count() == 2
    assert words(client, address).count("(preferred)") == 6
    assert client.post(f"{address}retirements/").url == GLOSSARY
    assert client.get(address).status_code == 404


def test_what_says_nothing_is_told_beside_what_was_typed(cast):
    client = cast.client(TRANSLATOR)
    answer = client.post(f"{GLOSSARY}new/", {"forbidden_es": "contacto"})
    assert answer.status_code == 422
    assert "A concept needs a preferred word" in answer.content.decode()
    row = entered(cast)
    same = {"preferred_es": "prevención", "preferred_pt": "prevenção", "forbidden_pt": "prevenimento"}
    same |= {"definition_es": "Lo que se hace antes.", "source": "Glosario de la red"}
    answer = client.post(f"{GLOSSARY}{row.concept}/", same)
    assert answer.status_code == 422
    assert "what the glossary says already" in answer.content.decode()


def test_every_seat_reads_and_only_who_translates_keeps(cast):
    row = entered(cast)
    page = words(cast.client(MEMBER), f"{GLOSSARY}{row.concept}/")
    assert "prevenimento" in page
    assert "Change it" not in page
    assert "Enter a concept" not in words(cast.client(MEMBER))


def test_a_page_costs_the_same_at_every_size(cast):
    client, row = cast.client(MEMBER), entered(cast)
    addresses = (GLOSSARY, f"{GLOSSARY}{row.concept}/")
    small = [queries_of(lambda address=address: words(client, address)) for address in addresses]
    for _ in range(2):
        entered(cast)
    assert [queries_of(lambda address=address: words(client, address)) for address in addresses] == small
    assert max(small) <= 12
