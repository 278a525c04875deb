"""Each field of a record and each link of the proof, broken by itself, is named."""

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from tejido.engine.proof import CheckCode, fingerprint, public_key, verify_files, verify_record

from .sample import PLACE, PUBLIC, SIZE, TEXT, body, failing, line_of, proved

GOOD = proved(body())


def altered(change: Callable[[dict[str, Any]], None]) -> Any:
    data = json.loads(GOOD.record)
    change(data)
    return data


def deep(levels: int) -> list[Any]:
    found: list[Any] = []
    for _ in range(levels):
        found = [found]
    return found


def put(value: Any, *way: str | int) -> Callable[[dict[str, Any]], None]:
    def change(data: Any) -> None:
        for step in way[:-1]:
            data = data[step]
        data[way[-1]] = value

    return change


@pytest.mark.parametrize(
    ("field", "change"),
    [
        ("record", put(1, "extra")),
        ("record", lambda data: data.pop("head")),
        ("format", put("tejido-record-2", "format")),
        ("network", put([], "network")),
        ("network.public_key", put("A" * 42, "network", "public_key")),
        ("network.public_key", put(1, "network", "public_key")),
        ("network.fingerprint", put("aaaa", "network", "fingerprint")),
        ("network.names", put([], "network", "names")),
        ("network.names.es", put(1, "network", "names", "es")),
        ("network.names", put("x", "network", "names", " ")),
        ("text", put(1, "text", "extra")),
        ("text.edition", put(True, "text", "edition")),
        ("text.edition", put(-1, "text", "edition")),
        ("text.edition", put("1", "text", "edition")),
        ("text.edition", put(2**53, "text", "edition")),
        ("text.digest", put("AB" * 32, "text", "digest")),
        ("text.languages", put("es", "text", "languages")),
        ("text.languages.1", put("", "text", "languages", 1)),
        ("text.passages.0", put("x", "text", "passages", 0)),
        ("text.passages.0", put(["a", "b", "c"], "text", "passages", 0)),
        ("text.passages.0", put([1, "ab" * 32], "text", "passages", 0)),
        ("procedure.kind", put("vote", "procedure", "kind")),
        ("procedure.opened_at", put("yesterday", "procedure", "opened_at")),
        ("procedure.opened_at", put("2026-13-20T12:00:00Z", "procedure", "opened_at")),
        ("procedure.opened_at", put("2026-12-20T12:00:00", "procedure", "opened_at")),
        ("procedure.deadline", put(None, "procedure", "deadline")),
        ("procedure.deadline", put(False, "procedure", "deadline")),
        ("members_of_record", put({}, "members_of_record")),
        ("members_of_record.0", put(1, "members_of_record", 0)),
        ("positions.2", put("maybe", "positions", 2, "stance")),
        ("positions.2", put([], "positions", 2, "at")),
        ("reservations.0", put(None, "reservations", 0, "passage")),
        ("line", put([], "line")),
        ("line", put(2**60, "line", "place")),
        ("line", put(deep(5000), "line", "facts")),
        ("inclusion", put([], "inclusion")),
        ("inclusion.index", put(None, "inclusion", "index")),
        ("inclusion.proof.0", put("00", "inclusion", "proof", 0)),
        ("head", put({}, "head")),
        ("head.at", put("now", "head", "at")),
        ("head.signature", put("A" * 85 + "B", "head", "signature")),
    ],
)
def test_what_is_no_record_is_named_by_its_field(field: str, change: Callable[[dict[str, Any]], None]) -> None:
    report = verify_record(altered(change), json.loads(TEXT))
    assert [(check.code, check.ok, check.detail) for check in report.checks] == [
        (CheckCode.FORMAT, False, {"field": field})
    ]


@pytest.mark.parametrize("data", [None, 1, "x", [], {}])
def test_anything_else_is_no_record(data: Any) -> None:
    assert failing(verify_record(data, json.loads(TEXT))) == {CheckCode.FORMAT}


@pytest.mark.parametrize(
    ("codes", "change"),
    [
        ({CheckCode.RECORD_DIGEST, CheckCode.TEXT_DIGEST, CheckCode.LINE}, put("ab" * 32, "text", "digest")),
        ({CheckCode.RECORD_DIGEST, CheckCode.PASSAGES, CheckCode.LINE}, put("ab" * 32, "text", "passages", 2, 1)),
        ({CheckCode.LINE}, put("Other", "network", "names", "es")),
        ({CheckCode.LINE}, put("AU", "reservations", 0, "member")),
        ({CheckCode.LINE, CheckCode.INCLUSION}, put("ab" * 32, "line", "facts", "record")),
        ({CheckCode.LINE, CheckCode.INCLUSION}, put("none", "line", "facts")),
        ({CheckCode.LINE, CheckCode.INCLUSION}, put("edition-sealed", "line", "act")),
        ({CheckCode.INCLUSION}, put("someone else", "line", "office")),
        ({CheckCode.INCLUSION}, put(PLACE + 1, "inclusion", "index")),
        ({CheckCode.INCLUSION}, put(SIZE + 1, "inclusion", "size")),
        ({CheckCode.INCLUSION}, lambda data: data["inclusion"]["proof"].pop()),
        ({CheckCode.INCLUSION, CheckCode.SIGNATURE}, put("member:AU", "head", "tree")),
        ({CheckCode.INCLUSION, CheckCode.SIGNATURE}, put(SIZE + 1, "head", "size")),
        ({CheckCode.SIGNATURE}, put("2026-12-05T00:00:01Z", "head", "at")),
        ({CheckCode.SIGNATURE}, put(fingerprint(public_key(bytes(32))), "head", "key")),
        ({CheckCode.SIGNATURE}, put("A" * 86, "head", "signature")),
        ({CheckCode.POSITIONS, CheckCode.LINE}, lambda data: data["positions"].pop()),
    ],
)
def test_each_broken_link_is_named(codes: set[CheckCode], change: Callable[[dict[str, Any]], None]) -> None:
    assert failing(verify_record(altered(change), json.loads(TEXT))) == codes


def test_a_line_of_another_act_or_place_or_tree_proves_nothing() -> None:
    """These are true lines of the ledger, well signed: only what they say is not this adoption."""
    text = json.loads(TEXT)
    other_act = proved(body(), line_of(body(), act="remark-made"))
    assert failing(verify_record(json.loads(other_act.record), text)) == {CheckCode.LINE}
    other_place = proved(body(), line_of(body(), place=PLACE + 1))
    assert failing(verify_record(json.loads(other_place.record), text)) == {CheckCode.INCLUSION}
    other_tree = proved(body(), tree="member:AU")
    assert failing(verify_record(json.loads(other_tree.record), text)) == {CheckCode.INCLUSION}


def test_a_record_signed_by_somebody_else_does_not_hold() -> None:
    stolen = proved(body(), private=bytes(32))
    assert failing(verify_files(stolen.record, TEXT)) == {CheckCode.SIGNATURE}


def test_a_forger_with_a_key_of_his_own_passes_only_where_no_key_is_given() -> None:
    forged = replace(body(), network=replace(body().network, public_key=public_key(bytes(32))), reservations=())
    files = proved(forged, private=bytes(32))
    assert verify_files(files.record, TEXT).ok
    assert failing(verify_files(files.record, TEXT, fingerprint(PUBLIC))) == {CheckCode.KEY}
