"""Footnotes and endnotes stand where they are called."""

import pytest

from tejido.formats import BadFile, Code
from tejido.formats.markdown import render
from tejido.formats.word import Notice, NoticeCode

from .sample import bold, p, parts, r, read_body, reading, relations, texts, zipped


def call(id: str, kind: str = "footnote", more: str = "") -> str:
    return f'<w:r><w:{kind}Reference w:id="{id}"{more}/></w:r>'


def note(id: str, *paragraphs: str, kind: str = "footnote") -> str:
    return f'<w:{kind} w:id="{id}">{"".join(paragraphs)}</w:{kind}>'


def test_notes_stand_inline_with_their_emphasis():
    notes = note("1", p("<w:r><w:footnoteRef/></w:r>", " Véase ", bold("la ley"), " [art. 2]."))
    end = note("2", p("Al final"), kind="endnote")
    found = read_body(p("Uno", call("1"), " y dos", call("2", "endnote"), "."), footnotes=notes, endnotes=end)
    assert texts(found) == [r"Uno^[Véase **la ley** \[art. 2\].] y dos^[Al final]."]
    assert found.notices == ()


def test_a_note_in_an_emphasis_does_not_break_it():
    found = read_body(p(bold("Uno"), call("1"), bold(" dos")), footnotes=note("1", p("nota")))
    assert texts(found) == ["**Uno**^[nota] **dos**"]


def test_a_note_of_several_paragraphs_and_tables_is_one_line():
    table = f"<w:tbl><w:tr><w:tc>{p('a')}</w:tc><w:tc>{p('b')}</w:tc></w:tr></w:tbl>"
    found = read_body(
        p("x", call("1")), footnotes=note("1", p("uno", "<w:r><w:br/></w:r>", "dos"), p(), p("tres"), table)
    )
    assert texts(found) == ["x^[uno dos tres a — b]"]
    assert found.notices == (Notice(NoticeCode.NESTED_TABLE, "uno dos tres a — b"),)


def test_links_in_notes_are_found_in_the_relations_of_the_notes():
    made = parts(p("x", call("1")), footnotes=note("1", p(f'<w:hyperlink r:id="l">{r("aquí")}</w:hyperlink>')))
    made["word/_rels/footnotes.xml.rels"] = relations({"l": ("hyperlink", "https://example.org/")})
    assert texts(reading(zipped(made))) == ["x^[[aquí](https://example.org/)]"]


def test_the_mark_of_a_note_of_ones_own_is_not_text():
    marked = '<w:r><w:footnoteReference w:id="1" w:customMarkFollows="1"/><w:t>*</w:t></w:r>'
    assert texts(read_body(p("x", marked, "y"), footnotes=note("1", p("nota")))) == ["x^[nota]y"]
    plain = marked.replace('Follows="1"', 'Follows="0"')
    assert texts(read_body(p("x", plain, "y"), footnotes=note("1", p("nota")))) == [r"x^[nota]\*y"]


@pytest.mark.parametrize("notes", [{}, {"footnotes": note("2", p("otra"))}])
def test_a_note_that_is_not_in_the_file_is_noted(notes):
    found = read_body(p("x", call("1"), "y"), **notes)
    assert texts(found) == ["xy"]
    assert found.notices == (Notice(NoticeCode.NOTE_MISSING, "xy"),)


def test_an_empty_note_is_nothing():
    found = read_body(p("x", call("1"), "y"), footnotes=note("1", p()))
    assert (texts(found), found.notices) == (["xy"], ())


def test_a_note_that_calls_itself_is_read_once():
    found = read_body(p("x", call("1")), footnotes=note("1", p("a", call("1"), "b")))
    assert texts(found) == ["x^[ab]"]
    assert found.notices == (Notice(NoticeCode.NOTE_MISSING, "ab"),)


def test_notices_of_a_note_are_placed_in_the_note_and_those_around_it_are_not():
    comment = '<w:r><w:commentReference w:id="0"/></w:r>'
    found = read_body(p(comment, "cuerpo", call("1")), footnotes=note("1", p("e", r("\u0301 nota", "<w:b/>"))))
    assert {(notice.code, notice.where) for notice in found.notices} == {
        (NoticeCode.EMPHASIS, "é nota"),
        (NoticeCode.COMMENT, "cuerpo"),
    }


@pytest.mark.parametrize(("length", "calls"), [(100_001, 1), (60_000, 90)])
def test_notes_that_multiply_are_refused(length, calls):
    with pytest.raises(BadFile) as refused:
        read_body(p("x", *[call("1")] * calls), footnotes=note("1", p("n" * length)))
    assert (refused.value.code, refused.value.where) == (Code.TOO_BIG, "footnote 1")


def test_what_is_in_a_note_can_never_leave_its_brackets():
    words = "] ^[ ![x](y) [z](javascript:1) \\]"
    found = read_body(p("x", call("1"), "y"), footnotes=note("1", p(words)))
    [passage] = found.document
    assert words in render(passage, "es")
