"""Norms that make courses mandatory, and for how long a completion counts."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Q, QuerySet

from tejido.adaptation.queries import shown_to
from tejido.ledger.actors import Actor
from tejido.registry.models import Body
from tejido.registry.queries import bodies_of
from tejido.registry.rules import tasks
from tejido.training.models import Course

from ..models import Obligation
from ..rules import reads
from .schools import keeps, readable

_RELATED = "body__member", "body__institution", "course__derivation__text__body", "follows"
SOON = timedelta(days=60)  # how long before its end a norm without a follower is brought up


def obligations_for(actor: Actor) -> list[Obligation]:
    """The norms that the actor may read, those that oblige since lately first; struck out ones left out."""
    rows = Obligation.objects.filter(readable(actor) | shown_to(actor, "body__member"), struck_at=None)
    return list(rows.select_related(*_RELATED))


def obligation_for(actor: Actor, key: str) -> Obligation:
    """Obligation.DoesNotExist for who may not read it, exactly as for an unknown key."""
    found = Obligation.objects.select_related(*_RELATED).get(key=key)
    is_own = bool(tasks(actor, found.body))
    if not reads(actor, found.body, found.audience) or (found.struck_at and not is_own):
        raise Obligation.DoesNotExist
    return found


def obligations_of_course(actor: Actor, course: Course, day: date) -> list[Obligation]:
    """What obliges to this course on the day, as far as the actor may read it: the norms that name it first."""
    rows = _about(course).filter(readable(actor) | shown_to(actor, "body__member"))
    return [row for row in _nearest_first(course, rows) if row.holds_on(day)]


def validity_of(course: Course, day: date, space: Body | None = None) -> int | None:
    """For how many months a completion of the course on that day counts; None where no norm says it.

    The nearest norm that says it: one that names the course; else one of the space (that of the course, or the school's
    that taught it) for the cadre of the course; else one of its member's own space. Of several, the one that obliges
    since lately. One query.
    """
    return validities_of(course, space)(day)


def validities_of(course: Course, space: Body | None = None) -> Callable[[date], int | None]:
    """`validity_of` for any number of days, in one query."""
    rows = [row for row in _nearest_first(course, _about(course, space)) if row.validity is not None]

    def on(day: date) -> int | None:
        return next((row.validity for row in rows if row.holds_on(day)), None)

    return on


def _about(course: Course, space: Body | None = None) -> QuerySet[Obligation]:
    """The norms that name the course, and those that oblige its cadre in its space or its state."""
    body = course.derivation.text.body
    bodies = Q(body=body) | Q(body__institution=None, body__member=body.member_id)
    if space is not None:
        bodies |= Q(body=space)
    rows = Obligation.objects.filter(Q(course=course) | (Q(course=None) & bodies), struck_at=None)
    return rows.select_related(*_RELATED)


def _nearest_first(course: Course, rows: Iterable[Obligation]) -> list[Obligation]:
    fitting = [row for row in rows if row.course_id or str(course.officials) in row.cadres]
    return sorted(fitting, key=lambda row: (row.course_id is None, row.body.institution_id is None))


def history_of(row: Obligation) -> list[Obligation]:
    """The norms that this one took the place of, the latest first, and not itself. One query for each."""
    found: list[Obligation] = []
    before = row.follows
    while before is not None:
        found.append(before)
        before = Obligation.objects.filter(key=before.follows_id).first() if before.follows_id else None
    return found


def follower_of(row: Obligation) -> Obligation | None:
    return Obligation.objects.filter(follows=row, struck_at=None).first()


def choosable_courses(actor: Actor, body: Body) -> list[Course]:
    """The courses that a norm of this space can name: its own, and those of its state that the actor takes part in."""
    mine = [b.key for b in bodies_of(actor) if b.key == body.key or (b.member_id == body.member_id and b.member_id)]
    rows = Course.objects.filter(derivation__text__body__in=mine)
    of_state = Q(derivation__text__body__institution=None) | Q(derivation__text__body=body.key)
    return list(rows.filter(of_state).select_related("derivation__text__body"))


@dataclass(frozen=True, slots=True)
class Running:
    """A norm that ends soon and has no follower."""

    obligation: Obligation
    until: date


def running_out(actor: Actor, day: date) -> list[Running]:
    """What ends soon in the spaces that the actor keeps, the soonest first."""
    ending = Obligation.objects.filter(readable(actor), struck_at=None, until__gt=day, until__lte=day + SOON)
    rows = [row for row in ending.select_related("body__member") if keeps(actor, row.body)]
    followed = set(Obligation.objects.filter(follows__in=rows, struck_at=None).values_list("follows_id", flat=True))
    found = [Running(row, row.until) for row in rows if row.key not in followed and row.until]
    return sorted(found, key=lambda each: (each.until, each.obligation.key))
