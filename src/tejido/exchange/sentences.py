"""Why what waits for a node is not there yet, in words."""

from .names import Trouble
from .queries.lines import NodeLine


def trouble(row: NodeLine) -> str:
    """Empty where the line is well, or was never tried."""
    problem = row.contact.problem if row.contact else ""
    if not problem:
        return ""
    return str(Trouble(problem if problem in Trouble.values else Trouble.OTHER).label)
