"""No text can make a page do anything: every payload that is known to fool sanitisers, wherever a text can hold it."""

import re
from collections.abc import Callable

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from lxml import html as parser
from lxml.etree import _Element

from tejido.engine.document import Kind
from tejido.formats import BadFile
from tejido.formats.markdown import plain, render
from tejido.formats.markdown.cleaning import clean, collapse
from tejido.formats.markdown.html import _cleaner

from .sources import DIGEST, PICTURE, document, hostile, only, passage, shown

ALLOWED = {
    "a": {"href", "title", "rel"}, "blockquote": set(), "br": set(), "code": set(),
    "div": {"class", "tabindex", "role", "aria-label"}, "em": set(), "figcaption": set(), "figure": set(),
    "h4": set(), "h5": set(), "h6": set(), "img": {"src", "alt", "title", "loading"}, "li": set(), "ol": {"start"},
    "p": set(), "small": {"class", "role"}, "strong": set(), "table": {"class"}, "tbody": set(), "td": {"class"},
    "th": {"class", "scope"}, "thead": set(), "tr": set(), "ul": set(),
}  # fmt: skip  # one table, read as one
VALUES = {
    "class": {"notes", "scroll", "table", "number", "centre"}, "role": {"note", "group"}, "scope": {"col"},
    "tabindex": {"0"}, "loading": {"lazy"}, "rel": {"noopener", "noreferrer"},
}  # fmt: skip  # one table, read as one
FOREIGN = (
    "id",
    "name",
    "style",
    "onclick",
    "role",
    "tabindex",
    "scope",
    "loading",
    "lang",
    "target",
    "srcset",
    "hx-get",
)
ADDRESS = re.compile(rf"(https?://|mailto:|#)[^\x00-\x20]*|{PICTURE}", re.IGNORECASE)


def assert_sound(html: str) -> None:
    """Only what a passage is made of: tags, attributes and their values, and addresses that lead nowhere dangerous."""
    for element in parser.fragment_fromstring(html, create_parent="section").iterdescendants():
        assert isinstance(element.tag, str), html  # neither a comment nor an instruction
        assert set(element.attrib) <= ALLOWED[element.tag], html
        _assert_values(element, html)


def _assert_values(element: _Element, html: str) -> None:
    for name, value in element.attrib.items():
        if name in VALUES:
            assert set(value.split()) <= VALUES[name], html
        if name == "href":
            assert ADDRESS.fullmatch(value), html
        if name == "src":
            assert value == PICTURE, html
        if name == "start":
            assert value.isdigit(), html


MARKUP = (
    "<script>alert(1)</script>", "<ScRiPt src=//a.example>", "<script\x0csrc=x>",
    "</script><script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<img/src=x/onerror=alert(1)>",
    "<svg onload=alert(1)>", "<svg><animate onbegin=alert(1) attributeName=x>", "<svg><a xlink:href=javascript:x>",
    "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=alert(1)&gt;\">",
    "<style>*{x:expression(1)}</style>", "<p style=background:url(javascript:1)>",
    "<iframe srcdoc='<script>1</script>'>", "<object data=data:text/html,1>", "<embed src=x>",
    "<base href=//a.example>", "<meta http-equiv=refresh content=0;url=x>", "<link rel=stylesheet href=x>",
    "<form action=x><input name=y><button>", "<body onload=x>", "<a href=javascript:alert(1) onclick=x>",
    "<a id=p-1 name=x class=button>", "<details open ontoggle=alert(1)>", "<template>",
    "<video><source onerror=alert(1)>", "<!--<img src=x onerror=1>-->", "<![CDATA[<script>1</script>]]>",
    "<?xml version=1?>", "<!DOCTYPE x>", "<noscript><p title=\"</noscript><img src=x onerror=1>\">", "<xmp><",
    "<plaintext>", "<textarea><", "<b <script>", "<<script>>", "<\x00script>", "\"><script>alert(1)</script>",
    "' onmouseover='alert(1)", "\" onfocus=\"alert(1)\" autofocus x=\"", "`onclick=alert(1)`", "&lt;script&gt;",
    "&#60;script&#62;alert(1)&#60;/script&#62;", "&#x3c;img src=x onerror=1&#x3e;", "＜script＞", "<\u202escript>",
    "\ud83d<script>", "{{ x }}", "{% include 'x' %}", "${x}", "#{x}", "<%= x %>", "[[x]]", "hx-on:click=x",
    "<div hx-get=/x data-hx-trigger=load>",
)  # fmt: skip  # one list, read as one
TARGETS = (
    "javascript:alert(1)", "JaVaScRiPt:alert(1)", "\x01javascript:alert(1)", "&#1;javascript:alert(1)",
    "java\tscript:alert(1)", "java&#10;script:x", "java&Tab;script:x", "java&NewLine;script:x", " javascript:x",
    "\u00a0javascript:x", "\u2028javascript:x", "\u200bjavascript:x", "\ufeffjavascript:x", "javascript&colon;x",
    "javascript&#58;x", "&#106;avascript:x", "%6aavascript:x", "javascript%3Ax", "vbscript:x",
    "data:text/html,<script>1</script>", "data:text/html;base64,PHNjcmlwdD4=", "data:image/svg+xml,<svg onload=1>",
    "file:///etc/passwd", "blob:x", "about:blank", "view-source:http://x", "//a.example", "/\\a.example",
    "\\\\a.example", "/logout", "logout", "?next=x", "http:javascript:x", "https:/\x01/a.example", "ftp://a.example",
    "feed:javascript:x", "jar:http://a!/b", "media:javascript:x", f"media:{DIGEST}x", f"media:{DIGEST[:-1]}",
    f"MEDIA:{DIGEST}", f"media:{DIGEST}/../../logout", "http://a.example/\" onclick=\"x",
    "http://a.example/'><script>1</script>", "http://a.example/&quot;onclick=x", "http://\x00a.example",
    "http://[::1", "mailto:x@y.example?body=<script>", "#\"><script>", "#p-1",
)  # fmt: skip  # one list, read as one

WITHIN: dict[str, Callable[[str], str]] = {
    "alone": lambda piece: piece,
    "in words": lambda piece: f"uno {piece} dos",
    "emphasised": lambda piece: f"**{piece}** *{piece}*",
    "in code": lambda piece: f"`{piece}`",
    "in a note": lambda piece: f"a^[{piece}] b",
    "in a link": lambda piece: f"[{piece}](http://a.example)",
    "as an address": lambda piece: f"[a]({piece}) [b](<{piece}>)",
    "in an address": lambda piece: f"[a](http://a.example/{piece}) [b](<http://a.example/{piece}>)",
    "as a title": lambda piece: f"[a](http://a.example \"{piece}\") [b](http://a.example '{piece}')",
    "in angles": lambda piece: f"<{piece}> <http://a.example/{piece}>",
    "as an image": lambda piece: f"![a]({piece}) ![b](<{piece}>)",
    "as an image's words": lambda piece: f"![{piece}](media:{DIGEST}) ![{piece}](http://a.example)",
    "as an image's title": lambda piece: f"![a](media:{DIGEST} \"{piece}\") ![a](media:{DIGEST} '{piece}')",
    "as a digest": lambda piece: f"![a](media:{piece}) [a](media:{DIGEST}{piece})",
    "defined": lambda piece: f"[a]\n\n[a]: {piece}\n[b]: http://a.example '{piece}'\n[{piece}]: http://a.example",
    "as a figure": lambda piece: f'![{piece}](media:{DIGEST} "{piece}")',
    "in a table": lambda piece: f"| {piece} | b |\n| --- | --: |\n| {piece} | {piece} |",
    "in a list": lambda piece: f"- {piece}\n  - {piece}\n\n3. {piece}",
    "in a fence": lambda piece: f"```{piece}\n{piece}\n```",
    "in a quotation": lambda piece: f"> {piece}\n\n# {piece}",
    "in a block": lambda piece: f"{piece}\n\n{piece}\n{piece}",
}


@pytest.mark.parametrize("place", WITHIN)
def test_no_known_payload_leaves_its_place(place: str) -> None:
    for text in map(WITHIN[place], (*MARKUP, *TARGETS)):
        for kind in Kind:
            assert_sound(shown(kind, text))
        assert_sound(_as_read(text))


def _as_read(source: str) -> str:
    """The HTML of a source that came the whole way: read into passages first."""
    try:
        return "".join(shown(p.kind, p.text("es"), p.level) for p in document(source))
    except BadFile:
        return ""


@given(st.sampled_from(Kind), st.lists(st.sampled_from([*MARKUP, *TARGETS]) | hostile, max_size=4).map("".join))
@example(Kind.PARAGRAPH, "[a](http://a.example/&#1;)")
def test_no_mixture_of_payloads_does_either(kind: Kind, text: str) -> None:
    assert_sound(shown(kind, text))


@pytest.mark.parametrize("payload", MARKUP)
def test_a_payload_is_shown_as_the_words_it_is(payload: str) -> None:
    text = only(f"x {payload}").text("es")
    found = parser.fromstring(f"<p>{shown(Kind.PARAGRAPH, text)}</p>")
    assert collapse(found.text_content()) == plain(text)


def test_what_slips_through_the_builder_is_stopped_by_the_sanitiser() -> None:
    """The last line of defence, asked directly: everything here is HTML that `render` never builds."""
    cleaned = [_cleaner().clean(clean(piece)) for piece in MARKUP]
    cleaned += [
        _cleaner().clean(f'<a href="{target}" target=_blank>x</a>')
        for target in ("javascript:x", "data:x", "vbscript:x")
    ]
    foreign = " ".join(f"{name}=x" for name in FOREIGN)
    cleaned += [_cleaner().clean(f'<{tag} {foreign} class="button {tag}">x</{tag}>') for tag in ALLOWED]
    relative = re.compile(r' (src|href)="[/\w][^":]*"')  # it cannot tell a page's own addresses from each other
    for html in cleaned:
        assert_sound(relative.sub("", html))


def test_only_a_digest_is_ever_asked_for() -> None:
    asked: list[str] = []

    def picture(digest: str) -> str:
        asked.append(digest)
        return ""

    for target in (*TARGETS, f"media:{DIGEST}", f"media:{DIGEST.upper()}", f"media:{DIGEST}\n"):
        render(passage(Kind.PARAGRAPH, f"![a](<{target}>) [b]({target})"), "es", picture)
    assert set(asked) <= {DIGEST}
    assert asked
