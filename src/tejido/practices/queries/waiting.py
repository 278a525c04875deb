"""What waits for a seat: practices to read, remarks and letters to answer, peers to ask. Each in one or two queries."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.db.models import Count

from tejido.ledger.actors import Actor

from ..models import Enquiry, Practice, Remark, Review
from ..rules import may_tell
from .peers import askings, reviews_of


@dataclass(frozen=True, slots=True)
class ToDo:
    """`reviews` wait to be given; of `remarks` and `letters` the practices with how many wait; `titles` of the
    submissions for which the secretariat has peers to ask, by their keys."""

    reviews: tuple[Review, ...]
    remarks: tuple[tuple[Practice, int], ...]
    letters: tuple[Practice, ...]
    askings: Mapping[str, Mapping[str, str]]


def to_do(actor: Actor) -> ToDo:
    """Nothing for the public. Five queries at most."""
    if actor.is_public:
        return ToDo((), (), (), {})
    is_keeper = bool(actor.member) and may_tell(actor, actor.member) is None
    lacking = {each.submission.key: each.submission.content["title"] for each in askings(actor) if each.lacking}
    return ToDo(
        tuple(row for row in reviews_of(actor) if row.given_at is None),
        tuple(_remarks(actor)) if is_keeper else (),
        tuple(_letters(actor)) if is_keeper else (),
        lacking,
    )


def _remarks(actor: Actor) -> list[tuple[Practice, int]]:
    waiting = Remark.objects.filter(reply=None, review__submission__practice__member__code=actor.member)
    waiting = waiting.exclude(review__given_at=None)
    by = "review__submission__practice"
    counted = dict(waiting.order_by(by).values_list(by).annotate(n=Count("key")))
    rows = Practice.objects.filter(key__in=counted, dropped_at=None)
    return [(row, counted[row.key]) for row in rows]


def _letters(actor: Actor) -> list[Practice]:
    """The practices about which a seat has written last, and nobody answered since."""
    last: dict[tuple[str, str], Enquiry] = {}
    for row in Enquiry.objects.filter(practice__member__code=actor.member).select_related("practice"):
        last[row.practice_id, row.seat_id] = row
    found = {row.practice_id: row.practice for row in last.values() if not row.is_answer}
    return list(found.values())
