"""The content of a paragraph as spans of one manner, and the Markdown that says the same.

Markdown cannot spell every emphasis that Word can: its marks must touch a word on their inner side. Blanks, and where
it is needed punctuation, are therefore moved out of an emphasis. The result is parsed back; where its words are not
those of the spans, it is written without emphasis.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, takewhile

from ..markdown import canonical, escape, plain
from ..markdown.words import BREAK, tokens_of, words

LINE_BREAK = "\v"  # in a span's text; XML cannot hold this character, so no file does

_MARKS = ("href", "bold", "italic")
_IN_BRACKETS = re.compile(r"[<>\\]")


@dataclass(frozen=True, slots=True)
class Span:
    """Words of one manner. `href` is a sound address or empty. An `atom` is a note or an image, already Markdown,
    without text or emphasis.
    """

    text: str = ""
    bold: bool = False
    italic: bool = False
    href: str = ""
    atom: str = ""


@dataclass(frozen=True, slots=True)
class Written:
    """Markdown; `is_whole` is False where emphasis had to go."""

    text: str
    is_whole: bool = True


def write(spans: Iterable[Span], *, line_break: str = BREAK, is_stressed: bool = False) -> Written:
    """The canonical Markdown of a paragraph's spans.

    Where the place stresses words by itself, as a heading does (`is_stressed`), an emphasis of all its words is left
    unsaid.
    """
    joined = _joined(spans)
    written = source(_without_common_emphasis(joined) if is_stressed else joined)
    return Written(canonical(written.text, line_break=line_break), written.is_whole)


def source(spans: Iterable[Span]) -> Written:
    """Markdown with everything escaped that could mean something, so that it may stand in the brackets of a note."""
    joined = _stripped(_joined(spans))
    if not any(span.bold or span.italic for span in joined):
        return Written(_source(_trimmed_of("href", joined)))
    calm = _source(_trimmed_of("href", _joined(Span(span.text, href=span.href, atom=span.atom) for span in joined)))
    stressed = _source(_trimmed(joined))
    is_whole = words(tokens_of(stressed)) == plain(canonical(calm))
    return Written(stressed if is_whole else calm, is_whole)


def said(spans: Iterable[Span]) -> str:
    """The words of spans, without notes and images."""
    return "".join(span.text for span in spans).replace(LINE_BREAK, " ")


def _joined(spans: Iterable[Span]) -> list[Span]:
    """Neighbours of one manner as one span, without empty ones."""
    found: list[Span] = []
    for manner, group in groupby((span for span in spans if span.text or span.atom), key=_manner):
        run = list(group)
        found += run if manner[-1] else [Span("".join(span.text for span in run), *manner)]
    return found


def _manner(span: Span) -> tuple[bool, bool, str, str]:
    return span.bold, span.italic, span.href, span.atom


def _stripped(spans: list[Span]) -> list[Span]:
    """Without the blanks and line breaks at either end, which Markdown could not spell there."""
    wordy = [place for place, span in enumerate(spans) if span.atom or span.text.strip()]
    kept = spans[wordy[0] : wordy[-1] + 1] if wordy else []
    if kept:
        kept[0] = replace(kept[0], text=kept[0].text.lstrip())
        kept[-1] = replace(kept[-1], text=kept[-1].text.rstrip())
    return kept


def _without_common_emphasis(spans: list[Span]) -> list[Span]:
    wordy = [span for span in spans if span.text.strip()]
    bold, italic = all(span.bold for span in wordy), all(span.italic for span in wordy)
    return [replace(span, bold=span.bold and not bold, italic=span.italic and not italic) for span in spans]


def _trimmed(spans: list[Span]) -> list[Span]:
    """Links and emphasis without the edges that cannot be part of them."""
    for mark in _MARKS:
        spans = _trimmed_of(mark, spans)
    return spans


def _trimmed_of(mark: str, spans: list[Span]) -> list[Span]:
    if not any(getattr(span, mark) for span in spans):
        return spans
    return _joined(_trimmed_runs(mark, spans))


def _trimmed_runs(mark: str, spans: list[Span]) -> Iterator[Span]:
    runs = [(value, list(group)) for value, group in groupby(spans, key=lambda span: getattr(span, mark))]
    for place, (value, run) in enumerate(runs):
        if not value:
            yield from run
            continue
        text = "".join(span.text for span in run)
        before = runs[place - 1][1][-1].text[-1:] if place else ""
        after = runs[place + 1][1][0].text[:1] if place + 1 < len(runs) else ""
        is_emphasis = mark != "href"
        start = _edge(text, is_emphasis and _is_word(before))
        stop = len(text) - _edge(text[start:][::-1], is_emphasis and _is_word(after))
        yield from _marked_between(start, stop, mark, run)


def _edge(text: str, is_at_word: bool) -> int:
    """How many characters at the start cannot be inside a mark: blanks; next to a word, else, everything that is no
    word.
    """
    if is_at_word and not text[:1].isspace():
        return sum(1 for _ in takewhile(lambda letter: not _is_word(letter), text))
    return sum(1 for _ in takewhile(str.isspace, text))


def _is_word(letter: str) -> bool:
    """Whether CommonMark takes a character for part of a word: neither blank nor punctuation nor symbol."""
    return bool(letter) and not letter.isspace() and unicodedata.category(letter)[0] not in "PS"


def _marked_between(start: int, stop: int, mark: str, run: list[Span]) -> Iterator[Span]:
    """The run with its mark only from `start` to `stop`, counted in characters."""
    place = 0
    for span in run:
        if span.atom:
            yield span
            continue
        cuts = [max(0, min(cut - place, len(span.text))) for cut in (start, stop)]
        place += len(span.text)
        off = {mark: type(getattr(span, mark))()}
        yield replace(span, text=span.text[: cuts[0]], **off)
        yield replace(span, text=span.text[cuts[0] : cuts[1]])
        yield replace(span, text=span.text[cuts[1] :], **off)


def _source(spans: Sequence[Span], opened: frozenset[str] = frozenset()) -> str:
    """Spans as Markdown, the mark that reaches furthest outside; `opened` marks stand around them already."""
    parts = []
    place = 0
    while place < len(spans):
        span = spans[place]
        lengths = {mark: _length(mark, spans, place) for mark in _MARKS if mark not in opened and getattr(span, mark)}
        mark = max(lengths, key=lengths.__getitem__, default="")
        if mark:
            inner = _source(spans[place : place + lengths[mark]], opened | {mark})
            parts.append(_wrapped(mark, span, inner))
        else:
            parts.append(span.atom or BREAK.join(map(_escaped, span.text.split(LINE_BREAK))))
        place += lengths.get(mark, 1)
    return "".join(parts)


def _length(mark: str, spans: Sequence[Span], start: int) -> int:
    value = getattr(spans[start], mark)
    return next((n for n in range(start, len(spans)) if getattr(spans[n], mark) != value), len(spans)) - start


def _wrapped(mark: str, span: Span, inner: str) -> str:
    if mark == "href":
        address = _IN_BRACKETS.sub(lambda found: f"%{ord(found[0]):02X}", span.href).replace("&", r"\&")
        return f"[{inner}](<{address}>)"
    return f"**{inner}**" if mark == "bold" else f"*{inner}*"


def _escaped(text: str) -> str:
    """`escape` without its trimming: full stops hold the blanks at either end."""
    return escape(f".{text}.")[1:-1]
