"""What a member takes out: its files are those of the list, its lines are what programs read, and every proof holds."""

import json
from datetime import timedelta
from hashlib import sha256
from io import BytesIO
from threading import Thread
from zipfile import ZipFile

import pytest
from django.db import connection

from cast import NOW, make_text
from tejido.adaptation.tests.doings import adopt
from tejido.api.openapi import described
from tejido.api.resources import RESOURCES
from tejido.api.tests.growing import Growing
from tejido.api.tests.schemas import misfits
from tejido.curriculum.models import Text
from tejido.custody.commands import take_out
from tejido.custody.names import Act
from tejido.custody.names import No as Custody
from tejido.engine.proof import (
    leaf_hash,
    read_receipt,
    read_strict,
    root_of,
    signed_head_from_data,
    verify_head,
)
from tejido.ledger.actors import CONSOLE
from tejido.ledger.models import Line
from tejido.ledger.names import NETWORK, tree_of
from tejido.ledger.queries import node_key
from tejido.ledger.refusals import No, Refused
from tejido.registry.models import Mandate
from tejido.takeout.papers import Taking, member, write_member
from tejido.takeout.queries import reader_of

pytestmark = pytest.mark.django_db
ALDEA = "XA/focal_point"


def taken(cast, who=ALDEA, at=NOW):
    """What the seat takes out, as an open archive."""
    actor = cast.actor(who)
    receipt = take_out(actor=actor, member=actor.member, network="Red de prueba", at=at)
    file = BytesIO()
    count = write_member(file, Taking(actor, at, receipt))
    archive = ZipFile(file)
    assert count == len(archive.namelist())
    return archive


def test_a_member_takes_everything_out_three_times_in_an_hour_and_no_more(cast, text):
    given = {"member": "XA", "network": "Red de prueba"}
    for minute in range(3):
        take_out(actor=cast.actor(ALDEA), at=NOW + timedelta(minutes=minute), **given)
    with pytest.raises(Refused) as problem:
        take_out(actor=cast.actor(ALDEA), at=NOW + timedelta(minutes=59), **given)
    assert problem.value.refusal.code == Custody.TAKEN_OUT_OFTEN
    take_out(actor=cast.actor("XB/focal_point"), at=NOW + timedelta(minutes=59), member="XB", network="Red de prueba")
    take_out(actor=CONSOLE, at=NOW + timedelta(minutes=59), **given)
    with pytest.raises(Refused):
        take_out(actor=cast.actor(ALDEA), at=NOW + timedelta(minutes=60), **given)
    take_out(actor=cast.actor(ALDEA), at=NOW + timedelta(minutes=61), **given)


def test_what_is_written_while_the_file_is_made_is_not_in_it(on_file, cast, monkeypatch, at_now):
    """The texts come after the collections, and are of the same instant."""
    at_now(NOW)
    text = make_text(cast, slug="comun")
    adopt(cast, text)
    client = cast.client(ALDEA)
    written = member.texts

    def late(actor):
        writing = Thread(target=_rename)
        writing.start()
        writing.join()
        return written(actor)

    monkeypatch.setattr(member, "texts", late)
    archive = ZipFile(BytesIO(b"".join(client.post("/taking-out/"))))
    assert Text.objects.get(key=text.key).slug == "otro-nombre"
    assert [name for name in archive.namelist() if "otro-nombre" in name] == []
    assert "texts/comun-1.es.md" in archive.namelist()


def _rename() -> None:
    """Somebody else writes meanwhile, over a connection of their own."""
    try:
        Text.objects.update(slug="otro-nombre")
    finally:
        connection.close()


def lines_of(archive, name):
    return [json.loads(line) for line in archive.read(name).decode().splitlines()]


def test_the_list_names_every_file_with_its_size_and_its_digest(cast, text):
    archive = taken(cast)
    said = json.loads(archive.read("manifest.json"))
    assert {name: said[name] for name in ("format", "network", "member", "seat")} == {
        "format": "tejido-member-1",
        "network": "Red de prueba",
        "member": "XA",
        "seat": "XA/focal_point/MRE",
    }
    assert [each["name"] for each in said["files"]] == archive.namelist()[:-1]
    assert len(set(archive.namelist())) == len(archive.namelist())
    for each in said["files"]:
        content = archive.read(each["name"])
        assert (len(content), sha256(content).hexdigest()) == (each["bytes"], each["sha256"]), each["name"]


@pytest.mark.thorough  # everything that there is has to be there first
def test_every_line_of_every_collection_fits_its_shape_and_says_whose_it_is(cast):
    growing = Growing(cast)
    archive, document = taken(cast), described()
    whose = {}
    for resource in RESOURCES:
        schema = {"$ref": f"#/components/schemas/{resource.shape.__name__}"}
        found = lines_of(archive, f"collections/{resource.name}.jsonl")
        assert [w for line in found for w in misfits(line["item"], schema, document)] == [], resource.name
        keys = [line["item"]["key"] for line in found]
        assert len(set(keys)) == len(keys), resource.name
        whose[resource.name] = {line["whose"] for line in found}
    assert {name for name, found in whose.items() if not found} <= {"cohorts"}  # a school's own seats read them
    assert whose["initiatives"] == whose["versions"] == whose["members"] == {"own", "shared"}
    assert whose["remarks"] == whose["milestones"] == whose["reviews"] == {"own"}
    assert whose["cycles"] == whose["concepts"] == {"shared"}
    rounds = {line["item"]["key"] for line in lines_of(archive, "collections/rounds.jsonl")}
    assert {growing.round.key, growing.spoken.key} <= rounds
    assert json.loads(archive.read("collections/openapi.json")) == document


def test_the_member_s_ledger_gives_the_root_that_the_node_signed(cast):
    archive = taken(cast)
    found = lines_of(archive, "ledger/member.jsonl")
    hashes = [leaf_hash(line["line"].encode()) for line in found]
    assert [hash.hex() for hash in hashes] == [line["hash"] for line in found]
    signed = signed_head_from_data(read_strict(archive.read("ledger/member.head.json")))
    assert (signed.head.tree, signed.head.size, signed.head.root) == ("member:XA", len(found), root_of(hashes).hex())
    assert verify_head(signed, node_key())
    receipt = read_receipt(archive.read("ledger/receipt.json"))
    assert [each.head.tree for each in receipt.heads] == [NETWORK, "member:XA"]
    assert signed in receipt.heads
    assert json.loads(found[-1]["line"])["act"] == Act.MEMBER_TAKEN_OUT


def test_an_edition_is_taken_out_in_every_language_and_format(cast):
    adopt(cast, make_text(cast, slug="comun"))
    found = {name for name in taken(cast).namelist() if name.startswith("texts/")}
    papers = {f"texts/comun-1.{tag}.{ending}" for tag in ("es", "pt") for ending in ("md", "docx")}
    assert found == {*papers, "texts/comun-1.text.json"}


def test_what_is_in_work_is_taken_out_by_its_own_member_alone(cast, text):
    assert [name for name in taken(cast).namelist() if name.startswith("texts/")] == []  # the network's, not adopted


def test_the_page_says_what_the_file_holds_in_the_reader_s_language_and_so_does_the_file(cast):
    archive = taken(cast)
    for language, words in (
        ("es", "Qué contiene"),
        ("pt", "O que contém"),
        ("en", "What it holds"),
        ("fr", "Ce qu’il"),
    ):
        assert words in cast.client(ALDEA, language=language).get("/taking-out/").content.decode()
        assert words in archive.read(f"README.{language}.txt").decode()


def test_a_seat_that_speaks_for_the_member_takes_it_out_and_the_ledger_says_so(cast):
    answer = cast.client("XA/validating_authority").post("/taking-out/")
    assert (answer.status_code, answer["Cache-Control"]) == (200, "private, no-store")
    archive = ZipFile(BytesIO(b"".join(answer.streaming_content)))
    assert archive.testzip() is None
    line = Line.objects.get(act=Act.MEMBER_TAKEN_OUT)
    assert (line.tree_id, line.office, line.object) == (tree_of("XA"), "XA/validating_authority/MRE", "XA")
    assert 'href="/taking-out/"' in cast.client(ALDEA).get("/").content.decode()
    assert 'href="/taking-out/"' not in cast.client("XA/alternate").get("/").content.decode()


@pytest.mark.parametrize(
    ("who", "member", "is_fresh", "code"),
    [
        (ALDEA, "XA", False, No.NOT_FRESH),
        (ALDEA, "XB", True, No.NOT_YOURS),
        ("XA/alternate", "XA", True, No.NOT_YOURS),
        ("network/secretariat", "XA", True, No.NOT_YOURS),
        ("network/secretariat", "", True, No.NOT_YOURS),
    ],
)
def test_nobody_else_takes_it_out(cast, who, member, is_fresh, code):
    before = Line.objects.count()
    with pytest.raises(Refused) as refused:
        take_out(actor=cast.actor(who, fresh=is_fresh), member=member, network="Red", at=NOW)
    assert refused.value.refusal.code == code
    assert Line.objects.count() == before


def test_at_the_console_the_focal_point_s_reading_is_taken_also_while_the_seat_is_vacant(cast):
    held = cast.actor(ALDEA, fresh=False)
    assert reader_of("XA", NOW) == held
    Mandate.objects.filter(seat=held.seat).delete()
    vacant = reader_of("XA", NOW)
    assert (vacant.seat, vacant.office, vacant.mandate) == (held.seat, held.office, "")
    receipt = take_out(actor=CONSOLE, member="XA", network="Red", at=NOW)
    assert write_member(BytesIO(), Taking(vacant, NOW, receipt)) > len(RESOURCES)
    assert reader_of("XX", NOW) is None
