"""A record holds as it is, and with one byte changed anywhere it does not."""

import json
import random
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

from .sample import DOCUMENT, PLACE, PUBLIC, SIZE, TEXT, body, detail, failing, proved, with_positions

GOOD = proved(body())
IDS = [passage.id for passage in DOCUMENT]


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
