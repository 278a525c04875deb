"""Answers going into the urn. Neither is an act of a seat that anybody could trace: a participant's answer has no line
in the ledger, and no row with a time."""

import secrets
from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from tejido.ledger.actors import Actor
from tejido.ledger.refusals import ask
from tejido.nominations.models import Nominee
from tejido.nominations.queries import participants

from .. import rules
from ..lines import Person, answered, are_likely, cast, token_digest
from ..models import Question, Questionnaire, SealedAnswer, Urn
from ..names import CLOSED, UNSAID, Act, Ballot
from .writing import write_down

_RANDOM_BITS = 62


@transaction.atomic
def answer(*, nominee: Nominee, questionnaire: Questionnaire, token: str, ballot: Ballot) -> None:
    """A participant's answers, once. No act: it is nobody's to know who answered when.

    `token` was made for the page on which they were typed. Sent again with the same token, as a phone does that lost
    the line, they are counted once and nothing is refused. Raises Questionnaire.DoesNotExist where the questionnaire is
    not of the participant's seminar.
    """
    urn = Urn.objects.select_for_update().filter(questionnaire=questionnaire.key).first()
    row = Questionnaire.objects.get(key=questionnaire.key, seminar=nominee.call.seminar_id)
    digest, questions = token_digest(token), list(Question.objects.filter(questionnaire=row))
    known = urn.roll.get(nominee.key) if urn else None
    if known == digest:
        return
    ask(rules.may_answer(row, questions, ballot, has_answered=known is not None))
    assert urn is not None  # what is open has one  # noqa: S101
    urn.roll = {key: {**urn.roll, nominee.key: digest}[key] for key in sorted({*urn.roll, nominee.key})}
    _put(urn, questions, [(person_of(nominee), ballot)])


def person_of(nominee: Nominee) -> Person:
    branch = nominee.institution.branch if nominee.institution else UNSAID
    return Person(nominee.sex, nominee.grade, branch)


@transaction.atomic
def enter_papers(
    *, actor: Actor, questionnaire: Questionnaire, token: str, sheets: Sequence[tuple[Person, Ballot]], at: datetime
) -> None:
    """Answers that came on paper. `token` was made for the page on which they were typed, so that a batch sent twice is
    refused the second time. The line in the ledger does not say how many they were."""
    urn = Urn.objects.select_for_update().filter(questionnaire=questionnaire.key).first()
    row = Questionnaire.objects.select_related("seminar").get(key=questionnaire.key)
    questions, digest = list(Question.objects.filter(questionnaire=row)), token_digest(token)
    held = urn or Urn()
    people = [person_of(nominee) for nominee in participants(row.seminar)] if row.seminar else []
    left, is_likely = len(people) - answered(held), are_likely(people, held, [person for person, _ballot in sheets])
    said = [rules.fits(questions, ballot) for _person, ballot in sheets]
    ask(rules.may_enter_papers(actor, row, said, is_new=digest not in held.papers, left=left, is_likely=is_likely))
    held.papers = sorted([*held.papers, digest])
    _put(held, questions, sheets)
    write_down(actor, Act.PAPERS_ENTERED, row, at, {})


def _put(urn: Urn, questions: Sequence[Question], sheets: Sequence[tuple[Person, Ballot]]) -> None:
    for person, ballot in sheets:
        cast(urn, questions, person, ballot)
    urn.save()
    words = [
        SealedAnswer(id=secrets.randbits(_RANDOM_BITS), question=question, words=str(given).strip())
        for _person, ballot in sheets for question in questions
        if question.kind not in CLOSED and (given := ballot.get(question.key))
    ]  # fmt: skip  # one row of a table, read as one
    SealedAnswer.objects.bulk_create(sorted(words, key=lambda each: each.id))
