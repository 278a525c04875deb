"""The tiers in the permission matrix: a community that everybody may know of, and a local committee of Aldea."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cast import NOW
from tejido.registry import commands
from tejido.registry.models import Body, Party
from tejido.registry.names import BodyKind
from tejido.registry.queries import network

if TYPE_CHECKING:
    from matrix_world import World

TIERS = {"community": {"es": "Comunidad de Estados"}, "local": {"es": "Comité de la ciudad"}}
BEGUN = NOW.date()


def fill(world: World, canary: str, released: str) -> None:
    """What Aldea keeps to itself has the canary in it; what everybody may know of has `released`."""
    cast = world.cast
    commands.rule_network(
        actor=cast.secretariat, network=network(), silence_hours=72, tiers=TIERS, decided="una reunión", at=NOW
    )
    ours = commands.enter_community(actor=cast.secretariat, name={"es": f"{released} comunidad"}, at=NOW)
    commands.enter_belonging(
        actor=cast.secretariat, body=ours, member=cast.members["XA"], since=BEGUN, source="un tratado", at=NOW
    )
    keeper = cast.actor("XA/focal_point")
    local = commands.convene_local(
        actor=keeper, member=cast.members["XA"], name={"es": f"{canary} comité"}, place="XA-1", place_name=canary,
        at=NOW,
    )  # fmt: skip  # one act, read as one
    commands.join_mechanism(actor=keeper, body=local, institution=cast.institutions["XA/JUS"], since=BEGUN, at=NOW)


def asks(world: World, ask: Any) -> dict[str, Any]:
    """What is sent to each address."""
    cast = world.cast
    bodies = {kind: Body.objects.get(kind=kind) for kind in (BodyKind.COMMUNITY, BodyKind.LOCAL)}
    named, until = {"name_es": "Nueva"}, {"until": "2028-01-01"}
    found: dict[str, Any] = {
        "structure": ask(),
        "communities": ask({}, named),
        "local_committees": ask({}, {**named, "place_name": "Puerto"}),
    }
    for kind, who in ((BodyKind.COMMUNITY, cast.members["XB"].key), (BodyKind.LOCAL, cast.institutions["XA/DEF"].key)):
        key, party = {"key": bodies[kind].key}, Party.objects.get(body=bodies[kind]).key
        found |= {
            f"tier_body#{kind}": ask(key),
            f"parties#{kind}": ask(key, {"who": who, "since": "2027-02-01", "source": "un tratado"}),
            f"party_departures#{kind}": ask(key, {"party": party, **until}),
        }
    return {f"registry:{name}": sent for name, sent in found.items()}


# Columns as in NETWORK: pub fp alt va jus XB sec chr trn obs non
DOORS = """
GET  registry:structure                   200 200 200 200 200 200 200 200 200 200 200
GET  registry:communities                 404 403 403 403 403 403 200 403 403 403 404
POST registry:communities                 404 403 403 403 403 403 302 403 403 403 404
GET  registry:local_committees            404 200 200 200 403 200 403 403 403 403 404
POST registry:local_committees            404 302 302 302 403 302 403 403 403 403 404
GET  registry:tier_body#community         200 200 200 200 200 200 200 200 200 200 200
POST registry:parties#community           404 403 403 403 403 403 302 403 403 403 404
POST registry:party_departures#community  404 403 403 403 403 403 302 403 403 403 404
GET  registry:tier_body#local             404 200 200 200 200 404 404 404 404 404 404
POST registry:parties#local               404 302 302 302 403 404 404 404 404 404 404
POST registry:party_departures#local      404 302 302 302 403 404 404 404 404 404 404
"""
