"""The pages of promotion: what each reader is shown, the forms, the files, and what a page costs."""

from io import BytesIO

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from cast import NOW
from tejido.mechanisms.names import Audience
from tejido.promotion import commands
from tejido.promotion.models import Forum, ForumDocument, ForumEntry, ForumQuote, ForumVersion
from tejido.promotion.names import Kind, Voice

from .doings import DAY, FOCAL_POINT, OTHER, SECRETARIAT, forum, mention, own, show

pytestmark = pytest.mark.django_db
HOME, MOST = "/promotion/", 22
ASKED = {
    "kind": "mention", "voice": "others", "since": "2026", "source": "Un informe", "name_es": "Mención nueva",
    "says_es": "Dijeron algo.", "languages": ["es"],
}  # fmt: skip  # one form


@pytest.fixture(autouse=True)
def _at(at_now):
    at_now(NOW + 2 * DAY)


def client_of(cast, who: str) -> Client:
    return cast.client(who) if who else Client(headers={"accept-language": "en"})


def page(cast, who: str, address: str = HOME) -> str:
    answer = client_of(cast, who).get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def test_an_empty_register_says_what_to_do(cast):
    assert "Begin with something that was said" in page(cast, SECRETARIAT)
    assert "stand here once they are entered" in page(cast, "")
    assert "The secretariat enters the forums first" in page(cast, SECRETARIAT, "/promotion/entries/")


def test_the_other_places_of_cooperation_stand_above_for_everybody(cast):
    for who, more in ((SECRETARIAT, True), ("", False)):
        html = page(cast, who)
        assert '<a href="/promotion/" aria-current="page">Promotion</a>' in html
        assert ('href="/practices/"' in html, 'href="/cooperation/"' in html) == (True, more)


def test_the_register_stands_by_year_and_can_be_narrowed(cast):
    other = forum(cast, "OEA")
    mention(cast, title={"es": "Nueva"}, since="2026-05", forum=other)
    mention(cast, title={"es": "Vieja"}, since="2013-02-19", forum=forum(cast))
    html = page(cast, OTHER)
    assert html.index("Nueva") < html.index("Vieja")
    for query, shown in (("year=2013", "Vieja"), ("forum=OEA", "Nueva"), ("kind=mention&year=2026", "Nueva")):
        html = page(cast, OTHER, f"{HOME}?{query}")
        assert [title for title in ("Nueva", "Vieja") if title in html] == [shown]
    assert "No entry is like that" in page(cast, OTHER, f"{HOME}?kind=statement")
    assert "Nueva" in page(cast, OTHER, f"{HOME}?kind=none&year=20xx")


def test_nothing_of_what_a_member_keeps_is_on_a_page_or_in_a_file_of_others(cast):
    row = own(cast, forum=forum(cast, "CANARYF"), title={"es": "CANARY"}, session="CANARY", since="1999")
    places = [HOME, "/promotion/register.csv", "/promotion/forums/", f"{HOME}?year=1999"]
    assert "CANARY" in page(cast, FOCAL_POINT)
    for who in (OTHER, SECRETARIAT):
        assert ["CANARY " in page(cast, who, place) or "1999<" in page(cast, who, place) for place in places] == (
            [False] * 4
        )
    for who in (OTHER, ""):
        assert client_of(cast, who).get(f"/promotion/entries/{row.key}/").status_code == 404
    show(cast, row, Audience.PUBLIC, FOCAL_POINT)
    assert "Aldea, in its own name" in page(cast, "", f"/promotion/entries/{row.key}/")


def test_the_secretariat_enters_corrects_shows_and_strikes_out(cast):
    client, where = cast.client(SECRETARIAT), forum(cast).key
    assert client.post("/promotion/entries/", {**ASKED, "forum": where, "until": "2025"}).status_code == 422
    answer = client.post("/promotion/entries/", {**ASKED, "forum": where})
    row = ForumEntry.objects.get()
    assert answer.headers["location"] == f"/promotion/entries/{row.key}/"
    edit = f"/promotion/entries/{row.key}/corrections/"
    assert "Mención nueva" in client.get(edit).content.decode()
    client.post(edit, {**ASKED, "forum": where, "name_es": "Corregida", "reason": "El título"})
    client.post(f"/promotion/entries/{row.key}/showings/", {"audience": "public"})
    html = page(cast, "", f"/promotion/entries/{row.key}/")
    assert "Corregida" in html
    assert "Mención nueva" not in html
    assert "What it said before" in page(cast, OTHER, f"/promotion/entries/{row.key}/")
    client.post(f"/promotion/entries/{row.key}/hidings/")
    assert client_of(cast, "").get(f"/promotion/entries/{row.key}/").status_code == 404
    client.post(f"/promotion/entries/{row.key}/strikings/", {"reason": "Falso"})
    assert "Struck out: Falso" in page(cast, OTHER, f"/promotion/entries/{row.key}/")


def test_what_a_form_lacks_is_said_and_nothing_is_done(cast):
    row, client = mention(cast), cast.client(SECRETARIAT)
    for act, sent in (("strikings", {}), ("showings", {"audience": "own"}), ("documents", {}), ("quotes", {})):
        answer = client.post(f"/promotion/entries/{row.key}/{act}/", sent, follow=True)
        assert "messages" in answer.content.decode()
    assert ForumEntry.objects.get().struck_at is None
    assert ForumVersion.objects.count() == 1


def test_a_member_enters_what_it_said_in_its_own_name(cast):
    client, where = cast.client(FOCAL_POINT), forum(cast).key
    html = client.get("/promotion/entries/").content.decode()
    assert 'name="voice"' not in html
    client.post("/promotion/entries/", {**ASKED, "kind": "statement", "forum": where})
    version = ForumVersion.objects.select_related("speaker", "entry").get()
    assert (version.voice, version.speaker.code, version.entry.audience) == (Voice.MEMBER, "XA", Audience.OWN)
    edit = f"/promotion/entries/{version.entry_id}/corrections/"
    sent = {**ASKED, "kind": "statement", "forum": where, "reason": "Otra"}
    assert client.post(edit, sent).status_code == 302
    assert ForumVersion.objects.filter(replaced_at=None).get().reason == "Otra"


def test_a_basis_is_named_and_its_decision_only_to_who_may_read_it(cast, decided):
    client, where = cast.client(SECRETARIAT), forum(cast).key
    sent = {**ASKED, "kind": "statement", "voice": "network", "forum": where}
    assert "no_basis" not in client.post("/promotion/entries/", sent).content.decode()
    assert ForumEntry.objects.count() == 0
    html = client.get("/promotion/entries/").content.decode()
    assert f"decision:{decided.key}" in html
    client.post("/promotion/entries/", {**sent, "basis": f"decision:{decided.key}"})
    row = ForumEntry.objects.get()
    show(cast, row)
    here = f"/promotion/entries/{row.key}/"
    assert "Decision 1: " in page(cast, OTHER, here)
    assert "Decision 1: " not in page(cast, "", here)
    edit = client.get(f"{here}corrections/").content.decode()
    assert f'value="decision:{decided.key}" selected' in edit


def test_documents_are_kept_and_quotations_read_and_both_can_be_removed(cast):
    row, client = mention(cast), cast.client(SECRETARIAT)
    here = f"/promotion/entries/{row.key}/"
    file = BytesIO(b"words")
    file.name = "nota.pdf"
    client.post(f"{here}documents/", {"title": "Nota", "language": "es", "file": file})
    client.post(f"{here}documents/", {"title": "Aquí", "language": "es", "address": "https://example.org/a"})
    client.post(f"{here}quotes/", {"words": "Tal cual", "language": "es", "source": "Acta"})
    html = page(cast, OTHER, here)
    assert all(words in html for words in ("nota.pdf", "https://example.org/a", "Tal cual"))
    kept, linked = ForumDocument.objects.order_by("address")
    answer = client_of(cast, OTHER).get(f"/promotion/documents/{kept.key}/file/")
    assert (answer.content, answer["Cache-Control"]) == (b"words", "private, no-store")
    assert client_of(cast, OTHER).get(f"/promotion/documents/{linked.key}/file/").status_code == 404
    assert client_of(cast, "").get(f"/promotion/documents/{kept.key}/file/").status_code == 404
    client.post(f"/promotion/documents/{kept.key}/removals/")
    client.post(f"/promotion/quotes/{ForumQuote.objects.get().key}/removals/")
    html = page(cast, OTHER, here)
    assert not any(words in html for words in ("nota.pdf", "Tal cual"))


def test_the_secretariat_keeps_the_forums(cast):
    client = cast.client(SECRETARIAT)
    assert client.post("/promotion/forums/", {"code": "onu"}).status_code == 422
    client.post("/promotion/forums/", {"code": "ONU", "name_es": "Naciones Unidas"})
    row = Forum.objects.get()
    here = f"/promotion/forums/{row.key}/"
    assert "Naciones Unidas" in client.get(here).content.decode()
    client.post(here, {"name_es": "La ONU"})
    assert "La ONU" in page(cast, OTHER, "/promotion/forums/")
    assert client_of(cast, OTHER).get(here).status_code == 403
    assert client_of(cast, "").get("/promotion/forums/").status_code == 404


def test_the_register_is_a_table_for_other_programs(cast):
    mention(cast, title={"es": "Una", "en": "One"}, kind=Kind.MENTION)
    answer = cast.client(OTHER).get("/promotion/register.csv")
    assert "One" in answer.content.decode()
    assert cast.client(OTHER).get("/promotion/register.xlsx").content[:2] == b"PK"
    assert cast.client(OTHER).get("/promotion/register.pdf").status_code == 404


@pytest.mark.parametrize("who", [SECRETARIAT, OTHER, ""])
def test_a_page_costs_the_same_however_much_is_in_it(cast, who):
    def cost(address: str) -> int:
        client = client_of(cast, who)
        with CaptureQueriesContext(connection) as made:
            assert client.get(address).status_code == 200
        return len(made)

    row = mention(cast)
    show(cast, row)
    places = [HOME, f"/promotion/entries/{row.key}/", "/promotion/register.csv"]
    before = [cost(place) for place in places]
    for number in range(3):
        other = forum(cast, f"F{number}")
        show(cast, mention(cast, forum=other))
        commands.add_quote(actor=cast.secretariat, entry=row, words="w", language="es", source="s", at=NOW)
    assert [cost(place) for place in places] == before
    assert max(before) < MOST
