"""What waits for a seat at its desk: reviews to begin again, what its institution was recommended, and invitations."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Exists, OuterRef, QuerySet

from tejido.ledger.actors import Actor
from tejido.mechanisms.rules import may_state
from tejido.registry.queries import day_of

from ..models import Invitation, Recommendation, Review
from ..names import CLOSED
from .reading import invitations_for

SOON = timedelta(days=14)


@dataclass(frozen=True, slots=True)
class Awaited:
    again: tuple[Review, ...] = ()
    recommended: tuple[Recommendation, ...] = ()
    invitations: tuple[Invitation, ...] = ()


def awaited(actor: Actor, at: datetime) -> Awaited:
    """Three queries; none for seats of the network, which review nothing."""
    if not actor.member:
        return Awaited()
    soon = day_of(at) + SOON
    keeps = may_state(actor, actor.member) is None
    again = to_begin(soon).filter(member__code=actor.member) if keeps else ()
    return Awaited(tuple(again), tuple(_recommended(actor, soon, keeps=keeps)), tuple(invitations_for(actor)))


def to_begin(until: date) -> QuerySet[Review]:
    """Closed reviews whose next one was to begin by a day, and has not."""
    later = Review.objects.filter(earlier=OuterRef("pk"))
    rows = Review.objects.filter(next_on__lte=until).exclude(closed_at=None)
    return rows.exclude(Exists(later)).select_related("member")


def _recommended(actor: Actor, soon: date, *, keeps: bool) -> QuerySet[Recommendation]:
    """For the keepers every open recommendation whose day comes; for others those of their own institution."""
    rows = Recommendation.objects.filter(review__member__code=actor.member, by__lte=soon).exclude(standing__in=CLOSED)
    rows = rows.select_related("review__member", "institution")
    return rows if keeps else rows.filter(institution=actor.institution)
