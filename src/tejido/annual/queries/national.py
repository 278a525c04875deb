"""What the page of a member says: what public sources say of it, and what it has released to these readers. Loaded for
all members at once, in a constant number of queries."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from tejido.adaptation.models import Release
from tejido.figures.queries import Shown
from tejido.mechanisms.models import Entry, Instrument
from tejido.mechanisms.names import Topic
from tejido.mechanisms.queries.profile import topics_on
from tejido.mechanisms.rules import reads
from tejido.registry.queries import MemberLine
from tejido.training.models import Statement

from ..terms import Block, Say, Text, choice, days, grid, item, noted, say, several
from .asked import Asked
from .trained import of_member
from .work import Work, initiatives_of

Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class Facts:
    """Blocks of a member's page: from public sources, which every page has, and what the member released, which only
    an approved page shows."""

    sourced: tuple[Block, ...]
    released: tuple[Block, ...]

    @property
    def all(self) -> list[Block]:
        return [*self.sourced, *self.released]


@dataclass(frozen=True, slots=True)
class Loaded:
    """What is known of all members, by the code of each."""

    lines: Mapping[str, MemberLine]
    entries: Mapping[str, list[Entry]]
    instruments: Mapping[str, list[Instrument]]
    statements: Mapping[str, list[Statement]]
    versions: Mapping[str, list[Release]]
    work: Work
    trained: Shown


def load(asked: Asked, stated: Sequence[Statement], shown: Sequence[Release], work: Work, trained: Shown) -> Loaded:
    """Two queries; what was stated of courses, shown of versions, released of initiatives and published of training is
    loaded already."""
    entries = Entry.objects.filter(struck_at=None).select_related("member")
    instruments = Instrument.objects.filter(struck_at=None).select_related("member")
    return Loaded(
        {line.member.code: line for line in asked.lines},
        _by([row for row in entries if _may_enter(asked, row)], lambda row: row.member.code),
        _by([row for row in instruments if _may_enter(asked, row)], lambda row: row.member.code),
        _by(stated, lambda row: _code_of(row.course.derivation.text.body)),
        _by(shown, lambda row: _code_of(row.derivation.text.body)),
        work,
        trained,
    )


def _may_enter(asked: Asked, row: Entry | Instrument) -> bool:
    return row.audience in reads(asked.actor, row.member.code) and asked.takes(row)


def _code_of(body: object) -> str:
    member = getattr(body, "member", None)
    return member.code if member else ""


def _by(rows: Iterable[Row], code: Callable[[Row], str]) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = {}
    for row in rows:
        found.setdefault(code(row), []).append(row)
    return found


def facts_of(asked: Asked, loaded: Loaded, code: str) -> Facts:
    """Everything on the page of one member but its own words."""
    entries = loaded.entries.get(code, [])
    theirs = [row for row in entries if row.is_from_source]
    own = [row for row in entries if not row.is_from_source]
    return Facts(
        (*_standing(asked, loaded.lines[code]), *_mechanism(asked, theirs, Say.MECHANISM)),
        (
            *initiatives_of(loaded.work, code),
            *_mechanism(asked, own, Say.MECHANISM_OWN),
            *_instruments(asked, loaded.instruments.get(code, [])),
            *_taught(loaded.statements.get(code, [])),
            *of_member(loaded.trained, code),
            *_versions(asked, loaded.versions.get(code, [])),
        ),
    )


def _standing(asked: Asked, line: MemberLine) -> list[Block]:
    """What each source says of its status, and since when."""
    return [
        item(
            noted(
                several([choice("status", row.status), days(row.since.isoformat()), dict(row.says)], between=" · "),
                say(Say.SOURCE_ALONE, source=row.source),
            )
        )
        for row in line.on(asked.day)
    ]


def _mechanism(asked: Asked, entries: Sequence[Entry], caption: Say) -> list[Block]:
    """What held of its National Mechanism on the last day."""
    topics = topics_on(entries, asked.day.isoformat())
    rows = [_entry(row) for topic in Topic for row in topics[topic].now]
    if not rows:
        return []
    return [grid(say(caption), [say(Say.WHAT), say(Say.KNOWN), say(Say.SINCE)], rows, (3, 6, 3))]


def _entry(row: Entry) -> list[Text]:
    said: list[Text] = [choice(f"mechanism.{row.topic}", row.value)] if row.value else []
    said += [row.place] if row.place else []
    said += [dict(name) for name in row.names]
    said += [dict(row.says)] if row.says else []
    value = several(said, between=". " if row.says else ", ")
    if row.source:
        value = noted(value, say(Say.SOURCE, source=row.source, grade=choice("entry_grade", row.grade)))
    return [choice("topic", row.topic), value, days(row.since, row.until)]


def _instruments(asked: Asked, rows: Sequence[Instrument]) -> list[Block]:
    standing = [row for row in rows if row.stands_on(asked.day.isoformat())]
    if not standing:
        return []
    said: list[list[Text]] = [
        [several([row.title, *([row.number] if row.number else [])]), choice("rank", row.rank), days(row.since)]
        for row in standing
    ]
    return [grid(say(Say.INSTRUMENTS), [say(Say.NAME), say(Say.WHAT), say(Say.SINCE)], said, (5, 3, 3))]


def _taught(rows: Sequence[Statement]) -> list[Block]:
    """The courses of which the member released a statement of coverage."""
    if not rows:
        return []
    said: list[list[Text]] = [
        [
            dict(row.course.title),
            say(Say.CONFORMS if row.conforms else Say.CONFORMS_NOT),
            choice("officials", row.course.officials),
        ]
        for row in rows
    ]
    return [grid(say(Say.TAUGHT), [say(Say.NAME), say(Say.STATUS), say(Say.OFFICIALS)], said, (5, 4, 3))]


def _versions(asked: Asked, rows: Sequence[Release]) -> list[Block]:
    if not rows:
        return []
    said: list[list[Text]] = [[dict(row.derivation.text.title), days(asked.day_at(row.at).isoformat())] for row in rows]
    return [grid(say(Say.VERSIONS), [say(Say.NAME), say(Say.SHOWN_SINCE)], said, (3, 1))]
