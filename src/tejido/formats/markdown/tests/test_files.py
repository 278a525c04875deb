"""A file as bytes, and the laws that hold for every source: bounded depth, and nothing lost."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tejido.engine.document import Kind
from tejido.formats import BadFile, Code
from tejido.formats.markdown import plain, read_bytes
from tejido.formats.markdown.cleaning import clean

from .sources import PIECES, document, minter, only, refusal, shape

## Bytes


@pytest.mark.parametrize(
    ("raw", "position", "line"),
    [("año\n".encode("latin-1"), 1, 1), ("uno\r\nmás".encode("cp1252"), 6, 2), (b"a\n\xf0\x28", 2, 2)],
)
def test_another_encoding_is_refused_with_the_place(raw: bytes, position: int, line: int) -> None:
    with pytest.raises(BadFile) as caught:
        read_bytes(raw, "es", minter())
    assert (caught.value.code, caught.value.values, caught.value.where) == (
        Code.NOT_UTF8, {"position": position}, f"line {line}",
    )  # fmt: skip  # one row, read as one


@pytest.mark.parametrize("raw", ["año".encode("utf-16"), b"a\nb\0c", b"\0"])
def test_a_file_with_nul_bytes_is_no_text(raw: bytes) -> None:
    with pytest.raises(BadFile) as caught:
        read_bytes(raw, "es", minter())
    assert (caught.value.code, caught.value.values) == (Code.NOT_TEXT, {"position": raw.find(0)})


def test_a_byte_order_mark_is_no_text() -> None:
    assert shape(read_bytes(b"\xef\xbb\xbf# T", "es", minter())) == [(Kind.HEADING, 1, "T", {})]


@pytest.mark.parametrize("end", ["\r\n", "\r", "\x85", "\u2028", "\u2029"])
def test_every_line_end_is_one(end: str) -> None:
    source = "# T\n\n- a\n- b\n\nc\nd\n"
    assert shape(document(source.replace("\n", end))) == shape(document(source))


def test_what_hides_or_turns_a_text_is_taken_out_and_what_a_script_needs_stays() -> None:
    assert only("a\u202eb\u202dc\ufeffd\x01e\ud800f").text("es") == "abcdef"
    assert only("&#x202e;&#xfeff;x").text("es") == "x"
    assert only("العربية\u200f \u2067x\u2069 n\u00a0o").text("es") == "العربية\u200f \u2067x\u2069 n\u00a0o"


def test_a_text_is_composed() -> None:
    assert only("e\u0301 \u212b").text("es") == "é Å"


## Depth, and the law that nothing is lost


@pytest.mark.parametrize(
    "source", ["> " * 90 + "x", "".join("  " * n + "- a\n" for n in range(90)), "*" * 4000 + "a" + "*" * 4000]
)
def test_what_is_nested_too_deeply_is_refused(source: str) -> None:
    assert refusal(source).code is Code.TOO_DEEP


@pytest.mark.parametrize("piece", ["[", "![", "^[", "[a](", "<", "`", "*", "** ", "[^", "&", "\\"])
def test_signs_that_never_close_are_words(piece: str) -> None:
    assert plain(only("x " + piece * 800).text("es")).count(piece[0]) >= 400


words = st.integers(0, 10**6).map(lambda number: f"q{number}z")


@given(
    st.lists(words | st.sampled_from([p for p in PIECES if "`" not in p and "~" not in p]), max_size=20).map("".join)
)
@example("[^1]: ::: activity\nq1z\n")
@example("q0z\n\n[q1z]: http://a.b/q2z 'q3z'")
def test_every_word_of_a_source_is_in_a_passage(source: str) -> None:
    try:
        found = document(source)
    except BadFile:
        return
    kept = repr(shape(found)).casefold()
    assert [word for word in re.findall("q[0-9]+z", clean(source)) if word not in kept] == []
