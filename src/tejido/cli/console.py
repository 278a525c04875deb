"""What people and scripts see: answers on standard output, progress and remarks on standard error."""

import json
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

Progress = Callable[[str, int, int], None]


def say(sentence: str) -> None:
    """A remark, for people only."""
    print(sentence, file=sys.stderr, flush=True)


def answer(data: Any, text: str, *, as_json: bool) -> None:
    """The answer of a command: one JSON document, or what a person reads."""
    print(json.dumps(data, ensure_ascii=False, indent=2) if as_json else text)


def table(head: Sequence[str], rows: Sequence[Sequence[object]]) -> str:
    """Columns as wide as what they hold, so that nothing is cut off when the answer goes into a file."""
    cells = [[str(cell) for cell in row] for row in (head, *rows)]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    lines = ("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) for row in cells)
    return "\n".join(line.rstrip() for line in lines)


@contextmanager
def progress() -> Iterator[Progress]:
    """A function (stage, done, of all) that shows how far long work is: a bar in a terminal, else a line per stage."""
    if not sys.stderr.isatty():
        yield _by_lines()
        return
    from rich.console import Console
    from rich.progress import Progress as Bars

    with Bars(console=Console(stderr=True), transient=True) as bars:
        tasks: dict[str, Any] = {}

        def show(stage: str, done: int, total: int) -> None:
            if stage not in tasks:
                tasks[stage] = bars.add_task(stage, total=total)
            bars.update(tasks[stage], completed=done, total=total)

        yield show


def _by_lines() -> Progress:
    told: set[str] = set()

    def show(stage: str, _done: int, _total: int) -> None:
        if stage not in told:
            told.add(stage)
            say(f"{stage}…")

    return show
