"""Regional initiatives in the permission matrix: Aldea coordinates one that everybody may know of, and has written a
part that it keeps; Brisa takes part. To a second one Aldea is invited."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cast import NOW
from tejido.regional import commands
from tejido.regional.models import RegionalInitiative, RegionalMilestone, RegionalPart
from tejido.regional.names import Audience, Field

if TYPE_CHECKING:
    from matrix_world import World

OURS, THEIRS = "Memoria común", "Escuelas comunes"


def fill(world: World, canary: str, released: str) -> None:
    """What Aldea keeps to itself has the canary in it; what it shows has `released`."""
    cast = world.cast
    aldea, brisa = cast.actor("XA/focal_point"), cast.actor("XB/focal_point")
    ours = commands.propose_initiative(actor=aldea, name={"es": OURS}, aim={"es": "Recordar."}, at=NOW)
    commands.publish_initiative(actor=aldea, initiative=ours, at=NOW)
    commands.add_milestone(actor=aldea, initiative=ours, what={"es": "Taller"}, at=NOW)
    commands.join(actor=brisa, initiative=ours, at=NOW)
    write = {"actor": aldea, "initiative": ours, "at": NOW}
    commands.write_part(**write, field=Field.RESULTS, value={"es": canary}, seen="")
    part = commands.write_part(**write, field=Field.CONTRIBUTION, value={"es": released}, seen="")
    commands.release_field(**write, field=Field.CONTRIBUTION, audience=Audience.PARTICIPANTS, seen=part.key)
    commands.write_part(**write, field=Field.CONTRIBUTION, value={"es": canary}, seen=part.key)
    theirs = commands.propose_initiative(actor=brisa, name={"es": THEIRS}, aim={}, at=NOW)
    commands.invite(actor=brisa, initiative=theirs, member=cast.members["XA"], at=NOW)


def asks(world: World, ask: Any) -> dict[str, Any]:
    """What is sent to each address."""
    ours = {"key": RegionalInitiative.objects.get(body__name__es=OURS).key}
    theirs = {"key": RegionalInitiative.objects.get(body__name__es=THEIRS).key}
    milestone = {"key": RegionalMilestone.objects.get().key}
    seat = world.cast.seats[world.cast.office("XB/focal_point")].key
    field = {**ours, "field": "results"}
    part = RegionalPart.objects.get(field="results")
    found = {
        "home": ask(),
        "proposals": ask({}, {"name_es": "Otra"}),
        "initiative": ask(ours),
        "initiative#theirs": ask(theirs),
        "common": ask(ours, {"base": "1", "aim_es": "Otra"}),
        "milestones": ask(ours, {"name_es": "Curso"}),
        "turns": ask(ours, {"seat": seat, "since": "2027-09-01"}),
        "publications": ask(theirs),
        "withdrawals": ask(ours),
        "invitations": ask(ours, {"member": "XC"}),
        "refusals": ask(theirs),
        "joining": ask(theirs),
        "leaving": ask(ours, {"reason": "Otra tarea"}),
        "part": ask(ours),
        "field": ask(field, {"words_es": "Hecho", "seen": part.key}),
        "releases": ask(field, {"audience": "network", "seen": part.key}),
        "part_withdrawals": ask({**ours, "field": "contribution"}),
        "arrivals": ask(milestone, {"day": "2027"}),
        "removals": ask(milestone),
    }
    return {f"regional:{name}": sent for name, sent in found.items()}


# Columns as in NETWORK: pub fp alt va jus XB sec chr trn obs non
DOORS = """
GET  regional:home                        200 200 200 200 200 200 200 200 200 200 200
GET  regional:proposals                   404 200 200 403 403 200 200 403 403 403 404
POST regional:proposals                   404 302 302 403 403 302 302 403 403 403 404
GET  regional:initiative                  200 200 200 200 200 200 200 200 200 200 200
GET  regional:initiative#theirs           404 200 200 200 200 200 200 200 200 200 404
GET  regional:common                      404 200 409 409 409 409 200 409 409 409 404
POST regional:common                      404 302 409 409 409 409 302 409 409 409 404
POST regional:milestones                  404 302 409 409 409 409 302 409 409 409 404
POST regional:turns                       404 302 409 409 409 409 302 409 409 409 404
POST regional:publications                404 409 409 409 409 302 302 409 409 409 404
POST regional:withdrawals                 404 302 409 409 409 409 302 409 409 409 404
POST regional:invitations                 404 302 409 409 409 409 302 409 409 409 404
POST regional:refusals                    404 302 302 403 403 409 403 403 403 403 404
GET  regional:joining                     404 200 200 403 403 200 403 403 403 403 404
POST regional:joining                     404 302 302 403 403 409 403 403 403 403 404
GET  regional:leaving                     404 200 200 403 403 200 403 403 403 403 404
POST regional:leaving                     404 302 302 403 403 302 403 403 403 403 404
GET  regional:part                        404 200 200 200 200 200 404 404 404 404 404
GET  regional:field                       404 200 200 200 403 200 404 404 404 404 404
POST regional:field                       404 302 302 302 403 422 404 404 404 404 404
POST regional:releases                    404 302 302 302 403 409 404 404 404 404 404
POST regional:part_withdrawals            404 302 302 302 403 409 404 404 404 404 404
POST regional:arrivals                    404 302 409 409 409 409 302 409 409 409 404
POST regional:removals                    404 302 409 409 409 409 302 409 409 409 404
"""
