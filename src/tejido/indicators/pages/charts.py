"""The chart of an indicator, with the words that are read aloud in its place."""

from collections.abc import Sequence
from decimal import Decimal
from functools import partial
from typing import Any

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from tejido.engine import measure
from tejido.formats.chart import Frame, Level, Line, draw_lines
from tejido.web.languages import in_my_language

from ..names import Due, Kind
from ..queries import Seen
from ..words import height_words, period_words, step_words, value_words

_STEPPED = frozenset({Kind.YES_NO, Kind.SCALE})
FEWEST = 2  # periods of which a chart says more than its table


def chart_of(seen: Seen) -> SafeString:
    """The chart, empty where there is too little to draw. The period that still runs is no gap."""
    points = [line for line in seen.lines if line.row is not None or line.due != Due.RUNNING]
    if len(points) < FEWEST or not seen.series.reported:
        return SafeString("")
    heights = [measure.height(line.value) if line.value else None for line in points]
    frame = Frame(
        key=f"chart-{seen.key}",
        title=in_my_language(seen.name),
        description=_description(seen),
        labels=[period_words(line.period) for line in points],
        say=partial(height_words, seen.shown),
        gap=_("no value"),
        marks=_marks(seen),
    )
    line = Line("", heights, is_step=seen.shown["kind"] in _STEPPED)
    drawn = draw_lines(frame, [line], _levels(seen) if seen.knows_levels else [])
    return mark_safe(drawn)  # noqa: S308 - formats.chart escapes every word


def _description(seen: Seen) -> str:
    """From the first value to the last, and what is missing."""
    reported = seen.series.reported
    (first, begun), (last, now) = reported[0], reported[-1]
    words = _("From %(first)s (%(begun)s) to %(last)s (%(now)s).") % {
        "first": period_words(first), "begun": value_words(seen.shown, begun),
        "last": period_words(last), "now": value_words(seen.shown, now),
    }  # fmt: skip  # one sentence
    missing = [period_words(line.period) for line in seen.missing]
    gaps = _("No value: %(periods)s.") % {"periods": ", ".join(missing)}
    return f"{words} {gaps}" if missing else words


def _marks(seen: Seen) -> Sequence[tuple[Decimal, str]]:
    """The named heights of what is not counted."""
    shown: Any = seen.shown
    if shown["kind"] == Kind.YES_NO:
        return [(Decimal(int(holds)), value_words(shown, measure.YesNo(holds))) for holds in (False, True)]
    if shown["kind"] == Kind.SCALE:
        steps = shown["steps"]
        return [(Decimal(place), step_words(steps, place)) for place in range(1, len(steps) + 1)]
    return ()


def _levels(seen: Seen) -> list[Level]:
    """Baseline and target. The target of what adds up is one of all periods together, so that no line of one period
    can be laid beside it."""
    row = seen.indicator
    if row.counting == measure.Counting.ADDING.value:
        return []
    found = []
    for name, data, kind in ((_("Baseline"), row.baseline, "baseline"), (_("Target"), row.target, "target")):
        height = measure.height(measure.from_data(data)) if data is not None else None
        found += [Level(name, height, kind)] if height is not None else []  # type: ignore[arg-type]  # one of two
    return found
