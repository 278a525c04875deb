"""What the pages of versions show, made of what queries loaded."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tejido.engine.adaptation import START
from tejido.formats.markdown import plain
from tejido.registry.names import Role
from tejido.web.components import Sentence, Tone

from .models import Departure
from .names import State
from .queries import (
    Cell,
    Column,
    Matrix,
    Reading,
    Row,
    Standing,
    Upstream,
    Version,
    core_of,
    departures_of,
    reading_of,
    standing,
)
from .redline import places_of
from .words import LETTERS, heading_words, titles_of, unshown_words


@dataclass(frozen=True, slots=True)
class Depicted:
    """A version with its texts, its core passages and the reasons that hold."""

    reading: Reading
    core: frozenset[str]
    reasons: Standing


def depicted(version: Version) -> Depicted:
    """Everything that the pages of one version show. Three queries at most."""
    reading = reading_of(version)
    core = core_of(version.derivation, version.uptake, reading.account)
    return Depicted(reading, core, standing(reading.account, departures_of(version), core))


@dataclass(frozen=True, slots=True)
class ApprovalLine:
    """A reason to approve, with the place that it is given for and the section that shows it word by word."""

    row: Departure
    place: str
    address: str


def approval_lines(shown: Depicted, rows: Sequence[Departure], language: str) -> list[ApprovalLine]:
    """What is to be approved, in the order of the text."""
    reading = shown.reading
    places, titles = places_of(reading.base, reading.document), titles_of(reading.base, language)
    order = {told.id: (place, told.section) for place, told in enumerate(reading.account.told)}
    found = []
    for row in rows:
        first = next((id for id, each in shown.reasons.holding.items() if each.key == row.key), row.subject)
        at, section = order[first]
        number, title = titles.get(section, ("", _("Before the first heading")))
        where = places.get(row.subject, "") if not row.is_section else number
        found.append((at, ApprovalLine(row, f"{where} {title}".strip(), section or "start")))
    return [line for _at, line in sorted(found, key=lambda each: each[0])]


def approver_words(others: Sequence[Role]) -> str:
    """Who else can approve, or what to do where nobody can."""
    if others:
        return _("%(who)s can approve them.") % {"who": ", ".join(str(role.label) for role in others)}
    return _(
        "Nobody else holds a seat here that could. Have a second seat of your institution made on its page and another "
        "person named in it."
    )


@dataclass(frozen=True, slots=True)
class SectionLine:
    """A section that departs: how, in how many passages, and how many of them lack a reason."""

    id: str
    number: str
    title: str
    state: State
    count: int
    lacking: int

    @property
    def letter(self) -> str:
        return LETTERS[self.state]

    @property
    def address(self) -> str:
        return self.id or "start"


def sections_of(shown: Depicted, language: str) -> list[SectionLine]:
    """The sections of the source that the version departs in, in the order of the source."""
    found = []
    account = shown.reading.account
    titles = {START: ("", _("Before the first heading")), **titles_of(shown.reading.base, language)}
    for id, (number, title) in titles.items():
        if several := account.by_section.get(id, ()):
            lacking = len(shown.reasons.lacks(each.id for each in several))
            found.append(SectionLine(id, number, title, account.state(id, shown.core), len(several), lacking))
    return found


def section_title(shown: Depicted, id: str, language: str) -> str:
    number, title = titles_of(shown.reading.base, language).get(id, ("", _("Before the first heading")))
    return f"{number} {title}".strip()


def sentence_of(shown: Depicted, upstream: Upstream | None) -> Sentence:
    """What departs, what lacks a reason and what is offered, said once."""
    told = shown.reading.account.told
    if not told:
        words = _("Word for word the text it comes from.")
    else:
        words = ngettext(
            "%(count)s passage departs from the text it comes from.",
            "%(count)s passages depart from the text it comes from.",
            len(told),
        ) % {"count": len(told)}
    tone = Tone.CALM
    if lacking := len(shown.reasons.lacks(each.id for each in told)):
        said = ngettext("%(count)s lacks a reason.", "%(count)s lack a reason.", lacking) % {"count": lacking}
        words, tone = f"{words} {said}", Tone.WAITING
    if upstream is not None:
        said = _("A newer state of that text is offered.")
        words, tone = f"{words} {said}", Tone.WAITING
    return Sentence(words, tone)


## The matrix


@dataclass(frozen=True, slots=True)
class CellWords:
    """A cell as it is drawn: a letter, what it says in words, and where it leads."""

    letter: str
    state: State
    words: str
    is_stale: bool
    code: str = ""
    is_unshown: bool = False


def cell_words(column: Column, cell: Cell, name: str) -> CellWords:
    if column.account is None:
        return CellWords(LETTERS[State.NONE], State.NONE, f"{name}: {State.NONE.label}", False, column.code)
    said = [str(cell.state.label)]
    if cell.is_stale:
        said.append(_("changed in a newer edition"))
    if cell.lacking:
        said.append(_("reason missing"))
    if cell.is_unshown:
        said.append(unshown_words())
    words = f"{name}: {', '.join(said)}"
    return CellWords(LETTERS[cell.state], cell.state, words, cell.is_stale, column.code, cell.is_unshown)


@dataclass(frozen=True, slots=True)
class MatrixRow:
    id: str
    number: str
    title: str
    level: int
    cells: tuple[CellWords, ...]


def matrix_rows(found: Matrix, rows: Sequence[Row], names: Sequence[str], language: str) -> list[MatrixRow]:
    """The rows of one page, drawn."""
    return [
        MatrixRow(
            row.id or "start",
            row.section.number,
            heading_words(row.section.heading, language) if row.section.heading else _("Before the first heading"),
            row.section.level,
            tuple(cell_words(c, cell, n) for c, cell, n in zip(found.columns, found.cells(row), names, strict=True)),
        )
        for row in rows
    ]


def chosen_rows(found: Matrix, words: str, *, is_departing: bool) -> list[Row]:
    """The sections whose title has all of these words, in any of its languages and with or without accents, and what is
    below them; or only those of them in which a version departs. Of the title of the whole, that section alone."""
    named = _named(found.rows, _folded(words).split())
    rows = [row for row in found.rows if not is_departing or found.departs(row)]
    return [row for row in rows if row.id in named]


def _named(rows: Sequence[Row], wanted: Sequence[str]) -> frozenset[str]:
    found, end = set(), 0
    for row in rows:
        section = row.section
        is_named = all(word in _title(row) for word in wanted)
        if is_named and section.number:
            end = max(end, section.end)
        if is_named or section.start < end:
            found.add(row.id)
    return frozenset(found)


def _title(row: Row) -> str:
    heading = row.section.heading
    return _folded(" ".join(plain(text) for _, text in heading.texts)) if heading else ""


def _folded(words: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKD", words.casefold()) if not unicodedata.combining(c))
