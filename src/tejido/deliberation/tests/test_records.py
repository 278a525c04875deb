"""The adoption record: one file that proves offline what was adopted, by whom, with which reservations."""

import json

import pytest

from cast import FIRST, NOW, SECOND, make_text
from tejido.curriculum.models import Edition
from tejido.curriculum.queries import canonical_file
from tejido.deliberation import commands
from tejido.deliberation.names import DeclarationKind, ProcedureKind
from tejido.engine.proof import Change, CheckCode, fingerprint, verify_files
from tejido.ledger.models import Line, SignedTreeHead
from tejido.ledger.queries import node_key

from .doings import HOUR, SILENCE_ENDS, TICK, agree, change_text, declare, extend, propose, revise


@pytest.fixture
def adopted(cast, filled_cumbre, text) -> Edition:
    """Aldea agreed, Brisa reserved and was silent, Cumbre was silent."""
    silence = propose(cast, text)
    agree(cast, silence, "XA/focal_point")
    declare(cast, silence, "XB/focal_point", passage=FIRST)
    declare(cast, silence, "XA/focal_point", kind=DeclarationKind.INTERPRETATIVE, passage="", es="Así se entiende.")
    taken_back = declare(cast, silence, "XA/focal_point", passage=SECOND)
    commands.withdraw_declaration(actor=cast.actor("XA/focal_point"), declaration=taken_back, at=NOW + 2 * HOUR)
    commands.conclude_silence(procedure=silence, at=SILENCE_ENDS + TICK)
    return Edition.objects.select_related("revision").get()


def files(edition):
    return bytes(edition.record), canonical_file(edition.revision)


def record(edition):
    return json.loads(bytes(edition.record))


def test_the_record_proves_the_text_of_the_edition(adopted):
    report = verify_files(*files(adopted))
    assert report.ok
    assert report.differing == ()
    assert verify_files(*files(adopted), trusted_key=fingerprint(node_key())).is_trusted


def test_one_changed_byte_of_the_text_is_found_and_the_passage_named(adopted):
    proof, text = files(adopted)
    changed = text.replace(b"obligatoria", b"obligatorie")
    assert changed != text
    report = verify_files(proof, changed)
    assert not report.ok
    assert [(d.passage, d.change) for d in report.differing] == [("000000000p05", Change.CHANGED)]


def test_one_changed_byte_of_the_record_is_found(adopted):
    proof, text = files(adopted)
    for was, becomes in ((b"Con reserva.", b"Sin reserva."), (b"agreed", b"silent"), (b"XB", b"XD")):
        assert was in proof
        assert not verify_files(proof.replace(was, becomes, 1), text).ok


def test_the_record_says_who_assented_and_how(adopted):
    body = record(adopted)
    assert {row["code"] for row in body["members_of_record"]} == {"XA", "XB", "XC"}
    assert {row["member"]: row["stance"] for row in body["positions"]} == {
        "XA": "agreed",
        "XB": "silent",
        "XC": "silent",
    }
    agreed = next(row for row in body["positions"] if row["member"] == "XA")
    assert agreed["office"] == "XA/focal_point/MRE"
    assert "Persona" not in bytes(adopted.record).decode()  # offices, never names


def test_reservations_and_declarations_travel_with_the_record(adopted):
    found = {(row["member"], row["passage"], row["kind"]) for row in record(adopted)["reservations"]}
    assert found == {("XB", FIRST, "reservation"), ("XA", "", "interpretative")}


def test_the_record_is_bound_to_a_line_of_the_ledger_under_a_signed_head(adopted):
    line = Line.objects.get(act="text-adopted")
    assert line.tree_id == "network"
    assert line.facts["digest"] == adopted.revision.digest
    head = SignedTreeHead.objects.get()
    assert head.handed_to == "record"
    assert head.size == line.place + 1


def test_the_record_holds_the_deadline_in_force_and_the_revision_adopted(cast, filled_cumbre, text):
    silence = propose(cast, text)
    changed = revise(cast, text)
    change_text(cast, silence, changed)
    ends = SILENCE_ENDS + 5 * HOUR
    extend(cast, silence, ends, at=NOW + 3 * HOUR)
    commands.conclude_silence(procedure=silence, at=ends + TICK)
    edition = Edition.objects.select_related("revision").get()
    body = record(edition)
    assert edition.revision == changed
    assert body["procedure"]["deadline"].startswith(ends.strftime("%Y-%m-%dT%H:%M"))
    assert verify_files(*files(edition)).ok


def test_the_record_of_a_meeting_says_who_was_present(cast, filled_cumbre, text):
    meeting = propose(cast, text, kind=ProcedureKind.MEETING)
    agree(cast, meeting, "XC/focal_point")
    commands.conclude_meeting(
        actor=cast.actor("network/chair"), procedure=meeting, present=["XA", "XB"], at=NOW + 2 * HOUR
    )
    edition = Edition.objects.select_related("revision").get()
    stances = {row["member"]: row["stance"] for row in record(edition)["positions"]}
    assert stances == {"XA": "present", "XB": "present", "XC": "agreed"}
    assert record(edition)["procedure"]["deadline"] == ""
    assert verify_files(*files(edition)).ok


def test_a_mechanism_adopts_under_its_own_name_in_its_members_ledger(cast, mechanism):
    text = make_text(cast, mechanism, by="XA/focal_point", slug="politica")
    silence = propose(cast, text, who="XA/focal_point")
    commands.conclude_silence(procedure=silence, at=SILENCE_ENDS + TICK)
    edition = Edition.objects.select_related("revision").get()
    report = verify_files(*files(edition))
    assert report.ok
    assert record(edition)["network"]["names"] == {"es": "Mecanismo Nacional de Aldea"}
    assert Line.objects.get(act="text-adopted").tree_id == "member:XA"


def test_what_the_record_checks_is_all_there(adopted):
    codes = [check.code for check in verify_files(*files(adopted)).checks]
    assert set(codes) == set(CheckCode)
