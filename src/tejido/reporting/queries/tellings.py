"""What was told to whom and when, and what is otherwise since."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from tejido.ledger.actors import Actor

from ..models import Selection, Telling, Told
from ..names import RowKind
from ..terms import Column
from .loading import own_code
from .tables import Wish, chosen_for, rows_of

SOON = timedelta(days=30)  # before its day a destination is on the desk


@dataclass(frozen=True, slots=True)
class Difference:
    """A cell that was told in one way and says another thing now. Empty is not reported."""

    heading: str
    told: str
    now: str


@dataclass(frozen=True, slots=True)
class Since:
    """What a telling said of one thing, and what is otherwise now. `is_gone`: there is no such thing any more."""

    telling: Telling
    key: str
    name: str
    differences: tuple[Difference, ...]
    cells: tuple[str, ...]
    is_gone: bool = False

    @property
    def is_same(self) -> bool:
        return not self.differences and not self.is_gone


@dataclass(frozen=True, slots=True)
class Compared:
    """A telling, its rows as they were told with what is otherwise now, and what its selection has besides by now."""

    telling: Telling
    rows: tuple[Since, ...]
    untold: tuple[str, ...]

    @property
    def changed(self) -> list[Since]:
        return [row for row in self.rows if not row.is_same]


def wish_of(telling: Telling) -> Wish:
    """The table as it was told."""
    columns = tuple(Column(each["field"]) for each in telling.columns)
    return Wish(telling.rows, columns, telling.language, telling.since, telling.until)


def compared(actor: Actor, telling: Telling) -> Compared:
    """Row by row. A constant number of queries."""
    told = list(Told.objects.filter(telling=telling))
    chosen = chosen_for(actor, telling.selection).of(telling.rows)
    keys = list(dict.fromkeys([*(row.of for row in told), *chosen]))
    now = {row.key: row for row in rows_of(actor, wish_of(telling), keys)}
    known = {row.of for row in told}
    rows = tuple(_since(telling, row, now[row.of].cells if row.of in now else None) for row in told)
    return Compared(telling, rows, tuple(now[key].name for key in chosen if key in now and key not in known))


def _since(telling: Telling, row: Told, now: Sequence[str] | None) -> Since:
    if now is None:
        return Since(telling, row.of, row.name, (), tuple(row.cells), is_gone=True)
    headings = [each["heading"] for each in telling.columns]
    both = zip(headings, row.cells, now, strict=True)
    found = tuple(Difference(heading, told, said) for heading, told, said in both if told != said)
    return Since(telling, row.of, row.name, found, tuple(row.cells))


def last_told(actor: Actor, rows: str, key: str) -> list[Since]:
    """The last telling to each destination that spoke of this recommendation or initiative, the latest first, and what
    is otherwise since. Three queries, and those of one table for each destination."""
    name = "recommendation" if rows == RowKind.RECOMMENDATION else "initiative"
    told = Told.objects.filter(**{name: key}, telling__member__code=own_code(actor))
    latest: dict[tuple[str, str], Told] = {}
    for row in told.select_related("telling").order_by("telling__told_on", "telling__at", "telling"):
        latest[row.telling.destination, row.telling.recipient] = row
    found = []
    for row in reversed(latest.values()):
        now = rows_of(actor, wish_of(row.telling), [key])
        found.append(_since(row.telling, row, now[0].cells if now else None))
    return sorted(found, key=lambda one: (one.telling.told_on, one.telling.at), reverse=True)


def tellings_for(actor: Actor, selection: Selection | None = None) -> list[Telling]:
    """What the member told, the latest first; of one selection or of all. Without the bytes of the files."""
    rows = Telling.objects.filter(member__code=own_code(actor)).select_related("selection", "paper")
    rows = rows.defer("paper__data").order_by("-told_on", "-at", "key")
    return list(rows.filter(selection=selection) if selection is not None else rows)


@dataclass(frozen=True, slots=True)
class SelectionLine:
    """A selection with the last day on which it was told. `stage` says how near the day is that the destination
    waits for: "soon", "over", or nothing."""

    row: Selection
    told_on: date | None
    stage: str


def selections_for(actor: Actor, today: date) -> list[SelectionLine]:
    """Open ones first, the nearest day first. Two queries."""
    rows = list(Selection.objects.filter(member__code=own_code(actor)).select_related("member"))
    lines = [SelectionLine(row, day, stage_of(row, day, today)) for row, day in with_last_day(rows)]
    return sorted(lines, key=lambda line: (line.row.closed_at is not None, line.row.due or date.max, line.row.name))


def with_last_day(rows: Sequence[Selection]) -> list[tuple[Selection, date | None]]:
    """Each with the last day on which it was told. One query."""
    days = Telling.objects.filter(selection__in=rows).order_by("told_on").values_list("selection_id", "told_on")
    last = dict(days)  # the later one stays
    return [(row, last.get(row.key)) for row in rows]


def stage_of(row: Selection, told_on: date | None, today: date) -> str:
    """A report that was told for this day is no longer awaited: one that was told within the month before it, or
    after."""
    if row.due is None or row.closed_at is not None or (told_on is not None and told_on >= row.due - SOON):
        return ""
    if today > row.due:
        return "over"
    return "soon" if row.due - SOON <= today else ""
