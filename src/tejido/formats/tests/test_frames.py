"""What comes from the child is checked like what comes from outside."""

from __future__ import annotations

import hashlib
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tejido.engine.document import Document, Kind, Passage
from tejido.formats import BadFile, Code
from tejido.formats.frames import (
    reading_from_bytes,
    reading_to_parts,
    refusal_to_bytes,
    request_from_bytes,
    request_to_bytes,
)
from tejido.formats.word import Image, Notice, NoticeCode, Reading

texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
LEVELS = {Kind.HEADING: (1, 6), Kind.ITEM: (1, 9)}
passages = st.sampled_from(Kind).flatmap(
    lambda kind: st.tuples(st.just(kind), texts.filter(bool), st.integers(*LEVELS.get(kind, (0, 0))))
)
images = st.builds(
    lambda kind, data: Image(hashlib.sha256(data).hexdigest(), kind, data),
    st.sampled_from(["image/png", "image/jpeg", "image/gif", "image/webp"]),
    st.binary(min_size=1, max_size=50),
)
values = st.dictionaries(texts.filter(bool), texts | st.integers(-(10**9), 10**9), max_size=3)
notices = st.builds(
    lambda code, where, named: Notice(code, where, tuple(named.items())), st.sampled_from(NoticeCode), texts, values
)


@given(st.lists(passages, max_size=4), st.lists(images, max_size=3), st.lists(notices, max_size=3))
def test_a_reading_comes_back_as_it_was(made, pictures, noted):
    document = Document.of(
        Passage.of(f"~{place}", kind, {"es": text}, level=level) for place, (kind, text, level) in enumerate(made)
    )
    reading = Reading(document, tuple(pictures), tuple(noted))
    assert reading_from_bytes(b"".join(reading_to_parts(reading))) == reading


@given(texts, texts, st.binary(max_size=50))
def test_a_request_comes_back_as_it_was(format, language, raw):
    assert request_from_bytes(request_to_bytes(format, language, raw)) == (format, language, raw)


def test_a_refusal_comes_back_as_it_was():
    with pytest.raises(BadFile) as refused:
        reading_from_bytes(refusal_to_bytes(BadFile(Code.TOO_MANY_ENTRIES, "aquí", entries=7, limit=5)))
    assert (refused.value.code, refused.value.where, refused.value.values) == (
        Code.TOO_MANY_ENTRIES,
        "aquí",
        {"entries": 7, "limit": 5},
    )


GOOD = {"document": {"format": "tejido-text-1", "passages": []}, "images": [], "notices": []}


@pytest.mark.parametrize(
    "answer",
    [
        b"",
        b"\x80\x04",
        b"null",
        b"[]",
        b"7",
        b"{}",
        b"[" * 100_000,
        *(
            json.dumps(wrong).encode()
            for wrong in (
                {**GOOD, "document": None},
                {**GOOD, "document": {"format": "otro", "passages": []}},
                {**GOOD, "document": {"format": "tejido-text-1", "passages": [{"id": "a"}]}},
                {**GOOD, "images": 5},
                {**GOOD, "images": [["image/svg+xml", 3]]},
                {**GOOD, "images": [["image/png", 0]]},
                {**GOOD, "images": [["image/png", -1]]},
                {**GOOD, "images": [["image/png", "3"]]},
                {**GOOD, "images": [["image/png", 4]]},
                {**GOOD, "notices": [["nothing known", "", []]]},
                {**GOOD, "notices": [["comment", 7, []]]},
                {**GOOD, "notices": [["comment", "", [["a", None]]]]},
                {**GOOD, "notices": [["comment", "", [[1, "a"]]]]},
                {**GOOD, "notices": [["comment"]]},
                {**GOOD, "notices": [["comment", "\ud800", []]]},
                {**GOOD, "notices": [["comment", "", [["a", "\ud800"]]]]},
                {"bad": "nothing known", "where": "", "values": {}},
                {"bad": "bomb", "where": None, "values": {}},
                {"bad": "bomb", "where": "", "values": []},
                {"bad": "bomb", "where": "", "values": {"where": "x"}},
                {"bad": "bomb"},
            )
        ),
    ],
)
def test_an_answer_in_any_other_form_is_none(answer):
    with pytest.raises(ValueError, match=r".") as problem:
        reading_from_bytes(answer + b"\nabc")
    assert not isinstance(problem.value, BadFile)


def test_an_image_has_the_digest_of_what_it_is_not_of_what_it_says():
    answer = json.dumps({**GOOD, "images": [["image/png", 2], ["image/gif", 1]]}).encode() + b"\nabc"
    assert [image.digest for image in reading_from_bytes(answer).images] == [
        hashlib.sha256(b"ab").hexdigest(),
        hashlib.sha256(b"c").hexdigest(),
    ]
