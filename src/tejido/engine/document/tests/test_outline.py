"""Section numbers, where sections begin and end, and how a passage is named aloud."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tejido.engine.document import (
    Document,
    Kind,
    Passage,
    address_of,
    addresses,
    item_numbers,
    outline,
    section_of,
    section_span,
    whole_number,
)

from .texts import documents, heading, paragraph


def text(*levels: int) -> Document:
    """A text of headings of these levels, a paragraph (level 0) between them."""
    return Document.of(heading(f"h{at}", level) if level else paragraph(f"p{at}") for at, level in enumerate(levels))


@pytest.mark.parametrize(
    ("levels", "numbers"),
    [
        ((1, 2, 2, 3, 3, 2), ["", "1", "2", "2.1", "2.2", "3"]),
        ((2, 2, 2), ["1", "2", "3"]),
        ((1, 1, 2), ["1", "2", "2.1"]),
        ((2, 1, 2), ["1", "2", "2.1"]),
        ((1, 3, 2, 3), ["", "1", "2", "2.1"]),
        ((2, 4, 3, 4, 2), ["1", "1.1", "1.2", "1.2.1", "2"]),
        ((3,), [""]),
        ((), []),
    ],
)
def test_sections_are_numbered_within_their_parent_and_a_title_is_not_counted(
    levels: tuple[int, ...], numbers: list[str]
) -> None:
    assert [section.number for section in outline(text(*levels)) if section.heading] == numbers


def test_what_stands_before_the_first_heading_is_a_section_without_heading() -> None:
    preamble, first = outline(text(0, 0, 2, 0))
    assert (preamble.heading, preamble.level, preamble.number) == (None, 0, "")
    assert (preamble.start, preamble.body_end, preamble.end) == (0, 2, 2)
    assert (first.start, first.body_end, first.end) == (2, 4, 4)


def test_a_section_ends_where_one_of_its_level_or_above_begins() -> None:
    spans = {s.number: (s.start, s.body_end, s.end) for s in outline(text(2, 0, 3, 0, 3, 2, 0))}
    assert spans == {"1": (0, 2, 5), "1.1": (2, 4, 4), "1.2": (4, 5, 5), "2": (5, 7, 7)}


@given(documents())
@settings(deadline=None)
def test_the_bodies_of_the_sections_are_the_text_cut_in_pieces(document: Document) -> None:
    sections = outline(document)
    places = [at for section in sections for at in range(section.start, section.body_end)]
    assert places == list(range(len(document)))
    for section in sections:
        assert section.heading is None or document.passages[section.start] is section.heading
        assert section.start <= section.body_end <= section.end <= len(document)


@given(documents())
@settings(deadline=None)
def test_sections_lie_within_or_beside_each_other_and_numbers_say_which(document: Document) -> None:
    sections = [section for section in outline(document) if section.number]
    assert len({section.number for section in sections}) == len(sections)
    paths = [[int(part) for part in section.number.split(".")] for section in sections]
    assert paths == sorted(paths)
    for place, outer in enumerate(sections):
        for inner in sections[place + 1 :]:
            is_within = inner.number.startswith(f"{outer.number}.")
            assert inner.end <= outer.end if is_within else inner.start >= outer.end


@given(documents())
@settings(deadline=None)
def test_every_passage_is_in_the_innermost_section_around_it(document: Document) -> None:
    for at, passage in enumerate(document):
        section = section_of(document, passage.id)
        around = [s for s in outline(document) if s.start <= at < s.end]
        assert section == max(around, key=lambda s: s.start)
        assert section_span(document, section.heading.id if section.heading else None) == section


def test_a_section_or_passage_that_is_not_there_is_an_error() -> None:
    for ask in (section_of, section_span, address_of):
        with pytest.raises(KeyError):
            ask(text(2, 0), "nobody")
    with pytest.raises(KeyError):
        section_span(text(2, 0), None)


def test_an_address_is_the_section_and_the_place_in_it() -> None:
    document = text(0, 1, 0, 2, 0, 0, 3)
    said = {id: str(address) for id, address in addresses(document).items()}
    assert said == {
        "p0": "¶ 1",
        "h1": "§",
        "p2": "¶ 2",
        "h3": "§ 1",
        "p4": "1 ¶ 1",
        "p5": "1 ¶ 2",
        "h6": "§ 1.1",
    }
    assert str(address_of(document, "p5")) == "1 ¶ 2"


@given(documents())
@settings(deadline=None)
def test_no_two_passages_have_the_same_address(document: Document) -> None:
    found = addresses(document)
    assert list(found) == [p.id for p in document]
    assert len(set(map(str, found.values()))) == len(document)


@given(st.lists(st.integers(0, 6), max_size=12))
@settings(deadline=None)
def test_a_paragraph_at_the_end_changes_no_address(levels: list[int]) -> None:
    before = text(*levels)
    after = Document.of([*before, paragraph("new")])
    assert {p.id: addresses(after)[p.id] for p in before} == addresses(before)


def test_numbers_rise_by_one_among_siblings() -> None:
    sections = [s.number for s in outline(text(*[2] * 12))]
    assert all(int(b) == int(a) + 1 for a, b in pairwise(sections))


def test_a_heading_is_told_by_its_kind_alone() -> None:
    document = Document.of([Passage(id="p", kind=paragraph("p").kind, level=2)])
    assert outline(document)[0].heading is None


@pytest.mark.parametrize(
    ("written", "number"), [("7", 7), ("", None), ("-1", None), ("9" * 9, 999999999), ("9" * 10, None)]
)
def test_a_number_is_read_as_far_as_anybody_counts(written: str, number: int | None) -> None:
    assert whole_number(written) == number


def test_an_item_that_begins_beyond_all_counting_follows_the_one_before() -> None:
    starts = ("4", "9" * 5000, "")
    rows = (
        Passage.of(f"i{at}", Kind.ITEM, {"es": "x"}, level=1, attributes={"ordered": "1", "start": start})
        for at, start in enumerate(starts)
    )
    assert item_numbers(Document.of(rows)) == {"i0": 4, "i1": 5, "i2": 6}
