"""What is written reads back as the same passages, and is written the same again."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tejido.engine.document import Document, Kind, Passage
from tejido.formats import BadFile
from tejido.formats.markdown import read, write

from .sources import DIGEST, document, hostile, minter, passage, shape

LEVELS = {Kind.HEADING: st.integers(1, 6), Kind.ITEM: st.integers(1, 5)}
STARTS = st.sampled_from(["0", "1", "3", "999999999"])
ATTRIBUTES = {
    Kind.ITEM: st.just({}) | st.fixed_dictionaries({"ordered": st.just("1")}, optional={"start": STARTS}),
    Kind.ACTIVITY: st.fixed_dictionaries(
        {},
        optional={
            "minutes": st.integers(0, 99_999).map(str),
            "method": st.text(max_size=6),
            "group": st.sampled_from(["12", 'tres \\ "cuatro"', "«ñ»"]),
        },
    ),
}


@st.composite
def passages(draw: st.DrawFn) -> tuple[Kind, int, dict[str, str], str]:
    kind = draw(st.sampled_from(Kind))
    level = draw(LEVELS.get(kind, st.just(0)))
    return kind, level, draw(ATTRIBUTES.get(kind, st.just({}))), draw(hostile)


drafts = st.lists(passages(), max_size=5).map(
    lambda rows: Document.of(
        Passage.of(f"d{place:011d}", kind, {"es": text}, level=level, attributes=attributes)
        for place, (kind, level, attributes, text) in enumerate(rows)
    )
)


def again(text: Document, *, ids: bool = False) -> Document:
    return read(write(text, "es", ids=ids), "es", minter("z"))


@given(hostile)
@example("[l](http://a.b) [^1]: x [y]: z")
@example("\n::: activity\n\u202e~~~\n:::\n")
@example(f"<br>![alt](media:{DIGEST})")
@example("999999999. a\n999999999. b")
@example("a\\\n[x]: http://a.b\n")
@example("[^[x]: http://a.b")
def test_whatever_was_read_is_written_and_read_without_loss(source: str) -> None:
    try:
        first = document(source)
    except BadFile:
        return
    second = again(first)
    assert shape(second) == shape(first)
    assert write(second, "es") == write(first, "es")


@given(hostile)
@example("\n::: activity\na\n:::\n")
@example("1. a\n   - b\n\n2. c")
def test_ids_are_written_and_read(source: str) -> None:
    try:
        first = document(source)
    except BadFile:
        return
    second = again(first, ids=True)
    assert [p.id for p in second] == [p.id for p in first]
    assert shape(second) == shape(first)


@given(drafts)
@example(Document.of([passage(Kind.ACTIVITY, "::: activity")]))
@example(Document.of([passage(Kind.ACTIVITY, "a\n\n    # b\n\n\u202e> c")]))
@example(Document.of([passage(Kind.ACTIVITY, "a\n\n1) b")]))
@example(Document.of([passage(Kind.TABLE, "::: activity\n| a |\n|---|")]))
def test_passages_of_any_origin_are_written_so_that_they_read_back(draft: Document) -> None:
    """Foreign texts may not be canonical: once written they are, and no table or no figure is a paragraph."""
    first = again(draft)
    assert shape(again(first)) == shape(first)
    assert write(first, "es") == write(draft, "es")
    loose = {Kind.TABLE: Kind.PARAGRAPH, Kind.FIGURE: Kind.PARAGRAPH}
    kept = [p for p in draft if write(Document.of([p]), "es")]
    assert [(loose.get(p.kind, p.kind), p.level) for p in first] == [(loose.get(p.kind, p.kind), p.level) for p in kept]


@pytest.mark.parametrize(
    ("kind", "text", "level", "attributes"),
    [
        (Kind.HEADING, "uno<br>dos #3 ##", 3, {}),
        (Kind.PARAGRAPH, "**uno**\\\ndos ^[tres `cuatro`]", 0, {}),
        (Kind.ITEM, "uno\n\ndos\\\ntres", 2, {"ordered": "1", "start": "7"}),
        (Kind.QUOTATION, "uno\n\n- dos\n\n3. tres", 0, {}),
        (Kind.TABLE, "| a | b \\| c |\n| --: | :-: |\n| uno<br>dos |  |", 0, {}),
        (Kind.FIGURE, f'![texto](media:{DIGEST} "título")', 0, {}),
        (Kind.ACTIVITY, "uno\n\n- a\n  - b\n\n| x |\n| --- |\n\n> c", 0, {"minutes": "45", "method": 'en "grupos"'}),
    ],
)
def test_every_kind_survives(kind: Kind, text: str, level: int, attributes: dict[str, str]) -> None:
    first = Document.of([passage(kind, text, level, **attributes)])
    assert shape(again(first)) == shape(first)


LIKE_BLOCKS = (
    "# a", "###### a", "#", "- a", "+ a", "-", "> a", ">a", "1. a", "12) a", "1.", "---", "- - -", "===", "=", "***",
    "___", "_ _ _", "~~~", "```", "``` a", ":::", "::: activity", "| a |", "|---|", ":-:", "[a]: http://b", "[^1]: a",
    "<!-- p:abc -->", "    a",
)  # fmt: skip  # one list, read as one


@pytest.mark.parametrize("line", LIKE_BLOCKS)
@pytest.mark.parametrize("kind", [Kind.PARAGRAPH, Kind.QUOTATION, Kind.ITEM, Kind.ACTIVITY])
def test_words_that_look_like_blocks_stay_words(kind: Kind, line: str) -> None:
    first = again(Document.of([passage(kind, f"palabras\\\n{line}", 1 if kind is Kind.ITEM else 0)]))
    assert [p.kind for p in first] == [kind]
    assert shape(again(first)) == shape(first)
    alone = again(Document.of([passage(Kind.PARAGRAPH, line)]))
    assert [p.kind for p in alone] in ([Kind.PARAGRAPH], [])


def test_items_of_one_list_stand_together_and_lists_apart() -> None:
    def item(id: str, level: int, **attributes: str) -> Passage:
        return passage(Kind.ITEM, id, level, **attributes).with_id(id)

    first = Document.of(
        [item("a", 1), item("b", 2, ordered="1"), item("c", 2, ordered="1"), item("d", 1), item("e", 1, ordered="1")]
    )
    assert write(first, "es") == "- a\n  1. b\n  2. c\n- d\n\n1. e\n"


def test_a_depth_without_the_lists_above_it_is_kept() -> None:
    first = Document.of([passage(Kind.ITEM, "a", 3), passage(Kind.ITEM, "b", 2, ordered="1").with_id("0000000000bb")])
    assert write(first, "es") == "- - - a\n  1. b\n"
    assert shape(again(first)) == shape(first)


def test_a_list_whose_numbers_do_not_follow_is_another_list() -> None:
    found = document("1. a\n5) b\n2. c")
    assert write(found, "es") == "1. a\n\n5) b\n\n2. c\n"
    assert shape(again(found)) == shape(found)


def test_only_passages_in_the_language_are_written() -> None:
    both = Passage.of("0000000000aa", Kind.PARAGRAPH, {"es": "hola", "pt": "olá"})
    one = Passage.of("0000000000bb", Kind.PARAGRAPH, {"pt": "mundo"})
    text = Document.of([both, one])
    assert (write(text, "es"), write(text, "pt"), write(text, "fr")) == ("hola\n", "olá\n\nmundo\n", "")


def test_an_id_that_is_none_is_not_written() -> None:
    assert write(Document.of([passage(Kind.PARAGRAPH, "a").with_id("-->x")]), "es", ids=True) == "a\n"


def test_the_paragraphs_of_a_quotation_are_parted_by_a_bare_sign() -> None:
    assert write(Document.of([passage(Kind.QUOTATION, "uno\n\ndos")]), "es") == "> uno\n>\n> dos\n"


def test_the_lines_of_an_item_stand_below_its_first_word() -> None:
    first = Document.of([passage(Kind.ITEM, "uno\n\ndos\\\ntres", 1, ordered="1", start="10")])
    assert write(first, "es") == "10. uno\n\n    dos\\\n    tres\n"


def test_an_activity_within_an_activity_is_words() -> None:
    first = Document.of([passage(Kind.ACTIVITY, "uno\n\n::: activity\ndos\n:::\n\n- tres")])
    assert write(first, "es") == "::: activity\nuno\n\n\\::: activity dos :::\n\n\\- tres\n:::\n"


def test_attributes_that_could_not_be_read_are_not_written() -> None:
    first = Document.of([passage(Kind.ACTIVITY, "a", minutes="noventa", method="uno\n:::\ndos", hours="2")])
    assert write(first, "es") == '::: activity method="uno ::: dos"\na\n:::\n'
