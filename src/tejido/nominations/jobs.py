"""What the clock does for nominations: it reminds, and it deletes what persons gave when its time is over. A job that
runs late or twice does the same."""

from datetime import datetime

from .commands import erase_call
from .queries.calls import calls_to_erase
from .reminders import due_reminders


def run_due(at: datetime) -> int:
    """Does what is due at this instant. Returns how many things were done."""
    erased = sum(erase_call(call=call, at=at) for call in calls_to_erase(at))
    return erased + due_reminders(at)
