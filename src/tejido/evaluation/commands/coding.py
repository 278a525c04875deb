"""Reading open answers, laying them against passages and topics, and releasing the results."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from django.db import transaction

from tejido.curriculum.queries import document_of
from tejido.ledger.actors import Actor
from tejido.ledger.refusals import ask
from tejido.web.languages import filled

from .. import rules
from ..models import OpenAnswer, Questionnaire, Topic
from ..names import Act
from .writing import lock, write_down


@dataclass(frozen=True, slots=True)
class Coding:
    """What the reader of an open answer makes of it. `translations` are words by language."""

    language: str
    paraphrase: str = ""
    is_withheld: bool = False
    passages: Sequence[str] = ()
    topics: Sequence[str] = ()
    translations: Mapping[str, str] = field(default_factory=dict)


@transaction.atomic
def code_answer(*, actor: Actor, answer: OpenAnswer, coding: Coding, at: datetime) -> None:
    """Marks an answer as read, with what it is about. The line holds none of its words and nothing of what they are
    about: it stays when an answer that is withheld is erased."""
    row = lock(answer.question.questionnaire)
    revision = row.seminar.revision if row.seminar else None
    there = frozenset(passage.id for passage in document_of(revision)) if revision else frozenset()
    known = Topic.objects.filter(retired_at=None).values_list("key", flat=True)
    ask(rules.may_code(actor, row, coding.topics, [*known, *answer.topics], coding.passages, there))
    OpenAnswer.objects.filter(key=answer.key).update(
        language=coding.language, paraphrase=coding.paraphrase.strip(), is_withheld=coding.is_withheld, is_read=True,
        passages=sorted(set(coding.passages)), topics=sorted(set(coding.topics)),
        translations=filled(coding.translations),
    )  # fmt: skip  # one row of a table, read as one
    write_down(actor, Act.ANSWER_CODED, answer, at, {"questionnaire": row.key})


@transaction.atomic
def release_results(*, actor: Actor, questionnaire: Questionnaire, at: datetime) -> None:
    """Every seat of the network reads the results from now on, and participants a summary. The words that were
    paraphrased or withheld are erased."""
    row = lock(questionnaire)
    answers = list(OpenAnswer.objects.filter(question__questionnaire=row))
    ask(rules.may_release(actor, row, answers))
    for each in answers:
        each.words, each.paraphrase = each.shown, ""
        if each.is_withheld:
            each.passages, each.topics, each.translations = [], [], {}
    OpenAnswer.objects.bulk_update(answers, ["words", "paraphrase", "passages", "topics", "translations"])
    row.released_at = at
    row.save(update_fields=["released_at"])
    write_down(actor, Act.RELEASED, row, at, {"answered": row.answered, "seminar": row.seminar_id})


@transaction.atomic
def add_topic(*, actor: Actor, name: Mapping[str, str], at: datetime) -> Topic:
    ask(rules.may_add_topic(actor, name))
    made = Topic.objects.create(name=dict(name), at=at, office=actor.office)
    write_down(actor, Act.TOPIC_ADDED, made, at, {}, details={"name": made.name})
    return made


@transaction.atomic
def retire_topic(*, actor: Actor, topic: Topic, at: datetime) -> None:
    """Nothing more is coded by it; what was stays."""
    row = Topic.objects.select_for_update().get(key=topic.key)
    ask(rules.may_retire_topic(actor, row))
    row.retired_at = at
    row.save(update_fields=["retired_at"])
    write_down(actor, Act.TOPIC_RETIRED, row, at, {})
