"""What the pages of a programme show, made of what queries loaded."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from tejido.engine.coverage import Coverage
from tejido.engine.document import Document, Section, outline
from tejido.engine.programme import Change
from tejido.formats.markdown import plain
from tejido.training.lines import Thing
from tejido.training.pages import SectionChoice, choices_of
from tejido.web.languages import say

from .models import Material, Session, Speaker
from .queries import Line, Programme
from .words import changing_words, clash_words, day_words, group_words, languages_words, people_of, time_of, title_of

_DEEPEST = 3  # level of a section that a programme is laid against


@dataclass(frozen=True, slots=True)
class SessionShown:
    """A session in words. `time` is on the clocks of the place."""

    row: Session
    time: str
    title: str
    people: str
    group: str
    languages: str
    materials: tuple[Material, ...]
    changed: str = ""


@dataclass(frozen=True, slots=True)
class DayShown:
    day: date
    words: str
    sessions: tuple[SessionShown, ...]


def days_shown(programme: Programme, changed: Mapping[str, Change] | None = None) -> list[DayShown]:
    """The programme day by day, with what is not as it was told."""
    zone, found = programme.seminar.zone, changed or {}
    return [
        DayShown(day, day_words(day), tuple(session_shown(line, zone, found.get(line.session.key)) for line in lines))
        for day, lines in programme.days
    ]


def session_shown(line: Line, zone: str, change: Change | None = None) -> SessionShown:
    row = line.session
    changed = ", ".join(changing_words(kind) for kind in change.kinds) if change else ""
    return SessionShown(
        row, time_of(row, zone), title_of(row), people_of(line.speakers), group_words(row.parallel),
        languages_words(row), line.materials, changed,
    )  # fmt: skip  # one row of a table, read as one


def clashes_shown(programme: Programme, session: str = "") -> list[tuple[str, bool]]:
    """What cannot be at once in words, and whether it is impossible; with a key only what concerns that session. What
    is impossible stands first."""
    found = [clash for clash in programme.clashes if not session or session in {clash.first, clash.second}]
    ordered = sorted(found, key=lambda clash: not clash.is_impossible)
    return [(clash_words(programme, clash), clash.is_impossible) for clash in ordered] + _too_small(programme, session)


def _too_small(programme: Programme, session: str) -> list[tuple[str, bool]]:
    """Sessions for everybody in rooms that do not hold everybody."""
    everybody = programme.seminar.capacity or 0
    found = []
    for row in (line.session for line in programme.lines):
        is_asked = not row.parallel and session in {"", row.key}
        if is_asked and row.room is not None and row.room.seats is not None and row.room.seats < everybody:
            words = _("%(room)s holds %(seats)s people, and “%(title)s” is for all %(everybody)s.")
            values = {"room": row.room.name, "seats": row.room.seats, "title": title_of(row), "everybody": everybody}
            found.append((words % values, False))
    return found


def choices(document: Document | None, treats: Sequence[str], language: str) -> list[SectionChoice]:
    """The outline of the text that is taught, to choose from, as for a course."""
    return choices_of(document, [Thing(id) for id in treats], language) if document else []


def session_choices(programme: Programme, without: str) -> list[tuple[str, str]]:
    """The other sessions to choose from, each with its day and time."""
    zone = programme.seminar.zone
    return [
        (line.session.key, f"{day_words(day)}, {time_of(line.session, zone)} · {title_of(line.session)}")
        for day, lines in programme.days
        for line in lines
        if line.session.key != without
    ]


def speaker_choices(speakers: Sequence[Speaker]) -> list[tuple[str, str]]:
    """Who plans a programme knows the names."""
    return [(row.key, ", ".join(filter(None, (row.name, row.institution)))) for row in speakers]


## What is treated


@dataclass(frozen=True, slots=True)
class SectionShown:
    """A section of the text against the programme: which sessions treat something in it, by number, and how many of its
    passages none does."""

    words: str
    level: int
    sessions: tuple[Session, ...]
    passages: int
    lacking: int

    @property
    def is_untouched(self) -> bool:
        return self.lacking == self.passages


def sections_shown(programme: Programme, document: Document, found: Coverage, language: str) -> list[SectionShown]:
    """Section by section in the order of the text, down to the third level. What holds nothing is left out."""
    rows = {line.session.key: line.session for line in programme.lines}
    return [
        SectionShown(
            _section_words(each, language), max(each.level, 1), tuple(rows[key] for key in line.sessions),
            line.passages, line.lacking,
        )
        for each, line in zip(outline(document), found.sections, strict=True)
        if line.passages and each.level <= _DEEPEST
    ]  # fmt: skip  # one table, read as one


def _section_words(section: Section, language: str) -> str:
    if section.heading is None:
        return _("Before the first heading")
    words = plain(say(dict(section.heading.texts), language).text)
    return f"{section.number} {words}".strip()
