"""A record holds as it is, and with one byte changed anywhere it does not."""

import json
import random
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tejido.engine.document import document_to_data
from tejido.engine.proof import (
    Assent,
    Change,
    CheckCode,
    Difference,
    Fault,
    Means,
    RecordedMember,
    RecordedPosition,
    Report,
    Trust,
    differences,
    fingerprint,
    public_key,
    record_from_data,
    record_to_data,
    to_text,
    verify_files,
    verify_record,
    write_canonical,
)

from .sample import DOCUMENT, PLACE, PUBLIC, SIZE, TEXT, body, line_of, proved, with_positions

GOOD = proved(body())
IDS = [passage.id for passage in DOCUMENT]


def failing(report: Report) -> set[CheckCode]:
    return {check.code for check in report.checks if not check.ok}


def detail(report: Report, code: CheckCode) -> Any:
    return next(check.detail for check in report.checks if check.code is code)


def test_the_record_holds() -> None:
    report = verify_files(GOOD.record, TEXT, to_text(PUBLIC))
    assert report.ok
    assert report.is_trusted
    assert report.differing == ()
    assert [check.code for check in report.checks] == list(CheckCode)
    assert detail(report, CheckCode.INCLUSION) == {"tree": "network", "index": PLACE, "size": SIZE}
    assert detail(report, CheckCode.KEY) == {"fingerprint": fingerprint(PUBLIC), "trust": Trust.TRUSTED}


def test_a_final_newline_is_allowed() -> None:
    assert verify_files(GOOD.record + b"\n", TEXT + b"\n").ok


def test_without_a_trusted_key_it_holds_but_is_not_trusted() -> None:
    report = verify_files(GOOD.record, TEXT)
    assert report.ok
    assert not report.is_trusted
    assert detail(report, CheckCode.KEY)["trust"] is Trust.NOT_GIVEN


@pytest.mark.parametrize("name", [fingerprint(PUBLIC), fingerprint(PUBLIC).upper().replace("-", " ")])
def test_the_key_may_be_named_by_its_fingerprint(name: str) -> None:
    assert verify_files(GOOD.record, TEXT, name).is_trusted


@pytest.mark.parametrize("name", ["", to_text(public_key(bytes(32))), fingerprint(public_key(bytes(32)))])
def test_a_record_under_another_key_is_not_trusted(name: str) -> None:
    report = verify_files(GOOD.record, TEXT, name)
    assert failing(report) == {CheckCode.KEY}
    assert detail(report, CheckCode.KEY)["trust"] is Trust.OTHER
    assert not report.is_trusted


@given(st.integers(0, len(GOOD.record) - 1), st.integers(0, 7))
@settings(max_examples=400, deadline=None)
def test_no_changed_bit_of_the_record_passes(place: int, bit: int) -> None:
    changed = bytearray(GOOD.record)
    changed[place] ^= 1 << bit
    assert not verify_files(bytes(changed), TEXT, fingerprint(PUBLIC)).ok
    assert not verify_files(bytes(changed), TEXT).ok


@pytest.mark.parametrize("mask", [0x01, 0x20])
def test_no_changed_byte_of_the_record_passes_at_any_place(mask: int) -> None:
    """0x20 turns small letters into capitals, which a careless reader of hexadecimal takes for the same."""
    for place in range(len(GOOD.record)):
        changed = bytearray(GOOD.record)
        changed[place] ^= mask
        assert not verify_files(bytes(changed), TEXT).ok, (place, bytes(changed[place - 20 : place + 20]))


@pytest.mark.parametrize("mask", [0x01, 0x20, 0x80])
def test_no_changed_byte_of_the_text_passes_at_any_place(mask: int) -> None:
    for place in range(len(TEXT)):
        changed = bytearray(TEXT)
        changed[place] ^= mask
        assert not verify_files(GOOD.record, bytes(changed)).ok


@given(
    st.integers(0, len(GOOD.record)),
    st.sampled_from([b" ", b"\n", b"0", b",", b'"', b"}", b"\x00", b"a"]),
    st.booleans(),
)
@settings(max_examples=300, deadline=None)
def test_no_inserted_or_lost_byte_passes(place: int, byte: bytes, is_lost: bool) -> None:
    rest = GOOD.record[place + 1 :] if is_lost else byte + GOOD.record[place:]
    changed = GOOD.record[:place] + rest
    if changed not in (GOOD.record, GOOD.record + b"\n"):
        assert not verify_files(changed, TEXT).ok


def test_no_two_fields_can_be_swapped_between_records() -> None:
    """Each part of another true record, put into this one, breaks a link."""
    other_body = replace(body(), reservations=())
    other = json.loads(proved(other_body).record)
    mine = json.loads(GOOD.record)
    for name in mine:
        if mine[name] != other[name]:
            assert not verify_record({**mine, name: other[name]}, document_to_data(DOCUMENT)).ok, name


def test_files_that_are_not_canonical_are_named() -> None:
    report = verify_files(GOOD.record + b" ", b"")
    assert failing(report) == {CheckCode.RECORD_FILE, CheckCode.TEXT_FILE}
    assert [check.detail["fault"] for check in report.checks] == [Fault.NOT_CANONICAL, Fault.NOT_JSON]
    assert failing(verify_files(GOOD.record, TEXT, limit=100)) == {CheckCode.RECORD_FILE, CheckCode.TEXT_FILE}
    assert failing(verify_files(GOOD.record, b"")) == {CheckCode.TEXT_FILE}


def test_the_passages_that_differ_are_named() -> None:
    changed = DOCUMENT.passages[1].with_text("es", "Los Estados olvidan.")
    text = document_to_data(
        type(DOCUMENT).of([DOCUMENT.passages[0], changed, DOCUMENT.passages[2].with_id("0000000000b9")])
    )
    report = verify_files(GOOD.record, write_canonical(text))
    assert failing(report) == {CheckCode.TEXT_DIGEST, CheckCode.PASSAGES}
    assert report.differing == (
        Difference(IDS[1], Change.CHANGED),
        Difference(IDS[2], Change.MISSING),
        Difference(IDS[3], Change.MISSING),
        Difference("0000000000b9", Change.ADDED),
    )
    assert detail(report, CheckCode.PASSAGES) == {"count": 3, "differing": 4}


def test_a_text_in_another_order_is_another_text() -> None:
    moved = [DOCUMENT.passages[place] for place in (0, 2, 3, 1)]
    report = verify_files(GOOD.record, write_canonical(document_to_data(type(DOCUMENT).of(moved))))
    assert failing(report) == {CheckCode.TEXT_DIGEST, CheckCode.PASSAGES}
    assert report.differing == (Difference(IDS[1], Change.MOVED),)


@given(
    st.lists(st.tuples(st.sampled_from("abcdefgh"), st.sampled_from("01")), unique_by=lambda pair: pair[0]), st.data()
)
def test_differences_are_none_only_for_the_same_list(adopted: list[tuple[str, str]], data: st.DataObject) -> None:
    found = data.draw(
        st.permutations(adopted)
        | st.lists(st.sampled_from([*adopted, ("z", "0"), ("a", "1")]), unique_by=lambda p: p[0])
    )
    told = list(differences(adopted, found))
    assert (not told) == (adopted == found)
    assert len({difference.passage for difference in told}) == len(told)
    moved = {d.passage for d in told if d.change is Change.MOVED}
    kept = [id for id, digest in adopted if id not in moved and (id, digest) in found]
    assert kept == sorted(kept, key=[id for id, _ in found].index) or any(d.change is Change.CHANGED for d in told)


@pytest.mark.parametrize(
    "text",
    [
        None,
        [],
        {"format": "tejido-text-1"},
        {"format": "tejido-text-2", "passages": []},
        {**document_to_data(DOCUMENT), "note": "not covered by any digest"},
        {"format": "tejido-text-1", "passages": [1]},
        {"format": "tejido-text-1", "passages": [document_to_data(DOCUMENT)["passages"][0]] * 2},
    ],
)
def test_what_is_no_text_is_named(text: Any) -> None:
    report = verify_record(json.loads(GOOD.record), text)
    assert failing(report) == {CheckCode.TEXT_FORMAT}


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


@pytest.mark.parametrize(
    ("stances", "wrong"),
    [
        ({"AU": "silent", "BO": "silent"}, {"missing": ["CA"]}),
        ({"AU": "silent", "BO": "silent", "CA": "silent", "XX": "agreed"}, {"superfluous": ["XX"]}),
        ({"AU": "silent", "BO": "silent", "CA": "present"}, {"wrong": ["CA"]}),
    ],
)
def test_every_member_of_record_has_one_position(stances: dict[str, str], wrong: dict[str, list[str]]) -> None:
    changed = with_positions(body(), *(RecordedPosition(code, Assent(stance)) for code, stance in stances.items()))
    report = verify_files(proved(changed).record, TEXT)
    assert failing(report) == {CheckCode.POSITIONS}
    assert {key: codes for key, codes in detail(report, CheckCode.POSITIONS).items() if codes} == wrong


def test_nobody_has_two_positions_or_is_of_record_twice() -> None:
    twice = with_positions(body(), *body().positions, RecordedPosition("AU", Assent.SILENT))
    report = verify_files(proved(twice).record, TEXT)
    assert detail(report, CheckCode.POSITIONS)["repeated"] == ["AU"]
    doubled = replace(body(), members=(*body().members, RecordedMember("CA", ())))
    report = verify_files(proved(doubled).record, TEXT)
    assert detail(report, CheckCode.POSITIONS)["repeated"] == ["CA"]
    assert failing(report) == {CheckCode.POSITIONS}


def test_a_record_without_members_adopts_nothing() -> None:
    empty = replace(body(), members=(), positions=(), reservations=())
    assert failing(verify_files(proved(empty).record, TEXT)) == {CheckCode.POSITIONS}


def test_in_a_meeting_nobody_is_silent() -> None:
    meeting = replace(body(), procedure=replace(body().procedure, means=Means.MEETING, deadline=""))
    assert failing(verify_files(proved(meeting).record, TEXT)) == {CheckCode.POSITIONS}
    present = [RecordedPosition(code, Assent.PRESENT, "2026-12-04T20:00:00Z", "Chair") for code in ("BO", "CA")]
    seen = with_positions(meeting, body().positions[0], *present)
    assert verify_files(proved(seen).record, TEXT).ok


def test_a_record_round_trips() -> None:
    data = json.loads(GOOD.record)
    record = record_from_data(data)
    assert record.body == body()
    assert record_to_data(record) == data
    assert record.head == GOOD.head


def test_a_line_that_is_not_canonical_is_not_built_into_a_record() -> None:
    from tejido.engine.proof import NotCanonical, build

    with pytest.raises(NotCanonical):
        build(body(), b'{"b":1, "a":2}', 0, [], GOOD.head)


def test_random_wholesale_damage_never_raises() -> None:
    chance = random.Random(6962)
    leaves = [None, True, -1, 0, 2**60, "", "x", [], {}, [[]], {"a": 1}]
    for _ in range(500):
        data = json.loads(GOOD.record)
        target: Any = data
        while isinstance(target, dict | list) and target:
            key = chance.choice(list(target)) if isinstance(target, dict) else chance.randrange(len(target))
            if chance.random() < 0.4 or not isinstance(target[key], dict | list):
                target[key] = chance.choice(leaves)
                break
            target = target[key]
        if data != json.loads(GOOD.record):
            assert not verify_record(data, json.loads(TEXT), fingerprint(PUBLIC)).ok
