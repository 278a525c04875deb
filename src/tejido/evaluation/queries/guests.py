"""Questionnaires for participants, who have no account: those of their own seminar, open or with released results."""

from dataclasses import dataclass

from tejido.nominations.models import Nominee

from ..models import Question, Questionnaire, Urn
from .questionnaires import RELATED


@dataclass(frozen=True, slots=True)
class Door:
    """A questionnaire as a participant finds it. `token` is the digest of what they answered with, empty before."""

    questionnaire: Questionnaire
    questions: tuple[Question, ...]
    token: str


def doors_of(nominee: Nominee) -> list[Questionnaire]:
    """What the participant may answer or read now, whether they answered or not."""
    rows = Questionnaire.objects.select_related(*RELATED).defer("results")
    several = rows.filter(seminar=nominee.call.seminar_id, opened_at__isnull=False)
    return [row for row in several if row.is_open or row.released_at]


def door_of(nominee: Nominee, key: str) -> Door:
    """Questionnaire.DoesNotExist for one of another seminar, or one that was never opened."""
    rows = Questionnaire.objects.select_related(*RELATED).defer("results")
    row = rows.get(key=key, seminar=nominee.call.seminar_id, opened_at__isnull=False)
    urn = Urn.objects.only("roll").filter(questionnaire=row).first()
    token = urn.roll.get(nominee.key, "") if urn else ""
    return Door(row, tuple(Question.objects.filter(questionnaire=row)), token)


def summary_of(nominee: Nominee, key: str) -> Questionnaire:
    """Questionnaire.DoesNotExist until the results are released."""
    rows = Questionnaire.objects.select_related(*RELATED)
    return rows.get(key=key, seminar=nominee.call.seminar_id, released_at__isnull=False)
