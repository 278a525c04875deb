"""A review from its beginning to its end; the next one begins with what this one asked."""

from datetime import date, datetime
from typing import Any

from django.db import transaction

from tejido.ledger.actors import Actor
from tejido.ledger.keys import row_digest
from tejido.ledger.refusals import ask, must_be_as_seen
from tejido.mechanisms.rules import may_state
from tejido.registry.models import Member

from .. import rules
from ..models import Question, Review
from ..names import Act
from .writing import locked, write_down


@transaction.atomic
def begin_review(
    *, actor: Actor, member: Member, at: datetime, is_demonstration: bool = False, **values: Any
) -> Review:
    """A review of the member, or of an `area` or an `initiative` of it. With an `earlier` one it begins with the
    questions of that."""
    ask(may_state(actor, member.code))
    row = Review(member=member, at=at, office=actor.office, is_demonstration=is_demonstration, **values)
    ask(rules.is_sound(row))
    row.save(force_insert=True)
    if row.earlier is not None:
        _ask_again(row, row.earlier, at)
    facts = {"earlier": row.earlier_id or ""}
    write_down(actor, Act.REVIEW_BEGUN, row, row, at, facts, {"title": row.title})
    return row


def _ask_again(row: Review, earlier: Review, at: datetime) -> None:
    asked = Question.objects.filter(review=earlier, struck_at=None)
    Question.objects.bulk_create(
        Question(review=row, place=place, words=one.words, earlier=one, at=at, office=row.office)
        for place, one in enumerate(asked, 1)
    )


@transaction.atomic
def change_review(*, actor: Actor, review: Review, seen: str, at: datetime, **values: Any) -> None:
    """Another title or other days. `seen` is the digest of the row that was looked at."""
    row = locked(review.key)
    ask(rules.may_keep(actor, row) or must_be_as_seen(row_digest(row), seen))
    for name, value in values.items():
        setattr(row, name, value)
    ask(rules.is_sound(row))
    row.save()
    facts = {"since": row.since.isoformat(), "until": _day(row.until), "next": _day(row.next_on)}
    write_down(actor, Act.REVIEW_CHANGED, row, row, at, facts, {"title": row.title})


@transaction.atomic
def close_review(*, actor: Actor, review: Review, at: datetime, next_on: date | None = None) -> None:
    """What was found stays as it is, peers read it no more, and the next one is to begin on a day."""
    row = locked(review.key)
    ask(rules.may_close(actor, row, next_on))
    row.closed_at, row.next_on = at, next_on
    row.save(update_fields=["closed_at", "next_on"])
    write_down(actor, Act.REVIEW_CLOSED, row, row, at, {"next": _day(next_on)})


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""
