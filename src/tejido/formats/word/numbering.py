"""The numbers of lists and headings, counted as Word counts them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from .xml import Element, attribute, child, is_on, number, short

DEEPEST = 8  # Word's levels are 0 to 8
LONGEST = 60  # characters of a label's pattern; no real one comes near

_PLACEHOLDER = re.compile(r"%([1-9])")
_WORD = re.compile(r"[^\W\d_]{2,}")
_ROMAN = {
    1000: "m", 900: "cm", 500: "d", 400: "cd", 100: "c", 90: "xc", 50: "l", 40: "xl", 10: "x", 9: "ix", 5: "v", 4: "iv",
    1: "i",
}  # fmt: skip  # one table, read as one


@dataclass(frozen=True, slots=True)
class Level:
    """One depth of a list. `form` is Word's name of the kind of number ("bullet", "lowerRoman"), `pattern` is like
    "%1.%2)".
    """

    form: str = "bullet"
    pattern: str = ""
    first: int = 1
    restarts: bool = True
    is_legal: bool = False
    style: str = ""


@dataclass(frozen=True, slots=True)
class List:
    """What a numbering's id stands for. Lists that are made alike share the counters that `counters` names."""

    counters: str
    levels: Mapping[int, Level]
    restarts: Mapping[int, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Label:
    """What stands before a paragraph. `number` is None for a mark without one; `text` is what Word shows ("Art. 4.").

    `is_plain` says that Markdown's own numbers say the same, `has_words` that the label says something beyond its
    number.
    """

    number: int | None
    text: str
    is_plain: bool = True
    has_words: bool = False


class Numbering:
    """Hands out labels in reading order. Every call of `label` counts."""

    def __init__(self, root: Element | None) -> None:
        elements = list(root) if root is not None else []
        abstract = {attribute(e, "w:abstractNumId"): e for e in elements if short(e.tag) == "w:abstractNum"}
        linked = {attribute(child(e, "w:styleLink"), "w:val"): id for id, e in abstract.items()}
        levels = {id: dict(_levels(e)) for id, e in abstract.items()}
        self._lists: dict[int, List] = {}
        for element in elements:
            if short(element.tag) == "w:num":
                id = attribute(child(element, "w:abstractNumId"), "w:val")
                link = attribute(child(abstract.get(id), "w:numStyleLink"), "w:val")
                id = linked.get(link, id) if link else id
                self._lists.setdefault(number(element, "w:numId", 0), _list(element, id, levels.get(id, {})))
        self._counters: dict[str, dict[int, int]] = {}
        self._seen: set[int] = set()

    def depth_of(self, id: int, style: str) -> int | None:
        """The depth at which a list has a paragraph style; None where it has not."""
        levels = self._lists[id].levels if id in self._lists else {}
        return next((depth for depth, level in levels.items() if level.style == style), None)

    def label(self, id: int, depth: int) -> Label | None:
        """The label of the next paragraph in a list; None where the list is unknown or shows nothing at that depth."""
        numbered = self._lists.get(id)
        depth = min(depth, DEEPEST)
        level = numbered.levels.get(depth) if numbered else None
        if numbered is None or level is None:
            return None
        counters = self._count(id, numbered, depth, level)
        if not level.pattern:
            return None
        text = _PLACEHOLDER.sub(lambda found: _shown(numbered, level, counters, int(found[1]) - 1), level.pattern)
        has_words = level.form != "bullet" and _WORD.search(_PLACEHOLDER.sub(" ", level.pattern)) is not None
        is_numbered = level.form not in {"bullet", "none"}
        return Label(
            counters[depth] if is_numbered else None, text, level.form == "decimal" or not is_numbered, has_words
        )

    def _count(self, id: int, numbered: List, depth: int, level: Level) -> Mapping[int, int]:
        """One further at this depth, and afresh at the deeper ones."""
        counters = self._counters.setdefault(numbered.counters, {})
        if id not in self._seen:
            self._seen.add(id)
            for restarted in numbered.restarts:
                counters.pop(restarted, None)
        counters[depth] = counters[depth] + 1 if depth in counters else numbered.restarts.get(depth, level.first)
        for deeper in [d for d in counters if d > depth]:
            if numbered.levels.get(deeper, level).restarts:
                del counters[deeper]
        return counters


def _list(element: Element, counters: str, shared: Mapping[int, Level]) -> List:
    """A list with the levels that it shares with others and those that it replaces."""
    levels, restarts = dict(shared), {}
    for override in element:
        if short(override.tag) == "w:lvlOverride":
            depth = number(override, "w:ilvl", 0)
            start = number(child(override, "w:startOverride"), "w:val", -1)
            if start >= 0:
                restarts[depth] = start
            levels.update(_levels(override))
    return List(counters, levels, restarts)


def _levels(holder: Element) -> Iterator[tuple[int, Level]]:
    for element in holder:
        depth = number(element, "w:ilvl", 0)
        if short(element.tag) == "w:lvl" and 0 <= depth <= DEEPEST:
            yield depth, _level(element)


def _level(element: Element) -> Level:
    legal = child(element, "w:isLgl")
    return Level(
        form=attribute(child(element, "w:numFmt"), "w:val", "decimal"),
        pattern=attribute(child(element, "w:lvlText"), "w:val")[:LONGEST],
        first=max(0, number(child(element, "w:start"), "w:val", 0)),
        restarts=attribute(child(element, "w:lvlRestart"), "w:val") != "0",
        is_legal=legal is not None and is_on(legal),
        style=attribute(child(element, "w:pStyle"), "w:val"),
    )


def _shown(numbered: List, level: Level, counters: Mapping[int, int], depth: int) -> str:
    """One number of a label; a depth that has not been counted yet shows its first."""
    shown = numbered.levels.get(depth, level)
    value = counters.get(depth, numbered.restarts.get(depth, shown.first))
    return spelled(value, "decimal" if level.is_legal else shown.form)


def spelled(value: int, form: str) -> str:
    """A number in one of Word's forms; the forms that Markdown's readers would not know are decimal."""
    match form:
        case "lowerLetter" | "upperLetter" if 0 < value <= 26 * 5:
            letters = "abcdefghijklmnopqrstuvwxyz"[(value - 1) % 26] * ((value - 1) // 26 + 1)
            return letters if form == "lowerLetter" else letters.upper()
        case "lowerRoman" | "upperRoman" if 0 < value < 4000:
            return _roman(value) if form == "lowerRoman" else _roman(value).upper()
        case "decimalZero":
            return f"{value:02}"
        case _:
            return str(value)


def _roman(value: int) -> str:
    parts = []
    for worth, letters in _ROMAN.items():
        count, value = divmod(value, worth)
        parts.append(letters * count)
    return "".join(parts)
