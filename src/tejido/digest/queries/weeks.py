"""A week of a person, in words that may leave the node."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from tejido.desk.queries import Waiting, Work, waiting_in, work_of
from tejido.desk.queries.by_mail import is_shared
from tejido.meetings.queries.meetings import upcoming_for
from tejido.meetings.words import title_of
from tejido.people.models import Account
from tejido.registry.models import Mandate, Seat
from tejido.registry.queries import actor_of, mandates_of
from tejido.web.languages import in_my_language

from ..names import AHEAD
from .changes import Change, changes_of


@dataclass(frozen=True, slots=True)
class Part:
    """What waits in one seat: lines that may be named (with `mail`), and how many more there are, of which so many are
    overdue or have a date within a week."""

    seat: Seat
    named: tuple[Waiting, ...]
    more: int
    more_soon: int


@dataclass(frozen=True, slots=True)
class Coming:
    """A date of the next week, or of the last one, that concerns the seat's bodies."""

    what: str
    title: str
    path: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Week:
    """What a letter tells. `seats` counts all of the person's, also those in which nothing waits."""

    since: datetime
    parts: tuple[Part, ...]
    changes: tuple[Change, ...]
    coming: tuple[Coming, ...]
    seats: int

    @property
    def is_quiet(self) -> bool:
        """Nothing waits, nothing has changed, and no date is near: no letter is written."""
        return not (self.parts or self.changes or self.coming)


def week_for(account: Account, since: datetime, at: datetime) -> Week:
    """In the language and on the clocks that are on. A constant number of queries for each seat."""
    mandates = sorted(mandates_of(str(account.pk), at), key=lambda row: row.seat.office)
    works = [(mandate, work_of(actor_of(mandate), at)) for mandate in mandates]
    parts = [part for mandate, work in works if (part := _part(mandate, work, at))]
    changes = {
        (change.what, change.path): change
        for mandate, work in works
        for change in changes_of(actor_of(mandate), since, at, work.bodies)
    }
    coming = {(each.what, each.path): each for mandate, work in works for each in _coming(mandate, work, since, at)}
    return Week(
        since,
        tuple(parts),
        tuple(sorted(changes.values(), key=lambda change: change.at)),
        tuple(sorted(coming.values(), key=lambda each: each.at)),
        len(mandates),
    )


def _part(mandate: Mandate, work: Work, at: datetime) -> Part | None:
    waiting = [item for item in waiting_in(work) if not item.is_sealed]
    if not waiting:
        return None
    unnamed = [item for item in waiting if not item.mail]
    soon = sum(item.until is not None and item.until <= at + AHEAD for item in unnamed)
    return Part(mandate.seat, tuple(item for item in waiting if item.mail), len(unnamed), soon)


def _coming(mandate: Mandate, work: Work, since: datetime, at: datetime) -> Iterator[Coming]:
    """Rounds that closed and will close, silences that end, meetings that begin; of bodies of several members. One
    query, where the seat meets anybody."""
    for context in work.rounds:
        title, path = in_my_language(context.text.title), f"/rounds/{context.round.key}/"
        if is_shared(context.body) and since < context.deadline <= at + AHEAD:
            yield Coming(_closing(context.deadline, at), title, path, context.deadline)
    for state in work.procedures:
        if is_shared(state.text.body) and state.deadline is not None and at < state.deadline <= at + AHEAD:
            title = in_my_language(state.text.title)
            yield Coming(_("The silence ends"), title, f"/procedures/{state.procedure.key}/", state.deadline)
    yield from _meetings(mandate, work, at)


def _closing(deadline: datetime, at: datetime) -> str:
    return _("The round closes") if deadline > at else _("The round closed")


def _meetings(mandate: Mandate, work: Work, at: datetime) -> Sequence[Coming]:
    ahead = upcoming_for(actor_of(mandate), at, work.bodies) if work.bodies else []
    rows = [context.meeting for context in ahead if is_shared(context.body)]
    return [
        Coming(_("The meeting begins"), title_of(row), f"/meetings/{row.key}/", row.starts_at)
        for row in rows
        if at < row.starts_at <= at + AHEAD
    ]
