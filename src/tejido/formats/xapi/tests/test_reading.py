"""Hostile bytes: they are refused in little time, and what is taken means one thing only."""

import json
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tejido.formats.xapi import (
    Bad,
    Code,
    as_instant,
    digest_of,
    preferred,
    read_call,
    read_json,
    read_parts,
    read_sent,
    write_parts,
)  # fmt: skip  # one list
from tejido.formats.xapi.multipart import Part
from tejido.formats.xapi.showing import one_of

from .examples import FULL, PLAIN, changed, raw


@pytest.mark.parametrize(
    ("body", "code"),
    [
        (b"[" * 100_000, Code.TOO_DEEP),
        (b'{"a":' * 65 + b"1" + b"}" * 65, Code.TOO_DEEP),
        (b'{"a": 1, "a": 1}', Code.DUPLICATE_KEY),
        (b'{"a": {"b": 1, "b": 2}}', Code.DUPLICATE_KEY),
        (b'{"a": 1, "\\u0061": 1}', Code.DUPLICATE_KEY),
        (b"NaN", Code.BAD_NUMBER),
        (b"[Infinity]", Code.BAD_NUMBER),
        (b"-Infinity", Code.BAD_NUMBER),
        (b"1e999", Code.BAD_NUMBER),
        (b"9" * 5000, Code.BAD_NUMBER),
        (b"0." + b"1" * 5000, Code.BAD_NUMBER),
        (b'"\\ud800"', Code.BAD_CHARACTER),
        (b'{"\\udc00": 1}', Code.BAD_CHARACTER),
        (b'[["\\u0000"]]', Code.BAD_CHARACTER),
        (b'"\x00"', Code.NOT_JSON),
        (b"\xff", Code.NOT_UTF8),
        (b"\xed\xa0\x80", Code.NOT_UTF8),
        (b"\xef\xbb\xbf{}", Code.NOT_JSON),
        (b"{'a': 1}", Code.NOT_JSON),
        (b"[1,]", Code.NOT_JSON),
        (b"", Code.NOT_JSON),
        (b"{} {}", Code.NOT_JSON),
        (b'"' + b"\\" * 99_999, Code.NOT_JSON),
    ],
)
def test_what_is_no_plain_json_is_refused_with_its_reason(body, code):
    with pytest.raises(Bad) as problem:
        read_json(body)
    assert problem.value.code == code


def test_what_is_plain_json_is_read():
    assert read_json(b'{"a":' * 64 + b"1" + b"}" * 64)
    assert read_json(b'"\\ud83e\\uddf5"') == "🧵"
    assert read_json(b"[9007199254740991, 9007199254740993, -0, 1e5]") == [9007199254740991, 9007199254740992.0, 0, 1e5]
    assert isinstance(read_json(b"9007199254740993"), float)


def test_a_problem_says_where_and_repeats_no_value():
    for path, value in (
        ("actor/name", 5),
        ("actor/CANARY name", "x"),
        ("object/definition/extensions", {"CANARY 1": 1}),
        ("verb/display", {"en": 1}),
    ):
        with pytest.raises(Bad) as problem:
            read_sent("application/json", raw([PLAIN, changed(FULL, path, value)]))
        assert problem.value.where.startswith(f"[1].{path.partition('/')[0]}")
        assert "CANARY" not in str(problem.value)


def test_too_many_names_in_a_statement():
    many = {"contextActivities": {"other": [{"id": f"x:{number}"} for number in range(998)]}}
    assert read_sent("application/json", raw({**PLAIN, "context": many}))
    many["contextActivities"]["other"].append({"id": "x:more"})
    with pytest.raises(Bad) as problem:
        read_sent("application/json", raw({**PLAIN, "context": many}))
    assert problem.value.code == Code.TOO_MANY


def test_too_many_statements_and_parts():
    with pytest.raises(Bad) as problem:
        read_sent("application/json", raw([PLAIN] * 1001))
    assert problem.value.code == Code.TOO_MANY
    with pytest.raises(Bad) as problem:
        read_parts(write_parts([Part({"Content-Type": "x/y"}, b"x")] * 201, "b"), "b")
    assert problem.value.code == Code.TOO_MANY


@given(
    st.lists(
        st.tuples(
            st.dictionaries(
                st.sampled_from(["Content-Type", "X-Experience-API-Hash"]),
                st.text("ab/;= ", max_size=9).map(str.strip),
                min_size=1,
            ),
            st.binary(max_size=99),
        ),
        min_size=1,
        max_size=5,
    )
)
def test_parts_come_back_as_they_were_written(told):
    parts = [Part(headers, body) for headers, body in told]
    found = read_parts(write_parts(parts, "a-boundary-of-theirs"), "a-boundary-of-theirs")
    assert [(part.headers, part.body) for part in found] == [
        ({name.lower(): value for name, value in headers.items()}, body) for headers, body in told
    ]


def said(read, body):
    """What is said of the bytes; any other fault than Bad breaks the test."""
    try:
        return f"read: {read(body)}"
    except Bad as problem:
        return str(problem)


@given(st.binary(max_size=200))
def test_no_bytes_break_the_readers(body):
    assert said(read_json, body)
    assert said(lambda raw: read_parts(raw, "x"), b"--x\r\n" + body)
    assert said(lambda raw: read_sent("application/json", raw), body)


@given(st.datetimes(datetime(1, 1, 3), datetime(9999, 12, 29)), st.integers(-14 * 60, 14 * 60))  # noqa: DTZ001  # a zone is put there
def test_an_instant_is_the_same_however_it_is_written(moment, minutes):
    sign = "-" if minutes < 0 else "+"
    hours, rest = divmod(abs(minutes), 60)
    local = moment.isoformat()
    expected = datetime.fromisoformat(f"{local}{sign}{hours:02d}:{rest:02d}").astimezone(UTC)
    for clock in (f"{hours:02d}:{rest:02d}", f"{hours:02d}{rest:02d}"):
        assert as_instant(f"{local}{sign}{clock}") == expected


@given(st.permutations(list(FULL)))
def test_the_order_of_properties_changes_no_digest(names):
    assert digest_of({name: FULL[name] for name in names}) == digest_of(json.loads(raw(FULL)))


def test_languages_in_the_order_of_who_asks():
    assert preferred("es-419, pt;q=0.7, en;q=0.9, fr;q=0, *;q=0.1, x;q=no") == ["es-419", "en", "pt", "*"]
    assert preferred("") == []
    assert one_of({"en": "a", "es": "b"}, ["es-419"]) == {"es": "b"}
    assert one_of({"en": "a", "es-419": "b"}, ["es"]) == {"es-419": "b"}
    assert one_of({"en": "a", "es": "b"}, ["de"]) == {"en": "a"}


def test_a_form_is_read_as_the_request_that_it_stands_for():
    headers = {"content-type": "application/x-www-form-urlencoded", "authorization": "outer", "accept": "x"}
    call = read_call(
        "POST", "method=PUT", headers, b"statementId=1&content=%C3%B1&Authorization=inner&If-Match=%22a%22"
    )
    assert (call.method, call.parameters, call.body) == ("PUT", {"statementId": "1"}, "ñ".encode())
    assert {name: call.header(name) for name in ("authorization", "if-match", "content-type", "accept")} == {
        "authorization": "inner", "if-match": '"a"', "content-type": "application/json", "accept": "x",
    }  # fmt: skip  # one table
    for query, body in (("method=PUT&x=1", b"content=1"), ("method=PUT", b"content=\xc3"), ("method=PUT",
        b"content=1&content=2"),
                        ("method=PUT", b"content=%ff"), ("method=PUT&method=GET", b"content=1"), ("method=GET",
                            b"a=%00")):  # fmt: skip  # one list
        with pytest.raises(Bad):
            read_call("POST", query, headers, body)
    with pytest.raises(Bad):
        read_call("GET", "&".join(f"a{n}=1" for n in range(60)), {}, b"")
