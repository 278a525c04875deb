"""Lists: what is ordered, how deep, and with which number, counted as Word counts."""

import pytest

from tejido.formats.word import Notice, NoticeCode, Reading
from tejido.formats.word.numbering import spelled

from .sample import p, read_body, shapes, style


def level(depth: int, form: str = "decimal", pattern: str = "", start: int = 1, inner: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{pattern or f"%{depth + 1}."}"/>{inner}</w:lvl>'
    )


def abstract(id: int, *levels: str, link: str = "") -> str:
    return f'<w:abstractNum w:abstractNumId="{id}">{link}{"".join(levels)}</w:abstractNum>'


def num(id: int, of: int, *overrides: str) -> str:
    return f'<w:num w:numId="{id}"><w:abstractNumId w:val="{of}"/>{"".join(overrides)}</w:num>'


def restart(depth: int, start: int) -> str:
    return f'<w:lvlOverride w:ilvl="{depth}"><w:startOverride w:val="{start}"/></w:lvlOverride>'


def item(text: str, id: int, depth: int | None = 0, **more: str) -> str:
    deep = "" if depth is None else f'<w:ilvl w:val="{depth}"/>'
    return p(text, properties=f'<w:numPr>{deep}<w:numId w:val="{id}"/></w:numPr>', **more)


def numbers(found: Reading) -> list[tuple[int, str, str]]:
    """Level, whether ordered, and start of each item."""
    return [(passage.level, passage.attribute("ordered"), passage.attribute("start")) for passage in found.document]


PLAIN = abstract(0, level(0), level(1), level(2)) + abstract(1, level(0, "bullet", "•"), level(1, "bullet", "o"))
NUMBERING = PLAIN + num(1, 0) + num(2, 1) + num(3, 0, restart(0, 1)) + num(4, 0)


def test_bullets_and_numbers_at_their_depth():
    body = item("a", 1) + item("b", 1) + item("c", 1, 1) + item("d", 2, 2) + item("e", 2, 0) + item("f", 2, 1)
    found = read_body(body, numbering=NUMBERING)
    assert [kind for kind, *_ in shapes(found)] == ["item", "item", "item", "paragraph", "item", "item"]
    assert numbers(found) == [(1, "1", ""), (1, "1", ""), (2, "1", ""), (0, "", ""), (1, "", ""), (2, "", "")]
    assert found.notices == ()


def test_a_number_that_goes_on_after_other_text_says_where_it_starts():
    found = read_body(item("a", 1) + item("b", 1) + p("texto") + item("c", 1), numbering=NUMBERING)
    assert numbers(found) == [(1, "1", ""), (1, "1", ""), (0, "", ""), (1, "1", "3")]


def test_an_empty_item_counts_but_is_no_passage():
    found = read_body(item("a", 1) + item("", 1) + item("c", 1), numbering=NUMBERING)
    assert numbers(found) == [(1, "1", ""), (1, "1", "3")]


def test_lists_made_alike_count_on_unless_one_restarts():
    assert numbers(read_body(item("a", 1) + item("b", 4), numbering=NUMBERING)) == [(1, "1", ""), (1, "1", "")]
    assert numbers(read_body(item("a", 1) + item("b", 3) + item("c", 3), numbering=NUMBERING)) == [
        (1, "1", ""),
        (1, "1", "1"),
        (1, "1", ""),
    ]


def test_a_deeper_list_begins_anew_below_each_item_unless_it_is_told_not_to():
    body = item("a", 1) + item("b", 1, 1) + item("c", 1) + item("d", 1, 1)
    assert numbers(read_body(body, numbering=NUMBERING)) == [(1, "1", ""), (2, "1", ""), (1, "1", ""), (2, "1", "")]
    going_on = abstract(0, level(0), level(1, inner='<w:lvlRestart w:val="0"/>')) + num(1, 0)
    assert numbers(read_body(body, numbering=going_on)) == [(1, "1", ""), (2, "1", ""), (1, "1", ""), (2, "1", "2")]


def test_a_list_starts_where_it_says():
    assert numbers(read_body(item("a", 1) + item("b", 1), numbering=abstract(0, level(0, start=5)) + num(1, 0))) == [
        (1, "1", "5"),
        (1, "1", ""),
    ]


def test_a_bullet_between_numbers_ends_the_count_at_its_depth():
    found = read_body(item("a", 1) + item("b", 2) + item("c", 1), numbering=NUMBERING)
    assert numbers(found) == [(1, "1", ""), (1, "", ""), (1, "1", "2")]


def test_the_list_and_the_depth_may_come_from_the_style():
    own = (
        style("L1", "L1", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>')
        + style("L2", "L2", '<w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr>', based_on="L1")
        + style("L3", "L3", based_on="L1")
    )
    numbering = abstract(0, level(0), level(1), level(2, inner='<w:pStyle w:val="L3"/>')) + num(1, 0)
    found = read_body(p("a", style="L1") + p("b", style="L2") + p("c", style="L3"), styles=own, numbering=numbering)
    assert [(kind, depth) for kind, depth, _ in shapes(found)] == [("item", 1), ("item", 2), ("item", 3)]


def test_a_paragraph_can_leave_the_list_of_its_style():
    own = style("L1", "L1", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>')
    found = read_body(item("a", 0, None, style="L1"), styles=own, numbering=NUMBERING)
    assert shapes(found) == [("paragraph", 0, "a")]


@pytest.mark.parametrize("numbering", ["", NUMBERING, abstract(9) + num(99, 9), num(99, 7)])
def test_a_list_that_the_file_does_not_define_is_text(numbering):
    assert shapes(read_body(item("a", 99), numbering=numbering)) == [("paragraph", 0, "a")]


@pytest.mark.parametrize(
    ("form", "pattern", "read"),
    [
        ("none", "", ("paragraph", 0, "a")),
        ("decimal", "", ("paragraph", 0, "a")),
        ("bullet", "", ("paragraph", 0, "a")),
        ("none", "–", ("item", 1, "a")),
        ("none", "Considerando", ("paragraph", 0, "Considerando a")),
        ("bullet", "oo", ("item", 1, "a")),
    ],
)
def test_a_list_is_what_its_marks_show(form, pattern, read):
    shown = f'<w:lvl w:ilvl="0"><w:numFmt w:val="{form}"/><w:lvlText w:val="{pattern}"/></w:lvl>'
    found = read_body(item("a", 1), numbering=abstract(0, shown) + num(1, 0))
    assert (shapes(found), found.notices) == ([read], ())
    assert not found.document.passages[0].attributes


def test_a_list_style_is_followed_to_its_definition():
    linked = (
        abstract(0, link='<w:numStyleLink w:val="Lista"/>')
        + abstract(1, level(0, start=4), link='<w:styleLink w:val="Lista"/>')
        + abstract(2, link='<w:numStyleLink w:val="falta"/>')
        + num(1, 0)
        + num(2, 2)
    )
    found = read_body(item("a", 1) + item("b", 2), numbering=linked)
    assert numbers(found) == [(1, "1", "4"), (0, "", "")]


def test_a_level_may_be_replaced_for_one_list():
    replaced = f'<w:lvlOverride w:ilvl="0">{level(0, "bullet", "–")}</w:lvlOverride>'
    assert numbers(read_body(item("a", 1), numbering=PLAIN + num(1, 0, replaced))) == [(1, "", "")]


def test_levels_that_word_does_not_have_are_no_levels():
    strange = abstract(0, level(0), level(12), level(-1), "<w:other/>") + num(1, 0)
    assert numbers(read_body(item("a", 1) + item("b", 1, 12), numbering=strange)) == [(1, "1", ""), (0, "", "")]


def test_letters_become_numbers_and_are_noted_once_for_each_list():
    lettered = abstract(0, level(0, "lowerLetter", "%1)")) + num(1, 0)
    found = read_body(item("uno", 1) + item("dos", 1), numbering=lettered)
    assert numbers(found) == [(1, "1", ""), (1, "1", "")]
    assert found.notices == (Notice(NoticeCode.NUMBERING, "uno", (("label", "a)"),)),)


def test_a_label_with_words_is_words_of_the_text():
    articles = abstract(0, level(0, pattern="Artículo %1."), level(1, "lowerRoman", "Apartado %1.%2")) + num(1, 0)
    body = item("Objeto", 1, style="Heading1") + item("texto", 1, 1) + item("", 1)
    found = read_body(body, numbering=articles)
    assert shapes(found) == [
        ("heading", 1, "Artículo 1. Objeto"),
        ("paragraph", 0, "Apartado 1.i texto"),
        ("paragraph", 0, "Artículo 2."),
    ]
    assert found.notices == ()


def test_the_numbers_of_headings_are_left_to_the_outline_and_other_signs_are_noted():
    roman = abstract(0, level(0, "upperRoman"), level(1, pattern="%1.%2", inner="<w:isLgl/>")) + num(1, 0)
    found = read_body(item("A", 1, style="Heading1") + item("B", 1, 1, style="Heading2"), numbering=roman)
    assert shapes(found) == [("heading", 1, "A"), ("heading", 2, "B")]
    assert found.notices == (Notice(NoticeCode.NUMBERING, "A", (("label", "I."),)),)


def test_numbers_of_absurd_size_are_no_trouble():
    absurd = abstract(0, level(0, "lowerLetter", start=999_999_999), level(8, start=10**30)) + num(1, 0)
    found = read_body(item("a", 1) + item("b", 1, 8) + item("c", 10**9) + item("d", 1, 10**8), numbering=absurd)
    assert [kind for kind, *_ in shapes(found)] == ["item", "item", "paragraph", "item"]


@pytest.mark.parametrize(
    ("value", "form", "text"),
    [
        (1, "decimal", "1"),
        (1, "lowerLetter", "a"),
        (27, "lowerLetter", "aa"),
        (26, "upperLetter", "Z"),
        (131, "lowerLetter", "131"),
        (0, "lowerLetter", "0"),
        (4, "lowerRoman", "iv"),
        (1987, "upperRoman", "MCMLXXXVII"),
        (4000, "upperRoman", "4000"),
        (7, "decimalZero", "07"),
        (3, "ordinalText", "3"),
    ],
)
def test_numbers_are_spelled_as_word_spells_them(value, form, text):
    assert spelled(value, form) == text
