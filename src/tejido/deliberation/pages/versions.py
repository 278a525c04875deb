"""A passage in the languages in which it is read and in which it was commented, side by side: a comment on a
translation is read beside the negotiated words, and never as one on current words where they are not current."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.utils.safestring import SafeString, mark_safe

from tejido.engine.document import Document
from tejido.formats.markdown import render

from ..models import Comment
from ..queries.rounds import RoundContext


@dataclass(frozen=True, slots=True)
class Version:
    """`mark` says of a translation what is the matter with it; it is empty where it is current."""

    language: str
    html: SafeString
    is_negotiated: bool
    mark: str


def tags_beside(
    context: RoundContext, document: Document, place: str, language: str, comments: Iterable[Comment]
) -> list[str]:
    """The negotiated language first, then the one that the reader reads, then those that were commented in; only those
    that the passage has. Nothing for the text as a whole."""
    if place not in document:
        return []
    wanted = dict.fromkeys([context.text.negotiated_language, language, *sorted({c.language for c in comments})])
    return [tag for tag in wanted if document.passage(place).text(tag)]


def versions(
    context: RoundContext, document: Document, place: str, tags: Sequence[str], marks: Mapping[str, str]
) -> list[Version]:
    """The passage in each of these languages. `marks` are words, as safe HTML, beside those that are not current."""
    negotiated, pictures = context.text.negotiated_language, f"/texts/{context.text.slug}/pictures/"
    found = []
    for tag in tags:
        html = render(document.passage(place), tag, lambda digest: f"{pictures}{digest}/")
        found.append(Version(tag, mark_safe(html), tag == negotiated, marks.get(tag, "")))  # noqa: S308 - sanitised
    return found
