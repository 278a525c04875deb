"""A document as a page reads it: outline, addresses and safe HTML, made once per text and language and kept in
memory."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from tejido.engine.document import Document, Kind, Passage, addresses, item_numbers, outline
from tejido.formats.markdown import plain, render

from .languages import direction
from .marks import activity_facts
from .memory import Memory


@dataclass(frozen=True, slots=True)
class ReadPassage:
    """A passage ready for the page. `shown_in` is the language of the text shown; `is_missing` where the asked one is
    missing."""

    passage: Passage
    id: str
    kind: str
    tag: str
    address: str
    html: str
    shown_in: str
    is_missing: bool
    inner: str
    block: str


@dataclass(frozen=True, slots=True)
class OutlineEntry:
    id: str
    number: str
    title: str
    level: int


@dataclass(frozen=True, slots=True)
class Reading:
    passages: tuple[ReadPassage, ...]
    outline: tuple[OutlineEntry, ...]
    language: str


_memory: Memory[tuple[int, str, str], tuple[Document, Reading]] = Memory(96)


def reading(document: Document, language: str, pictures: str = "") -> Reading:
    """The reading of a document in one language. `pictures` is the address in front of an image's digest.

    Documents are values that `curriculum.queries` keeps, so identity is enough to recognise one; the document is
    held with its reading so that its identity cannot be given to another.
    """
    where = (id(document), language, pictures)
    return _memory.made(where, lambda: (document, read_once(document, language, pictures)))[1]


def read_once(document: Document, language: str, pictures: str = "") -> Reading:
    """The same of what is nobody else's yet, as what is being typed: nothing of it stays in memory."""
    where = addresses(document)
    numbers = item_numbers(document)
    passages = tuple(_passage(p, language, str(where[p.id]), pictures, numbers.get(p.id)) for p in document)
    entries = tuple(
        OutlineEntry(s.heading.id, s.number, plain(_text(s.heading, language)[1]), s.level)
        for s in outline(document)
        if s.heading is not None
    )
    return Reading(passages, entries, language)


def _text(passage: Passage, language: str) -> tuple[str, str]:
    """The language and text to show: the asked one, or the first that there is."""
    if text := passage.text(language):
        return language, text
    return passage.texts[0] if passage.texts else (language, "")


def _passage(passage: Passage, language: str, address: str, pictures: str, number: int | None) -> ReadPassage:
    shown, _ = _text(passage, language)
    tag = f"h{min(passage.level + 1, 6)}" if passage.kind is Kind.HEADING else "div"
    html = render(passage, shown, lambda digest: f"{pictures}{digest}/")
    inner = _body(passage, tag, html, shown, number)
    block = _block(passage, address, inner, shown, shown != language)
    return ReadPassage(
        passage, passage.id, passage.kind.value, tag, address, html, shown, shown != language, inner, block
    )


def blocks(read: Reading, margins: Mapping[str, str]) -> SafeString:
    """The text as one piece of HTML, with what stands in the margin of each passage. Made by joining strings: a page
    has hundreds of passages, and everything but the margins is the same for every reader."""
    parts = (passage_html(passage, margins.get(passage.id, "")) for passage in read.passages)
    return mark_safe("".join(parts))  # noqa: S308 - rendered passages are sanitised, margins come from our templates


def passage_html(passage: ReadPassage, margin: str) -> str:
    return f"{passage.block}{margin}</div></div>"


def _block(passage: Passage, address: str, inner: SafeString, shown: str, is_missing: bool) -> str:
    """Everything of a passage up to its margin."""
    level = f"-{passage.level}" if passage.kind is Kind.HEADING else ""
    depth = f" depth-{passage.level}" if passage.kind is Kind.ITEM else ""
    kind = f"{passage.kind.value}{level}{depth}{' is-missing' if is_missing else ''}"
    way = mark_safe(' dir="rtl"') if direction(shown) == "rtl" else ""
    return format_html(
        '<div class="passage {}" id="p-{}"><a class="address" href="#p-{}">{}</a><div class="body" lang="{}"{}>{}</div>'
        '<div class="margin">',
        kind,
        passage.id,
        passage.id,
        address,
        shown,
        way,
        inner,
    )


def _body(passage: Passage, tag: str, html: str, shown: str, number: int | None) -> SafeString:
    """The tag that a passage's kind asks for around its inner HTML."""
    inner = mark_safe(html)  # noqa: S308 - formats.markdown sanitises what it renders
    match passage.kind:
        case Kind.HEADING:
            return format_html("<{}>{}</{}>", mark_safe(tag), inner, mark_safe(tag))  # noqa: S308 - "h2" to "h6"
        case Kind.ITEM:
            if number is None:
                return format_html('<ul class="item"><li>{}</li></ul>', inner)
            return format_html('<ol class="item" start="{}"><li>{}</li></ol>', number, inner)
        case Kind.QUOTATION:
            return format_html("<blockquote>{}</blockquote>", inner)
        case Kind.ACTIVITY:
            facts = activity_facts(passage, shown)
            return format_html('<section class="activity"><p class="facts-line">{}</p>{}</section>', facts, inner)
        case Kind.PARAGRAPH:
            return format_html("<p>{}</p>", inner)
        case _:
            return inner
