"""The adoption record on paper: what its file says for everybody, the lifted objections for who takes part."""

import pytest
from django.test import Client

from cast import FIRST
from counting import queries_of
from tejido.curriculum.models import Edition
from tejido.curriculum.queries import record_of
from tejido.deliberation import commands
from tejido.deliberation.models import Lifting, Objection
from tejido.formats import pdf

from .doings import SILENCE_ENDS, TICK, agree, declare, lift, object_to, propose
from .test_papers import inside

pytestmark = pytest.mark.django_db
REASON, WORDING = "CANARIO motivo.", "CANARIO redacción."
ADDRESS = "/texts/texto/editions/1/record"


@pytest.fixture
def adopted(cast, filled_cumbre, text, at_now) -> Edition:
    """Aldea objected and lifted, Brisa reserved, Cumbre agreed."""
    silence = propose(cast, text)
    lift(cast, object_to(cast, silence, reason=REASON, wording=WORDING))
    agree(cast, silence, "XC/focal_point")
    declare(cast, silence, "XB/focal_point", passage=FIRST)
    commands.conclude_silence(procedure=silence, at=SILENCE_ENDS + TICK)
    at_now(SILENCE_ENDS + TICK)
    return Edition.objects.select_related("revision", "text").get()


def read(client: Client) -> str:
    return inside(client.get(f"{ADDRESS}.docx?language=es").content)


def test_it_says_what_the_file_of_the_record_says(cast, adopted):
    record, said = record_of(adopted), read(Client(headers={"accept-language": "es"}))
    wanted = [
        record["text"]["digest"],
        record["line"]["facts"]["record"],
        record["head"]["root"],
        record["head"]["key"],
        "Con reserva.",
        *(name for member in record["members_of_record"] for name in member["names"].values() if name in said),
        "Por silencio: ningún miembro",
        "Cabecera del libro de actos",
    ]
    assert [words for words in wanted if words not in said] == []
    assert all(member["names"]["es"] in said for member in record["members_of_record"])


def test_lifted_objections_are_for_who_takes_part_and_not_for_the_public(cast, adopted):
    for who in ("XA/focal_point", "XB/representative/JUS", "network/secretariat"):
        said = read(cast.client(who, language="es"))
        assert {REASON in said, WORDING in said, "Objeciones presentadas y levantadas" in said} == {True}
    outside = read(Client(headers={"accept-language": "es"}))
    assert {"CANARIO" in outside, "Objeciones" in outside} == {False}


def test_an_objection_to_a_lost_passage_or_none_at_all_is_said(cast, adopted):
    client = cast.client("XA/focal_point", language="es")
    Objection.objects.update(passage="000000000zzz", wording="")
    assert "Un pasaje que ya no está en el texto" in read(client)
    Objection.objects.update(passage="")
    assert "El texto en su conjunto" in read(client)
    Lifting.objects.all().delete()
    assert "No se presentó y levantó ninguna objeción." in read(client)


def test_it_costs_the_same_with_one_objection_and_with_three(cast, adopted):
    client = cast.client("XA/focal_point", language="es")
    read(client)
    small = queries_of(lambda: read(client))
    first = Objection.objects.get()
    for _ in range(2):
        more = Objection.objects.create(
            procedure=first.procedure, party=first.party, language="es", reason="Otra.", at=first.at, office="x"
        )
        Lifting.objects.create(objection=more, at=first.at, office="x")
    assert queries_of(lambda: read(client)) == small


def test_the_pdf_is_set_and_what_cannot_be_set_leads_back(cast, adopted, monkeypatch):
    client = cast.client("XA/focal_point", language="es")
    assert client.get(f"{ADDRESS}.pdf").content.startswith(b"%PDF")
    assert client.get(f"{ADDRESS}.odt").status_code == 404
    assert f"{ADDRESS}.pdf?language=es" in client.get("/texts/texto/editions/1/").content.decode()

    def fails(book):
        raise pdf.NotSet

    monkeypatch.setattr(pdf, "typeset", fails)
    assert client.get(f"{ADDRESS}.pdf")["Location"] == "/texts/texto/editions/1/"
    Edition.objects.update(record=b"")
    assert client.get(f"{ADDRESS}.docx").status_code == 404
