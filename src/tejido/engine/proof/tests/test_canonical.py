"""One form per data, and no file that means two things."""

import json
import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tejido.engine.proof import DEPTH_LIMIT, Fault, NotCanonical, read_canonical, read_strict, write_canonical

DATA = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53) + 1, 2**53 - 1) | st.text(st.characters(codec="utf-8")),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(st.characters(codec="utf-8")), inner),
    max_leaves=20,
)


def fault(raw: bytes, limit: int = 10_000) -> Fault | None:
    try:
        read_canonical(raw, limit)
    except NotCanonical as problem:
        return problem.code
    return None


@given(DATA)
def test_what_is_written_is_read(data: object) -> None:
    raw = write_canonical(data)
    assert read_canonical(raw) == data
    assert read_canonical(raw + b"\n") == data


@given(DATA)
def test_any_layout_is_read_strictly_but_only_one_is_canonical(data: object) -> None:
    raw = json.dumps(data, indent=1, ensure_ascii=True).encode()
    assert read_strict(raw) == data
    assert (fault(raw) is None) == (raw == write_canonical(data))


def test_keys_are_ordered_as_rfc_8785_says() -> None:
    data = {"€": 1, "\r": 2, "ﬁ": 3, "1": 4, "😀": 5, "\x80": 6, "ö": 7}
    assert list(json.loads(write_canonical(data))) == ["\r", "1", "\x80", "ö", "€", "😀", "ﬁ"]


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        (b"", Fault.NOT_JSON),
        (b"{", Fault.NOT_JSON),
        (b"{}}", Fault.NOT_JSON),
        (b"{} {}", Fault.NOT_JSON),
        (b"\xef\xbb\xbf{}", Fault.NOT_JSON),
        (b'"\xff"', Fault.NOT_JSON),
        (b'"\xed\xa0\x80"', Fault.NOT_JSON),
        (b'"\\ud800"', Fault.NOT_JSON),
        (b'{"\\ud800":1}', Fault.NOT_JSON),
        (b'"a\nb"', Fault.NOT_JSON),
        (b"{'a':1}", Fault.NOT_JSON),
        (b'{"a":1,"a":1}', Fault.DUPLICATE_KEY),
        (b'{"a":1,"\\u0061":2}', Fault.DUPLICATE_KEY),
        (b'[{"b":{"a":1,"a":2}}]', Fault.DUPLICATE_KEY),
        (b"1.0", Fault.NOT_AN_INTEGER),
        (b"1e3", Fault.NOT_AN_INTEGER),
        (b"-0", Fault.NOT_AN_INTEGER),
        (b"NaN", Fault.NOT_AN_INTEGER),
        (b"-Infinity", Fault.NOT_AN_INTEGER),
        (b"9007199254740992", Fault.NOT_AN_INTEGER),
        (b"9" * 5000, Fault.NOT_AN_INTEGER),
        (b"{} ", Fault.NOT_CANONICAL),
        (b"{}\n\n", Fault.NOT_CANONICAL),
        (b"{}\r\n", Fault.NOT_CANONICAL),
        (b'{"b":1,"a":2}', Fault.NOT_CANONICAL),
        (b'"\\u0061"', Fault.NOT_CANONICAL),
        (b'"\\/"', Fault.NOT_CANONICAL),
        (b"[1, 2]", Fault.NOT_CANONICAL),
        (b"[" * 33 + b"]" * 33, Fault.TOO_DEEP),
        (b"[" * 9000, Fault.TOO_DEEP),
        (b'{"a":' * 40, Fault.TOO_DEEP),
        (b" " * 10_001, Fault.TOO_LARGE),
        (b"[" * 32 + b"]" * 32, None),
        (b'"[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[["', None),
        (b'"\\"[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[["', None),
        (b"9007199254740991", None),
        (b"-9007199254740991", None),
        (b"{}\n", None),
        (b"null", None),
    ],
)
def test_faults(raw: bytes, code: Fault | None) -> None:
    assert fault(raw) == code


def test_many_shallow_lists_are_not_deep() -> None:
    assert fault(b"[" + b",".join([b"[]"] * (3 * DEPTH_LIMIT)) + b"]") is None


@pytest.mark.parametrize(
    "hostile", [b'"' + b'\\"' * 500_000, b'"' + b"\\" * 1_000_001, b'\\"' * 500_000, b'"' * 1_000_001]
)
def test_hostile_bytes_do_not_hold_the_reader_up(hostile: bytes) -> None:
    """A reader that looks at every byte again for each byte would not come back today."""
    assert fault(hostile, 2_000_000) is not None


@given(st.binary(max_size=60))
@settings(max_examples=300)
def test_no_bytes_make_the_reader_fall_over(raw: bytes) -> None:
    fault(raw)


def test_what_json_cannot_hold_is_not_written() -> None:
    for data in (math.nan, 2**53, {1: 2}, object(), "\ud800"):
        with pytest.raises(ValueError, match=r".*"):
            write_canonical(data)
