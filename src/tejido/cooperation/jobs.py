"""What the clock does for projects: it reminds of results. A job that runs late or twice writes once."""

from datetime import datetime

from tejido.registry.queries import day_of

from .letters import tell_due
from .queries import due_projects


def run_due(at: datetime) -> int:
    """Queues what is due at this instant. Returns how many letters are new."""
    found = due_projects(day_of(at))
    return sum(tell_due(row, members, day.isoformat(), at) for row, members, day in found)
