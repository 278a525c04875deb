"""A passage in a page: what each kind looks like."""

import pytest
from hypothesis import given
from lxml import html as parser

from tejido.engine.document import Kind
from tejido.formats.markdown import canonical, plain, render
from tejido.formats.markdown.cleaning import collapse

from .sources import DIGEST, PICTURE, hostile_inline, passage, shown

LINK = 'rel="noopener noreferrer"'


@pytest.mark.parametrize(
    ("kind", "text", "html"),
    [
        (Kind.HEADING, "uno *dos*<br>tres", "uno <em>dos</em><br>tres"),
        (Kind.PARAGRAPH, "**uno** `t<r>es`", "<strong>uno</strong> <code>t&lt;r&gt;es</code>"),
        (Kind.PARAGRAPH, 'uno\\\ndos & "tres"', 'uno<br>dos &amp; "tres"'),
        (Kind.PARAGRAPH, "3. uno # dos", "3. uno # dos"),
        (Kind.ITEM, "uno", "uno"),
        (Kind.ITEM, "uno\n\n- *dos*", "<p>uno</p><p>- <em>dos</em></p>"),
        (Kind.QUOTATION, "uno", "<p>uno</p>"),
        (Kind.QUOTATION, "uno\\\ndos\n\ntres", "<p>uno<br>dos</p><p>tres</p>"),
        (Kind.PARAGRAPH, "", ""),
        (Kind.TABLE, "esto no es una tabla", "<p>esto no es una tabla</p>"),
        (Kind.FIGURE, "esto no es una figura", "<p>esto no es una figura</p>"),
    ],
)
def test_text_is_inline_or_paragraphs_as_its_kind_asks(kind: Kind, text: str, html: str) -> None:
    assert shown(kind, text) == html


def test_a_missing_language_is_nothing() -> None:
    assert render(passage(Kind.ACTIVITY, "uno"), "pt") == ""


def test_the_header_of_a_table_heads_its_columns_and_the_frame_can_be_scrolled() -> None:
    text = "| Año | Suma |  |\n| --- | --: | :-: |\n| *2019* | 3 | a<br>b |"
    assert shown(Kind.TABLE, text) == (
        '<div class="scroll" tabindex="0" role="group" aria-label="Año, Suma"><table class="table"><thead><tr>'
        '<th scope="col">Año</th><th scope="col" class="number">Suma</th><td class="centre"></td></tr></thead>'
        "<tbody><tr>"
        '<td><em>2019</em></td><td class="number">3</td><td class="centre">a<br>b</td></tr></tbody></table></div>'
    )


def test_a_note_is_small_text_where_it_is_called_and_has_no_id() -> None:
    note = '<small class="notes" role="note">'
    assert shown(Kind.PARAGRAPH, "El Estado^[Véase *ley* ^[otra]] debe.") == (
        f"El Estado{note} (Véase <em>ley</em> {note} (otra)</small>)</small> debe."
    )


def test_a_figure_has_an_alternative_text_and_its_title_below() -> None:
    image = f'<img src="{PICTURE}" alt="El &quot;mapa&quot;" loading="lazy">'
    found = shown(Kind.FIGURE, f'![El "mapa"](media:{DIGEST} "Figura *1*")')
    assert found.replace('"mapa"', "&quot;mapa&quot;") == f"<figure>{image}<figcaption>Figura *1*</figcaption></figure>"
    assert shown(Kind.FIGURE, f"![El valle](media:{DIGEST})").endswith('alt="El valle" loading="lazy"></figure>')


def test_an_image_in_a_line_is_shown_in_it() -> None:
    assert (
        shown(Kind.PARAGRAPH, f'a ![b](media:{DIGEST} "c")')
        == f'a <img src="{PICTURE}" alt="b" title="c" loading="lazy">'
    )


def test_an_image_from_elsewhere_is_a_link_and_never_fetched() -> None:
    assert (
        shown(Kind.PARAGRAPH, "![El valle](http://a.example/x.png)")
        == f'<a href="http://a.example/x.png" {LINK}>El valle</a>'
    )
    assert shown(Kind.FIGURE, "![](http://a.example/x.png)") == (
        f'<figure><a href="http://a.example/x.png" {LINK}>http://a.example/x.png</a></figure>'
    )
    assert (
        shown(Kind.PARAGRAPH, "[![v](http://a.example/x.png)](http://b.example)")
        == f'<a href="http://b.example" {LINK}>v</a>'
    )


def test_where_no_picture_is_known_its_words_are_shown() -> None:
    text = f"véase ![el mapa](media:{DIGEST}) y [otro](media:{DIGEST})"
    assert render(passage(Kind.PARAGRAPH, text), "es") == "véase el mapa y otro"


def test_links_lead_to_the_web_to_mail_to_the_text_and_to_its_pictures() -> None:
    text = f'[a](https://a.example/x_y?b=1&c=2 "t") [b](mailto:x@y.example) [c](#p-12) [d](media:{DIGEST}) <http://e.example>'
    addresses = ["https://a.example/x_y?b=1&c=2", "mailto:x@y.example", "#p-12", PICTURE, "http://e.example"]
    found = parser.fromstring(f"<p>{shown(Kind.PARAGRAPH, text)}</p>")
    assert [link.get("href") for link in found.iter("a")] == addresses
    assert {link.get("rel") for link in found.iter("a")} == {"noopener noreferrer"}


def test_a_link_within_a_link_is_its_words() -> None:
    assert shown(Kind.PARAGRAPH, "[a ^[b [c](http://c.example)] d](http://a.example)") == (
        f'<a href="http://a.example" {LINK}>a <small class="notes" role="note"> (b c)</small> d</a>'
    )


def test_an_activity_shows_its_blocks() -> None:
    text = "# Uno\n\ndos\n\n- a\n  - b\n\n3. c\n\n> d\n\n| e |\n| --- |\n| f |"
    assert shown(Kind.ACTIVITY, text, minutes="90") == (
        "<h4>Uno</h4><p>dos</p><ul><li>a<ul><li>b</li></ul></li></ul>"
        '<ol start="3"><li>c</li></ol><blockquote><p>d</p></blockquote>' + shown(Kind.TABLE, "| e |\n| --- |\n| f |")
    )
    assert shown(Kind.ACTIVITY, "###### Seis") == "<h6>Seis</h6>"
    assert shown(Kind.ACTIVITY, "```\na\n  <b>\n```") == "<p><code>a</code></p><p><code>&lt;b&gt;</code></p>"


def test_an_activity_of_foreign_origin_loses_no_note() -> None:
    assert shown(Kind.ACTIVITY, "uno[^1]\n\n[^1]: dos") == "<p>uno[^1]</p><p>dos</p>"


def test_a_text_that_nests_without_end_is_shown_as_it_is_written() -> None:
    text = "*" * 3000 + "a" + "*" * 3000
    assert shown(Kind.ACTIVITY, text) == text


@given(hostile_inline.filter(lambda source: "![" not in source))
def test_every_word_is_shown(source: str) -> None:
    """But for images, whose words are an attribute."""
    text = canonical(source)
    found = parser.fromstring(f"<p>{shown(Kind.PARAGRAPH, text).replace('<br>', ' ')}</p>")
    assert collapse(found.text_content()).strip() == plain(text)
