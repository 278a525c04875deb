"""Learning records in the demonstration: the virtual classroom of a school sends a few statements. All of it is
invented; nobody learned any of this."""

import json
from collections.abc import Iterator
from datetime import datetime
from functools import partial
from typing import Any

from tejido.experience import commands
from tejido.experience.models import Credential
from tejido.experience.names import Scope, Trouble
from tejido.formats.xapi import read_sent
from tejido.registry.commands import open_office
from tejido.registry.names import Role

from .stage import Stage, Step

MEMBER, SCHOOL = "PY", "EDU"
CLASSROOM = "https://aula.demostracion.example"
COURSE = f"{CLASSROOM}/curso/prevencion"
VERBS = "http://adlnet.gov/expapi/verbs"
# Days ago, verb, how many learners.
CAME = ((6, "initialized", 5), (4, "experienced", 4), (2, "completed", 3), (1, "passed", 2))


def steps(stage: Stage) -> Iterator[Step]:
    """The acts of this part of the story, by their date."""
    found: dict[str, Credential] = {}
    yield Step(stage.ago(7), partial(_make_key, stage, found))
    for days, verb, learners in CAME:
        yield Step(stage.ago(days), partial(_send, found, verb, learners))
    yield Step(stage.ago(1, 30), partial(_fail, found))


def _make_key(stage: Stage, found: dict[str, Credential], at: datetime) -> None:
    actor = stage.actor(MEMBER, Role.REPRESENTATIVE, SCHOOL)
    institution = stage.institutions[MEMBER, SCHOOL]
    body = open_office(actor=actor, member=stage.members[MEMBER], institution=institution, at=at)
    made = commands.make_key(
        actor=actor, body=body, name="Aula virtual (demostración)", scopes=[Scope.WRITE, Scope.STATE], limit=600, at=at,
        is_demonstration=True,
    )  # fmt: skip  # one act
    found["classroom"] = Credential.objects.select_related("store__body").get(key=made.credential.key)


def _send(found: dict[str, Credential], verb: str, learners: int, at: datetime) -> None:
    told = json.dumps([_statement(verb, number) for number in range(1, learners + 1)]).encode()
    commands.take_statements(credential=found["classroom"], sent=read_sent("application/json", told), at=at)


def _statement(verb: str, number: int) -> dict[str, Any]:
    name = f"Participante de demostración {number}"
    definition = {"name": {"es": "Curso de prevención (demostración)"}}
    return {
        "actor": {"name": name, "account": {"homePage": CLASSROOM, "name": f"demostracion-{number}"}},
        "verb": {"id": f"{VERBS}/{verb}"},
        "object": {"id": COURSE, "definition": definition},
    }


def _fail(found: dict[str, Credential], at: datetime) -> None:
    """A statement without a verb, as a system sends it that is not set up well."""
    row = found["classroom"]
    trouble = Trouble.NOT_UNDERSTOOD
    commands.count_failure(store=row.store, credential=row.key, trouble=trouble, at=at, code="missing")
