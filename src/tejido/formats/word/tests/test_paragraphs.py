"""What a paragraph says comes over to the letter; what only Word can show leaves a notice."""

import pytest

from tejido.formats.markdown import canonical, plain
from tejido.formats.word import Notice, NoticeCode

from .sample import codes, either, p, r, read_body, shapes, style, texts


def field(instruction: str, result: str) -> str:
    """A field as Word writes it, in five runs."""
    mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'.format
    return f"{mark('begin')}<w:r><w:instrText>{instruction}</w:instrText></w:r>{mark('separate')}{result}{mark('end')}"


def test_words_of_several_runs_are_one_text_and_empty_paragraphs_are_none():
    found = read_body(p("La preven", "ción", " temprana") + p() + p("  ") + p("sigue"))
    assert shapes(found) == [("paragraph", 0, "La prevención temprana"), ("paragraph", 0, "sigue")]
    assert found.notices == ()


@pytest.mark.parametrize(
    ("piece", "read"),
    [
        ("<w:tab/>", "a b"),
        ("<w:ptab/>", "a b"),
        ("<w:br/>", "a\\\nb"),
        ('<w:br w:type="page"/>', "a\\\nb"),
        ("<w:cr/>", "a\\\nb"),
        ("<w:noBreakHyphen/>", "a\u2011b"),
        ("<w:softHyphen/>", "a\u00adb"),
        ('<w:sym w:font="Symbol" w:char="F061"/>', "aαb"),
        ('<w:sym w:font="Symbol" w:char="F0B3"/>', "a≥b"),
        ('<w:sym w:font="Symbol" w:char="F0DE"/>', "a⇒b"),
        ('<w:sym w:font="Wingdings" w:char="F0FC"/>', "a✓b"),
        ('<w:sym w:font="Arial" w:char="00E9"/>', "aéb"),
        ("<w:lastRenderedPageBreak/>", "ab"),
        ("<w:annotationRef/>", "ab"),
    ],
)
def test_every_special_character_has_its_own_sign(piece, read):
    found = read_body(p("a", f"<w:r>{piece}</w:r>", "b"))
    assert texts(found) == [read]
    assert found.notices == ()


@pytest.mark.parametrize(
    ("font", "code"),
    [
        ("Webdings", "F021"),
        ("Wingdings", "F021"),
        ("Symbol", "zz"),
        ("Arial", "0007"),
        ("Arial", "D800"),
        ("Arial", ""),
    ],
)
def test_an_unknown_symbol_is_marked_and_noted(font, code):
    found = read_body(p("a", f'<w:r><w:sym w:font="{font}" w:char="{code}"/></w:r>', "b"))
    assert texts(found) == ["a\ufffdb"]
    assert found.notices == (Notice(NoticeCode.SYMBOL, "a\ufffdb", (("font", font), ("character", code))),)


def test_words_in_a_symbol_font_are_the_signs_that_they_show():
    font = '<w:rFonts w:ascii="{}"/>'.format
    found = read_body(p(r("\uf061x", font("Symbol")), r("\uf0fc", font("Arial")), r("\uf021", font("Webdings"))))
    assert texts(found) == ["αx\uf0fc\ufffd"]
    assert codes(found) == [NoticeCode.SYMBOL]


def test_blanks_count_only_where_the_file_preserves_them():
    assert texts(read_body("<w:p><w:r><w:t>\n   a\n   b   </w:t></w:r><w:r><w:t>c</w:t></w:r></w:p>")) == ["a bc"]
    assert texts(read_body(p("a ", " b"))) == ["a b"]


def test_what_would_be_markup_is_words():
    written = r"*no* _es_ [un enlace](http://x.org) ^[ni nota] ![ni imagen](x) `ni código` <br> &amp;amp; \ # no"
    words = r"*no* _es_ [un enlace](http://x.org) ^[ni nota] ![ni imagen](x) `ni código` <br> &amp; \ # no"
    [text] = texts(read_body(p(written.replace("<", "&lt;"))))
    assert plain(text) == words
    assert text == canonical(text)


def test_tracked_changes_are_accepted_and_noted():
    inserted = f'<w:ins w:id="1" w:author="x">{r("nuevo ")}</w:ins>'
    deleted = '<w:del w:id="2" w:author="x"><w:r><w:delText>viejo </w:delText></w:r></w:del>'
    moved = f"<w:moveFrom>{r('de aquí ')}</w:moveFrom><w:moveTo>{r('hasta aquí')}</w:moveTo>"
    found = read_body(p("El texto ", inserted, deleted, moved))
    assert texts(found) == ["El texto nuevo hasta aquí"]
    assert found.notices == (Notice(NoticeCode.TRACKED_CHANGE, "El texto nuevo hasta aquí"),)


def test_an_empty_tracked_change_is_no_change():
    assert read_body(p("a", '<w:ins w:id="1"/>')).notices == ()


def test_paragraphs_whose_mark_was_deleted_are_joined():
    removed = "<w:rPr><w:del/></w:rPr>"
    found = read_body(p("uno ", properties=removed) + p("dos ", properties=removed) + p("tres") + p("cuatro"))
    assert texts(found) == ["uno dos tres", "cuatro"]
    assert codes(found) == [NoticeCode.TRACKED_CHANGE]


def test_a_last_paragraph_whose_mark_was_deleted_is_not_lost():
    removed = "<w:rPr><w:moveFrom/></w:rPr>"
    table = f"<w:tbl><w:tr><w:tc>{p('a')}</w:tc><w:tc>{p('b')}</w:tc></w:tr></w:tbl>"
    assert texts(read_body(p("antes", properties=removed) + table + p("final", properties=removed))) == [
        "antes",
        "| a | b |\n| --- | --- |",
        "final",
    ]


def test_an_initial_on_its_own_belongs_to_its_word():
    found = read_body(p("L", properties='<w:framePr w:dropCap="drop"/>') + p("a prevención"))
    assert texts(found) == ["La prevención"]


def test_comments_are_left_out_and_noted():
    marks = '<w:commentRangeStart w:id="0"/>{}<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>'
    found = read_body(p("Sobre ", marks.format(r("esto"))))
    assert texts(found) == ["Sobre esto"]
    assert found.notices == (Notice(NoticeCode.COMMENT, "Sobre esto"),)


def test_hidden_words_are_left_out_and_noted():
    found = read_body(p("visible", r(" oculto", "<w:vanish/>"), r(" también", '<w:vanish w:val="0"/>')))
    assert texts(found) == ["visible también"]
    assert found.notices == (Notice(NoticeCode.HIDDEN, "visible también"),)


def test_words_struck_through_stay_and_are_noted():
    found = read_body(p("queda ", r("tachado", "<w:strike/>")))
    assert texts(found) == ["queda tachado"]
    assert codes(found) == [NoticeCode.STRUCK]
    assert codes(read_body(p("queda", r(" ", "<w:strike/>")))) == []


@pytest.mark.parametrize(
    ("text", "direction", "read", "noted"),
    [
        ("2", "superscript", "x²", False),
        ("-10", "superscript", "x⁻¹⁰", False),
        ("2", "subscript", "x₂", False),
        ("o", "superscript", "xº", False),
        (" ", "superscript", "x", False),
        ("er", "superscript", "xer", True),
        ("máx", "subscript", "xmáx", True),
        ("er", "baseline", "xer", False),
    ],
)
def test_raised_and_lowered_characters_are_those_of_unicode_or_noted(text, direction, read, noted):
    found = read_body(p("x", r(text, f'<w:vertAlign w:val="{direction}"/>')))
    assert texts(found) == [read]
    assert codes(found) == [NoticeCode.RAISED] * noted


@pytest.mark.parametrize(("points", "noted"), [("6", True), ("-2", True), ("0", False)])
def test_words_moved_by_points_are_noted(points, noted):
    found = read_body(p("10", r("2", f'<w:position w:val="{points}"/>')))
    assert texts(found) == ["102"]
    assert codes(found) == [NoticeCode.RAISED] * noted


def test_a_character_style_raises_too():
    raised = style("Sup", "Sup", '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>', "character")
    assert texts(read_body(p("m", r("2", '<w:rStyle w:val="Sup"/>')), styles=raised)) == ["m²"]


@pytest.mark.parametrize(
    "wrapped",
    [
        "<w:smartTag>{}</w:smartTag>",
        "<w:customXml>{}</w:customXml>",
        '<w:dir w:val="ltr">{}</w:dir>',
        "<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>",
        "<w:sdt><w:sdtContent><w:smartTag>{}</w:smartTag></w:sdtContent></w:sdt>",
        '<w:sdt><w:sdtPr><w:showingPlcHdr w:val="0"/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>',
    ],
)
def test_what_only_stands_around_words_is_read_through(wrapped):
    found = read_body(p("a ", wrapped.format(r("dentro"))) + wrapped.format(p("un párrafo")))
    assert texts(found) == ["a dentro", "un párrafo"]
    assert found.notices == ()


def test_a_control_without_content_says_nothing():
    assert texts(read_body(p("a", "<w:sdt><w:sdtPr/></w:sdt>"))) == ["a"]


def test_the_prompt_of_a_form_is_left_out_and_noted():
    prompt = "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"
    found = read_body(p("Nombre: ", prompt.format(r("Escriba aquí"))))
    assert texts(found) == ["Nombre:"]
    assert found.notices == (Notice(NoticeCode.PLACEHOLDER, "Nombre:"),)


def test_a_table_of_contents_is_left_out_and_noted():
    gallery = '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj>'
    contents = f"<w:sdt><w:sdtPr>{gallery}</w:sdtPr><w:sdtContent>{p('1. Uno ... 3')}</w:sdtContent></w:sdt>"
    found = read_body(p("antes") + contents + p("después"))
    assert texts(found) == ["antes", "después"]
    assert found.notices == (Notice(NoticeCode.CONTENTS, "después"),)


@pytest.mark.parametrize("name", ["toc 1", "TOC Heading", "TOC 9"])
def test_the_lines_of_a_table_of_contents_are_known_by_their_style(name):
    found = read_body(p("antes") + p("1. Uno ... 3", style="TDC") + p("después"), styles=style("TDC", name))
    assert texts(found) == ["antes", "después"]
    assert found.notices == (Notice(NoticeCode.CONTENTS, "antes"),)


def test_words_above_words_follow_them_in_brackets():
    ruby = f"<w:r><w:ruby><w:rt>{r('lectura')}</w:rt><w:rubyBase>{r('base')}</w:rubyBase></w:ruby></w:r>"
    assert texts(read_body(p(ruby, "<w:r><w:ruby/></w:r>"))) == ["base (lectura)"]


def test_one_branch_of_alternatives_is_read():
    found = read_body(p(either("wps", r("uno"), r("dos")), either("zz9", r(" tres"), r(" cuatro"))))
    assert texts(found) == ["uno cuatro"]


def test_alternatives_without_a_fallback_are_the_first_one():
    only = f'<mc:AlternateContent><mc:Choice Requires="zz9">{r("solo")}</mc:Choice></mc:AlternateContent>'
    assert texts(read_body(p(only, "<mc:AlternateContent/>"))) == ["solo"]


def test_the_result_of_a_field_is_kept_and_noted():
    found = read_body(p("Véase la ", field(r" REF _Ref1 \h ", r("sección 2"))))
    assert texts(found) == ["Véase la sección 2"]
    assert found.notices == (Notice(NoticeCode.FIELD, "Véase la sección 2", (("field", "REF"),)),)


def test_a_simple_field_is_read_through():
    found = read_body(p("Tabla ", f'<w:fldSimple w:instr=" SEQ Tabla ">{r("3")}</w:fldSimple>'))
    assert texts(found) == ["Tabla 3"]
    assert found.notices == (Notice(NoticeCode.FIELD, "Tabla 3", (("field", "SEQ"),)),)


def test_an_instruction_is_never_text_however_deep():
    inner = field("DATE", r("ayer"))
    mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'.format
    nested = f"{mark('begin')}<w:r><w:instrText>IF </w:instrText></w:r>{inner}{mark('separate')}{r('sí')}{mark('end')}"
    assert texts(read_body(p("a ", nested, " b"))) == ["a sí b"]


def test_a_link_goes_on_around_a_field_inside_it():
    inner = field("PAGE", r("3"))
    found = read_body(p(field('HYPERLINK "https://example.org/"', r("a ") + inner + r(" b")), " c"))
    assert texts(found) == ["[a 3 b](https://example.org/) c"]


def test_index_entries_show_nothing_and_need_no_notice():
    run = "<w:r><w:rPr><w:vanish/></w:rPr>{}</w:r>".format
    mark = '<w:fldChar w:fldCharType="{}"/>'.format
    entry = run(mark("begin")) + run('<w:instrText>XE "genocidio"</w:instrText>') + run(mark("end"))
    found = read_body(p("a", entry, "b"))
    assert (texts(found), found.notices) == (["ab"], ())


def test_a_field_that_never_ends_takes_nothing_with_it():
    begun = '<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>PAGE</w:instrText></w:r>'
    marks = '<w:fldChar w:fldCharType="separate"/><w:fldChar w:fldCharType="end"/>'
    stray = f"<w:r><w:instrText>PAGE</w:instrText>{marks}</w:r>"
    found = read_body(p("a ", begun, "instrucción") + p(stray, "sigue"))
    assert texts(found) == ["a", "sigue"]
    assert found.notices == (Notice(NoticeCode.FIELD, "a", (("field", "PAGE"),)),)


def test_a_result_that_never_ends_is_text_to_the_end_of_its_paragraph():
    begun = field("REF a", r("resultado")).removesuffix('<w:r><w:fldChar w:fldCharType="end"/></w:r>')
    assert texts(read_body(p("a ", begun, " b") + p("c"))) == ["a resultado b", "c"]


def test_an_equation_is_its_characters_and_noted():
    equation = "<m:oMath><m:r><m:t>E=</m:t></m:r><m:r><m:t>mc</m:t></m:r></m:oMath>"
    found = read_body(p("Sea ", equation) + f"<m:oMathPara>{equation}</m:oMathPara>")
    assert texts(found) == ["Sea E=mc", "E=mc"]
    assert codes(found) == [NoticeCode.EQUATION, NoticeCode.EQUATION]


def test_an_equation_field_is_noted_as_one():
    found = read_body(p("a", field(r"EQ \f(1,2)", "")))
    assert codes(found) == [NoticeCode.EQUATION, NoticeCode.FIELD]


def test_documents_and_ink_inside_the_document_are_noted():
    found = read_body(p("a", "<w:r><w:contentPart/></w:r>", "<w:subDoc/>") + '<w:altChunk r:id="x"/>')
    assert texts(found) == ["a"]
    assert [(n.code, n.where) for n in found.notices] == [
        (NoticeCode.DRAWING, "a"),
        (NoticeCode.EMBEDDED, "a"),
        (NoticeCode.EMBEDDED, "a"),
    ]


def test_a_long_paragraph_is_named_by_how_it_begins():
    long = "palabra " * 40
    [notice] = read_body(p(long, r("x", "<w:strike/>"))).notices
    assert long.startswith(notice.where.removesuffix("…"))
    assert len(notice.where) <= 60


def test_headers_and_appearance_are_no_text_and_no_loss():
    looks = '<w:color w:val="FF0000"/><w:u w:val="single"/><w:highlight w:val="yellow"/><w:sz w:val="40"/>'
    found = read_body(p(r("igual", looks), properties='<w:jc w:val="center"/>'))
    assert (texts(found), found.notices) == (["igual"], ())
