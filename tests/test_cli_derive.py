"""tejido network derive: a network begins from another one's adopted text, or nothing of it is founded."""

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from at_console import Said, Typed
from cast import Cast
from tejido.adaptation.commands import bring_edition, read_signed, take_up
from tejido.adaptation.models import Derivation
from tejido.adaptation.queries import own_version_for, reading_of, upstream_of
from tejido.curriculum.commands import save_revision
from tejido.curriculum.queries import document_of, latest_revision
from tejido.engine.adaptation import Choice, Way, offer
from tejido.engine.document import Document, digest, document_to_data, passage_digest
from tejido.engine.exchange import PUBLIC as EVERYBODY
from tejido.engine.exchange import Bundle, Content, Party, SenderKind, write_bundle
from tejido.engine.proof import fingerprint, rfc3339, write_canonical
from tejido.engine.proof.tests.sample import DOCUMENT, PRIVATE, PUBLIC, body, proved
from tejido.exchange.kinds.edition_data import EditionData, to_data
from tejido.ledger.actors import CONSOLE
from tejido.registry.models import Body, Member, Network
from test_cli_plans import MEMBERS, plan

__all__ = ["plan"]
pytestmark = [pytest.mark.django_db, pytest.mark.anywhere]
KEY = fingerprint(PUBLIC)
FIRST, SECOND = "0000000000a2", "0000000000a3"


def signed(document: Document, number: int = 1) -> tuple[bytes, bytes]:
    """The two files of an edition of the other network."""
    text = replace(
        body().text, edition=number, digest=digest(document), languages=tuple(document.languages),
        passages=tuple((passage.id, passage_digest(passage)) for passage in document),
    )  # fmt: skip  # one value
    return proved(replace(body(), text=text)).record, write_canonical(document_to_data(document))


def derive(typed: Typed, folder: Path, plan: Path, *more: object, key: str = KEY) -> Said:
    record, text = signed(DOCUMENT)
    (folder / "a.record.json").write_bytes(record)
    (folder / "a.text.json").write_bytes(text)
    files = (folder / "a.record.json", folder / "a.text.json")
    return typed("network", "derive", *files, "--plan", plan, "--key", key, *more)


def test_a_network_begins_from_another_one_s_text_in_its_own_languages(
    typed: Typed, tmp_path: Path, plan: Path
) -> None:
    said = derive(typed, tmp_path, plan, "--json", "--email", "otra@example.org", "--person", "Otra")
    assert said.code == 0, said.err
    version = Derivation.objects.get()
    assert said.data["version"] == version.text.slug
    assert said.data["email"] == "otra@example.org"
    assert version.origin["key"] == KEY
    assert version.text.body.kind == "network"
    assert set(version.text.title) == {"en", "fr", "pt", "ar", "sw"}
    assert "شبكة الجنوب" in version.text.title["ar"]
    assert document_of(latest_revision(version.text)) == DOCUMENT, "every passage keeps its id"
    assert version.text.negotiated_language == "es", "no language of the network has the whole text yet"
    assert Member.objects.count() == 2
    assert Body.objects.filter(kind="community").count() == 1


@pytest.mark.parametrize("key", ["", "as3n-0000-0000-0000-0000-0000-0000-0000"])
def test_a_text_of_somebody_else_founds_nothing(typed: Typed, tmp_path: Path, plan: Path, key: str) -> None:
    said = derive(typed, tmp_path, plan, key=key)
    assert said.code == 1
    assert KEY in said.err
    assert not Network.objects.exists()


def test_a_changed_file_and_a_row_that_does_not_stand_found_nothing(typed: Typed, tmp_path: Path, plan: Path) -> None:
    record, text = signed(DOCUMENT)
    (tmp_path / "r.json").write_bytes(record)
    (tmp_path / "t.json").write_bytes(text.replace(b"recuerdan", b"recuerden"))
    said = typed("network", "derive", tmp_path / "r.json", tmp_path / "t.json", "--plan", plan, "--key", KEY)
    assert said.code == 1
    assert not Network.objects.exists()
    (plan.parent / "members.csv").write_text(MEMBERS.replace("EAST", "WEST"), "utf-8")
    said = derive(typed, tmp_path, plan)
    assert "Row 2" in said.err
    assert not Network.objects.exists()
    assert not Derivation.objects.exists()


def test_a_folder_with_a_network_is_left_alone(typed: Typed, cast: Cast, tmp_path: Path, plan: Path) -> None:
    said = derive(typed, tmp_path, plan, "--bind", "127.0.0.1:8123")
    assert said.code == 1
    assert "already holds" in said.err
    assert not Derivation.objects.exists()


def test_a_later_edition_is_taken_up_and_no_local_word_is_lost(typed: Typed, tmp_path: Path, plan: Path) -> None:
    """The new network changed one passage, and the other one changes that passage and another one."""
    assert derive(typed, tmp_path, plan).code == 0
    version = Derivation.objects.get()
    base = latest_revision(version.text)
    ours = Document.of(p.with_text("es", "Los Estados no olvidan.") if p.id == FIRST else p for p in DOCUMENT)
    act = {"actor": CONSOLE, "at": base.at}
    save_revision(**act, text=version.text, document=ours, base=base, reason="")
    changed = {FIRST: "Los Estados «recuerdan» y reparan.", SECOND: "Memoria y verdad"}
    theirs = Document.of(p.with_text("es", changed.get(p.id, p.text("es"))) for p in DOCUMENT)
    bring_edition(**act, derivation=version, signed=read_signed(*signed(theirs, 2)))
    own = own_version_for(CONSOLE, version.key)
    newer = upstream_of(version, own.uptake)
    found = offer(reading_of(own).base, ours, theirs).changes
    assert [change.id for change in found if not change.is_clean] == [FIRST]
    choices = {change.id: Choice(Way.JOIN if change.is_clean else Way.DECLINE) for change in found}
    take_up(
        **act, derivation=version, base=own.uptake.digest, ours=own.revision.digest, theirs=newer.digest,
        choices=choices, reasons={FIRST: "Es nuestra."}, language="es",
    )  # fmt: skip  # one act, read as one
    now = document_of(latest_revision(version.text))
    assert now.passage(FIRST).text("es") == "Los Estados no olvidan."
    assert now.passage(SECOND).text("es") == "Memoria y verdad"


def test_a_language_of_the_network_that_has_the_whole_text_leads_in_its_version(
    typed: Typed, tmp_path: Path, plan: Path
) -> None:
    document = Document.of(p.with_text("fr", p.text("es")) for p in DOCUMENT)
    record, text = signed(document)
    (tmp_path / "r.json").write_bytes(record)
    (tmp_path / "t.json").write_bytes(text)
    said = typed("network", "derive", tmp_path / "r.json", tmp_path / "t.json", "--plan", plan, "--key", KEY)
    assert said.code == 0, said.err
    assert Derivation.objects.get().text.negotiated_language == "fr"


def content(kind: str = "edition", slug: str = "") -> Content:
    """The edition of the other network as it travels."""
    record, _text = signed(DOCUMENT)
    said = body().text
    data = EditionData(
        slug=slug or said.slug, title=dict(said.titles), negotiated=said.negotiated, number=said.edition,
        sealed=datetime(2026, 1, 1, tzinfo=UTC), document=DOCUMENT, record=json.loads(record),
        images=(), lineage=(), is_demonstration=False,
    )  # fmt: skip  # one value
    return Content(kind, data.slug, data.number, to_data(data))


def bundled(folder: Path, *contents: Content, private: bytes = PRIVATE, **changes: object) -> Path:
    """The file that the other network hands to everybody."""
    now = datetime.now(UTC).replace(microsecond=0)
    sender = Party(SenderKind.NETWORK, "Red del Norte", "norte", PUBLIC)
    values = {
        "id": "000000000b01", "sender": sender, "audience": (EVERYBODY,), "sequence": 1, "previous": "",
        "made": rfc3339(now), "expires": rfc3339(now + timedelta(days=90)), "contents": contents or (content(),),
        "heads": (), "seen": (),
    }  # fmt: skip  # one value
    place = folder / "public-1.tejido.json"
    place.write_bytes(write_bundle(Bundle(**(values | changes)), private))
    return place


def test_a_network_begins_from_a_bundle_for_everybody(typed: Typed, tmp_path: Path, plan: Path) -> None:
    said = typed("network", "derive", bundled(tmp_path), "--plan", plan, "--key", KEY, "--json")
    assert said.code == 0, said.err
    version = Derivation.objects.get()
    assert version.origin["key"] == KEY
    assert document_of(latest_revision(version.text)) == DOCUMENT


@pytest.mark.parametrize(
    ("changes", "key", "says"),
    [
        ({}, "", KEY),
        ({}, "as3n-0000-0000-0000-0000-0000-0000-0000", KEY),
        ({"audience": ("as3n-0000-0000-0000-0000-0000-0000-0000",)}, KEY, "for another node"),
        ({"made": "2020-01-01T00:00:00Z", "expires": "2020-02-01T00:00:00Z"}, KEY, "2020-02-01"),
        ({"made": "2199-01-01T00:00:00Z", "expires": "2199-02-01T00:00:00Z"}, KEY, "clocks"),
    ],
    ids=["no key said", "another key", "for somebody else", "over", "from the future"],
)
def test_a_bundle_that_is_not_for_it_founds_nothing(
    typed: Typed, tmp_path: Path, plan: Path, changes: dict[str, object], key: str, says: str
) -> None:
    said = typed("network", "derive", bundled(tmp_path, **changes), "--plan", plan, "--key", key)
    assert said.code == 1
    assert says in said.err
    assert not Network.objects.exists()


def test_a_bundle_that_was_changed_or_is_none_founds_nothing(typed: Typed, tmp_path: Path, plan: Path) -> None:
    place = bundled(tmp_path)
    place.write_bytes(place.read_bytes().replace(b"recuerdan", b"recuerden"))
    assert typed("network", "derive", place, "--plan", plan, "--key", KEY).code == 1
    place.write_bytes(b"{}")
    assert typed("network", "derive", place, "--plan", plan, "--key", KEY).code == 1
    assert not Network.objects.exists()


def test_of_several_texts_in_a_bundle_one_is_named(typed: Typed, tmp_path: Path, plan: Path) -> None:
    slug = content().name
    place = bundled(tmp_path, content(), content("structure"))
    said = typed("network", "derive", place, "--plan", plan, "--key", KEY)
    assert said.code == 1
    assert f"edition {slug}, structure {slug}" in said.err
    assert typed("network", "derive", place, "--plan", plan, "--key", KEY, "--thing", f"structure {slug}").code == 0


def test_an_edition_whose_record_is_of_another_text_founds_nothing(typed: Typed, tmp_path: Path, plan: Path) -> None:
    place = bundled(tmp_path, content(slug="otro"))
    said = typed("network", "derive", place, "--plan", plan, "--key", KEY)
    assert (said.code, "record" in said.err) == (1, True)
    assert not Network.objects.exists()
