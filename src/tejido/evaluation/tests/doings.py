"""What the secretariat and participants do with questionnaires in these tests: Aldea's seminar, its participants and a
short questionnaire."""

from typing import Any

from cast import NOW, Cast
from tejido.evaluation import commands
from tejido.evaluation.commands import Coding
from tejido.evaluation.models import OpenAnswer, Question, Questionnaire, Topic, Urn
from tejido.evaluation.names import Kind
from tejido.nominations.models import Nominee
from tejido.seminars.models import Seminar

TITLE = {"es": "Al final", "pt": "No fim", "en": "At the end"}
WORDING = {"es": "¿Qué cambiaría?", "pt": "O que mudaria?", "en": "What would you change?"}
OPTIONS = [{"es": "Sí", "pt": "Sim"}, {"es": "No", "pt": "Não"}, {"es": "No sé", "pt": "Não sei"}]


def begin(cast: Cast, seminar: Seminar | None, by: str = "network/secretariat", **given: Any) -> Questionnaire:
    values = {"occasion": "after", "title": TITLE, **given}
    return commands.begin_questionnaire(actor=cast.actor(by), seminar=seminar, at=NOW, **values)


def put(
    cast: Cast, questionnaire: Questionnaire, kind: str = Kind.SCALE, by: str = "network/secretariat", **given: Any
) -> Question:
    options = OPTIONS if kind in {Kind.ONE, Kind.SEVERAL} else []
    values = {"wording": WORDING, "options": options, **given}
    return commands.put_question(actor=cast.actor(by), questionnaire=questionnaire, kind=kind, at=NOW, **values)


def written(cast: Cast, seminar: Seminar | None, **given: Any) -> tuple[Questionnaire, list[Question]]:
    """A questionnaire with a question of each kind; the scale has to be answered."""
    row = begin(cast, seminar, **given)
    several = [put(cast, row, kind, is_obligatory=kind == Kind.SCALE) for kind in Kind]
    return row, several


def open_(cast: Cast, row: Questionnaire, by: str = "network/secretariat", *, fresh: bool = True) -> None:
    commands.open_questionnaire(actor=cast.actor(by, fresh=fresh), questionnaire=row, at=NOW)


def close(cast: Cast, row: Questionnaire, by: str = "network/secretariat", *, fresh: bool = True) -> Questionnaire:
    commands.close_questionnaire(actor=cast.actor(by, fresh=fresh), questionnaire=row, at=NOW)
    return Questionnaire.objects.get(key=row.key)


def ballot(questions: list[Question], number: int = 0, words: str = "") -> dict[str, Any]:
    """What somebody answers; `number` makes the answers differ."""
    scale, one, several, own = questions
    given: dict[str, Any] = {
        scale.key: frozenset({number % 5}),
        one.key: frozenset({number % 3}),
        several.key: frozenset({0, 1 + number % 2}),
    }
    return {**given, own.key: words} if words else given


def answer(row: Questionnaire, nominee: Nominee, given: dict[str, Any], token: str = "") -> None:
    commands.answer(nominee=nominee, questionnaire=row, token=token or f"t-{nominee.key}", ballot=given)


def urn_of(row: Questionnaire) -> Urn:
    return Urn.objects.get(questionnaire=row)


def code(cast: Cast, found: OpenAnswer, by: str = "network/secretariat", **given: Any) -> None:
    coding = Coding(**{"language": "es", **given})
    commands.code_answer(actor=cast.actor(by), answer=found, coding=coding, at=NOW)


def release(cast: Cast, row: Questionnaire, by: str = "network/secretariat", *, fresh: bool = True) -> Questionnaire:
    commands.release_results(actor=cast.actor(by, fresh=fresh), questionnaire=row, at=NOW)
    return Questionnaire.objects.get(key=row.key)


def topic(cast: Cast, by: str = "network/secretariat", **name: str) -> Topic:
    return commands.add_topic(actor=cast.actor(by), name=name or {"es": "Memoria", "en": "Memory"}, at=NOW)
