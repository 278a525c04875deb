"""Who was there: numbers given, lists entered all at once, corrected, and participants who enter themselves."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from django.conf import settings
from django.db import transaction

from tejido.ledger.actors import Actor
from tejido.ledger.refusals import ask
from tejido.nominations.models import Nominee
from tejido.nominations.queries import participants
from tejido.seminars.models import Seminar
from tejido.timetable.models import Session

from .. import rules
from ..models import Mark, Number
from ..names import Act, Standing, Way
from ..proof import is_room_code, marks_digest
from ..queries import marks_of
from .writing import lock, lock_session, write_down


@transaction.atomic
def number_participants(*, actor: Actor, seminar: Seminar, at: datetime) -> int:
    """Gives every participant a number who has none, in the order of the list; those that were given stay. How many."""
    row = lock(seminar)
    given = Number.objects.filter(seminar=row)
    lacking = list(participants(row).exclude(key__in=given.values("nominee")))
    ask(rules.may_number(actor, lacking=len(lacking)))
    last = given.order_by("number").last()
    first = last.number + 1 if last else 1
    made = [
        Number(seminar=row, nominee=nominee, number=number, at=at, office=actor.office)
        for number, nominee in enumerate(lacking, first)
    ]
    Number.objects.bulk_create(made)
    write_down(actor, Act.PARTICIPANTS_NUMBERED, row, at, {"count": len(made), "first": first})
    return len(made)


@transaction.atomic
def enter_all(*, actor: Actor, session: Session, given: Mapping[str, str], seen: str, at: datetime) -> int:
    """The whole list at once: what is said of each nominee, a `Standing`. What is said as before stays as it is; the
    rest is a correction, and what stood before is kept. `seen` is the digest of what was read (`proof.marks_digest`).
    How many were changed."""
    row = lock_session(session)
    standing = marks_of(row)
    known = set(participants(row.seminar).values_list("key", flat=True))
    is_as_seen = marks_digest(standing) == seen
    ask(rules.may_enter_all(actor, row, given, standing, known, is_as_seen=is_as_seen))
    changed = {key: said for key, said in given.items() if standing.get(key, "") != said}
    _enter(row, changed, Way.LIST, at, actor.office)
    _write(actor, row, at, Way.LIST, len(changed))
    return len(changed)


@transaction.atomic
def enter_numbers(*, actor: Actor, session: Session, numbers: Sequence[int], at: datetime) -> int:
    """From a paper list: these numbers signed, so they were there. Of the others nothing is said. How many were not
    entered as present before."""
    row = lock_session(session)
    standing = marks_of(row)
    known = dict(Number.objects.filter(seminar=row.seminar).values_list("number", "nominee"))
    there = [known[number] for number in dict.fromkeys(numbers) if number in known]
    changed = {key: str(Standing.PRESENT) for key in there if standing.get(key) != Standing.PRESENT}
    ask(rules.may_enter_numbers(actor, row, numbers, known, is_new=bool(changed)))
    _enter(row, changed, Way.PAPER, at, actor.office)
    _write(actor, row, at, Way.PAPER, len(changed))
    return len(changed)


@transaction.atomic
def check_in(*, nominee: Nominee, session: Session, code: str, at: datetime) -> None:
    """A participant enters themselves with the code that the screen of the room shows. No act of a seat, so no line;
    the next line of the session holds the digest of all that stands."""
    row = lock_session(session)
    is_right = is_room_code(settings.SECRET_KEY, row.key, code, at)
    is_present = marks_of(row).get(nominee.key) == Standing.PRESENT
    ask(rules.may_enter_oneself(row, at, is_right=is_right, is_present=is_present))
    _enter(row, {nominee.key: str(Standing.PRESENT)}, Way.CODE, at, "")


def _enter(session: Session, changed: Mapping[str, str], way: Way, at: datetime, office: str) -> None:
    Mark.objects.filter(session=session, nominee__in=list(changed), ended_at=None).update(ended_at=at)
    Mark.objects.bulk_create(
        Mark(session=session, nominee_id=key, standing=said, way=way, at=at, office=office)
        for key, said in changed.items()
    )


def _write(actor: Actor, session: Session, at: datetime, way: Way, changed: int) -> None:
    marks = marks_of(session)
    facts = {
        "seminar": session.seminar_id,
        "number": session.number,
        "way": str(way),
        "changed": changed,
        "marks": marks_digest(marks),
        **_counted(marks.values()),
    }
    write_down(actor, Act.ATTENDANCE_ENTERED, session, at, facts)


def _counted(standings: Iterable[str]) -> dict[str, int]:
    found = Counter(map(str, standings))
    return {str(standing): found[str(standing)] for standing in Standing}
