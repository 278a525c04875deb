"""What members do and have released: initiatives, answers to the questions that are asked of all; and what the network
does together: practices, projects, promotion. Each app is asked as the readers of the report."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet
from django.db.models.fields.json import KT
from django.db.models.functions import Substr

from tejido.cooperation.queries.lists import projects_for
from tejido.engine import measure
from tejido.indicators.models import Indicator
from tejido.indicators.models import Release as Answer
from tejido.indicators.queries.reading import releases_to
from tejido.indicators.queries.rollup import figure_of
from tejido.indicators.terms import expected
from tejido.practices.queries.released import shown_practices
from tejido.programmes.models import Release
from tejido.programmes.names import Field
from tejido.programmes.rules.readers import outward
from tejido.promotion.queries.entries import EntryLine, entries_for
from tejido.regional.queries.initiatives import initiatives_for
from tejido.registry.names import Stand
from tejido.registry.queries import end_of

from .. import terms
from ..terms import Block, Say, Text, bars, choice, days, gap, grid, noted, say, several, small
from .asked import Asked

_YES_NO = {"yes": Say.YES, "no": Say.NO}
MOST = 15  # initiatives of a member that are listed by their names; all of them are counted


@dataclass(frozen=True, slots=True)
class Shown:
    """An initiative as far as it was released to the readers."""

    title: Mapping[str, str]
    state: str
    since: str
    until: str
    source: str
    grade: str


@dataclass(frozen=True, slots=True)
class Work:
    """How many initiatives each member has released, by its code, and the first of them by their titles."""

    counts: Mapping[str, int] = field(default_factory=dict)
    shown: Mapping[str, list[Shown]] = field(default_factory=dict)


## Initiatives


def initiatives(asked: Asked) -> Work:
    """Those that did not end before the years of the report and did not begin after them, as far as was released. Three
    queries. Of what is only counted no value is read: a large network has released thousands."""
    found: dict[str, list[tuple[str, str]]] = {}
    beside, codes = _beside(asked), {line.member.key: line.member.code for line in asked.lines}
    for member, folded, key in _titles(asked).values_list("initiative__member", "folded", "initiative"):
        if key not in beside:
            found.setdefault(codes[member], []).append((folded, key))
    first = {code: [key for _folded, key in sorted(rows)[:MOST]] for code, rows in found.items()}
    told = _told(asked, [key for keys in first.values() for key in keys])
    shown = {code: [_shown(told[key]) for key in keys] for code, keys in first.items()}
    return Work({code: len(rows) for code, rows in found.items()}, shown)


def _standing(asked: Asked, **of: Any) -> QuerySet[Release]:
    """What is released to the readers of the report now."""
    found = Release.objects.filter(withdrawn_at=None, audience__in=outward(asked.actor), **of).order_by()
    return found if asked.report.is_demonstration else found.filter(initiative__is_demonstration=False)


def _titles(asked: Asked) -> QuerySet[Release]:
    return _standing(asked, field=Field.TITLE, initiative__struck_at=None)


def _beside(asked: Asked) -> set[str]:
    """The initiatives whose released dates lie beside the years of the report, each as exact as its source. The
    database compares the years, which are digits and in one order in every collation."""
    begun, ended = (Substr(KT(f"value__{name}"), 1, 4) for name in ("since", "until"))
    dates = Release.objects.filter(withdrawn_at=None, audience__in=outward(asked.actor), field=Field.DATES).order_by()
    dates = dates.annotate(begun=begun, ended=ended)
    beside = Q(begun__gt=str(asked.report.until)) | Q(ended__range=("0", str(asked.report.since - 1)))
    return set(dates.filter(beside).values_list("initiative", flat=True))


def _told(asked: Asked, keys: Sequence[str]) -> Mapping[str, dict[str, Any]]:
    """What is told of these initiatives, by field, with the source of those that a source tells of."""
    found: dict[str, dict[str, Any]] = {}
    rows = _standing(asked, initiative__in=keys, field__in=(Field.TITLE, Field.STATUS, Field.DATES))
    for key, name, value, source, grade in rows.values_list(
        "initiative", "field", "value", "initiative__source", "initiative__grade"
    ):
        found.setdefault(key, {"source": source, "grade": grade})[name] = value
    return found


def _shown(told: Mapping[str, Any]) -> Shown:
    dates = told.get(Field.DATES) or {}
    return Shown(
        title=told[Field.TITLE] or {},
        state=(told.get(Field.STATUS) or [{"state": ""}])[-1]["state"],
        since=dates.get("since", ""),
        until=dates.get("until", ""),
        source=told["source"],
        grade=told["grade"],
    )


def initiatives_of(work: Work, code: str) -> list[Block]:
    """How many the member has released, and the first of them."""
    rows, count = work.shown.get(code, []), work.counts.get(code, 0)
    if not rows:
        return []
    head = [say(Say.NAME), say(Say.STATUS), say(Say.WHEN)]
    table = grid(say(Say.INITIATIVES, n=count), head, [_row(row) for row in rows], (6, 3, 4))
    return [table, small(say(Say.FIRST_BY_TITLE, n=len(rows)))] if count > len(rows) else [table]


def _row(row: Shown) -> list[Text]:
    title: Text = dict(row.title)
    if row.source:
        title = noted(title, say(Say.SOURCE, source=row.source, grade=choice("entry_grade", row.grade)))
    state = choice("initiative_state", row.state) if row.state else ""
    when = days(row.since or row.until, row.until if row.since else "") if row.since or row.until else ""
    return [title, state, when]


def counted(asked: Asked, work: Work) -> list[Block]:
    """How many initiatives each member has released; who has released none is named and has no nought."""
    if not work.counts:
        return [gap(say(Say.NO_INITIATIVES))]
    rows: list[tuple[Text, float | None]] = [(dict(m.name), work.counts.get(m.code)) for m in asked.members]
    silent: list[Text] = [dict(m.name) for m in asked.members if m.code not in work.counts]
    chart = bars(say(Say.INITIATIVES_BY_MEMBER), say(Say.MEMBER), say(Say.COUNT), rows)
    return [chart, *([gap(say(Say.NO_INITIATIVE_OF, names=several(silent)))] if silent else [])]


## Together


def practices(asked: Asked) -> list[Block]:
    """The good practices that can be read at the end of these years. One query."""
    rows = [row for row in shown_practices(asked.actor) if asked.takes(row.practice)]
    rows = [row for row in rows if asked.day_at(row.version.at) <= asked.day]
    if not rows:
        return []
    said: list[list[Text]] = [
        [dict(row.content["title"]), dict(row.practice.member.name), days(asked.day_at(row.version.at).isoformat())]
        for row in rows
    ]
    return [grid(say(Say.PRACTICES), [say(Say.NAME), say(Say.MEMBER), say(Say.SHOWN_SINCE)], said, (6, 3, 4))]


def projects(asked: Asked) -> list[Block]:
    """Projects of several members whose result they show. Six queries."""
    since, until = date(asked.report.since, 1, 1), date(asked.report.until, 12, 31)
    rows = [line for line in projects_for(asked.actor, since, until) if asked.takes(line.project)]
    if not rows:
        return []
    said: list[list[Text]] = [
        [
            dict(line.title),
            several([dict(member.name) for member in line.members]),
            days(line.since.isoformat(), line.until.isoformat() if line.until else "") if line.since else "",
            choice("project_state", line.state),
        ]
        for line in rows
    ]
    head = [say(Say.NAME), say(Say.MEMBERS), say(Say.WHEN), say(Say.STATUS)]
    return [grid(say(Say.PROJECTS), head, said, (5, 4, 4, 3))]


def regional(asked: Asked) -> list[Block]:
    """The regional initiatives that several members have joined by the last day, with those that take part. Four
    queries."""
    rows = [line for line in initiatives_for(asked.actor, end_of(asked.day, asked.zone)) if line.parties]
    rows = [line for line in rows if asked.takes(line.initiative) and asked.day_at(line.initiative.at) <= asked.day]
    if not rows:
        return []
    said: list[list[Text]] = [
        [
            dict(line.initiative.body.name),
            several([dict(party.name) for party in line.parties]),
            days(asked.day_at(line.initiative.at).isoformat()),
        ]
        for line in rows
    ]
    return [grid(say(Say.REGIONAL), [say(Say.NAME), say(Say.MEMBERS), say(Say.SINCE)], said, (5, 5, 3))]


def promotion(asked: Asked) -> list[Block]:
    """What was said in forums, in the network's name or a member's own, and where it was named. Four queries."""
    since, until = date(asked.report.since, 1, 1), date(asked.report.until, 12, 31)
    rows = [line for line in entries_for(asked.actor, since, until) if asked.takes(line.entry)]
    if not rows:
        return []
    head = [say(Say.WHAT), say(Say.WHEN), say(Say.FORUM), say(Say.KNOWN)]
    return [grid(say(Say.PROMOTION), head, [_entry(line) for line in rows])]


def _entry(line: EntryLine) -> list[Text]:
    row = line.version
    title = noted(dict(row.title), say(Say.SOURCE_ALONE, source=row.source))
    known = several([choice("promotion_kind", row.kind), choice("voice", row.voice)])
    return [title, days(row.since, row.until), dict(row.forum.name), known]


## Figures that are asked of all


def figures(asked: Asked) -> list[Block]:
    """The questions that were asked of every member, period by period, from what was released to the readers. A figure
    is of those alone who reported, and says how many they are; who is missing is named. One query."""
    found: dict[str, dict[str, dict[str, Answer]]] = {}
    questions: dict[str, Indicator] = {}
    for row in releases_to(asked.actor).filter(indicator__member=None):
        if asked.takes(row.indicator):
            questions[row.indicator_id] = row.indicator
            found.setdefault(row.indicator_id, {}).setdefault(row.period, {})[row.member.code] = row
    return [block for key, row in questions.items() for block in _question(asked, row, found[key])]


def _question(asked: Asked, row: Indicator, released: Mapping[str, Mapping[str, Answer]]) -> Iterator[Block]:
    periods = [each for each in expected(row, asked.day) if each.last.year >= asked.report.since]
    if not periods:
        return
    caption = several([dict(row.name), dict(row.unit)]) if row.unit else dict(row.name)
    told = [_figure(asked, row, period, released.get(period.code, {})) for period in periods]
    yield bars(caption, say(Say.PERIOD), say(Say.FIGURE), [(label, height, said) for label, height, said, _ in told])
    missing = told[-1][3]
    if missing:
        yield gap(say(Say.NOT_REPORTED, period=told[-1][0], names=several(missing)))


def _figure(
    asked: Asked, row: Indicator, period: measure.Period, answers: Mapping[str, Answer]
) -> tuple[Text, float | None, Text, list[Text]]:
    """The period, how high its bar is, what is said of it, and who is missing."""
    day = min(period.last, asked.day)
    of_record = {line.member.code: line.member for line in asked.lines if line.stand_on(day) == Stand.OF_RECORD}
    rolled = figure_of(row, {code: answers.get(code) for code in of_record})
    missing: list[Text] = [dict(of_record[code].name) for code in rolled.missing]
    height = measure.height(rolled.total) if rolled.total else None
    said = _said(row, rolled, len(of_record))
    return terms.period(period.code), None if height is None else float(height), said, missing


def _said(row: Indicator, rolled: measure.RollUp, of: int) -> Text:
    """The figure with how many members it is of. Without one: how often each answer was given, or that nobody
    reported."""
    if not rolled.reported:
        return say(Say.UNKNOWN)
    if rolled.total is not None:
        value: Text = terms.amount(measure.to_data(rolled.total))
    elif rolled.counts:
        value = several([say(Say.SO_MANY, answer=_answer(row, code), n=n) for code, n in rolled.counts.items()])
    else:
        value = say(Say.NOT_ADDED)
    return say(Say.OF_SOME, value=value, n=len(rolled.reported), of=of)


def _answer(row: Indicator, code: str) -> Text:
    """Yes, no, or the words of a step, by its place."""
    if code in _YES_NO:
        return say(_YES_NO[code])
    place = int(code) if code.isdigit() else 0
    return dict(row.steps[place - 1]) if 0 < place <= len(row.steps) else code
