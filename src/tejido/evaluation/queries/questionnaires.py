"""Questionnaires: all of them for who keeps them, those with released results for every seat of the network."""

from dataclasses import dataclass

from django.db.models import QuerySet

from tejido.ledger.actors import Actor
from tejido.nominations.queries import participants
from tejido.seminars.models import Seminar
from tejido.seminars.names import UNTOLD
from tejido.timetable.models import Session

from ..lines import answered, rounded
from ..models import Question, Questionnaire, Urn
from ..rules import may_ask

RELATED = ("seminar__cycle", "seminar__revision__text", "session", "source")


def _seen(actor: Actor) -> QuerySet[Questionnaire]:
    """Who keeps them sees every one; other seats those whose results are released; the public none."""
    rows = Questionnaire.objects.select_related(*RELATED).defer("results")
    if may_ask(actor) is None:
        return rows
    if actor.is_public:
        return rows.none()
    return rows.filter(released_at__isnull=False).exclude(seminar__state__in=UNTOLD)


def questionnaire_for(actor: Actor, key: str) -> Questionnaire:
    """Questionnaire.DoesNotExist for who may not know of it, exactly as for an unknown key."""
    return _seen(actor).get(key=key)


def questionnaires_of(actor: Actor, seminar: Seminar) -> list[Questionnaire]:
    return list(_seen(actor).filter(seminar=seminar))


@dataclass(frozen=True, slots=True)
class Shelf:
    """Every questionnaire that the reader may know of: templates, and by seminar those that are asked in it."""

    templates: tuple[Questionnaire, ...]
    asked: tuple[tuple[Seminar, tuple[Questionnaire, ...]], ...]


def shelf(actor: Actor) -> Shelf:
    """One query; the latest seminars first."""
    rows = list(_seen(actor))
    by_seminar: dict[str, tuple[Seminar, list[Questionnaire]]] = {}
    for row in rows:
        if row.seminar is not None:
            by_seminar.setdefault(row.seminar.key, (row.seminar, []))[1].append(row)
    asked = sorted(by_seminar.values(), key=lambda pair: (pair[0].since, pair[0].key), reverse=True)
    templates = tuple(row for row in rows if row.seminar is None)
    return Shelf(templates, tuple((seminar, tuple(several)) for seminar, several in asked))


def sources_for(actor: Actor) -> list[Questionnaire]:
    """What a new questionnaire may be copied from: templates first."""
    rows = list(_seen(actor)) if may_ask(actor) is None else []
    return sorted(rows, key=lambda row: row.seminar is not None)


def sessions_of(seminar: Seminar) -> list[Session]:
    """What a questionnaire after a session can be about."""
    return list(Session.objects.filter(seminar=seminar, removed_at=None))


def questions_of(questionnaire: Questionnaire) -> list[Question]:
    return list(Question.objects.filter(questionnaire=questionnaire))


def question_for(questionnaire: Questionnaire, key: str) -> Question:
    return Question.objects.select_related("questionnaire").get(key=key, questionnaire=questionnaire)


@dataclass(frozen=True, slots=True)
class Progress:
    """How many have answered, no more exactly than may be told while it is open: `answered` is a multiple of five."""

    answered: int
    participants: int


def progress_of(questionnaire: Questionnaire) -> Progress:
    urn = Urn.objects.only("cells").filter(questionnaire=questionnaire).first()
    all = participants(questionnaire.seminar).count() if questionnaire.seminar else 0
    return Progress(rounded(answered(urn)) if urn else 0, all)
