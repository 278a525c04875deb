"""What the clock does for reports: it reminds. A job that runs late or twice writes once."""

from datetime import datetime

from .reminders import due_reminders


def run_due(at: datetime) -> int:
    """Queues what is due at this instant. Returns how many letters are new."""
    return due_reminders(at)
