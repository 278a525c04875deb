"""Bold, italics and links: no word is lost or gained by them, and the Markdown means what the page shows."""

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tejido.formats.markdown import canonical, plain
from tejido.formats.word import Notice, NoticeCode
from tejido.formats.word.spans import LINE_BREAK, Span, Written, source, write

from .sample import bold, codes, italic, p, r, read_body, style, texts

STRONG = '<w:rPr><w:b w:val="{}"/></w:rPr>'.format


@pytest.mark.parametrize(
    ("runs", "read"),
    [
        ([bold("todo")], "**todo**"),
        (["un ", italic("énfasis"), " aquí"], "un *énfasis* aquí"),
        ([r("los dos", "<w:b/><w:i/>")], "***los dos***"),
        (["dos", bold("  blancos  "), "fuera"], "dos **blancos** fuera"),
        ([bold("de"), bold("sa"), "parición"], "**desa**parición"),
        ([bold("Nota:"), "sin blanco"], "**Nota**:sin blanco"),
        (["texto", bold("(así)")], "texto(**así)**"),
        ([bold("(todo)"), " y ", bold("«más».")], "**(todo)** y **«más».**"),
        ([bold("a "), r("b", "<w:b/><w:i/>"), bold(" c")], "**a *b* c**"),
        ([italic("a "), r("b", "<w:b/><w:i/>"), italic(" c")], "*a **b** c*"),
        ([bold("a"), italic("b")], "**a***b*"),
        ([bold("a"), " ", bold("b")], "**a** **b**"),
        ([bold("a"), bold(" "), bold("b")], "**a b**"),
        (["a", bold("..."), "b"], "a...b"),
        ([bold("  ")], None),
        ([bold("5 * 3")], r"**5 \* 3**"),
        ([r("a", '<w:b w:val="0"/>'), r("b", '<w:b w:val="true"/>')], "a**b**"),
    ],
)
def test_emphasis_touches_the_words_it_is_of(runs, read):
    found = read_body(p(*runs))
    assert texts(found) == ([read] if read else [])
    assert found.notices == ()


def test_a_line_may_end_inside_an_emphasis_but_not_at_its_edge():
    line_end = "<w:r><w:rPr><w:b/></w:rPr><w:br/></w:r>"
    assert texts(read_body(p(bold("a"), line_end, bold("b"), line_end, "c"))) == ["**a\\\nb**\\\nc"]


def test_styles_of_characters_and_paragraphs_cancel_each_other_out():
    own = (
        style("Fuerte", "Strong", STRONG(1), "character")
        + style("Aviso", "Aviso", STRONG(1))
        + style("Sub", "Sub", based_on="Aviso")
    )
    strong = r("b", '<w:rStyle w:val="Fuerte"/>')
    assert texts(
        read_body(p("a ", strong) + p("a ", strong, style="Aviso") + p("a ", strong, style="Sub"), styles=own)
    ) == [
        "a **b**",
        "**a** b",
        "**a** b",
    ]


def test_what_a_run_says_itself_goes_before_every_style():
    own = style("Aviso", "Aviso", STRONG(1)) + style("Sub", "Sub", STRONG(0), based_on="Aviso")
    assert texts(read_body(p("a ", r("b", '<w:b w:val="off"/>'), style="Aviso") + p("c", style="Sub"), styles=own)) == [
        "**a** b",
        "c",
    ]


def test_the_defaults_of_the_file_hold_unless_a_run_says_otherwise():
    defaults = "<w:docDefaults><w:rPrDefault><w:rPr><w:i/></w:rPr></w:rPrDefault></w:docDefaults>"
    assert texts(read_body(p("a ", r("b", '<w:i w:val="false"/>')), styles=defaults)) == ["*a* b"]


def test_an_emphasis_that_markdown_cannot_spell_is_given_up_and_noted():
    # No rule of CommonMark takes a combining mark after an asterisk for the beginning of a word that it was cut from.
    found = read_body(p("e", r("\u0301x", "<w:b/>")))
    assert texts(found) == ["éx"]
    assert found.notices == (Notice(NoticeCode.EMPHASIS, "éx"),)


LINKS = {"s": ("hyperlink", "https://example.org/a?b=1&amp;lt;c"), "m": ("hyperlink", "mailto:a@example.org")}


def link(id: str, *runs: str, anchor: str = "") -> str:
    place = f' w:anchor="{anchor}"' if anchor else ""
    return f'<w:hyperlink r:id="{id}"{place}>{"".join(runs)}</w:hyperlink>'


def test_links_to_the_web_and_to_mail_come_over():
    body = p("Vea ", link("s", r("la página"), bold(" web")), " o ", link("m", r("escriba"))) + p(
        link("s", r("x"), anchor="fin")
    )
    found = read_body(body, links=LINKS)
    assert texts(found) == [
        r"Vea [la página **web**](https://example.org/a?b=1\&lt;c) o [escriba](mailto:a@example.org)",
        r"[x](https://example.org/a?b=1\&lt;c#fin)",
    ]
    assert found.notices == ()


def test_a_link_inside_an_emphasis_stays_inside():
    found = read_body(p(bold("a "), link("m", bold("b")), bold(" c")), links=LINKS)
    assert texts(found) == ["**a [b](mailto:a@example.org) c**"]


@pytest.mark.parametrize(
    "target",
    [
        "javascript:alert(1)",
        "&#9;java&#10;script:alert(1)",
        "file:///C:/x",
        "data:text/html,x",
        "http:",
        "vbscript:x",
        "\u202fjavascript:x",
    ],
)
def test_other_links_are_only_their_words_and_noted(target):
    found = read_body(p("a ", link("x", r("b"))), links={"x": ("hyperlink", target)})
    assert texts(found) == ["a b"]
    assert codes(found) == [NoticeCode.LINK]


def test_a_link_into_the_same_file_is_its_words_and_noted():
    found = read_body(
        p(f'<w:hyperlink w:anchor="_Toc1">{r("b")}</w:hyperlink>', f"<w:hyperlink>{r('c')}</w:hyperlink>")
    )
    assert texts(found) == ["bc"]
    assert found.notices == (Notice(NoticeCode.LINK, "bc", (("target", "#_Toc1"),)),)


def test_characters_that_hide_an_address_are_taken_out():
    found = read_body(
        p(link("x", r("b"))), links={"x": ("hyperlink", "ht&#x200b;tps://exa&#10;mple.org/&lt;a&gt;b\\c")}
    )
    assert texts(found) == ["[b](https://example.org/%3Ca%3Eb%5Cc)"]


@pytest.mark.parametrize(
    ("instruction", "read"),
    [
        ('HYPERLINK "https://example.org/x"', "[b](https://example.org/x)"),
        ("HYPERLINK https://example.org/x", "[b](https://example.org/x)"),
        (r'hyperlink "https://example.org/x" \o "una pista" \l "fin"', "[b](https://example.org/x#fin)"),
        (r'HYPERLINK \l "fin"', "b"),
        (r'HYPERLINK \t "_blank" "https://example.org/a\\b"', "[b](https://example.org/a%5Cb)"),
        ('HYPERLINK "javascript:x"', "b"),
        ("HYPERLINK", "b"),
    ],
)
def test_links_by_field_come_over_too(instruction, read):
    mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'.format
    pieces = "".join(f"<w:r><w:instrText>{piece}</w:instrText></w:r>" for piece in (instruction[:7], instruction[7:]))
    field = f"{mark('begin')}{pieces}{mark('separate')}{r('b')}{mark('end')}"
    simple = f"<w:fldSimple w:instr='{instruction}'>{r('b')}</w:fldSimple>"
    assert texts(read_body(p("a ", field, " c") + p("a ", simple, " c"))) == [f"a {read} c"] * 2


def test_a_link_without_words_is_nothing():
    assert texts(read_body(p("a", link("m", r(" ")), "b"), links=LINKS)) == ["a b"]


letters = st.text(st.sampled_from("ab é*_`[]()<>!^&;#\\.,—\u00a0\u0301\u200b😀" + LINE_BREAK), max_size=6)
spans = st.lists(
    st.builds(Span, letters, st.booleans(), st.booleans(), st.sampled_from(["", "", "https://x.org/a_b"])), max_size=7
)


@given(spans)
@example([Span("a", bold=True), Span("*"), Span("b", bold=True)])
@example([Span("&am", bold=True), Span("p;")])
@example([Span("[a]", href="https://x.org"), Span("(b)")])
def test_whatever_the_emphasis_the_words_are_the_same(found):
    said = "".join(span.text for span in found).replace(LINE_BREAK, " ")
    written = write(found)
    words = plain(canonical(source([Span(said)]).text))
    assert unicodedata.normalize("NFC", plain(written.text)) == words
    assert canonical(written.text) == written.text


def test_the_source_of_a_note_escapes_every_bracket():
    assert source([Span("[a] b]")]) == Written(r"\[a\] b\]")
