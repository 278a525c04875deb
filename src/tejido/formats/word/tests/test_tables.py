"""Tables become pipe tables; what a pipe table cannot show is flattened and noted."""

import pytest

from tejido.formats import BadFile, Code
from tejido.formats.markdown import read as read_markdown
from tejido.formats.word import Notice, NoticeCode

from .sample import bold, codes, p, r, read_body, shapes, texts
from .test_lists import NUMBERING, item


def tc(*paragraphs: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{''.join(paragraphs)}</w:tc>"


def tr(*cells: str, properties: str = "") -> str:
    inner = "".join(cell if cell.startswith("<w:tc>") else tc(p(cell)) for cell in cells)
    return f"<w:tr><w:trPr>{properties}</w:trPr>{inner}</w:tr>"


def tbl(*rows: str) -> str:
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(rows)}</w:tbl>"


SPAN = '<w:gridSpan w:val="{}"/>'.format


def test_rows_and_cells_come_over_with_the_first_row_as_header():
    found = read_body(p("antes") + tbl(tr(tc(p(bold("Fase"))), "Años"), tr("Primera", "1998")) + p("después"))
    table = "| Fase | Años |\n| --- | --- |\n| Primera | 1998 |"
    assert shapes(found) == [("paragraph", 0, "antes"), ("table", 0, table), ("paragraph", 0, "después")]
    assert found.notices == ()


def test_a_cell_of_several_paragraphs_and_lines_is_one_line():
    cell = tc(p("uno"), p(), p("dos", "<w:r><w:br/></w:r>", "tres"))
    assert texts(read_body(tbl(tr("a", "b"), tr(cell, "c")))) == [
        "| a | b |\n| --- | --- |\n| uno<br>dos<br>tres | c |"
    ]


def test_a_list_in_a_cell_keeps_its_marks_as_words():
    cell = tc(item("uno", 2), item("dos", 1), item("tres", 1))
    assert texts(read_body(tbl(tr("a"), tr(cell)), numbering=NUMBERING)) == [
        "| a |\n| --- |\n| – uno<br>1. dos<br>2. tres |"
    ]


def test_signs_of_tables_in_cells_are_words():
    [text] = texts(read_body(tbl(tr("a|b", r"c\|d"), tr("*x*", "&lt;br&gt;"))))
    [passage] = read_markdown(text, "es", lambda: "x")
    assert passage.text("es") == text == "| a\\|b | c\\\\\\|d |\n| --- | --- |\n| \\*x\\* | \\<br> |"


@pytest.mark.parametrize(
    ("rows", "read"),
    [
        ([tr("a", "b", "c"), tr(tc(p("x"), properties=SPAN(2)), "y")], "| x |  | y |"),
        ([tr("a", "b", "c"), tr("x", properties='<w:gridBefore w:val="2"/>')], "|  |  | x |"),
        ([tr("a", "b", "c"), tr("x", properties='<w:gridAfter w:val="2"/>')], "| x |  |  |"),
        ([tr("a", "b"), tr("x", tc(p(), properties="<w:vMerge/>"))], "| x |  |"),
        ([tr("a", "b"), tr("x", tc(p("y"), properties='<w:vMerge w:val="restart"/>'))], "| x | y |"),
        ([tr("a", "b"), tr("x", tc(p(), properties='<w:hMerge w:val="continue"/>'))], "| x |  |"),
    ],
)
def test_merged_cells_leave_empty_ones(rows, read):
    assert texts(read_body(tbl(*rows)))[0].splitlines()[2] == read


def test_merged_cells_are_noted_where_something_is_merged():
    assert codes(read_body(tbl(tr("a", "b"), tr(tc(p("x"), properties=SPAN(2)))))) == [NoticeCode.MERGED_CELLS]
    assert codes(read_body(tbl(tr("a", "b"), tr("x", tc(p(), properties="<w:vMerge/>"))))) == [NoticeCode.MERGED_CELLS]
    assert codes(read_body(tbl(tr("a", "b"), tr(tc(p("x"), properties=SPAN(1)), "y")))) == []
    begun = tc(p("y"), properties='<w:vMerge w:val="restart"/>')
    assert codes(read_body(tbl(tr("a", "b"), tr("x", begun)))) == []


def test_a_span_of_absurd_width_is_as_wide_as_word_allows():
    [text] = texts(read_body(tbl(tr(tc(p("x"), properties=SPAN(999_999_999)), "y"))))
    assert text.splitlines()[0].count("|") == 63 + 1 + 1


def test_a_table_in_a_cell_becomes_lines_of_it():
    inner = tbl(tr("1", "2"), tr("3", tc()))
    found = read_body(tbl(tr("a"), tr(tc(p("antes"), inner, p("después")))))
    assert texts(found) == ["| a |\n| --- |\n| antes<br>1 — 2<br>3<br>después |"]
    assert found.notices == (Notice(NoticeCode.NESTED_TABLE, "antes 1 — 2 3 después"),)


def test_a_table_of_one_cell_is_a_box_round_paragraphs():
    found = read_body(p("antes") + tbl(tr(tc(p("uno"), item("dos", 2)))), numbering=NUMBERING)
    assert shapes(found) == [("paragraph", 0, "antes"), ("paragraph", 0, "uno"), ("item", 1, "dos")]
    assert found.notices == (Notice(NoticeCode.BOX, "uno"),)


@pytest.mark.parametrize("table", [tbl(), tbl(tr()), tbl(tr("", ""), tr("", "")), tbl(tr(tc()), tr(tc()))])
def test_a_table_that_says_nothing_is_nothing(table):
    found = read_body(p("a") + table)
    assert (texts(found), found.notices) == (["a"], ())


def test_an_empty_header_keeps_the_table_a_table():
    [text] = texts(read_body(tbl(tr("", ""), tr("x", "y"))))
    [passage] = read_markdown(text, "es", lambda: "x")
    assert passage.kind == "table"
    assert passage.text("es") == text


def test_rows_under_change_are_accepted_and_noted():
    removed = read_body(tbl(tr("a", "b"), tr("x", "y", properties="<w:del/>"), tr("n", "m")))
    added = read_body(tbl(tr("a", "b"), tr("n", "m", properties="<w:ins/>")))
    assert texts(removed) == texts(added) == ["| a | b |\n| --- | --- |\n| n | m |"]
    assert removed.notices == added.notices == (Notice(NoticeCode.TRACKED_CHANGE, "n"),)


def test_controls_around_rows_and_cells_are_read_through():
    control = "<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>".format
    rows = f"<w:tr>{control(tc(p('a')))}{tc(p('b'))}</w:tr>" + control(tr("c", "d")) + "<w:bookmarkEnd/>"
    assert texts(read_body(tbl(rows))) == ["| a | b |\n| --- | --- |\n| c | d |"]


def test_a_table_bigger_than_any_reader_needs_is_refused():
    wide = tc(p("x"), properties=SPAN(63))
    with pytest.raises(BadFile) as refused:
        read_body(tbl(*[tr(wide)] * 3_200))
    assert refused.value.code is Code.TOO_BIG


def test_a_table_that_only_its_widest_row_makes_too_big_is_refused():
    with pytest.raises(BadFile) as refused:
        read_body(tbl(tr(tc(p("x"), properties=SPAN(63))), *["<w:tr><w:tc/></w:tr>"] * 3_200))
    assert refused.value.code is Code.TOO_BIG


def test_an_emphasis_that_is_lost_in_a_cell_is_noted_with_its_words():
    found = read_body(tbl(tr("a"), tr(tc(p("e", r("\u0301x", "<w:b/>"))))))
    assert found.notices == (Notice(NoticeCode.EMPHASIS, "éx"),)
