"""Results: what was published of each question, beside what was published of the same question elsewhere."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from tejido.engine.survey import Figures, Interval, Tally, difference
from tejido.ledger.actors import Actor

from ..lines import figures_of
from ..models import OpenAnswer, Question, Questionnaire
from ..names import CLOSED, Kind
from ..rules import may_ask
from .answers import Observation, observations_of


@dataclass(frozen=True, slots=True)
class Beside:
    """The same question in another questionnaire. `difference` is how much the mean here is over the one there, for
    scales; `is_worded_so`: it was asked in the same words."""

    questionnaire: Questionnaire
    tally: Tally
    difference: Interval | None
    is_worded_so: bool


@dataclass(frozen=True, slots=True)
class Asked:
    """A question with what is shown of it. `words` are the observations of an open one; `withheld` counts the answers
    of it that are kept back."""

    question: Question
    figures: Figures
    beside: tuple[Beside, ...] = ()
    words: tuple[Observation, ...] = ()
    withheld: int = 0


@dataclass(frozen=True, slots=True)
class Results:
    questionnaire: Questionnaire
    asked: tuple[Asked, ...]

    @property
    def has_breakdowns(self) -> bool:
        return any(each.figures.groups for each in self.asked)


def results_for(actor: Actor | None, questionnaire: Questionnaire) -> Results:
    """The results as this seat, or without one a participant of the seminar, may read them. The caller may know of the
    questionnaire, and it is closed. A constant number of queries."""
    row = Questionnaire.objects.get(key=questionnaire.key)
    questions = list(Question.objects.filter(questionnaire=row))
    others = _elsewhere(actor, questionnaire, questions)
    words = observations_of(questionnaire)
    withheld = _withheld(questionnaire)
    return Results(
        questionnaire,
        tuple(
            _asked(question, figures_of(row.results, question.key), others, words, withheld.get(question.key, 0))
            for question in questions
        ),
    )


def _asked(
    question: Question, figures: Figures, others: Iterable[Question], words: Iterable[Observation], withheld: int
) -> Asked:
    if question.kind not in CLOSED:
        own = tuple(each for each in words if each.asked == question.key)
        return Asked(question, figures, words=own, withheld=withheld)
    same = (other for other in others if other.root == question.root)
    found = (_beside(question, figures.whole, other) for other in same) if figures.whole else ()
    return Asked(question, figures, tuple(filter(None, found)))


def _beside(question: Question, here: Tally, other: Question) -> Beside | None:
    """None where nothing of the other may be shown."""
    there = figures_of(other.questionnaire.results, other.key).whole
    if there is None:
        return None
    found = difference(there, here) if question.kind == Kind.SCALE else None
    is_worded_so = (other.wording, other.options) == (question.wording, question.options)
    return Beside(other.questionnaire, there, found, is_worded_so)


def _elsewhere(actor: Actor | None, questionnaire: Questionnaire, questions: Iterable[Question]) -> list[Question]:
    """The same questions in other questionnaires that the reader may read the results of; for a participant, of their
    own seminar only. The earliest first."""
    rows = Question.objects.filter(
        root__in=[question.root for question in questions], questionnaire__closed_at__isnull=False
    ).exclude(questionnaire=questionnaire.key)
    if actor is None:
        rows = rows.filter(questionnaire__seminar=questionnaire.seminar_id)
    if actor is None or may_ask(actor) is not None:
        rows = rows.filter(questionnaire__released_at__isnull=False)
    related = rows.select_related("questionnaire__seminar__cycle", "questionnaire__session")
    return list(related.order_by("questionnaire__seminar__since", "questionnaire__opened_at", "key"))


def _withheld(questionnaire: Questionnaire) -> Mapping[str, int]:
    found: dict[str, int] = {}
    rows = OpenAnswer.objects.filter(question__questionnaire=questionnaire, is_withheld=True)
    for key in rows.values_list("question", flat=True):
        found[key] = found.get(key, 0) + 1
    return found
