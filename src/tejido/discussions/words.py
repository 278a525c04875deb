"""Discussions in words: what was written as it reads, and how seats are called."""

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from tejido.engine.document import Kind
from tejido.registry.models import Seat
from tejido.registry.words import seat_words
from tejido.web.languages import in_my_language
from tejido.web.reading import ReadPassage, read_once

from .lines import document_in


def shown(words: str, language: str) -> tuple[SafeString, ...]:
    """The words as pieces of HTML. A heading is a line in bold: the page has its own headings."""
    return tuple(_piece(passage) for passage in read_once(document_in(words, language), language).passages)


def _piece(passage: ReadPassage) -> SafeString:
    if passage.kind != Kind.HEADING:
        return mark_safe(passage.inner)  # noqa: S308 - formats.markdown sanitises what it renders
    return format_html("<p><strong>{}</strong></p>", mark_safe(passage.html))  # noqa: S308 - formats.markdown sanitises


def seat_choice(seat: Seat) -> str:
    """A seat in a list of all: its member first, so that the list is in the order of members."""
    member = seat.institution.member
    return f"{in_my_language(member.name)} · {in_my_language(seat.title)}" if member else seat_words(seat)
