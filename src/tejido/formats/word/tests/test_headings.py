"""Headings are found by what their styles are, whatever they are called."""

import pytest

from tejido.engine.document import outline
from tejido.formats.word import Notice, NoticeCode

from .sample import bold, italic, p, read_body, shapes, style, texts

OUTLINE = '<w:pPr><w:outlineLvl w:val="{}"/></w:pPr>'.format


@pytest.mark.parametrize(
    ("id", "name"),
    [
        ("Heading2", "heading 2"),
        ("Heading2", "Heading 2"),
        ("x1", "Título 2"),
        ("Ttulo2", "x"),
        ("x2", "Titre 2"),
        ("x3", "Überschrift 2"),
        ("berschrift2", "y"),
        ("x4", "Titolo 2"),
        ("x5", "Encabezado 2"),
        ("x6", "Nagłówek 2"),
        ("x7", "TÍTULO 2"),
    ],
)
def test_a_heading_is_known_by_the_name_or_the_id_of_its_style_in_many_languages(id, name):
    assert shapes(read_body(p("A", style=id), styles=style(id, name))) == [("heading", 2, "A")]


@pytest.mark.parametrize("id", ["Heading3", "Ttulo3", "Titre3"])
def test_a_heading_is_known_even_where_the_file_does_not_define_its_style(id):
    assert shapes(read_body(p("A", style=id))) == [("heading", 3, "A")]


def test_a_style_of_ones_own_is_a_heading_by_its_outline_level_or_by_what_it_is_based_on():
    own = (
        style("Capitulo", "Capítulo", OUTLINE(0))
        + style("Seccion", "Sección", based_on="Heading2")
        + style("Sub", "Sub", based_on="Seccion")
        + style("Heading2", "heading 2", OUTLINE(1))
    )
    found = read_body(p("A", style="Capitulo") + p("B", style="Seccion") + p("C", style="Sub"), styles=own)
    assert shapes(found) == [("heading", 1, "A"), ("heading", 2, "B"), ("heading", 2, "C")]


def test_a_style_based_on_a_heading_can_say_that_it_is_none():
    own = style("Cuerpo", "Cuerpo", OUTLINE(9), based_on="Heading1") + style("Heading1", "heading 1", OUTLINE(0))
    assert shapes(read_body(p("A", style="Cuerpo"), styles=own)) == [("paragraph", 0, "A")]


def test_what_a_paragraph_says_itself_goes_before_its_style():
    body = p("A", properties='<w:outlineLvl w:val="2"/>') + p(
        "B", style="Heading1", properties='<w:outlineLvl w:val="9"/>'
    )
    assert shapes(read_body(body)) == [("heading", 3, "A"), ("paragraph", 0, "B")]


@pytest.mark.parametrize("level", ["-1", "10", "x", ""])
def test_an_outline_level_that_is_none_says_nothing(level):
    assert shapes(read_body(p("A", properties=f'<w:outlineLvl w:val="{level}"/>'))) == [("paragraph", 0, "A")]


@pytest.mark.parametrize(
    ("id", "name"), [("Title", "Title"), ("Ttulo", "Title"), ("Puesto", "x"), ("a", "Título"), ("b", "Titel")]
)
def test_a_title_is_the_only_first_level_and_the_headings_stand_below_it(id, name):
    body = p("Todo", style=id) + p("Uno", style="Heading1") + p("Dos", style="Heading2")
    found = read_body(body, styles=style(id, name))
    assert shapes(found) == [("heading", 1, "Todo"), ("heading", 2, "Uno"), ("heading", 3, "Dos")]
    assert [section.number for section in outline(found.document)] == ["", "1", "1.1"]


def test_headings_keep_their_level_without_a_title_or_without_first_level():
    assert [level for _, level, _ in shapes(read_body(p("A", style="Heading1") + p("B", style="Heading2")))] == [1, 2]
    assert [level for _, level, _ in shapes(read_body(p("T", style="Title") + p("B", style="Heading2")))] == [1, 2]
    assert [level for _, level, _ in shapes(read_body(p("T", style="Title")))] == [1]


@pytest.mark.parametrize("name", ["Subtitle", "Subtítulo", "Sous-titre"])
def test_a_subtitle_is_text_even_where_it_is_based_on_the_title(name):
    own = style("Sub", name, based_on="Title") + style("Title", "Title")
    assert shapes(read_body(p("A", style="Sub"), styles=own)) == [("paragraph", 0, "A")]


def test_levels_beyond_the_sixth_are_the_sixth_and_noted():
    body = p("T", style="Title") + p("A", style="Heading1") + p("B", style="Heading6") + p("C", style="Heading9")
    found = read_body(body)
    assert [level for _, level, _ in shapes(found)] == [1, 2, 6, 6]
    assert found.notices == (
        Notice(NoticeCode.HEADING_DEPTH, "B", (("level", 7),)),
        Notice(NoticeCode.HEADING_DEPTH, "C", (("level", 10),)),
    )


def test_the_emphasis_of_a_whole_heading_is_not_said_twice():
    found = read_body(p(bold("Todo "), bold("en negrita"), style="Heading1") + p("No ", bold("todo"), style="Heading1"))
    assert texts(found) == ["Todo en negrita", "No **todo**"]
    found = read_body(p(italic("Todo"), style="Heading1") + p("No ", italic("todo"), style="Heading1"))
    assert texts(found) == ["Todo", "No *todo*"]


def test_a_line_break_in_a_heading_is_written_where_a_line_cannot_end():
    assert texts(read_body(p("Uno", "<w:r><w:br/></w:r>", "Dos", style="Heading1"))) == ["Uno<br>Dos"]


@pytest.mark.parametrize(
    "name", ["Quote", "Intense Quote", "Cita", "Cita destacada", "Citation", "Citação", "Zitat", "Quotations"]
)
def test_quotations_are_known_by_their_style_and_run_together(name):
    found = read_body(
        p("uno", style="q") + p("dos", style="q") + p("no") + p("tres", style="q"), styles=style("q", name)
    )
    assert shapes(found) == [("quotation", 0, "uno\n\ndos"), ("paragraph", 0, "no"), ("quotation", 0, "tres")]


def test_the_default_paragraph_style_is_that_of_paragraphs_that_name_none():
    default = '<w:style w:type="paragraph" w:default="1" w:styleId="N"><w:name w:val="Quote"/></w:style>'
    assert shapes(read_body(p("A"), styles=default)) == [("quotation", 0, "A")]


def test_styles_that_are_based_on_each_other_end_somewhere():
    circle = style("a", "A", based_on="b") + style("b", "B", based_on="a")
    self = style("c", "C", based_on="c")
    assert shapes(read_body(p("x", style="a") + p("y", style="c"), styles=circle + self)) == [
        ("paragraph", 0, "x"),
        ("paragraph", 0, "y"),
    ]


def test_a_chain_of_styles_without_end_is_followed_only_so_far():
    chain = "".join(style(f"s{n}", f"s{n}", based_on=f"s{n + 1}") for n in range(5000)) + style("s5000", "heading 1")
    assert shapes(read_body(p("x", style="s0") + p("y", style="s4990"), styles=chain)) == [
        ("paragraph", 0, "x"),
        ("heading", 1, "y"),
    ]
