"""What peers read, and what the secretariat needs to ask them. A reviewing seat sees the copy that it was asked to read
and no draft; another seat of its member sees that and what was given; nobody else anything."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.core.exceptions import ObjectDoesNotExist
from django.db.models import Q, QuerySet

from tejido.ledger.actors import Actor
from tejido.registry.models import Seat
from tejido.registry.rules import may_keep_network

from ..models import Readiness, Remark, Review, Submission
from ..names import PEERS


@dataclass(frozen=True, slots=True)
class Reading:
    """A review as its own seat sees it: with the member's answers once it was given."""

    review: Review
    remarks: tuple[Remark, ...]

    @property
    def is_open(self) -> bool:
        row = self.review
        return row.given_at is None and row.declined_at is None and row.submission.closed_at is None


# What was taken back or published is read no more as it was submitted. Of a review that was given its seat keeps the
# review, the remarks and what was answered.
OPEN = Q(submission__closed_at=None)
READABLE = OPEN | ~Q(given_at=None)


def reviews_of(actor: Actor) -> list[Review]:
    """What the seat was asked to read and may read now, and what it has given, the last first. One query."""
    if actor.is_public:
        return []
    return [_as_read(row) for row in _rows().filter(READABLE, seat=actor.seat, declined_at=None).order_by("-at")]


def reading_for(actor: Actor, key: str) -> Reading:
    """The review for its own seat. ObjectDoesNotExist for everybody else, as for an unknown key, and once it was
    declined or, without being given, taken back. The copy itself comes along only while it is with peers."""
    review = _as_read(_rows().get(READABLE, key=key, seat=actor.seat or "-", declined_at=None))
    return Reading(review, tuple(Remark.objects.filter(review=review).select_related("reply")))


def _as_read(review: Review) -> Review:
    """Without the member's words once they are with peers no more."""
    if review.submission.closed_at is not None:
        review.submission.content = {}
    return review


def _rows() -> QuerySet[Review]:
    return Review.objects.select_related("submission__practice__member", "seat__institution__member", "member")


def readiness_of(actor: Actor) -> Readiness | None:
    """Whether the seat has said that it would read what others submit."""
    return Readiness.objects.filter(seat=actor.seat or "-", ended_at=None).first()


@dataclass(frozen=True, slots=True)
class Asking:
    """A submission as the secretariat sees it: who was asked, and who could be."""

    submission: Submission
    reviews: tuple[Review, ...]

    @property
    def lacking(self) -> int:
        """How many more peers are to be asked."""
        return max(0, PEERS - sum(review.declined_at is None for review in self.reviews))

    @property
    def members(self) -> frozenset[str]:
        """Of these no seat can be asked: the member itself, and those of which one was."""
        asked = {review.member_id for review in self.reviews if review.declined_at is None}
        return frozenset(asked | {self.submission.practice.member_id})


def askings(actor: Actor) -> list[Asking]:
    """Every practice that is with peers, the oldest first; for the secretariat alone. Two queries."""
    if may_keep_network(actor) is not None:
        return []
    rows = list(_submissions().order_by("at"))
    found: dict[str, tuple[Review, ...]] = {}
    for review in Review.objects.filter(submission__in=rows).select_related("member", "seat__institution"):
        found[review.submission_id] = (*found.get(review.submission_id, ()), review)
    return [Asking(row, found.get(row.key, ())) for row in rows]


def asking_for(actor: Actor, key: str) -> Asking:
    """ObjectDoesNotExist for everybody but the secretariat, and once the practice is not with peers."""
    found = next((each for each in askings(actor) if each.submission.key == key), None)
    if found is None:
        raise ObjectDoesNotExist
    return found


def _submissions() -> QuerySet[Submission]:
    return Submission.objects.filter(closed_at=None).select_related("practice__member")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A seat that could be asked, and whether it has said that it would read this."""

    seat: Seat
    readiness: Readiness | None
    is_fitting: bool


def candidates(asking: Asking) -> list[Candidate]:
    """The seats of the other members, those that are ready for a theme of the practice first. Two queries."""
    rows = Seat.objects.filter(until=None).exclude(institution__member=None)
    rows = rows.exclude(institution__member__in=asking.members).select_related("institution__member")
    ready: Mapping[str, Readiness] = {row.seat_id: row for row in Readiness.objects.filter(ended_at=None)}
    themes = set(asking.submission.content["themes"])
    found = [Candidate(seat, ready.get(seat.key), _fits(ready.get(seat.key), themes)) for seat in rows]
    return sorted(found, key=_place)


def _fits(readiness: Readiness | None, themes: set[str]) -> bool:
    return readiness is not None and (not readiness.themes or bool(themes.intersection(readiness.themes)))


def _place(found: Candidate) -> tuple[bool, bool, str]:
    return not found.is_fitting, found.readiness is None, found.seat.office
