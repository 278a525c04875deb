"""What a review asks."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from tejido.ledger.actors import Actor
from tejido.ledger.refusals import ask

from .. import rules
from ..models import Question, Review
from ..names import Act
from .writing import locked, write_down


@transaction.atomic
def enter_question(*, actor: Actor, review: Review, words: Mapping[str, str], at: datetime) -> Question:
    """A further question, at the end."""
    row = locked(review.key)
    ask(rules.may_keep(actor, row) or rules.has_words(words))
    last = Question.objects.filter(review=row).order_by("place").last()
    made = Question.objects.create(
        review=row, place=last.place + 1 if last else 1, words=dict(words), at=at, office=actor.office
    )
    write_down(actor, Act.QUESTION_ENTERED, made, row, at, {"place": made.place}, {"words": made.words})
    return made


@transaction.atomic
def strike_question(*, actor: Actor, question: Question, at: datetime) -> None:
    """It is asked no more. What was found on it stays in the review."""
    review = locked(question.review_id)
    row = Question.objects.select_related("review__member").get(key=question.key)
    ask(rules.may_strike_question(actor, row))
    row.struck_at = at
    row.save(update_fields=["struck_at"])
    write_down(actor, Act.QUESTION_STRUCK, row, review, at)
