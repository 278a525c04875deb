"""Training schools in the permission matrix: one of Aldea that its own seats read of, one that it shows, one that a
source tells of; norms and populations of the school's own space, of the state and shown ones."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from typing import TYPE_CHECKING, Any

from cast import NOW
from tejido.formats.sheet import Sheet, write_csv
from tejido.registry.commands import open_office
from tejido.registry.models import Body
from tejido.schools import commands
from tejido.schools.lines import digest_of
from tejido.schools.models import School
from tejido.schools.queries import Population

if TYPE_CHECKING:
    from cast import Cast
    from matrix_world import World

FOCAL_POINT, SCHOOL = "XA/focal_point", "XA/representative/JUS"
SINCE = date(2026, 1, 1)
KEPT: dict[str, str] = {}


def fill(world: World, canary: str, released: str) -> None:
    """What Aldea keeps to itself has the canary in it; what it shows has `released`."""
    cast = world.network.cast
    focal_point, school = cast.actor(FOCAL_POINT), cast.actor(SCHOOL)
    given: dict[str, Any] = {"city": f"{canary} ciudad", "says": {"es": f"{canary} dicho"}, "at": NOW}
    own = commands.enter_school(actor=focal_point, institution=cast.institutions["XA/JUS"], **given)
    given = {"city": f"{released} ciudad", "says": {"es": f"{released} dicho"}, "at": NOW}
    shown = commands.enter_school(actor=focal_point, institution=cast.institutions["XA/DEF"], **given)
    commands.show_school(actor=focal_point, school=shown, audience="public", at=NOW)
    reported = commands.report_school(
        actor=cast.secretariat, member=cast.members["XA"], name={"es": "Según la fuente"}, source="Un informe",
        grade="B", at=NOW,
    )  # fmt: skip  # one act, read as one
    space = open_office(actor=school, member=cast.members["XA"], institution=cast.institutions["XA/JUS"], at=NOW)
    KEPT.update(own=own.key, shown=shown.key, reported=reported.key, space=space.key)
    KEPT.update(state=world.mechanism.body.key, institution=cast.institutions["XA/MRE"].key)
    _oblige(cast, space, world.mechanism.body, canary, released)
    _count(cast, space, world.mechanism.body, canary)


def _oblige(cast: Cast, space: Body, state: Body, canary: str, released: str) -> None:
    for name, who, body, words in (
        ("norm", SCHOOL, space, canary),
        ("state_norm", FOCAL_POINT, state, canary),
        ("shown_norm", FOCAL_POINT, state, released),
    ):
        row = commands.enter_obligation(
            actor=cast.actor(who), body=body, norm=f"{words} norma", cadres=["police"], since=SINCE,
            source=f"{words} fuente", at=NOW,
        )  # fmt: skip  # one act, read as one
        KEPT[name] = row.key
        if words == released:
            commands.show_obligation(actor=cast.actor(who), obligation=row, audience="public", at=NOW)


def _count(cast: Cast, space: Body, state: Body, canary: str) -> None:
    for name, who, body in (("number", SCHOOL, space), ("state_number", FOCAL_POINT, state)):
        KEPT[name] = commands.set_target(
            actor=cast.actor(who), body=body, population=Population(2027, f"{canary} cuartel"), number=77,
            source=f"{canary} origen", at=NOW,
        ).key  # fmt: skip  # one act, read as one
    sheet = Sheet("", ("year", "number", "source"), ((2027, 12, f"{canary} del archivo"),))
    given: dict[str, Any] = {"body": space, "name": f"{canary}.csv", "sheets": [sheet], "at": NOW}
    KEPT["delivery"] = commands.hand_in(actor=cast.actor(SCHOOL), **given).key
    said = commands.Number(Population(2027), 12, f"{canary} del archivo")
    KEPT["plan"] = commands.digest_of_plan([said])


def asks(world: World, ask: Any) -> dict[str, Any]:
    """What is sent to each address."""
    key = {name: {"key": found} for name, found in KEPT.items()}
    told = {"city": "Otra", "system": "moodle", "language": "es"}
    entered = {**told, "institution": KEPT["institution"]}
    reported = {**told, "name_es": "Otra", "grade": "B", "source": "Otro informe"}
    norm = {"norm": "Otra norma", "cadres": ["police"], "since": "2027-02-01"}
    number = {"year": "2027", "number": "5"}
    table = BytesIO(write_csv(Sheet("", ("year", "number"), ((2027, 5),))))
    table.name = "poblaciones.csv"
    files = {"file": table}
    reason = {"reason": "Doble."}
    found = {
        "home": ask(),
        "new": ask({}, entered),
        "new#report": ask({}, {**entered, **reported}),
        "school": ask(key["own"]),
        "school#shown": ask(key["shown"]),
        "school#reported": ask(key["reported"]),
        "changes": ask(key["own"], {**told, "seen": _digest("own")}),
        "changes#reported": ask(key["reported"], {**reported, "seen": _digest("reported")}),
        "spaces": ask(key["own"]),
        "releases": ask(key["own"], {"audience": "network"}),
        "withdrawals": ask(key["shown"]),
        "strikings": ask(key["own"], reason),
        "obligations": ask(),
        "new_obligation": ask(key["space"], norm),
        "new_obligation#state": ask(key["state"], norm),
        "obligation": ask(key["norm"]),
        "obligation#state": ask(key["state_norm"]),
        "obligation#shown": ask(key["shown_norm"]),
        "followers": ask(key["norm"], norm),
        "followers#state": ask(key["state_norm"], norm),
        "ends": ask(key["norm"], {"until": "2027-12-31"}),
        "obligation_releases": ask(key["state_norm"], {"audience": "network"}),
        "obligation_withdrawals": ask(key["shown_norm"]),
        "obligation_strikings": ask(key["norm"], reason),
        "course": ask({"key": world.mechanism.told["course"]}),
        "targets": ask(),
        "new_target": ask(key["space"], number),
        "new_target#state": ask(key["state"], number),
        "lifts": ask(key["number"]),
        "lifts#state": ask(key["state_number"]),
        "files": ask(key["space"], files),
        "delivery": ask(key["delivery"], {"seen": KEPT["plan"]}),
        "export": ask({"ending": "csv"}),
        "template": ask({"ending": "xlsx"}),
    }
    return {f"schools:{name}": sent for name, sent in found.items()}


def _digest(name: str) -> str:
    return digest_of(School.objects.get(key=KEPT[name]))


# Columns as in NETWORK: pub fp alt va jus XB sec chr trn obs non
DOORS = """
GET  schools:home                         200 200 200 200 200 200 200 200 200 200 200
GET  schools:new                          403 200 200 200 409 200 200 403 403 403 403
POST schools:new                          403 302 302 302 409 422 422 403 403 403 403
POST schools:new#report                   403 302 302 302 409 422 302 403 403 403 403
GET  schools:school                       404 200 200 200 200 404 404 404 404 404 404
GET  schools:school#shown                 200 200 200 200 200 200 200 200 200 200 200
GET  schools:school#reported              200 200 200 200 200 200 200 200 200 200 200
GET  schools:changes                      404 200 200 200 200 404 404 404 404 404 404
POST schools:changes                      404 302 302 302 302 404 404 404 404 404 404
GET  schools:changes#reported             403 403 403 403 403 403 200 403 403 403 403
POST schools:changes#reported             403 403 403 403 403 403 302 403 403 403 403
POST schools:spaces                       404 403 403 403 302 404 404 404 404 404 404
POST schools:releases                     404 302 302 302 403 404 404 404 404 404 404
POST schools:withdrawals                  403 302 302 302 403 403 403 403 403 403 403
POST schools:strikings                    404 302 302 302 302 404 404 404 404 404 404
GET  schools:obligations                  200 200 200 200 200 200 200 200 200 200 200
GET  schools:new_obligation               404 404 404 404 200 404 404 404 404 404 404
POST schools:new_obligation               404 404 404 404 302 404 404 404 404 404 404
GET  schools:new_obligation#state         404 200 200 403 403 404 404 404 404 404 404
POST schools:new_obligation#state         404 302 302 403 403 404 404 404 404 404 404
GET  schools:obligation                   404 404 404 404 200 404 404 404 404 404 404
GET  schools:obligation#state             404 200 200 200 200 404 404 404 404 404 404
GET  schools:obligation#shown             200 200 200 200 200 200 200 200 200 200 200
GET  schools:followers                    404 404 404 404 200 404 404 404 404 404 404
POST schools:followers                    404 404 404 404 302 404 404 404 404 404 404
GET  schools:followers#state              404 200 200 403 403 404 404 404 404 404 404
POST schools:followers#state              404 302 302 403 403 404 404 404 404 404 404
POST schools:ends                         404 404 404 404 302 404 404 404 404 404 404
POST schools:obligation_releases          404 302 302 302 403 404 404 404 404 404 404
POST schools:obligation_withdrawals       403 302 302 302 403 403 403 403 403 403 403
POST schools:obligation_strikings         404 404 404 404 302 404 404 404 404 404 404
GET  schools:course                       404 200 200 200 200 404 404 404 404 404 404
GET  schools:targets                      404 200 200 200 200 200 404 404 404 404 404
GET  schools:new_target                   404 404 404 404 200 404 404 404 404 404 404
POST schools:new_target                   404 404 404 404 302 404 404 404 404 404 404
GET  schools:new_target#state             404 200 200 403 403 404 404 404 404 404 404
POST schools:new_target#state             404 302 302 403 403 404 404 404 404 404 404
POST schools:lifts                        404 404 404 404 302 404 404 404 404 404 404
POST schools:lifts#state                  404 302 302 403 403 404 404 404 404 404 404
GET  schools:files                        404 404 404 404 200 404 404 404 404 404 404
POST schools:files                        404 404 404 404 302 404 404 404 404 404 404
GET  schools:delivery                     404 404 404 404 200 404 404 404 404 404 404
POST schools:delivery                     404 404 404 404 302 404 404 404 404 404 404
GET  schools:export                       404 200 200 200 200 200 404 404 404 404 404
GET  schools:template                     404 200 200 200 200 200 404 404 404 404 404
"""
