"""How far a population was reached. A share is shown only with both of its numbers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from ..words import Names, number, population_words, share_words


@dataclass(frozen=True, slots=True)
class Reached:
    """A population in words. `at_most` is empty where the groups tell exactly how many."""

    who: str
    number: str
    share: str
    at_most: str
    source: str
    bar: str


def coverage_of(targets: Sequence[Mapping[str, Any]], names: Names) -> list[Reached]:
    return [_reached(row, names) for row in targets]


def _reached(row: Mapping[str, Any], names: Names) -> Reached:
    whole, least, most = row["number"], row["least"], row["most"]
    share = share_words(least, whole)
    return Reached(
        who=population_words(row["of"], names),
        number=number(whole),
        share=share if least == most else _("at least %(share)s") % {"share": share},
        at_most="" if least == most else _("at most %(share)s") % {"share": share_words(most, whole)},
        source=row["source"],
        bar=f"{min(100.0, 100 * least / whole):.1f}%" if whole else "0%",
    )
