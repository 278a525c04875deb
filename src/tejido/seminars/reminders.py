"""Reminders of what has to be done for a seminar: to whose task it is, a week before its day, and once when the day has
passed."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from functools import partial

from django.conf import settings
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from tejido.meetings.letters import queue
from tejido.people.models import Account
from tejido.registry.names import Role
from tejido.registry.queries import accounts_of_body, network_body
from tejido.registry.queries.mandates import held_at
from tejido.web.languages import in_my_language

from .models import Seminar, Task
from .names import Responsible
from .queries import open_tasks, today_at
from .words import seminar_title

SOON, LATELY = timedelta(days=7), timedelta(days=8)
_ROLES = {
    Responsible.SECRETARIAT: Role.SECRETARIAT,
    Responsible.CHAIR: Role.CHAIR,
    Responsible.TRANSLATOR: Role.TRANSLATOR,
}


def due_reminders(at: datetime) -> int:
    """Queues every reminder that is due and was not sent. A job that runs twice writes once. What moved to another day
    is reminded of anew."""
    return sum(_reminders(at))


def _reminders(at: datetime) -> Iterator[int]:
    for task in open_tasks():
        stage = stage_of(task.due, today_at(task.seminar, at))
        if stage and is_known(task):
            occasion = f"seminar-task:{task.key}:{task.due:%Y%m%d}:{stage}"
            yield queue(who_does(task, at), partial(_words, task, stage), occasion=occasion, at=at)


def stage_of(due: date, today: date) -> str:
    """Which reminder is due: "soon", "over", or none: before all, and long after."""
    if today <= due:
        return "soon" if due - SOON <= today else ""
    return "over" if today - due <= LATELY else ""


def is_known(task: Task) -> bool:
    """Of a seminar in preparation nobody but the secretariat is written to."""
    return task.seminar.was_announced or task.responsible == Responsible.SECRETARIAT


def who_does(task: Task, at: datetime) -> list[Account]:
    """Who holds the seats whose task it is."""
    if task.responsible == Responsible.HOST:
        host = task.seminar.host
        return list(accounts_of_body(network_body(), at).get(host.code, ())) if host else []
    role = _ROLES[Responsible(task.responsible)]
    held = held_at(at).filter(seat__role=role, seat__institution__member=None, account__is_active=True)
    return [mandate.account for mandate in held.select_related("account")]


def _words(task: Task, stage: str) -> tuple[str, list[str]]:
    """The day and where to look; how things stand is on the page."""
    day = date_format(task.due, "DATE_FORMAT")
    said = _("Reminder: due on %(day)s: %(what)s") if stage == "soon" else _("Overdue since %(day)s: %(what)s")
    subject = said % {"day": day, "what": in_my_language(task.what)}
    return subject, [subject, seminar_title(task.seminar), address(task.seminar)]


def address(seminar: Seminar) -> str:
    return f"{settings.ORIGIN}/seminars/{seminar.key}/checklist/"
