"""What the pages of courses show, made of what queries loaded."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from tejido.adaptation.words import titles_of
from tejido.engine.coverage import Coverage
from tejido.engine.document import Document, Section, addresses, outline
from tejido.formats.markdown import plain
from tejido.registry.models import Seat
from tejido.web.components import Sentence, Tone
from tejido.web.languages import say

from .lines import Thing
from .names import Method
from .words import (
    Data,
    about,
    duration,
    lacking_words,
    named,
    objective_words,
    places,
    section_words,
    standing_words,
    told,
)

_PREVIEW = 90  # signs of a passage in a list to choose from


@dataclass(frozen=True, slots=True)
class LineShown:
    """A section against the course, in words. `missing` are addresses; `lacks` says what is not there."""

    words: str
    level: int
    line: Data
    time: str
    asked: str
    missing: tuple[str, ...]
    lacks: tuple[str, ...]


def lines_of(data: Data, language: str, *, only_lacking: bool = False) -> list[LineShown]:
    """The sections that say something of their own, in the order of the text; with `only_lacking` those that lack
    something."""
    several = [line for line in told(data) if not (only_lacking and line["is_met"])]
    return [line_shown(line, language) for line in several]


def line_shown(line: Data, language: str) -> LineShown:
    asked = duration(line["minimum"]) if line["minimum"] is not None else ""
    words = section_words(line, language)
    return LineShown(words, line["level"], line, about(line), asked, tuple(places(line)), tuple(lacking_words(line)))


def sentence_of(data: Data) -> Sentence:
    return Sentence(" ".join(standing_words(data)), Tone.DONE if data["conforms"] else Tone.WAITING)


@dataclass(frozen=True, slots=True)
class SessionShown:
    """A session of a statement, in words."""

    titles: Mapping[str, str]
    time: str
    method: str
    treats: int


def sessions_shown(data: Data) -> list[SessionShown]:
    return [
        SessionShown(each["titles"], duration(each["minutes"]), str(Method(each["method"]).label), each["treats"])
        for each in data["sessions"]
    ]


def omissions_shown(data: Data, seats: Mapping[str, Seat]) -> list[tuple[Data, str]]:
    """What was left out, each with who approved the reason."""
    return [(each, named(seats, each["approved_seat"], each["approved_by"])) for each in data["omissions"]]


@dataclass(frozen=True, slots=True)
class ObjectiveShown:
    """An objective, and in words by which sessions it is treated."""

    line: Data
    words: str
    sessions: str


def objectives_shown(data: Data, language: str, *, only_lacking: bool = False) -> list[ObjectiveShown]:
    """The objectives in the order of the text; none in what was stated before a text could mark them."""
    several = [each for each in data.get("objectives", ()) if each["is_missing"] or not only_lacking]
    return [
        ObjectiveShown(each, plain(say(each["titles"], language).text), objective_words(data, each, language))
        for each in several
    ]


## Choosing what a session treats


@dataclass(frozen=True, slots=True)
class Choice:
    """A passage or a section to choose. `minutes` is what was said of it; there is a field for it once it is chosen."""

    id: str
    address: str
    words: str
    is_chosen: bool
    minutes: int | None
    is_objective: bool = False


@dataclass(frozen=True, slots=True)
class SectionChoice:
    """A section to choose as a whole, and its own passages one by one; `head` is nothing before the first heading."""

    head: Choice | None
    level: int
    passages: tuple[Choice, ...]

    @property
    def chosen(self) -> int:
        return sum(choice.is_chosen for choice in self.passages)

    @property
    def has_objectives(self) -> bool:
        return any(choice.is_objective for choice in self.passages)


def choices_of(
    document: Document, treats: Sequence[Thing], language: str, objectives: Collection[str] = ()
) -> list[SectionChoice]:
    """The outline of the text with what is chosen of it, and which passages are objectives."""
    where = {id: str(address) for id, address in addresses(document).items()}
    said = {thing.id: thing for thing in treats}

    def choice(at: int, number: str = "") -> Choice:
        passage = document.passages[at]
        found = said.get(passage.id)
        text = plain(passage.text(language) or (passage.texts[0][1] if passage.texts else ""))
        short = text if len(text) <= _PREVIEW else f"{text[:_PREVIEW].rsplit(' ', 1)[0]} …"
        return Choice(
            passage.id, number or where[passage.id], short, found is not None, found.minutes if found else None,
            passage.id in objectives,
        )  # fmt: skip  # one row of a table, read as one

    def section(each: Section) -> SectionChoice:
        first = each.start + (each.heading is not None)
        head = choice(each.start, each.number or " ") if each.heading is not None else None
        return SectionChoice(head, each.level, tuple(choice(at) for at in range(first, each.body_end)))

    return [section(each) for each in outline(document)]


def marked_objectives(document: Document, ids: Sequence[str], language: str) -> list[tuple[str, list[tuple[str, str]]]]:
    """The objectives by section: its title, and the address and words of each, whole."""
    where, titles = addresses(document), titles_of(document, language)
    found: dict[str, list[tuple[str, str]]] = {}
    for section in outline(document):
        title = " ".join(titles[section.heading.id]).strip() if section.heading else _("Before the first heading")
        for passage in document.passages[section.start : section.body_end]:
            if passage.id in ids:
                words = plain(passage.text(language) or passage.texts[0][1])
                found.setdefault(title, []).append((str(where[passage.id]), words))
    return list(found.items())


def lost_in(found: Coverage, key: str) -> int:
    """How many things a session treats that the version no longer has."""
    return len(found.lost.get(key, ()))


def planned(rows: Sequence[Any], found: Coverage) -> list[tuple[Any, str, int]]:
    """Each session with its time in words and how many of its things are lost."""
    return [(row, duration(row.minutes), lost_in(found, row.key)) for row in rows]
