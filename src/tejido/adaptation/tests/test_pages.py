"""The pages of versions, as each person gets them."""

import csv
import io
import re
from types import SimpleNamespace

import pytest
from django.test import Client

from cast import FIRST, ITEM, NOW, SECOND, SECTION_A, TITLE, convene, make_text
from counting import queries_of
from tejido.adaptation.commands import Space, deriving
from tejido.adaptation.models import Departure, Derivation
from tejido.adaptation.names import No
from tejido.curriculum.commands import save_revision, seal_edition
from tejido.curriculum.models import Edition
from tejido.curriculum.queries import canonical_file, document_of, documents, latest_revision
from tejido.deliberation.commands import conclude_meeting
from tejido.deliberation.names import ProcedureKind
from tejido.deliberation.tests.doings import agree, fill_cumbre, propose
from tejido.engine.document import Document, Kind, Passage
from tejido.ledger.refusals import No as Shared
from tejido.ledger.refusals import Refused

from .doings import ADDED, OURS, THEIRS, adapt, adopt, approve, changed, declare, derive, lock, show, take_up, words

pytestmark = pytest.mark.django_db


@pytest.fixture
def edition(cast, text):
    return adopt(cast, text)


@pytest.fixture
def version(cast, text, edition):
    made = derive(cast, text)
    adapt(cast, made, {FIRST: OURS, ITEM: None}, added="Aquí.")
    return made


@pytest.fixture
def anybody():
    """The public, reading in English."""
    return Client(headers={"accept-language": "en"})


def said(answer):
    assert answer.status_code == 200
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.content.decode()))


def _pressed(answer):
    """What the form of a page says of what was read there."""
    return {"seen": re.findall(r'name="seen" value="([0-9a-z]+)"', answer.content.decode())[0]}


def test_a_focal_point_begins_a_version_and_reads_where_it_departs(cast, text, edition):
    client = cast.client("XA/focal_point")
    assert "No version yet" in said(client.get("/versions/"))
    page = client.get("/versions/new/?from=texto").content.decode()
    assert '<option value="texto" selected>' in page
    sent = {"source": "texto", "space": "member", "title": "Versión"}
    answer = client.post("/versions/new/", sent, follow=True)
    assert "Nothing departs yet" in said(answer)
    made = Derivation.objects.get()
    adapt(cast, made, {FIRST: OURS, SECOND: "Los factores."})
    page = said(client.get(f"/versions/{made.key}/"))
    assert "2 passages depart from the text it comes from. 2 lack a reason." in page
    assert "Versión" in said(client.get("/versions/"))
    assert client.post("/versions/new/", {**sent, "space": "nowhere"}).status_code == 422


def test_a_reason_is_given_on_the_page_of_the_section(cast, text, edition, version):
    client = cast.client("XA/focal_point")
    at = f"/versions/{version.key}/sections/{SECTION_A}/"
    assert "reason missing" in said(client.get(at))
    seen = _pressed(client.get(at))
    sent = {"subject": ITEM, "reason": "No hay tal lugar.", "language": "es", "section": SECTION_A, **seen}
    page = said(client.post(f"/versions/{version.key}/departures/", sent, follow=True))
    assert "Why: No hay tal lugar." in page
    assert "reason missing" not in page
    assert "not yet approved" in page
    elsewhere = {**sent, "section": "a/b"}
    assert client.post(f"/versions/{version.key}/departures/", elsewhere)["Location"].endswith("/sections/start/")
    answer = client.post(f"/versions/{version.key}/departures/", {**sent, "language": "xx"}, follow=True)
    assert "Language of these words" in said(answer)
    assert client.get(f"/versions/{version.key}/sections/000000000zzz/").status_code == 404
    first = _pressed(client.get(f"/versions/{version.key}/sections/{TITLE}/"))
    client.post(f"/versions/{version.key}/departures/", {"subject": FIRST, "reason": "Ley.", "language": "es", **first})
    assert Departure.objects.count() == 3


def test_the_authority_approves_on_the_page(cast, version):
    declare(cast, version)
    assert "1 departure waits for approval" in said(cast.client("XA/focal_point").get(f"/versions/{version.key}/"))
    client = cast.client("XA/validating_authority")
    page = client.get(f"/versions/{version.key}/").content.decode()
    seen = re.search(r'name="seen" value="([0-9a-f]{64})"', page)[1]
    assert client.post(f"/versions/{version.key}/approvals/", {}).status_code == 409
    assert "Approved." in said(client.post(f"/versions/{version.key}/approvals/", {"seen": seen}, follow=True))
    assert "approved by validating_authority MRE XA, Aldea" in said(
        client.get(f"/versions/{version.key}/sections/{TITLE}/")
    )


def test_who_gave_a_reason_is_told_who_approves_it(cast, text, edition):
    version = derive(cast, text, space=Space(convene(cast)))
    adapt(cast, version, {FIRST: OURS, ITEM: None})
    declare(cast, version)
    declare(cast, version, SECTION_A, is_section=True, by="XA/alternate", reason="No hay tal lugar.")
    at = f"/versions/{version.key}/"
    page = said(cast.client("XA/focal_point").get(at))
    assert "1 departure waits for another person: you gave its reason yourself. Validating authority can" in page
    assert "1 Factores de riesgo : Left out . No hay tal lugar." in page
    page = said(cast.client("XA/validating_authority").get(at))
    assert "Approve 2 departures ¶ 1 Prevención temprana : Adapted . Nuestra ley. 1 Factores" in page
    assert "waits for another person" not in page


def test_what_is_offered_is_read_and_taken_on_one_page(cast, text, version):
    client, at = cast.client("XA/focal_point"), f"/versions/{version.key}/uptakes/"
    assert "Nothing newer is offered" in said(client.get(at))
    adopt(cast, text, **{FIRST: THEIRS, SECOND: "Los factores se estudian siempre.", ITEM: "El lugar."})
    page = client.get(at).content.decode()
    read = re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page))
    assert "1 change joins with your words without a clash. 2 clash with what you wrote; you decide." in read
    assert "One side took the passage out, the other changed it." in read
    sent = {name: re.search(rf'name="{name}" value="([0-9a-f]+)"', page)[1] for name in ("base", "ours", "theirs")}
    assert client.post(at, {**sent, "every": ""}).status_code == 409
    answer = client.post(at, {**sent, "every": "clean"}, follow=True)
    assert "What you left stays on offer." in said(answer)
    assert words(version, SECOND) == "Los factores se estudian siempre."
    page = client.get(at).content.decode()
    sent = {name: re.search(rf'name="{name}" value="([0-9a-f]+)"', page)[1] for name in ("base", "ours", "theirs")}
    chosen = {
        f"way-{FIRST}": "join", f"text:es-{FIRST}": "combine", f"words:es-{FIRST}": "Juntas.\r\nDos.",
        f"reason-{FIRST}": "Así.", f"way-{ITEM}": "join", f"presence-{ITEM}": "keep", f"way-{SECOND}": "nonsense",
    }  # fmt: skip  # one form, read as one
    answer = client.post(at, {**sent, **chosen}, follow=True)
    assert "Your version is up to date with that edition." in said(answer)
    assert words(version) == "Juntas. Dos."
    assert "1 change left for later" not in said(client.get(at))
    answer = client.post(
        f"/versions/{version.key}/undoings/", _pressed(client.get(f"/versions/{version.key}/uptakes/")), follow=True
    )
    assert "what was written since is kept" in said(answer)
    assert words(version) == OURS


def test_an_undoing_says_what_it_kept(cast, text, version):
    client = cast.client("XA/focal_point")
    adopt(cast, text, **{SECOND: "Los factores se estudian siempre."})
    take_up(cast, version)
    adapt(cast, version, {SECOND: "Los factores se estudian a veces."})
    answer = client.post(
        f"/versions/{version.key}/undoings/", _pressed(client.get(f"/versions/{version.key}/uptakes/")), follow=True
    )
    assert "their words are kept: look at them" in said(answer)


def test_a_version_is_shown_and_hidden_on_its_page(cast, version):
    client, other = cast.client("XA/focal_point"), cast.client("XB/focal_point")
    at = f"/versions/{version.key}/"
    assert other.get(at).status_code == 404
    seen = _pressed(client.get(at))
    assert "Who may read it" in said(client.post(f"{at}releases/", {"audience": "member"}, follow=True))
    assert "nothing that is written later" in said(
        client.post(f"{at}releases/", {"audience": "network", **seen}, follow=True)
    )
    adapt(cast, version, {FIRST: "Secreto."})
    assert "they see it as it was" in said(client.get(at))
    page = said(other.get(at))
    assert "You see this version as it was shown on" in page
    assert "Secreto" not in said(other.get(f"{at}sections/{TITLE}/"))
    assert "en la escuela" in said(other.get(f"{at}sections/{TITLE}/"))
    assert "Nobody outside sees this version" in said(client.post(f"{at}withdrawals/", follow=True))
    assert other.get(at).status_code == 404


def test_the_matrix_says_who_adapted_what(cast, text, edition, version):
    own = said(cast.client("XA/focal_point").get("/texts/texto/versions/"))
    assert "Aldea: Adapted, reason missing" in own
    client = cast.client("XB/focal_point")
    assert "Aldea: Not yet" in said(client.get("/texts/texto/versions/"))
    declare(cast, version)
    show(cast, version)
    page = said(client.get("/texts/texto/versions/"))
    assert "Aldea: Adapted" in page
    assert "Brisa: Not yet" in page
    page = said(client.get("/texts/texto/versions/?words=riesgo"))
    assert "Factores de riesgo" in page
    assert "Respuesta" not in page.partition("Approved by")[0].partition("Section")[2].partition("Take it")[0]
    assert "No section is like this." in said(client.get("/texts/texto/versions/?words=nada"))
    only = said(client.get("/texts/texto/versions/?departing=on"))
    assert "Factores de riesgo" in only
    assert "Nothing departs" not in only
    row = said(client.get(f"/texts/texto/versions/{TITLE}/"))
    assert "Why: Nuestra ley." in row
    assert "Nothing shown: Brisa, Cumbre." in row
    assert client.get("/texts/texto/versions/000000000zzz/").status_code == 404


def test_words_in_a_title_find_what_is_below_it_and_need_no_accents(cast, text):
    inside = "000000000h0c"
    base = latest_revision(text)
    found = [p for each in document_of(base) for p in ([each, _heading(inside)] if each.id == SECOND else [each])]
    save_revision(actor=cast.secretariat, text=text, document=Document.of(found), base=base, reason="", at=NOW)
    adopt(cast, text)
    adapt(cast, derive(cast, text), {ITEM: "Aquí adentro."})
    client = cast.client("XA/focal_point")

    def rows(asked):
        page = client.get(f"/texts/texto/versions/?{asked}").content.decode()
        return re.findall(r"texto/versions/(\w{12})/\?language", page)

    assert rows("words=RÍESGO") == [SECTION_A, inside]
    assert rows("words=factores&departing=on") == [inside]
    assert rows("words=prevencion") == [TITLE]


def _heading(id):
    return Passage.of(id, Kind.HEADING, {"es": "Más adentro"}, level=3)


def test_who_says_how_a_clash_is_settled_has_chosen(cast, text, version):
    client, at = cast.client("XA/focal_point"), f"/versions/{version.key}/uptakes/"
    adopt(cast, text, **{FIRST: THEIRS, ITEM: "El lugar."})
    page = client.get(at).content.decode()
    assert not re.search(r'value="later" checked', page)
    sent = {name: re.search(rf'name="{name}" value="([0-9a-f]+)"', page)[1] for name in ("base", "ours", "theirs")}
    chosen = {f"text:es-{FIRST}": "take", f"reason-{FIRST}": "Con\x00 razón."}
    assert "What you left stays on offer." in said(client.post(at, {**sent, **chosen}, follow=True))
    assert words(version) == THEIRS


def test_where_nobody_departs_it_is_said_and_what_stands_before_all_headings_has_its_row(cast, text, edition):
    made, client = derive(cast, text), cast.client("XA/focal_point")
    adapt(cast, made, {FIRST: OURS})
    page = said(client.get(f"/texts/texto/versions/{SECTION_A}/"))
    assert "Nobody departs here" in page
    assert "Word for word: Aldea." in page
    assert client.get("/texts/texto/versions/start/").status_code == 404
    base = latest_revision(made.text)
    document = Document.of([Passage.of(ADDED, Kind.PARAGRAPH, {"es": "Antes."}), *document_of(base)])
    save_revision(actor=cast.actor("XA/focal_point"), text=made.text, document=document, base=base, reason="", at=NOW)
    assert "Antes" in said(client.get("/texts/texto/versions/start/"))
    assert "Before the first heading" in said(client.get("/texts/texto/versions/"))
    assert "Before the first heading" in said(client.get(f"/versions/{made.key}/sections/start/"))


def test_a_core_passage_stands_out_and_a_section_that_has_changed_since_is_marked(cast, text, edition, version):
    lock(cast, edition)
    client = cast.client("XA/focal_point")
    adapt(cast, version, {SECOND: "Otra cosa."})
    assert "Aldea: Core passage departed from" in said(client.get("/texts/texto/versions/"))
    adopt(cast, text, **{ITEM: "El lugar, otra vez."})
    assert "changed in a newer edition" in said(client.get("/texts/texto/versions/"))
    page = said(client.get(f"/versions/{version.key}/sections/{SECTION_A}/"))
    assert "This derogates from a core passage" in page


def test_the_matrix_goes_out_as_tables(cast, text, edition, version):
    declare(cast, version)
    approve(cast, version)
    show(cast, version)
    client = cast.client("XB/focal_point")
    answer = client.get("/texts/texto/versions/files/matrix.csv")
    rows = list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"))))
    assert rows[0] == ["Section", "Title", "XA", "XB", "XC"]
    assert ["", "Prevención temprana", "Adapted", "Not yet", "Not yet"] in rows
    told = client.get("/texts/texto/versions/files/departures.csv").content.decode()
    assert "Nuestra ley." in told
    assert "XA/validating_authority/MRE" in told
    assert client.get("/texts/texto/versions/files/matrix.xlsx").content[:2] == b"PK"
    assert client.get("/texts/texto/versions/files/nada.csv").status_code == 404
    adopt(cast, text, **{ITEM: "El lugar, otra vez."})
    told = client.get("/texts/texto/versions/files/matrix.csv?words=riesgo").content.decode()
    assert "changed in a newer edition" in told


def test_departures_in_a_section_that_the_newest_edition_has_no_more_go_out_as_well(cast, text, edition, version):
    declare(cast, version, ITEM, reason="Sin lugar.")
    show(cast, version)
    adopt(cast, text, **{SECTION_A: None, SECOND: None, ITEM: None})
    at = "/texts/texto/versions/files/departures.csv"
    told = cast.client("XB/focal_point").get(at).content.decode()
    assert re.search(r"not in the newest edition.*Sin lugar\.", told)
    assert "Sin lugar." not in cast.client("XB/focal_point").get(f"{at}?words=respuesta").content.decode()


def test_where_nothing_was_adopted_there_is_nothing_to_compare(cast, text):
    client = cast.client("XB/focal_point")
    assert "Nothing was adopted yet" in said(client.get("/texts/texto/versions/"))
    assert client.get("/texts/texto/versions/start/").status_code == 404
    assert client.get("/texts/texto/versions/files/matrix.csv").status_code == 404


def test_schools_derive_below_the_version_of_their_state(cast, text, edition):
    body = convene(cast)
    national = derive(cast, text, space=Space(body))
    school = cast.client("XA/representative/JUS")
    assert "A space of its own for JUS de XA" in said(school.get("/versions/new/"))
    sent = {"source": national.text.slug, "space": "institution", "title": "Curso"}
    assert "Nothing departs yet" in said(school.post("/versions/new/", sent, follow=True))
    own = Derivation.objects.get(source=national.text)
    client = cast.client("XA/focal_point")
    below = f"/texts/{national.text.slug}/versions/"
    assert client.get(below).status_code == 302
    assert "No version is shown to you yet" in said(client.get(f"{below}?below=1"))
    adapt(cast, own, {FIRST: OURS}, by="XA/representative/JUS")
    show(cast, own, "member", by="XA/representative/JUS")
    assert "JUS de XA: Adapted" in said(client.get(f"{below}?below=1"))
    assert "Versions that come from this one" in said(client.get(f"/versions/{national.key}/"))
    adapt(cast, national, {SECOND: "Otra cosa."})
    assert "Revision 2 is offered" in said(school.get(f"/versions/{own.key}/uptakes/"))


def test_the_public_sees_what_is_shown_to_everybody(cast, text, edition, version, anybody):
    client = anybody
    assert "Our versions" not in said(client.get("/versions/"))
    assert client.get("/versions/new/").status_code == 404
    assert "Not yet" in said(client.get("/texts/texto/versions/"))
    show(cast, version, "public")
    assert "Aldea: Adapted" in said(client.get("/texts/texto/versions/"))
    assert "You see this version" in said(client.get(f"/versions/{version.key}/"))


def test_the_core_passages_of_an_edition(cast, text, edition, anybody):
    client = anybody
    at = f"/texts/texto/editions/{edition.number}/core/"
    assert "No passage is locked" in said(client.get(at))
    secretariat = cast.client("network/secretariat")
    assert "Where the network decided it" in said(secretariat.post(at, {"passage": SECOND}, follow=True))
    said(secretariat.post(at, {"passage": SECOND, "decided": "Reunión XII"}, follow=True))
    assert "Reunión XII" in said(client.get(at))
    assert "No longer locked." in said(secretariat.post(f"{at}{SECOND}/removals/", follow=True))
    own = make_text(cast, convene(cast), by="XA/focal_point", slug="propio")
    seal_edition(actor=cast.actor("XA/focal_point"), revision=latest_revision(own), at=NOW)
    assert cast.client("XA/focal_point").get("/texts/propio/editions/1/core/").status_code == 404


## From a signed file


@pytest.fixture
def signed(cast, text):
    """The two files of an edition that all have adopted, and of the next one."""
    fill_cumbre(cast)
    return [_adopted(cast, text), _adopted(cast, text, "La prevención, otra vez.")]


def _adopted(cast, text, said=""):
    if said:
        base = latest_revision(text)
        document = changed(document_of(base), {FIRST: said})
        save_revision(actor=cast.secretariat, text=text, document=document, base=base, reason="", at=NOW)
    row = propose(cast, text, kind=ProcedureKind.MEETING)
    agree(cast, row, "XA/focal_point")
    conclude_meeting(actor=cast.actor("network/chair"), procedure=row, present=["XA", "XB", "XC"], at=NOW)
    edition = Edition.objects.select_related("revision").order_by("-number").first()
    return bytes(edition.record), canonical_file(edition.revision)


def files(pair):
    return {name: io.BytesIO(data) for name, data in zip(("record", "text"), pair, strict=True)}  # named by the field


def test_a_version_begins_from_a_signed_file_and_takes_up_the_next(cast, signed):
    client = cast.client("XA/focal_point")
    said(client.get("/versions/files/"))
    sent = {"space": "member", "title": "De fuera"}
    assert (
        client.post("/versions/files/", {**sent, "record": io.BytesIO(b"{}"), "text": io.BytesIO(b"{}")}).status_code
        == 409
    )
    page = said(client.post("/versions/files/", {**sent, **files(signed[0])}, follow=True))
    assert "of Test network" in page
    made = Derivation.objects.get()
    assert made.origin["text"] == "texto"
    at = f"/versions/{made.key}/editions/"
    assert client.post(at, files(signed[0])).status_code == 409
    assert "Adoption record" in said(client.post(at, {}, follow=True))
    page = said(client.post(at, files(signed[1]), follow=True))
    assert "Edition 2 is offered" in page
    take_up(cast, made)
    assert words(made) == "La prevención, otra vez."
    for name, code in (("key", 409), ("text", 409)):
        Derivation.objects.filter(key=made.key).update(origin={**made.origin, name: "x"})
        assert client.post(at, files(signed[1])).status_code == code
    assert cast.client("XB/focal_point").post(at, files(signed[1])).status_code == 404


def test_one_text_of_another_network_begins_one_version_in_a_space(cast, signed):
    """Whoever brings the file again is led to what was begun with it."""
    client, sent = cast.client("XA/focal_point"), {"space": "member", "title": "De fuera"}
    client.post("/versions/files/", {**sent, **files(signed[0])})
    made = Derivation.objects.get()
    again = {"space": made.text.body_id, "title": "Otra vez"}
    for pair in signed:
        answer = client.post("/versions/files/", {**again, **files(pair)})
        assert answer.status_code == 409
        assert (
            f'<a href="/versions/{made.key}/">De fuera</a> in this space comes from this text'
            in answer.content.decode()
        )
    signed_edition = deriving.read_signed(*signed[1])
    with pytest.raises(Refused) as problem:
        deriving.derive_from_file(
            actor=cast.actor("XA/focal_point"), space=Space(made.text.body), signed=signed_edition, title={"es": "X"},
            at=NOW,
        )  # fmt: skip  # one act, read as one
    assert problem.value.refusal.code == No.FILE_BEGUN
    with pytest.raises(Refused) as problem:
        deriving.derive_from_file(
            actor=cast.actor("XA/validating_authority"), space=Space(made.text.body), signed=signed_edition,
            title={"es": "X"}, at=NOW,
        )  # fmt: skip  # one act, read as one
    assert problem.value.refusal.code == Shared.NOT_YOURS
    client = cast.client("XB/focal_point")
    assert client.post("/versions/files/", {**sent, **files(signed[0])}).status_code == 302


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        (f'"id":"{FIRST}"', '"id":"a/b"'),
        ("La prevención", "La\\u0000 prevención"),
        ('"es":"La prevención', '"es-with-a-tag-that-is-too-long":"La prevención'),
    ],
)
def test_a_genuine_file_that_no_database_keeps_is_refused(cast, signed, written, meant, monkeypatch):
    record, text = signed[0]
    altered = text.decode().replace(written, meant).encode()
    assert altered != text
    monkeypatch.setattr(deriving, "verify_files", lambda *_: SimpleNamespace(ok=True))  # as if so signed
    sent = {"space": "member", "title": "De fuera", **files((record, altered))}
    answer = cast.client("XA/focal_point").post("/versions/files/", sent)
    assert answer.status_code == 409
    assert "hidden control characters" in answer.content.decode()
    assert not Derivation.objects.exists()


def test_an_edition_with_a_number_that_no_database_keeps_is_refused(cast, signed, monkeypatch):
    record, text = signed[0]
    altered = record.decode().replace('"edition":1,', '"edition":4294967296,').encode()
    assert altered != record
    monkeypatch.setattr(deriving, "verify_files", lambda *_: SimpleNamespace(ok=True))  # as if so signed
    sent = {"space": "member", "title": "De fuera", **files((altered, text))}
    assert cast.client("XA/focal_point").post("/versions/files/", sent).status_code == 409


## The cost


def cost(client, address):
    def visit():
        documents.memory.forget()
        assert client.get(address).status_code == 200

    return queries_of(visit)


def grow(cast, text, number):
    """One more member shows a version with more departures, each with a reason; and one more edition."""
    by = {1: "XA/focal_point", 2: "XB/focal_point"}.get(number)
    if by:
        made = derive(cast, text, by=by, space=Space(member=cast.members[by[:2]]))
        adapt(cast, made, {FIRST: f"{OURS} {number}", SECOND: "Otra."}, by=by)
        declare(cast, made, by=by)
        declare(cast, made, SECOND, by=by)
        show(cast, made, by=by)
    adopt(cast, text, **{ITEM: f"El lugar {number}."})


@pytest.mark.parametrize("who", ["XA/focal_point", "network/observer", ""])
def test_the_matrix_costs_the_same_at_every_size(cast, text, edition, who, anybody):
    browser = cast.client(who) if who else anybody
    grow(cast, text, 1)
    pages = ("/texts/texto/versions/", f"/texts/texto/versions/{SECTION_A}/", "/texts/texto/versions/files/matrix.csv")
    first = [cost(browser, page) for page in pages if cost(browser, page)]
    grow(cast, text, 2)
    grow(cast, text, 3)
    assert [cost(browser, page) for page in pages] == first
    assert max(first) <= 22


def test_the_pages_of_a_version_cost_the_same_at_every_size(cast, text, edition):
    grow(cast, text, 1)
    made, client = Derivation.objects.get(), cast.client("XA/focal_point")
    at = f"/versions/{made.key}/"
    pages = ("/versions/", at, f"{at}sections/{SECTION_A}/", f"{at}uptakes/")
    for page in pages:
        cost(client, page)
    first = [cost(client, page) for page in pages]
    for number in (2, 3):
        grow(cast, text, number)
        adapt(cast, made, {SECOND: f"Otra {number}.", ITEM: f"Aquí {number}."})
        declare(cast, made, SECOND)
    assert [cost(client, page) for page in pages] == first
    assert max(first) <= 22


def test_a_locked_passage_that_changed_is_confirmed_on_the_page_of_the_edition(cast, text, edition):
    lock(cast, edition)
    lock(cast, edition, ITEM)
    adopt(cast, text, **{SECOND: "Los factores cambiaron.", ITEM: None})
    at, who = "/texts/texto/editions/2/core/", cast.client("network/secretariat")
    page = said(who.get(at))
    assert "Reunión XII, párrafo 4 · locked since edition 1 Locked, changed: confirm or lift" in page
    assert "Ended: this edition does not have the passage" in page
    assert page.count("Confirm it in these words") == 2
    assert "Confirm it" not in said(cast.client("XA/focal_point").get(at))
    sent = who.post(f"{at}{SECOND}/confirmations/", {}, follow=True)
    assert "Where the network decided it" in said(sent)
    page = said(who.post(f"{at}{SECOND}/confirmations/", {"decided": "Reunión XIII"}, follow=True))
    assert "Confirmed. It stays locked, in its new words." in page
    assert "Reunión XIII · locked since edition 1 · confirmed in edition 2" in page
    assert "confirm or lift" not in page
