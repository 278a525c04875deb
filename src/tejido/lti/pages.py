"""What people from a school's system get: the text in parts, what can be chosen, and what goes back."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from tejido.engine.document import Document, Kind, Section, outline
from tejido.formats.lti import Item
from tejido.formats.markdown import plain
from tejido.web.addresses import whole
from tejido.web.languages import in_my_language
from tejido.web.reading import Reading, blocks, reading

from .lines import TEXT, Target, tool_path
from .models import Platform
from .queries import Current, Place, Taught, course_target, spans_of, unit_of
from .words import text_language

WHOLE = 80  # passages that are shown on one page; more are divided by their headings
PICTURES = "pictures/"  # beside the page that shows them
_SUMMARY = 240  # signs of what a course says of an activity


@dataclass(frozen=True, slots=True)
class Part:
    """A page of what an activity shows. `unit` is what is worked through with it, empty where there is more to come."""

    number: int
    title: str
    spans: tuple[tuple[int, int], ...]
    unit: str


def parts_of(place: Place, language: str) -> list[Part]:
    """The pages, in their order: of a course its sessions, of a long text its sections."""
    if place.taught is not None:
        sessions = [place.session] if place.session is not None else place.taught.sessions
        return [
            Part(number, in_my_language(row.title), tuple(spans_of(place.document, row)), unit_of(row))
            for number, row in enumerate(sessions, 1)
        ]
    spans = _divided(place.document, *_span(place))
    last = len(spans)
    return [
        Part(number, _title(place.document, start, language), ((start, end),), place.units[0] if number == last else "")
        for number, (start, end) in enumerate(spans, 1)
    ]


def _span(place: Place) -> tuple[int, int]:
    if not place.target.part:
        return 0, len(place.document)
    section = next(s for s in outline(place.document) if s.heading and s.heading.id == place.target.part)
    return section.start, section.end


def _divided(document: Document, start: int, end: int) -> list[tuple[int, int]]:
    """The span, cut at its highest headings below the first one as long as a part is long."""
    heads = [s for s in outline(document) if s.heading and start < s.start < end]
    if end - start <= WHOLE or not heads:
        return [(start, end)]
    highest = min(s.level for s in heads)
    cuts = [start, *(s.start for s in heads if s.level == highest), end]
    return [span for first, last in pairwise(cuts) for span in _divided(document, first, last)]


def _title(document: Document, at: int, language: str) -> str:
    passage = document.passages[at] if at < len(document) else None
    if passage is None or passage.kind is not Kind.HEADING:
        return ""
    return plain(passage.text(language) or (passage.texts[0][1] if passage.texts else ""))


def text_of(place: Place, part: Part, language: str) -> SafeString:
    """The passages of a page, as they are read; for who hears it, below the headings that they stand under."""
    read, said, pieces = reading(place.document, language, PICTURES), list[Section](), list[SafeString]()
    for start, end in part.spans:
        above = [s for s in outline(place.document) if s.heading and s.start < start < s.end]
        new = [section for section in above if section not in said]
        pieces += [_heard(place.document, section, language) for section in new]
        pieces.append(blocks(Reading(read.passages[start:end], (), language), {}))
        said = above
    return format_html_join("", "{}", ((piece,) for piece in pieces))


def _heard(document: Document, section: Section, language: str) -> SafeString:
    level = min(section.level + 1, 6)
    return format_html('<h{} class="aloud">{}</h{}>', level, _title(document, section.start, language), level)


def title_of(place: Place, language: str) -> str:
    """What the activity shows, in a line."""
    if place.session is not None:
        return in_my_language(place.session.title)
    if place.taught is not None:
        return in_my_language(place.taught.course.title)
    if place.target.part:
        return _title(place.document, _span(place)[0], language)
    return in_my_language(place.current.text.title)


## Choosing


@dataclass(frozen=True, slots=True)
class Choice:
    """Something that a course can show. `level` is how deep it stands below its text or course."""

    target: Target
    title: str
    level: int


@dataclass(frozen=True, slots=True)
class Shelf:
    """A text or a course, and what of it can be chosen by itself."""

    current: Current
    whole: Choice
    inner: tuple[Choice, ...]
    is_course: bool


def text_shelf(found: Current, document: Document, language: str) -> Shelf:
    language = text_language(found, language)
    sections = [s for s in outline(document) if s.heading is not None and s.start > 0]
    target = Target(TEXT, found.text.slug)
    inner = tuple(_section(target, document, s, language) for s in sections)
    return Shelf(found, Choice(target, in_my_language(found.text.title), 0), inner, False)


def _section(target: Target, document: Document, section: Section, language: str) -> Choice:
    title = _title(document, section.start, language)
    words = f"{section.number} {title}".strip()
    id = section.heading.id if section.heading else ""
    return Choice(Target(target.kind, target.id, id), words, section.level)


def course_shelf(taught: Taught) -> Shelf:
    title = in_my_language(taught.course.title)
    inner = tuple(
        Choice(course_target(taught.course, row), f"{number}. {in_my_language(row.title)}", 1)
        for number, row in enumerate(taught.sessions, 1)
    )
    return Shelf(taught.current, Choice(course_target(taught.course), title, 0), inner, True)


def item_of(platform: Platform, place: Place, language: str, *, has_column: bool) -> Item:
    """What goes back to the course: address, title, and how it begins."""
    title, parts = title_of(place, language), parts_of(place, language)
    told = " ".join(_beginning(place.document, parts[0].spans, language))
    short = told if len(told) <= _SUMMARY else f"{told[:_SUMMARY].rsplit(' ', 1)[0]} …"
    address = whole(tool_path(platform.key, place.target))
    return Item(address, title, short, place.target.path, len(place.units) if has_column else 0)


def _beginning(document: Document, spans: Iterable[tuple[int, int]], language: str) -> list[str]:
    """The first paragraph of what is shown."""
    for start, end in spans:
        for passage in document.passages[start:end]:
            if passage.kind is Kind.PARAGRAPH:
                return [plain(passage.text(language) or passage.texts[0][1])]
    return []
