"""The codes and the fields of the files are known to verifiers outside, so that none may change silently."""

import json
from enum import StrEnum

import pytest

from tejido.engine.proof import (
    ADOPTION_ACT,
    HEAD_PURPOSE,
    RECEIPT_FORMAT,
    RECORD_FACT,
    RECORD_FORMAT,
    Assent,
    Change,
    CheckCode,
    Fault,
    Means,
    Receipt,
    Trust,
    Verdict,
    fingerprint,
    receipt_to_data,
    sign,
    to_text,
    verify_head,
)

from .sample import PRIVATE, PUBLIC, body, proved


@pytest.mark.parametrize(
    ("kind", "codes"),
    [
        (Assent, "agreed present silent"),
        (Means, "silence meeting"),
        (Change, "changed missing added moved"),
        (Trust, "trusted not_given other"),
        (Fault, "too_large too_deep not_json duplicate_key not_an_integer not_canonical"),
        (Verdict, "same extended truncated rewritten split_view bad_signature other_key"),
        (
            CheckCode,
            """record_file text_file format text_format record_digest text_digest passages positions line inclusion
            signature key""",
        ),
    ],
)
def test_codes(kind: type[StrEnum], codes: str) -> None:
    assert [member.value for member in kind] == codes.split()
    assert [member.name for member in kind] == codes.upper().split()


def test_formats() -> None:
    names = (ADOPTION_ACT, HEAD_PURPOSE, RECEIPT_FORMAT, RECORD_FACT, RECORD_FORMAT)
    assert names == ("text-adopted", "tejido-head-1", "tejido-receipt-1", "record", "tejido-record-1")


def test_the_fields_of_a_record() -> None:
    data = json.loads(proved(body()).record)
    assert sorted(data) == [
        "format", "head", "inclusion", "line", "members_of_record", "network", "positions", "procedure", "reservations",
        "text",
    ]  # fmt: skip  # one list, read as one
    assert data["procedure"] == {
        "kind": "silence",
        "opened_at": "2026-11-20T12:00:00Z",
        "deadline": "2026-12-04T20:00:00Z",
        "zone": "America/Asuncion",
        "adopted_at": "2026-12-04T20:00:00Z",
        "rule": "silence_of_all_members_of_record",
    }
    assert data["network"]["fingerprint"] == fingerprint(PUBLIC)
    assert data["network"]["public_key"] == to_text(PUBLIC)
    assert data["positions"][1] == {"member": "BO", "stance": "silent", "at": "", "office": ""}
    assert data["reservations"][0]["kind"] == "reservation"
    assert data["members_of_record"][0] == {"code": "AU", "names": {"es": "Auria"}}


def test_what_a_head_signs_can_be_rebuilt_by_anybody() -> None:
    head = proved(body()).head
    data = {"purpose": "tejido-head-1", "tree": "network", "size": 11, "root": head.head.root}
    data |= {"at": "2026-12-05T00:00:00Z", "key": fingerprint(PUBLIC)}
    assert verify_head(head, PUBLIC)
    assert sign(PRIVATE, data) == head.signature


def test_the_fields_of_a_receipt() -> None:
    data = receipt_to_data(Receipt("Red", "PY", PUBLIC, (proved(body()).head,)))
    assert sorted(data) == ["format", "heads", "member", "network", "public_key"]
    assert sorted(data["heads"][0]) == ["at", "key", "root", "signature", "size", "tree"]
