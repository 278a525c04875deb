"""What the page of packages shows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from tejido.curriculum.queries import document_of
from tejido.formats.markdown import plain
from tejido.web.components import Sentence, Tone
from tejido.web.languages import name_in_mine

from .names import Format
from .queries import News, Section, Source


@dataclass(frozen=True, slots=True)
class Offer:
    """A format to take: what the learning system makes of it."""

    format: Format
    url: str
    hint: str


def offers(source: Source, address: Callable[[Format], str]) -> list[Offer]:
    """A course is for learning systems; an e-book of its text is where the text is."""
    hints = {
        Format.CARTRIDGE: _("Pages that the school builds its own course around. What is read is not recorded."),
        Format.SCORM: _("Each lesson is recorded as read when its reader says so, with the place and the time spent."),
        Format.SCORM_SINGLE: _("The same as one page, for systems that keep a single result of a package."),
        Format.CMI5: _("As SCORM, with statements of learning (xAPI), for systems that launch cmi5."),
        Format.EPUB: _("A book for a telephone or a reader, without a connection. Nothing is recorded."),
    }
    kinds = [format for format in Format if not (source.course and format == Format.EPUB)]
    return [Offer(format, address(format), hints[format]) for format in kinds]


def language_sentence(source: Source, language: str) -> Sentence | None:
    """How much of the text stands in another language in its packages."""
    document = document_of(source.revision)
    lacking = sum(not passage.text(language) for passage in document)
    if not lacking:
        return None
    values = {"lacking": lacking, "all": len(document), "language": name_in_mine(language)}
    said = _("%(lacking)s of %(all)s passages have no text in %(language)s. They stand in another language.")
    return Sentence(said % values, Tone.WAITING)


def news_sentence(news: News | None, *, is_replanned: bool) -> Sentence:
    """What became of the text since a package was taken."""
    if news is None:
        said = _("No package with this digest was ever offered to you here. Check that you copied all of its 64 signs.")
        return Sentence(said, Tone.ALERT)
    if news.is_same:
        if is_replanned:
            return Sentence(_("The text is the same. The sessions of the course are not: take a new package."))
        return Sentence(_("Your package holds the current text. There is nothing to do."), Tone.DONE)
    values = {"count": news.count, "removed": news.removed}
    said = _("New or changed passages: %(count)s. Passages taken out: %(removed)s. Take a new package.")
    return Sentence(said % values, Tone.WAITING)


def section_words(section: Section, language: str) -> str:
    if section.heading is None:
        return _("Before the first heading")
    title = section.heading.text(language) or section.heading.texts[0][1]
    return f"{section.number} {plain(title)}".strip()
