"""Opening to participants, and closing: what was counted becomes what may be published, and the urn is gone."""

from datetime import datetime

from django.db import transaction

from tejido.engine.survey import Limits, Publication, publish
from tejido.ledger.actors import Actor
from tejido.ledger.keys import new_key
from tejido.ledger.refusals import ask
from tejido.nominations.queries import participants

from .. import rules
from ..lines import cells_of, counted, results_data
from ..models import OpenAnswer, Question, Questionnaire, SealedAnswer, Urn
from ..names import ALIKE, THRESHOLD, UNSAID, Act, Dimension
from .writing import lock, write_down


@transaction.atomic
def open_questionnaire(*, actor: Actor, questionnaire: Questionnaire, at: datetime) -> None:
    """Participants answer it from now on, and its questions stay as they are."""
    row = lock(questionnaire)
    ask(rules.may_open(actor, row, list(Question.objects.filter(questionnaire=row))))
    row.opened_at = at
    row.save(update_fields=["opened_at"])
    Urn.objects.create(questionnaire=row)
    write_down(actor, Act.OPENED, row, at, {"occasion": row.occasion, "seminar": row.seminar_id})


@transaction.atomic
def close_questionnaire(*, actor: Actor, questionnaire: Questionnaire, at: datetime) -> None:
    """Nobody answers it any more, ever.

    What may be published is worked out once and kept; the urn is deleted, with it the counts of small groups and the
    roll of who answered. Open answers are written anew in the order of new random keys. Where fewer than five answered
    nothing is kept at all.
    """
    urn = Urn.objects.select_for_update().filter(questionnaire=questionnaire.key).first()
    row = lock(questionnaire)
    ask(rules.may_close(actor, row))
    assert urn is not None  # what is open has one  # noqa: S101
    found = publish(cells_of(urn), Dimension.values, counted(urn), Limits(THRESHOLD, ALIKE, UNSAID))
    row.closed_at, row.answered, row.results = at, found.answered, results_data(found)
    there = participants(row.seminar).count() if row.seminar else 0
    row.participants = max(there, found.answered or 0)  # whoever answered and withdrew afterwards took part in it
    row.save(update_fields=["closed_at", "answered", "results", "participants"])
    _empty(row, urn, found)
    facts = {"participants": row.participants}
    write_down(actor, Act.CLOSED, row, at, {**facts, "answered": found.answered} if found.answered else facts)


def _empty(row: Questionnaire, urn: Urn, found: Publication) -> None:
    sealed = SealedAnswer.objects.filter(question__questionnaire=row)
    if found.answered is not None:
        drawn = sorted((new_key(), each.question_id, each.words) for each in sealed)
        OpenAnswer.objects.bulk_create(OpenAnswer(key=key, question_id=of, words=words) for key, of, words in drawn)
    sealed.delete()
    urn.delete()
