"""Reminders: a week, two days and one day before a deadline, to members that have nominated nobody."""

from datetime import datetime

from tejido.meetings.reminders import stage

from .letters import remind
from .queries.calls import calls_running, deadline_for, members_silent


def due_reminders(at: datetime) -> int:
    """Queues every reminder that is due and was not sent. A job that runs twice writes once."""
    sent = 0
    for call in calls_running(at):
        for member in members_silent(call, at):
            deadline = deadline_for(call, member.code)
            due = stage(deadline, at)
            if due is not None:
                sent += remind(call, member, f"call:{call.key}:{deadline:%Y%m%d%H%M}:{due}", at)
    return sent
