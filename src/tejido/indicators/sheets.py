"""The sheet to fill in: every indicator and period of a member with what stands there, and what its columns mean."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from django.utils.translation import gettext as _

from tejido.engine import measure
from tejido.formats.sheet import Cell, Sheet
from tejido.web.languages import in_my_language

from .names import Kind
from .queries import Line, Seen
from .queries.sheets import COLUMNS
from .words import part_words, step_words

_EXACT = 15  # digits that a table keeps of a number


def sheets_of(seen: Sequence[Seen]) -> list[Sheet]:
    """The values, and beside them what may be written where."""
    rows = [row for each in seen if not each.indicator.ended_at for row in _rows(each)]
    return [Sheet("values", COLUMNS, tuple(rows)), _help(seen)]


def _rows(seen: Seen) -> Iterator[tuple[Cell, ...]]:
    keys = [f"{d['code']}:{c['code']}" for d in seen.shown["dimensions"] for c in d["categories"]]
    name = in_my_language(seen.name)
    for line in seen.lines:
        for key in ["", *keys]:
            first, second = _cells(line, key)
            words = part_words(seen.shown, key) if key else ""
            row = line.row
            source, note = (row.source, row.note) if row and not key else ("", "")
            yield (seen.key, name, line.period.code, key, words, first, second, source, note)


def _cells(line: Line, key: str) -> tuple[Cell, Cell]:
    data = (line.row.parts.get(key) if key else line.row.value) if line.row else None
    if data is None:
        return "", ""
    match measure.from_data(data):
        case measure.Number(amount):
            return _cell(amount), ""
        case measure.Share(part, whole):
            return _cell(part), _cell(whole)
        case measure.YesNo(holds):
            return ("yes" if holds else "no"), ""
        case measure.Step(place):
            return place, ""


def _cell(amount: Decimal) -> Cell:
    """A number where a table keeps every digit of it, otherwise a text."""
    if len(amount.as_tuple().digits) > _EXACT:
        return measure.plain(amount)
    return int(amount) if amount == amount.to_integral_value() else float(amount)


def _help(seen: Sequence[Seen]) -> Sheet:
    columns = (
        ("indicator", _("The key of the indicator. Leave it as it is.")),
        ("period", _("2026-M03 is March, 2026-Q1 the first quarter, 2026-H1 the first half of the year.")),
        ("part", _("Empty for the whole value; otherwise the part, as it stands here.")),
        ("value", _("A number; yes or no; the step of a scale; of a percentage how many. Empty: nothing is reported.")),
        ("of", _("Only of a percentage: of how many.")),
        ("source", _("Where the value comes from. Needed beside each whole value.")),
        ("note", _("What readers should know.")),
    )
    scales = [(in_my_language(each.name), _steps(each)) for each in seen if each.shown["kind"] == Kind.SCALE]
    return Sheet("columns", (_("column"), _("what it says")), (*columns, *scales))


def _steps(seen: Seen) -> str:
    steps = seen.shown["steps"]
    return "; ".join(f"{place}: {step_words(steps, place)}" for place in range(1, len(steps) + 1))
