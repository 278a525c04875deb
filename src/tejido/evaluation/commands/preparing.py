"""Questionnaires before they are opened: begun or copied, written, put in order, discarded."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from django.db import transaction

from tejido.ledger.actors import Actor
from tejido.ledger.keys import new_key
from tejido.ledger.refusals import ask
from tejido.seminars.models import Seminar
from tejido.timetable.models import Session

from .. import rules
from ..models import Question, Questionnaire
from ..names import Act, Kind, Way
from .writing import lock, write_down

_COPIED = ("root", "place", "kind", "wording", "options", "is_obligatory")


@transaction.atomic
def begin_questionnaire(
    *,
    actor: Actor,
    seminar: Seminar | None,
    session: Session | None = None,
    occasion: str,
    title: Mapping[str, str],
    source: Questionnaire | None = None,
    at: datetime,
) -> Questionnaire:
    """A questionnaire of a seminar or, without one, a template; with `source`, of the same questions. They keep their
    identity, so that what is answered to them compares."""
    is_of_it = session is not None and seminar is not None and session.seminar_id == seminar.key
    ask(rules.may_begin(actor, title, occasion, has_session=session is not None, is_session_of_it=is_of_it))
    made = Questionnaire.objects.create(
        seminar=seminar, session=session, occasion=occasion, title=dict(title), source=source, at=at,
        office=actor.office, is_demonstration=seminar is not None and seminar.is_demonstration,
    )  # fmt: skip  # one row of a table, read as one
    if source is not None:
        _copy(source, made)
    facts = {"occasion": str(occasion), "seminar": made.seminar_id or "", "source": source.key if source else ""}
    write_down(actor, Act.BEGUN, made, at, facts, details={"title": made.title})
    return made


def _copy(source: Questionnaire, made: Questionnaire) -> None:
    rows = Question.objects.filter(questionnaire=source).values(*_COPIED)
    Question.objects.bulk_create(Question(questionnaire=made, **row) for row in rows)


@transaction.atomic
def discard_questionnaire(*, actor: Actor, questionnaire: Questionnaire, at: datetime) -> None:
    """It goes with its questions. The ledger keeps that it was begun."""
    row = lock(questionnaire)
    ask(rules.may_write(actor, row))
    write_down(actor, Act.DISCARDED, row, at, {"occasion": row.occasion})
    row.delete()


@transaction.atomic
def put_question(
    *,
    actor: Actor,
    questionnaire: Questionnaire,
    question: Question | None = None,
    kind: str,
    wording: Mapping[str, str],
    options: Sequence[Mapping[str, str]] = (),
    is_obligatory: bool = False,
    at: datetime,
) -> Question:
    """A further question at the end, or `question` anew. Answered in another way, or with other choices, it is another
    question: it gets an identity of its own and compares with nothing that was asked before. Raises
    Question.DoesNotExist where it was taken out meanwhile."""
    row = lock(questionnaire)
    several = [dict(words) for words in options] if kind in {Kind.ONE, Kind.SEVERAL} else []
    ask(rules.may_put(actor, row, kind, wording, several))
    found = _written(row, question)
    if (found.kind, len(found.options)) != (kind, len(several)):
        found.root = new_key()
    found.kind, found.wording, found.options, found.is_obligatory = kind, dict(wording), several, is_obligatory
    found.save()
    _write_down(actor, row, at)
    return found


def _written(row: Questionnaire, question: Question | None) -> Question:
    if question is not None:
        return Question.objects.get(key=question.key, questionnaire=row)
    place = Question.objects.filter(questionnaire=row).count() + 1
    return Question(questionnaire=row, root="", place=place, kind="")


@transaction.atomic
def move_question(*, actor: Actor, question: Question, way: Way, at: datetime) -> None:
    """One place earlier or later. Raises Question.DoesNotExist where it was taken out meanwhile."""
    row = lock(question.questionnaire)
    several = list(Question.objects.filter(questionnaire=row))
    here = next((place for place, each in enumerate(several) if each.key == question.key), None)
    if here is None:
        raise Question.DoesNotExist
    there = here + (1 if way == Way.DOWN else -1)
    ask(rules.may_move(actor, row, has_neighbour=0 <= there < len(several)))
    several[here], several[there] = several[there], several[here]
    _number(several)
    _write_down(actor, row, at)


@transaction.atomic
def remove_question(*, actor: Actor, question: Question, at: datetime) -> None:
    row = lock(question.questionnaire)
    ask(rules.may_write(actor, row))
    Question.objects.filter(key=question.key).delete()
    _number(list(Question.objects.filter(questionnaire=row)))
    _write_down(actor, row, at)


def _number(several: Sequence[Question]) -> None:
    for place, each in enumerate(several, 1):
        each.place = place
    Question.objects.bulk_update(several, ["place"])


def _write_down(actor: Actor, row: Questionnaire, at: datetime) -> None:
    several = list(Question.objects.filter(questionnaire=row).values_list("root", flat=True))
    write_down(actor, Act.WRITTEN, row, at, {"questions": several})
