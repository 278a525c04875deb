"""What the clock does: it reminds, and it writes down what the rules already say of procedures whose deadline has
passed.

Every job may run late, twice or on two machines at once: the result is the same.
"""

from datetime import datetime

from tejido.people.commands import send_queued

from .commands import conclude_silence
from .queries.procedures import open_silences
from .reminders import due_reminders


def run_due(at: datetime) -> int:
    """Runs whatever is due at this instant. Returns how many things were done."""
    concluded = sum(conclude_silence(procedure=row, at=at) for row in open_silences())
    reminded = due_reminders(at)
    return concluded + reminded + send_queued(at=at)
