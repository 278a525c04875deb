"""Reminders: a week, two days and one day before a deadline, to members that have nominated nobody."""

from datetime import datetime

from tejido.meetings.reminders import stage

from .letters import remind
from .queries.calls import called_members, calls_running, deadline_in, extensions_of, members_silent


def due_reminders(at: datetime) -> int:
    """Queues every reminder that is due and was not sent. A job that runs twice writes once."""
    running, sent = calls_running(at), 0
    members, later = called_members(at) if running else [], extensions_of(running)
    for call in running:
        for member in members_silent(call, members):
            deadline = deadline_in(call, later, member.code)
            due = stage(deadline, at)
            if due is not None:
                sent += remind(call, member, f"call:{call.key}:{deadline:%Y%m%d%H%M}:{due}", at)
    return sent
