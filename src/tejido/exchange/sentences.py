"""Why what waits for a node is not there yet, in words."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING

from .names import Errand, Trouble
from .queries.lines import NodeLine
from .refusals import reason

if TYPE_CHECKING:  # sentences name the types of rows and never touch tables
    from .models import Holdup


def trouble(row: NodeLine) -> str:
    """Empty where the line is well, or was never tried."""
    problem = row.contact.problem if row.contact else ""
    if not problem:
        return ""
    return str(Trouble(problem if problem in Trouble.values else Trouble.OTHER).label)


def held_up(rows: Iterable[Holdup]) -> list[tuple[str, str, datetime | None]]:
    """What a peer refused: which errand, why, and when it is tried again."""
    return [(str(Errand(row.errand).label), reason(row.problem), row.next_at) for row in rows]
