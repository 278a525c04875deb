"""What the pages of seminars show beside the rows themselves."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from tejido.curriculum.models import Revision, Text
from tejido.curriculum.queries import editions_of
from tejido.ledger.actors import Actor
from tejido.registry.models import Event
from tejido.web.dates import span

from .models import Seminar, Task
from .names import Taught
from .queries import AHEAD, CycleLine, event_of, offers_for
from .rules import answers_for, may_do, may_reopen
from .words import newer, offer_words


@dataclass(frozen=True, slots=True)
class PartLine:
    """A part of a cycle in a list, as exact as what it is told by."""

    seminar: Seminar
    event: Event | None

    @property
    def since(self) -> str:
        return self.event.since if self.event else self.seminar.since

    @property
    def until(self) -> str:
        return self.event.until if self.event else self.seminar.until

    @property
    def place(self) -> Mapping[str, str]:
        return dict(self.event.place if self.event else self.seminar.place)

    @property
    def title(self) -> Mapping[str, str]:
        return dict(self.event.title if self.event else self.seminar.title)

    @property
    def is_day(self) -> bool:
        """Whether the days are known."""
        found = span(self.since)
        return found is not None and found[0] == found[1]


@dataclass(frozen=True, slots=True)
class CycleShown:
    line: CycleLine
    parts: Sequence[PartLine]


def shown(lines: Sequence[CycleLine]) -> list[CycleShown]:
    """Cycles with their parts as lines. One query."""
    events = event_of(part for line in lines for part in line.parts)
    return [CycleShown(line, [PartLine(row, events.get(row.key)) for row in line.parts]) for line in lines]


@dataclass(frozen=True, slots=True)
class TextTaken:
    """One of the two texts of a seminar: what is taken of it, where it is read, and what else can be taken."""

    which: Taught
    text: Text | None
    taken: Revision | None
    words: str
    others: Sequence[tuple[str, str]]
    newest: str
    newest_words: str
    changes: str


def texts_of(seminar: Seminar) -> list[TextTaken]:
    """The text that is taught, then the structure. Six queries."""
    cycle = seminar.cycle
    pairs = ((Taught.TEXT, cycle.text, seminar.revision), (Taught.STRUCTURE, cycle.structure, seminar.structure))
    return [_taken(which, text, taken) for which, text, taken in pairs]


def _taken(which: Taught, text: Text | None, taken: Revision | None) -> TextTaken:
    offers = offers_for(text, taken)
    fresh = newer(offers)
    newest = fresh[0] if fresh else None
    return TextTaken(
        which,
        text,
        taken,
        state_words(taken),
        [(offer.revision.key, offer_words(offer)) for offer in offers if offer is not newest],
        newest.revision.key if newest else "",
        offer_words(newest) if newest else "",
        _changes(taken, newest.revision) if newest and taken else "",
    )


def _changes(old: Revision, new: Revision) -> str:
    """Where what lies between two revisions of a text is read."""
    return f"{reverse('curriculum:changes', args=[new.text.slug])}?from={old.number}&to={new.number}"


def state_words(revision: Revision | None) -> str:
    """What is taken, as the number of its revision and, where it is one, of its edition. One query."""
    if revision is None:
        return ""
    edition = edition_of(revision)
    words = _("Revision %(number)s") % {"number": revision.number}
    return words if edition is None else _("Edition %(number)s") % {"number": edition} + f" · {words}"


def edition_of(revision: Revision | None) -> int | None:
    """The number of the edition that is taught, for those who may know of editions alone."""
    if revision is None:
        return None
    return next((row.number for row in editions_of(revision.text) if row.revision_id == revision.key), None)


@dataclass(frozen=True, slots=True)
class TaskLine:
    """A task as the reader's seat finds it. `is_pressing`: it is this seat's to do, and soon."""

    task: Task
    due: date
    is_overdue: bool
    is_pressing: bool
    may_do: bool
    may_reopen: bool


def task_lines(actor: Actor, tasks: Sequence[Task], today: date) -> list[TaskLine]:
    """Tasks by their days. No query."""
    return [
        TaskLine(
            task,
            task.due,
            task.done_at is None and task.due < today,
            answers_for(actor, task) and task.due - AHEAD <= today,
            may_do(actor, task) is None,
            may_reopen(actor, task) is None,
        )
        for task in tasks
    ]
