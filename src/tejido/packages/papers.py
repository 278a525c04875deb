"""What a package holds: the text as a book, or the sessions of a course with what each of them treats of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import urlencode

from django.utils.translation import gettext as _
from django.utils.translation import override

from tejido.curriculum.papers import book_of, edition_version, revision_version, summary_in
from tejido.curriculum.queries import document_of
from tejido.engine.document import Document, Passage, outline
from tejido.formats import cartridge, cmi5, epub, scorm
from tejido.formats.course import Course
from tejido.formats.markdown import escape
from tejido.formats.paper import Block, Facts, Heading, NewPage, Prose
from tejido.formats.paper import Text as TextBlock
from tejido.formats.pdf import Book
from tejido.training.models import CourseSession
from tejido.training.words import duration
from tejido.web.languages import base, name_of, say

from .names import Format
from .queries import Source
from .words import day, origin, rights, said_by_pages, which

_ENDINGS = {Format.CARTRIDGE: "imscc", Format.EPUB: "epub"}
_EPUB = "application/epub+zip"


def package(source: Source, format: Format, language: str, address: str) -> tuple[bytes, str]:
    """The file and its media type. `address` is that of the page which offers it."""
    course = course_of(source, language, address)
    match format:
        case Format.CARTRIDGE:
            return cartridge.write(course), cartridge.MEDIA_TYPE
        case Format.SCORM:
            return scorm.write(course), scorm.MEDIA_TYPE
        case Format.SCORM_SINGLE:
            return scorm.write(replace(course, is_single=True)), scorm.MEDIA_TYPE
        case Format.CMI5:
            return cmi5.write(course), cmi5.MEDIA_TYPE
        case Format.EPUB:
            return epub.bind(course.book, summary=summary_in(language)), _EPUB


def file_name(source: Source, format: Format, language: str) -> str:
    """Of what we know to be plain letters: "curriculo-2.es.cmi5.zip", and for a course its key."""
    state = source.edition.number if source.edition else f"r{source.revision.number}"
    name = f"{source.text.slug}-{state}" if source.course is None else f"{source.text.slug}-{source.course.key}-{state}"
    return f"{name}.{language}.{_ENDINGS.get(format, f'{format}.zip')}"


def course_of(source: Source, language: str, address: str) -> Course:
    """What the formats are made of."""
    book = _book(source, language, address)
    if source.course:
        book = _planned(book, source, source.course.title, language)
    return Course(
        book=book,
        key=source.key,
        address=address,
        check=_check(source, address),
        words=said_by_pages(language),
        description=" · ".join(filter(None, (book.paper.network, book.paper.subtitle))),
        rights=rights(source, language),
        text_depth=0 if source.course else 2,
        taught=frozenset(f"h-{session.key}" for session in source.sessions),
    )


def _check(source: Source, address: str) -> str:
    """Where a holder of the package learns what is new since."""
    asked = {"since": source.revision.digest, "plan": source.plan}
    return f"{address}?{urlencode({name: value for name, value in asked.items() if value})}"


def _book(source: Source, language: str, address: str) -> Book:
    """The text as it goes on any paper, with what a holder of the package has to know on its front page."""
    check = _check(source, address)
    if source.edition:
        version = edition_version(source.edition, check, shows_record=source.shows_record)
    else:
        version = revision_version(source.text, source.revision, check)
    made = book_of(version, [language])
    subtitle = which(source, language)
    paper = replace(made.paper, subtitle=subtitle, facts=_facts(source, language), at=source.at)
    return replace(made, paper=paper, notice=_notice(source, made.notice))


def _notice(source: Source, notice: str) -> str:
    """A version that its owner shows to others is not in preparation for them."""
    return notice if source.text.is_demonstration or source.edition or source.is_own else ""


def _facts(source: Source, language: str) -> tuple[tuple[str, str], ...]:
    with override(base(language)):
        facts = {
            _("Adopted on") if source.edition else _("State of"): day(source),
            _("Comes from"): escape(origin(source, language)),
            _("Language"): name_of(language),
            _("Negotiated in"): name_of(source.text.negotiated_language),
            _("Terms of use"): escape(rights(source, language)),
            _("How to check it"): _(
                "Open the address below. It says whether this text is the current one there, and if not, what is "
                "new since this package was made."
            ),
            _("Digest of the course plan"): source.plan,
        }
        return tuple((name, value) for name, value in facts.items() if value)


## Courses


def _planned(book: Book, source: Source, titles: dict[str, str], language: str) -> Book:
    """The same book with a page for each session in place of the text."""
    document = document_of(source.revision)
    with override(base(language)):
        blocks = tuple(block for session in source.sessions for block in _session(session, document, book, language))
        minutes = sum(session.minutes for session in source.sessions)
        facts = ((_("Time in all"), duration(minutes)), *book.paper.facts)
        subtitle = f"{book.paper.title} · {book.paper.subtitle}"
        paper = replace(book.paper, title=say(titles, language).text, subtitle=subtitle, facts=facts, blocks=blocks)
    return replace(book, paper=paper, annex=None)


def _session(session: CourseSession, document: Document, book: Book, language: str) -> Iterator[Block]:
    """What a session is, and the passages that it treats, whole sections with their heading."""
    title = say(session.title, language)
    yield NewPage()
    yield Heading(escape(title.text), 1, title.language if title.is_other else "", key=session.key)
    yield Facts(((_("Time"), duration(session.minutes)), (_("Method"), str(session.get_method_display()))))
    treated = _treated(session, document)
    if treated.passages:
        text = next(block for block in book.paper.blocks if isinstance(block, TextBlock))
        yield replace(text, document=treated, whole=document)
    else:
        yield Prose(_("This session treats no passage of the text."))


def _treated(session: CourseSession, document: Document) -> Document:
    """In the order of the text. A passage that is chosen by itself comes with the heading that it stands under."""
    chosen = {each["id"] for each in session.treats}
    kept: set[str] = set()
    for section in outline(document):
        heading = section.heading.id if section.heading else ""
        if heading in chosen:
            kept |= {passage.id for passage in document.passages[section.start : section.end]}
        elif own := chosen & {passage.id for passage in document.passages[section.start : section.body_end]}:
            kept |= own | ({heading} if heading else set())
    return Document.of(_of(document, kept))


def _of(document: Document, kept: set[str]) -> Iterator[Passage]:
    return (passage for passage in document if passage.id in kept)
