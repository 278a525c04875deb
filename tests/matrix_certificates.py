"""Certificates in the permission matrix: those of a cohort of Aldea's ministry JUS, of which the first stands, the
second is revoked and a third person waits; and the public page on which everybody checks one."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from cast import NOW
from tejido.certificates import commands, queries
from tejido.certificates.models import Certificate, Handout
from tejido.formats.roster.values import columns
from tejido.presence.models import Certificate as OfSeminar
from tejido.presence.proof import canonical
from tejido.records.commands import begin_cohort, enter
from tejido.records.models import Cohort, Completion
from tejido.records.tests.doings import space
from tejido.training.models import Course

if TYPE_CHECKING:
    from matrix_world import World

JUS = "XA/representative/JUS"
KEPT: dict[str, Any] = {}


def fill(world: World, canary: str, released: str) -> None:
    """Nothing of it is shown to others, but to whoever has a code."""
    del released
    cast = world.network.cast
    course, actor = Course.objects.get(key=world.mechanism.told["course"]), cast.actor(JUS, fresh=True)
    cohort = begin_cohort(
        actor=actor, space=space(cast), course=course, code=f"{canary}-certificados"[:60], title={"es": canary},
        method="distance", province="", starts=date(2026, 1, 1), ends=date(2026, 6, 1), minutes=600, at=NOW,
    )  # fmt: skip  # one act, read as one
    commands.word_course(
        actor=actor, space=cohort.space, course=course, title={"es": f"{canary} certificado"},
        words={"es": f"{canary} palabras"}, signatory={"es": f"{canary} oficina"}, at=NOW,
    )  # fmt: skip  # one act, read as one
    _enter(actor, cohort, canary, 1, 2)
    seen = queries.able(cohort, queries.wording_of(cohort.space, course.key)).seen
    issue = commands.issue_certificates_of_cohort(actor=actor, cohort=cohort, seen=seen, at=NOW)
    first, second = Certificate.objects.filter(issue=issue).order_by("number")
    commands.revoke_course_certificate(
        actor=actor, certificate=second, reason="other", words=f"{canary} motivo", at=NOW
    )
    _enter(actor, cohort, canary, 3)
    person = bytes(Completion.objects.get(id=first.completion).person)
    commands.give_link(actor=actor, space=cohort.space, person=person, at=NOW)
    KEPT.update(
        cohort=cohort.key, issue=issue.key, space=cohort.space_id, person=person.hex(), course=course.key,
        numbers=(first.number, second.number), link=Handout.objects.get(space=cohort.space).key,
    )  # fmt: skip  # one list


def _enter(actor: Any, cohort: Cohort, canary: str, *numbers: int) -> None:
    names = [f"{canary} Persona {number}" for number in numbers]
    given = columns([f"national:{number}" for number in numbers], names, ["2026-06-01"] * len(numbers))
    enter(actor=actor, cohort=cohort, columns=given, kind="hand", at=NOW)


def asks(world: World, ask: Any) -> dict[str, Any]:
    """What is sent to each address."""
    code = {"code": world.presence["code"]}
    cohort, issue, space = {"key": KEPT["cohort"]}, {"key": KEPT["issue"]}, {"space": KEPT["space"]}
    person, mine = {**space, "person": KEPT["person"]}, {"number": KEPT["numbers"][0]}
    one, revoked = ({**space, "number": number} for number in KEPT["numbers"])
    row = Cohort.objects.get(key=KEPT["cohort"])
    seen = queries.able(row, queries.wording_of(row.space, KEPT["course"])).seen
    first = {"first": str(KEPT["numbers"][0]), "last": str(KEPT["numbers"][0])}
    asks = {
        "home": ask(),
        "cohort": ask(cohort),
        "wording": ask(cohort, {"title_es": "Otro", "signatory_es": "Otra"}),
        "preview": ask(cohort),
        "issues": ask(cohort, {"seen": seen}),
        "issue": ask(issue),
        "pages": ask(issue, query=first),
        "archive": ask(issue),
        "certificate": ask(one),
        "file": ask({**one, "ending": "pdf"}),
        "revocations": ask(one, {"reason": "mistake", "words": "Mal."}),
        "reissues": ask(revoked, {"words": "Otra vez."}),
        "persons": ask(space, {"paper": "national", "number": "1"}),
        "person": ask(person),
        "transcript": ask({**person, "ending": "docx"}),
        "links": ask(person),
        "ends": ask({"key": KEPT["link"]}),
        "mine": ask(),
        "my_transcript": ask({"ending": "pdf"}),
        "my_file": ask({**mine, "ending": "pdf"}),
        "leavings": ask(),
        "link": ask({"token": "nadie"}),
        "checks": ask({}, code),
        "files": ask({}, {"file": _file(world.presence["certificate"])}),
        "revoked": ask(),
        "revoked_list": ask({"number": 1}),
        "check": ask(code),
        "check#unknown": ask({"code": "0000-0000-0000-0000-0000"}),
        "names": ask(code, {"name": "Nadie"}),
        "keys": ask(),
    }
    return {f"certificates:{name}": found for name, found in asks.items()}


def _file(key: str) -> Any:
    from matrix_requests import file

    row = OfSeminar.objects.get(key=key)
    return file("certificado.json", canonical(row.credential or {}))


# Columns as in NETWORK: pub fp alt va jus XB sec chr trn obs non
DOORS = """
GET  certificates:home                    404 200 200 200 200 200 200 200 200 200 404
GET  certificates:cohort                  404 404 404 404 200 404 404 404 404 404 404
GET  certificates:wording                 404 404 404 404 200 404 404 404 404 404 404
POST certificates:wording                 404 404 404 404 302 404 404 404 404 404 404
GET  certificates:preview                 404 404 404 404 200 404 404 404 404 404 404
POST certificates:issues                  404 404 404 404 302 404 404 404 404 404 404
GET  certificates:issue                   404 404 404 404 200 404 404 404 404 404 404
GET  certificates:pages                   404 404 404 404 200 404 404 404 404 404 404
GET  certificates:archive                 404 404 404 404 200 404 404 404 404 404 404
GET  certificates:certificate             404 404 404 404 200 404 404 404 404 404 404
GET  certificates:file                    404 404 404 404 200 404 404 404 404 404 404
POST certificates:revocations             404 404 404 404 302 404 404 404 404 404 404
POST certificates:reissues                404 404 404 404 302 404 404 404 404 404 404
GET  certificates:persons                 404 404 404 404 200 404 404 404 404 404 404
POST certificates:persons                 404 404 404 404 302 404 404 404 404 404 404
GET  certificates:person                  404 404 404 404 200 404 404 404 404 404 404
GET  certificates:transcript              404 404 404 404 200 404 404 404 404 404 404
POST certificates:links                   404 404 404 404 200 404 404 404 404 404 404
POST certificates:ends                    404 404 404 404 302 404 404 404 404 404 404
GET  certificates:mine                    404 404 404 404 404 404 404 404 404 404 404
GET  certificates:my_transcript           404 404 404 404 404 404 404 404 404 404 404
GET  certificates:my_file                 404 404 404 404 404 404 404 404 404 404 404
POST certificates:leavings                302 302 302 302 302 302 302 302 302 302 302
GET  certificates:link                    200 200 200 200 200 200 200 200 200 200 200
POST certificates:link                    409 409 409 409 409 409 409 409 409 409 409
GET  certificates:revoked_list            200 200 200 200 200 200 200 200 200 200 200
GET  certificates:checks                  200 200 200 200 200 200 200 200 200 200 200
POST certificates:checks                  302 302 302 302 302 302 302 302 302 302 302
POST certificates:files                   200 200 200 200 200 200 200 200 200 200 200
GET  certificates:revoked                 200 200 200 200 200 200 200 200 200 200 200
GET  certificates:check                   200 200 200 200 200 200 200 200 200 200 200
GET  certificates:check#unknown           200 200 200 200 200 200 200 200 200 200 200
POST certificates:names                   200 200 200 200 200 200 200 200 200 200 200
GET  certificates:keys                    200 200 200 200 200 200 200 200 200 200 200
"""
