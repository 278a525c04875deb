"""What a sheet would change, in words."""

from collections.abc import Sequence
from dataclasses import dataclass

from tejido.engine import measure
from tejido.web.languages import in_my_language

from ..lines import definition
from ..queries.sheets import Change
from ..words import part_words, period_words, value_words


@dataclass(frozen=True, slots=True)
class ChangeShown:
    """`former` says that a value stands already, which would be corrected."""

    row: int
    name: str
    period: str
    value: str
    parts: Sequence[str]
    source: str
    former: bool
    is_same: bool
    problem: str


def change_shown(change: Change) -> ChangeShown:
    shown = definition(change.indicator) if change.indicator is not None else {}
    return ChangeShown(
        row=change.row,
        name=in_my_language(change.name),
        period=_period(change.period),
        value=value_words(shown, change.value) if change.value else "",
        parts=[f"{part_words(shown, key)}: {value_words(shown, part)}" for key, part in change.parts.items()],
        source=change.source,
        former=bool(change.seen),
        is_same=change.is_same,
        problem=change.problem.sentence if change.problem else "",
    )


def _period(code: str) -> str:
    """What is no period is shown as it stands in the sheet."""
    try:
        return period_words(code) if code == measure.ONCE else period_words(measure.period_of(code))
    except ValueError:
        return code
