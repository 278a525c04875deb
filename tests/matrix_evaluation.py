"""Questionnaires in the permission matrix: a template, one that is written, one that is open, one that is closed and
one whose results are released."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cast import FIRST, Cast
from tejido.curriculum.models import Text
from tejido.curriculum.queries import latest_revision
from tejido.evaluation.models import OpenAnswer, Question, Questionnaire, Topic
from tejido.evaluation.tests.doings import answer, ballot, close, code, open_, release, topic, written
from tejido.nominations.tests.made import called, participant
from tejido.seminars.models import Seminar
from tejido.seminars.tests.made import announced

if TYPE_CHECKING:
    from matrix_world import World

PART = 7  # of a cycle of its own


def evaluate(cast: Cast, text: Text) -> None:
    """The seminar is announced, and six persons of Aldea take part in it."""
    seminar = announced(cast, latest_revision(text), part=PART)
    call = called(cast, seminar)
    people = [participant(cast, call, number=number) for number in range(1, 7)]
    written(cast, None)
    written(cast, seminar, title={"es": "Escrito"})
    for title in ("Abierto", "Cerrado", "Publicado"):
        row, questions = written(cast, seminar, title={"es": title})
        open_(cast, row)
        if title != "Abierto":
            for number, person in enumerate(people):
                answer(row, person, ballot(questions, number, "Más tiempo." if number == 0 else ""))
            close(cast, row)
            for each in OpenAnswer.objects.filter(question__questionnaire=row):
                code(cast, each)
        if title == "Publicado":
            release(cast, row)
    topic(cast)


def _named(title: str) -> Questionnaire:
    return Questionnaire.objects.get(title={"es": title})


def asks_of_questionnaires(world: World, ask: Any) -> dict[str, Any]:
    """What is sent to each address."""
    seminar = {"key": Seminar.objects.get(part=PART).key}
    written_, open_, closed, released = (
        {"key": _named(title).key} for title in ("Escrito", "Abierto", "Cerrado", "Publicado")
    )
    first = Question.objects.filter(questionnaire=written_["key"])[0]
    question = {**written_, "question": first.key}
    answered = {**closed, "answer": OpenAnswer.objects.get(question__questionnaire=closed["key"]).key}
    begun, asked = {"occasion": "after", "name_es": "Otro"}, {"kind": "scale", "wording_es": "¿Útil?"}
    scale = Question.objects.get(questionnaire=open_["key"], kind="scale")
    empty = {f"s{n}-{name}": "unsaid" for n in range(1, 6) for name in ("sex", "grade", "branch")}
    asks = {
        "home": ask(),
        "new_template": ask({}, begun),
        "evaluation": ask(seminar),
        "new": ask(seminar, begun),
        "questionnaire": ask(written_),
        "questionnaire#released": ask(released),
        "removals": ask(written_),
        "preview": ask(written_),
        "new_question": ask(written_, asked),
        "question": ask(question, asked),
        "moves": ask(question, {"way": "down"}),
        "question_removals": ask(question),
        "openings": ask(written_),
        "papers": ask(open_, {**empty, f"s1-{scale.key}": "4", "token": "0123456789"}),
        "closings": ask(open_),
        "releases": ask(closed),
        "coding": ask(closed),
        "answer": ask(answered, {"language": "es", "passages": [FIRST]}),
        "results": ask(closed),
        "results#released": ask(released),
        "export": ask({**closed, "name": "shares.csv"}),
        "export#released": ask({**released, "name": "shares.csv"}),
        "topics": ask({}, {"name_es": "Lugar"}),
        "topic_removals": ask({"key": Topic.objects.get().key}),
        "own": ask(),
        "answering": ask(open_, {"token": "0123456789", scale.key: "1"}),
        "summary": ask(released),
    }
    return {f"evaluation:{name}": found for name, found in asks.items()}


# Columns as in NETWORK: pub fp alt va jus XB sec chr trn obs non
DOORS = """
GET  evaluation:home                      404 200 200 200 200 200 200 200 200 200 404
GET  evaluation:new_template              404 404 404 404 404 404 200 404 404 404 404
POST evaluation:new_template              404 404 404 404 404 404 302 404 404 404 404
GET  evaluation:evaluation                404 200 200 200 200 200 200 200 200 200 404
GET  evaluation:new                       404 404 404 404 404 404 200 404 404 404 404
POST evaluation:new                       404 404 404 404 404 404 302 404 404 404 404
GET  evaluation:questionnaire             404 404 404 404 404 404 200 404 404 404 404
GET  evaluation:questionnaire#released    404 200 200 200 200 200 200 200 200 200 404
POST evaluation:removals                  404 404 404 404 404 404 302 404 404 404 404
GET  evaluation:preview                   404 404 404 404 404 404 200 404 404 404 404
GET  evaluation:new_question              404 404 404 404 404 404 200 404 404 404 404
POST evaluation:new_question              404 404 404 404 404 404 302 404 404 404 404
GET  evaluation:question                  404 404 404 404 404 404 200 404 404 404 404
POST evaluation:question                  404 404 404 404 404 404 302 404 404 404 404
POST evaluation:moves                     404 404 404 404 404 404 302 404 404 404 404
POST evaluation:question_removals         404 404 404 404 404 404 302 404 404 404 404
POST evaluation:openings                  404 404 404 404 404 404 302 404 404 404 404
GET  evaluation:papers                    404 404 404 404 404 404 200 404 404 404 404
POST evaluation:papers                    404 404 404 404 404 404 302 404 404 404 404
POST evaluation:closings                  404 404 404 404 404 404 302 404 404 404 404
POST evaluation:releases                  404 404 404 404 404 404 302 404 404 404 404
GET  evaluation:coding                    404 404 404 404 404 404 200 404 404 404 404
GET  evaluation:answer                    404 404 404 404 404 404 200 404 404 404 404
POST evaluation:answer                    404 404 404 404 404 404 302 404 404 404 404
GET  evaluation:results                   404 404 404 404 404 404 200 404 404 404 404
GET  evaluation:results#released          404 200 200 200 200 200 200 200 200 200 404
GET  evaluation:export                    404 404 404 404 404 404 200 404 404 404 404
GET  evaluation:export#released           404 200 200 200 200 200 200 200 200 200 404
GET  evaluation:topics                    404 404 404 404 404 404 200 404 404 404 404
POST evaluation:topics                    404 404 404 404 404 404 302 404 404 404 404
POST evaluation:topic_removals            404 404 404 404 404 404 302 404 404 404 404
GET  evaluation:own                       404 404 404 404 404 404 404 404 404 404 404
GET  evaluation:answering                 404 404 404 404 404 404 404 404 404 404 404
POST evaluation:answering                 404 404 404 404 404 404 404 404 404 404 404
GET  evaluation:summary                   404 404 404 404 404 404 404 404 404 404 404
"""
