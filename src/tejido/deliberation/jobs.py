"""What the clock does: it reminds, and it writes down what the rules already say of procedures whose deadline has
passed.

Every job may run late, twice or on two machines at once: the result is the same.
"""

from datetime import datetime, timedelta

from .commands import conclude_silence
from .queries.procedures import ended_silences
from .reminders import due_reminders

# An objection that came in time may still wait for its turn to be written down when the deadline has just passed.
PATIENCE = timedelta(minutes=1)


def run_due(at: datetime) -> int:
    """Runs whatever is due at this instant. Returns how many things were done."""
    settled = at - PATIENCE
    concluded = sum(conclude_silence(procedure=row, at=settled) for row in ended_silences(settled))
    return concluded + due_reminders(at)
