"""What stands beside a passage and is derived: the number of an ordered item, and the facts of an activity in words."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from tejido.engine.document import Document, Kind, Passage

from .languages import base

METHODS: Mapping[str, str | Promise] = {
    "case": _("case study"),
    "discussion": _("discussion"),
    "exercise": _("exercise"),
    "simulation": _("simulation"),
    "visit": _("visit"),
}


def item_numbers(document: Document) -> dict[str, int]:
    """The number of each ordered item by id: its own start, or one more than the item before it in the same list."""
    counts: dict[int, int] = {}
    numbers = {}
    for passage in document:
        depth = passage.level if passage.kind is Kind.ITEM else 0
        counts = {level: count for level, count in counts.items() if level <= depth}
        if not depth:
            continue
        if not passage.attribute("ordered"):
            counts.pop(depth, None)
            continue
        start = passage.attribute("start")
        counts[depth] = int(start) if start.isdecimal() else counts.get(depth, 0) + 1
        numbers[passage.id] = counts[depth]
    return numbers


def activity_facts(passage: Passage, language: str) -> str:
    """Minutes, method and group in the language of the text: "25 min · exercise"."""
    minutes, method, group = (passage.attribute(name) for name in ("minutes", "method", "group"))
    with override(base(language)):
        words = str(METHODS.get(method, method))
    return " · ".join(filter(None, (f"{minutes} min" if minutes else "", words, group)))
