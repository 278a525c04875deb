"""The table beside a chart: every period with what was reported, its parts and its source."""

from collections.abc import Sequence
from dataclasses import dataclass

from tejido.engine import measure

from ..models import Value
from ..names import Audience
from ..queries import Line, Seen
from ..words import level_words, part_words, period_words, progress_words, standing_words, value_words


@dataclass(frozen=True, slots=True)
class Former:
    """A value that was corrected."""

    row: Value
    value: str


@dataclass(frozen=True, slots=True)
class RowShown:
    """A period in words. `parts` are pairs of words; `readers` says who else reads the value."""

    line: Line
    period: str
    value: str
    parts: Sequence[tuple[str, str]]
    readers: str
    shown_value: str
    earlier: Sequence[Former]


@dataclass(frozen=True, slots=True)
class Summary:
    """One line of an overview."""

    seen: Seen
    standing: str
    target: str
    baseline: str
    progress: str
    missing: Sequence[str]


def rows_of(seen: Seen) -> list[RowShown]:
    """The latest period first."""
    return [_row(seen, line) for line in reversed(seen.lines)]


def _row(seen: Seen, line: Line) -> RowShown:
    row = line.row
    others = Audience(line.release.audience).label if line.release and seen.is_own else ""
    return RowShown(
        line=line,
        period=period_words(line.period),
        value=_words(seen, row),
        parts=parts_words(seen, row),
        readers=str(others),
        shown_value=_words(seen, line.release.value) if line.release and line.is_changed_since else "",
        earlier=[Former(value, _words(seen, value)) for value in line.earlier],
    )


def _words(seen: Seen, row: Value | None) -> str:
    return value_words(seen.shown, measure.from_data(row.value)) if row else ""


def parts_words(seen: Seen, row: Value | None) -> list[tuple[str, str]]:
    """The parts in the order of the definition."""
    if row is None:
        return []
    order = [f"{d['code']}:{c['code']}" for d in seen.shown["dimensions"] for c in d["categories"]]
    without = {**seen.shown, "unit": {}}  # the whole says it
    return [
        (part_words(seen.shown, key), value_words(without, measure.from_data(row.parts[key])))
        for key in order
        if key in row.parts
    ]


def summary_of(seen: Seen) -> Summary:
    """Where an indicator stands; target and baseline for whom they are to know."""
    knows = seen.knows_levels
    return Summary(
        seen=seen,
        standing=standing_words(seen.shown, seen.standing),
        target=level_words(seen.shown, seen.indicator.target) if knows else "",
        baseline=level_words(seen.shown, seen.indicator.baseline) if knows else "",
        progress=progress_words(seen.progress) if seen.is_own else "",
        missing=[period_words(line.period) for line in seen.missing],
    )
