"""What an analysis says: its cells, and how what two people wrote at once is joined.

A cell is a name with a value. `title`, `scope`, `follow_up` (a day) and `told` are of the analysis; `3.words` is a
field of the third factor; `3.e.0h5k…` a piece of evidence; `summary.title`, `summary.introduction` and `summary.3` are
what is prepared for others. What is empty has no cell.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from .names import Factor

Cells = Mapping[str, Any]
FRAME = ("title", "scope", "follow_up", "told")
CHOSEN = ("found", "confidence", "nature")
WRITTEN = ("words", "groups", "mitigating", "change", "questions", "recommended")
OF_EVIDENCE = ("what", "source", "day", "place", "reliability", "credibility")


@dataclass(frozen=True, slots=True)
class Clash:
    """Somebody else changed a cell that I changed too: what stood before, what stands now, what I wrote."""

    cell: str
    before: Any
    theirs: Any
    mine: Any


@dataclass(frozen=True, slots=True)
class Joined:
    """The cells with what was changed, where nothing clashes."""

    cells: dict[str, Any]
    clashes: tuple[Clash, ...] = ()


def join(base: Cells | None, current: Cells, changes: Cells) -> Joined:
    """Brings changes that were made on `base` into what stands now. A value that is empty takes its cell away.

    What I left as it was stays as others made it. Without a base (it is not kept any more) every difference from
    something that stands is a clash: nothing is ever written over unseen.
    """
    cells, clashes = dict(current), []
    for cell, value in changes.items():
        mine, theirs = value or None, current.get(cell)
        before = base.get(cell) if base is not None else None
        is_untouched = base is not None and mine == before
        if mine == theirs or is_untouched:
            continue
        if theirs != before:
            clashes.append(Clash(cell, before, theirs, mine))
        elif mine is None:
            del cells[cell]
        else:
            cells[cell] = mine
    return Joined(cells, tuple(clashes))


def evidence_of(cells: Cells, factor: Factor) -> Iterator[tuple[str, Mapping[str, str]]]:
    """The pieces of evidence of a factor by their ids, the latest day first; without a day last."""
    start = f"{factor}.e."
    found = [(cell.removeprefix(start), value) for cell, value in cells.items() if cell.startswith(start)]
    yield from sorted(found, key=lambda pair: (pair[1].get("day", ""), pair[0]), reverse=True)


def is_answered(cells: Cells, factor: Factor) -> bool:
    return any(cell.startswith(f"{factor}.") for cell in cells)


def summary_of(cells: Cells) -> dict[str, Any]:
    """What the summary says as it is prepared now: only what was chosen."""
    lines = []
    for factor in Factor:
        chosen = cells.get(f"summary.{factor}")
        if chosen:
            line = {"factor": str(factor), "words": chosen["words"]}
            for name in ("found", "confidence"):
                if chosen.get(name) and cells.get(f"{factor}.{name}"):
                    line[name] = cells[f"{factor}.{name}"]
            lines.append(line)
    return {
        "title": cells.get("summary.title", ""),
        "introduction": cells.get("summary.introduction", ""),
        "lines": lines,
    }
