"""Open answers, for who codes them; once released, as observations for everybody who discusses them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.db.models import QuerySet

from tejido.ledger.actors import Actor
from tejido.seminars.models import Seminar

from ..models import OpenAnswer, Questionnaire, Topic
from ..rules import may_read_answers

_RELATED = ("question__questionnaire__seminar__revision__text", "question__questionnaire__session")


@dataclass(frozen=True, slots=True)
class Observation:
    """What participants observed, as it was released. `seminar` and `session` are keys, the session's empty where the
    observation is of the whole. `words` are in `language`; `translations` beside them by language; `asked`
    is the key of the question, `question` its wording. `passages` are ids
    of the text taught, `topics` names by key."""

    key: str
    seminar: str
    session: str
    questionnaire: str
    occasion: str
    asked: str
    question: Mapping[str, str]
    words: str
    language: str
    translations: Mapping[str, str]
    passages: tuple[str, ...]
    topics: Mapping[str, Mapping[str, str]]


def observations(seminar: Seminar) -> list[Observation]:
    """Every open answer of a seminar whose results are released, without those withheld. Two queries."""
    return _observed(OpenAnswer.objects.filter(question__questionnaire__seminar=seminar))


def observations_in(seminars: Iterable[Seminar]) -> list[Observation]:
    """The same of several seminars. Two queries."""
    return _observed(OpenAnswer.objects.filter(question__questionnaire__seminar__in=[row.key for row in seminars]))


def observations_of(questionnaire: Questionnaire) -> list[Observation]:
    return _observed(OpenAnswer.objects.filter(question__questionnaire=questionnaire))


def _observed(rows: QuerySet[OpenAnswer]) -> list[Observation]:
    names = {row.key: row.name for row in Topic.objects.all()}
    released = {"question__questionnaire__released_at__isnull": False, "is_withheld": False}
    found = rows.select_related(*_RELATED).filter(**released)
    return [_observation(row, names) for row in found]


def _observation(row: OpenAnswer, names: Mapping[str, Mapping[str, str]]) -> Observation:
    asked = row.question.questionnaire
    return Observation(
        row.key, asked.seminar_id or "", asked.session_id or "", asked.key, asked.occasion, row.question_id,
        row.question.wording, row.words, row.language, row.translations, tuple(row.passages),
        {key: names[key] for key in row.topics},
    )  # fmt: skip  # one row of a table, read as one


@dataclass(frozen=True, slots=True)
class Reading:
    """An open answer on its way to being released, and its neighbours."""

    answer: OpenAnswer
    place: int
    all: int
    next: str


def answers_of(actor: Actor, questionnaire: Questionnaire) -> list[OpenAnswer]:
    """Empty for whoever may not read them now."""
    if may_read_answers(actor, questionnaire):
        return []
    return list(OpenAnswer.objects.select_related(*_RELATED).filter(question__questionnaire=questionnaire))


def answer_for(actor: Actor, questionnaire: Questionnaire, key: str) -> Reading:
    """`next` is the next one that nobody read yet, empty where there is none. OpenAnswer.DoesNotExist for whoever may
    not read them now."""
    several = answers_of(actor, questionnaire)
    place = next((at for at, row in enumerate(several) if row.key == key), None)
    if place is None:
        raise OpenAnswer.DoesNotExist
    waiting = [row.key for row in (*several[place + 1 :], *several[:place]) if not row.is_read]
    return Reading(several[place], place + 1, len(several), waiting[0] if waiting else "")


def topics() -> list[Topic]:
    """The network's list, those no longer used last."""
    return sorted(Topic.objects.all(), key=lambda row: row.retired_at is not None)


def topic_for(key: str) -> Topic:
    return Topic.objects.get(key=key)
