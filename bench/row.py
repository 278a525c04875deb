"""One line of a benchmark: ours against a named peer, both measured in the same run; and the table of such lines."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import log


@dataclass(frozen=True)
class Row:
    """Seconds of ours and of the peer.

    `limit` is the largest ratio ours/peer that passes, None where there is none. `size` counts what the work grows
    with; rows of the same name at several sizes show the growth. `memory` is the most that ours held at once, in bytes,
    beyond what it was given.
    """

    name: str
    ours: float
    peer: str
    peer_seconds: float
    limit: float | None = None
    size: int | None = None
    memory: int | None = None

    @property
    def ratio(self) -> float:
        return self.ours / self.peer_seconds

    @property
    def is_over(self) -> bool:
        return self.limit is not None and self.ratio > self.limit


def show(rows: Iterable[Row]) -> list[Row]:
    """Prints each row as soon as it is measured, then how each series grows with its size. Returns the rows."""
    seen = []
    for row in rows:
        print(line(row), flush=True)
        seen.append(row)
    for name, exponent in growth(seen).items():
        print(f"{name:36} grows as n^{exponent:.2f}")
    return seen


def line(row: Row) -> str:
    size = "" if row.size is None else f"{row.size:,}"
    memory = "" if row.memory is None else f"{row.memory / 1e6:7.1f} MB"
    limit = "" if row.limit is None else f"limit {row.limit:g}{' OVER' if row.is_over else ''}"
    return (
        f"{row.name:36} {size:>9} {row.ours:9.4f} s {memory:>10}  {row.peer:34} {row.peer_seconds:9.4f} s "
        f"{row.ratio:8.2f}  {limit}"
    )


def growth(rows: Iterable[Row]) -> dict[str, float]:
    """The exponent k for which the smallest and the largest size of a series lie on n^k. 1 is linear."""
    series: dict[str, list[tuple[int, float]]] = {}
    for row in rows:
        if row.size is not None:
            series.setdefault(row.name, []).append((row.size, row.ours))
    ends = {name: (min(points), max(points)) for name, points in series.items()}
    return {
        name: log(large[1] / small[1]) / log(large[0] / small[0])
        for name, (small, large) in ends.items()
        if large[0] > small[0]
    }
