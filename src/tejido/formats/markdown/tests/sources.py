"""Markdown for tests: hostile pieces and what is made of them, and readers with ids that can be foreseen."""

from collections.abc import Callable
from itertools import count

import pytest
from hypothesis import settings
from hypothesis import strategies as st

from tejido.engine.document import Document, Kind, Passage
from tejido.formats import BadFile
from tejido.formats.markdown import read, render

settings.register_profile("formats", deadline=None)  # two shared cores: time says nothing
settings.load_profile("formats")

DIGEST = "0123456789abcdef" * 4
PICTURE = f"/texts/curso/pictures/{DIGEST}/"

# Everything that the dialect gives a meaning, what only looks like it, and what Unicode has to trip over.
PIECES = (
    "a", "palabra", "Ley 3", "é", "e\u0301", "\u0301", "ﬁ", "ẞ", "ا", "😀", "\u212b", " ", " ", "  ", "\t", "\u00a0",
    "\u2003", "\u3000", "\u1680", "\n", "\n", "\n\n", "\n\n\n", "\r", "\r\n", "\u2028", "\x85", "\x0c", "\x1f",
    "\x00", "\ufeff", "\u200b", "\u200f", "\u202e", "\ud800", "*", "**", "***", "_", "__", "`", "``", "```", "~~~",
    "[", "]", "(", ")", "![", "!", "^[", "[^1]", "[^1]: nota", "[x]: http://a.b", "[x]", "](http://a.b)",
    "](http://a.b \"", "[l](http://a.b/x_y*z?a=1&amp;b \"t\\\"t\")", "[l](<http://a b>)", "<http://a.b>",
    "<mailto:x@y.z>", f"![alt](media:{DIGEST})", "<", ">", "<b>", "</b>", "<br>", "<!--", "-->", "<!-- p:abc -->",
    "&", "&amp;", "&#42;", "&#x0;", "&#x202e;", "\\", "\\\\", "\\\n", "  \n", "|", "| a | b |\n| --- | :-: |\n",
    "|---|", "---", "===", "=", "-", "- ", "+ ", "* ", "1. ", "1) ", "7. ", "999999999. ", "10", "# ", "## ",
    "####### ", "#", "> ", "::: activity", "\n::: activity minutes=5 method=\"x  y\"\n", "\n::: activity\n",
    "\n:::\n", ":::", ":", "    ", "\"", "'", "$", "%20", "{{ a }}", "{% a %}",
)  # fmt: skip  # one list, read as one

hostile = st.lists(st.sampled_from(PIECES) | st.text(max_size=3), max_size=14).map("".join)

LINE_ENDS = "\n\r\x85\u2028\u2029"
line_pieces = st.sampled_from([piece for piece in PIECES if not set(piece) & set(LINE_ENDS)])
letters = st.text(st.characters(exclude_characters=LINE_ENDS), max_size=3)
hostile_inline = st.lists(line_pieces | letters, max_size=9).map("".join)


def minter(letter: str = "m") -> Callable[[], str]:
    numbers = count()
    return lambda: f"{letter}{next(numbers):011d}"


def document(source: str) -> Document:
    return read(source, "es", minter())


def only(source: str) -> Passage:
    """The one passage of a source."""
    (passage,) = document(source)
    return passage


def said(source: str) -> list[tuple[str, str]]:
    """Kind and text of every passage."""
    return [(passage.kind.value, passage.text("es")) for passage in document(source)]


def shape(text: Document) -> list[tuple[Kind, int, str, dict[str, str]]]:
    """Everything but the ids."""
    return [(p.kind, p.level, p.text("es"), dict(p.attributes)) for p in text]


def passage(kind: Kind, text: str, level: int = 0, **attributes: str) -> Passage:
    return Passage.of("0000000000aa", kind, {"es": text}, level=level, attributes=attributes)


def refusal(source: str) -> BadFile:
    """Why a source is refused."""
    with pytest.raises(BadFile) as caught:
        document(source)
    return caught.value


def shown(kind: Kind, text: str, level: int = 0, **attributes: str) -> str:
    """The HTML of a passage, on a page that knows every picture."""
    return render(passage(kind, text, level, **attributes), "es", lambda digest: f"/texts/curso/pictures/{digest}/")
