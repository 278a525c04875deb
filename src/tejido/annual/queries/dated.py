"""Chapters from dated events: seminars, meetings, activities. What no source tells of is said to be missing."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from tejido.meetings.models import Meeting
from tejido.meetings.queries.releases import released_decisions, released_to
from tejido.registry.models import Event
from tejido.registry.names import EventKind, Inferred
from tejido.registry.queries import Unknown, past_meetings
from tejido.seminars.models import Seminar
from tejido.seminars.names import State
from tejido.seminars.queries import seminars_for
from tejido.web.instants import clocks

from .. import terms
from ..terms import Block, Say, Text, bars, choice, days, gap, grid, noted, say, several
from .asked import Asked

_HEAD = (Say.WHAT, Say.WHEN, Say.WHERE, Say.KNOWN)
_OTHER_KINDS = (EventKind.LAUNCH, EventKind.CURRICULUM, EventKind.MECHANISM, EventKind.COOPERATION)
Row = list[Text]


def seminars(asked: Asked) -> list[Block]:
    """What sources tell of seminars, and the seminars that were held since this house is used. Two queries."""
    told = _events(asked, EventKind.SEMINAR)
    held = [row for row in seminars_for(asked.actor) if _is_held(asked, row)]
    rows = [*map(_event_row, told), *map(_seminar_row, held)]
    years = [_year(row.since) for row in told if _was_held(row)] + [_year(row.since) for row in held]
    planned: list[Text] = [dict(row.title) for row in told if not _was_held(row)]
    lacks = [gap(say(Say.PLANNED, names=several(planned)))] if planned else []
    return [*_counted(asked, Say.SEMINARS, Say.SEMINARS_BY_YEAR, rows, years, Say.NO_SEMINAR), *lacks]


def _is_held(asked: Asked, row: Seminar) -> bool:
    """A past that the register tells is told once."""
    return row.event_id is None and row.state == State.HELD and asked.takes(row) and asked.is_within(row.since)


def _seminar_row(row: Seminar) -> Row:
    where: Text = dict(row.place)
    known: Text = dict(row.host.name) if row.host else ""
    return [dict(row.title or row.cycle.title), days(row.since, row.until), where, known]


def meetings(asked: Asked) -> list[Block]:
    """The known meetings of focal points, those of which something was released, and the numbers that no source tells
    of. A constant number of queries."""
    told = _events(asked, EventKind.MEETING)
    released = [row.meeting for row in released_to(asked.actor) if _met(asked, row.meeting)]
    years = [_year(row.since) for row in told if _was_held(row)]
    years += [_day(row).year for row in released]
    rows = [*map(_event_row, told), *map(_meeting_row, released)]
    blocks = _counted(asked, Say.MEETINGS, Say.MEETINGS_BY_YEAR, rows, years, Say.NO_MEETING)
    return [*blocks, *_missing_numbers(asked), *_decisions(asked, released)]


def _met(asked: Asked, row: Meeting) -> bool:
    """Those of the network and its committees; those of a mechanism are the member's own to tell of."""
    return (
        row.body.member_id is None and row.was_convened and asked.takes(row) and asked.is_within(_day(row).isoformat())
    )


def _day(row: Meeting) -> date:
    return row.starts_at.astimezone(clocks(row.zone)).date()


def _last_day(row: Meeting) -> date:
    return row.ends_at.astimezone(clocks(row.zone)).date()


def _meeting_row(row: Meeting) -> Row:
    when = days(_day(row).isoformat(), _last_day(row).isoformat())
    return [_title(row), when, row.place, choice("meeting", row.state)]


def _title(row: Meeting) -> Text:
    """Its kind and number, and its name where it has one."""
    kind = choice("meeting_kind", row.kind)
    numbered = several([kind, str(row.number)], between=" ") if row.number else kind
    if not row.name:
        return numbered
    return several([numbered, dict(row.name)], between=": ") if row.number else dict(row.name)


def _decisions(asked: Asked, rows: Sequence[Meeting]) -> list[Block]:
    """What was decided in these meetings, as it was released to the readers. One query."""
    known = {row.key: row for row in rows}
    found = [
        terms.item(several([_title(known[key]), decided["texts"]], between=": "))
        for key, data in released_decisions(asked.actor, list(known)).items()
        for decided in data["decisions"]
    ]
    return [terms.heading(say(Say.DECISIONS)), *found] if found else []


def _missing_numbers(asked: Asked) -> list[Block]:
    """The numbers that no source tells of, where the years after the meeting before them and until the one behind them
    touch those of the report."""
    found: list[Block] = []
    before, items = 0, past_meetings(asked.past, asked.day)
    for place, each in enumerate(items):
        if not isinstance(each, Unknown):
            before = _year(each.event.since)
        elif not each.is_years:
            after = next((_year(row.event.since) for row in items[place:] if not isinstance(row, Unknown)), 9999)
            if before < asked.report.until and after >= asked.report.since:
                found.append(gap(_numbers(each)))
    return found


def _numbers(each: Unknown) -> Text:
    if each.first == each.last:
        return say(Say.NO_NUMBER, first=each.first)
    return say(Say.NO_NUMBERS, first=each.first, last=each.last)


def activities(asked: Asked) -> list[Block]:
    """The other dated events of the network."""
    told = _events(asked, *_OTHER_KINDS)
    if not told:
        return [gap(say(Say.NO_EVENT))]
    head = [say(code) for code in _HEAD]
    return [grid(say(Say.ACTIVITIES), head, [_event_row(row) for row in told])]


## Of every kind


def _events(asked: Asked, *kinds: str) -> list[Event]:
    return [row for row in asked.events if row.kind in kinds and asked.is_within(row.since, row.until)]


def _was_held(row: Event) -> bool:
    return Inferred.HOLDING not in row.inferred


def _year(since: str) -> int:
    return int(since[:4])


def _event_row(row: Event) -> Row:
    """With its source and grade as a note, and what nobody says but somebody concluded."""
    note = say(Say.SOURCE, source=row.source, grade=choice("grade", row.grade))
    inferred = [say(Say.INFERRED, what=choice("inferred", what)) for what in row.inferred]
    known: list[Text] = [dict(row.says)] if row.says else []
    known_words = several([*known, *inferred], between=" ")
    return [noted(dict(row.title), note), days(row.since, row.until), dict(row.place), known_words]


def _counted(
    asked: Asked, caption: Say, by_year: Say, rows: Sequence[Row], years: Iterable[int], missing: Say
) -> list[Block]:
    """The table, how many there were each year, and the years of which nothing is known: a year without a record is no
    year without a seminar."""
    counts = _counts(years)
    blank: list[Text] = [str(year) for year in asked.years if year not in counts]
    lacks = [gap(say(missing, years=several(blank)))] if blank else []
    if not rows:
        return lacks
    chart = bars(say(by_year), say(Say.YEAR), say(Say.COUNT), [(str(year), counts.get(year)) for year in asked.years])
    table = grid(say(caption), [say(code) for code in _HEAD], rows)
    return [*([chart] if len(asked.years) > 1 else []), table, *lacks]


def _counts(years: Iterable[int]) -> Mapping[int, int]:
    found: dict[int, int] = {}
    for year in years:
        found[year] = found.get(year, 0) + 1
    return found
