"""Calls, nominations and participants in the permission matrix: what Aldea nominates is known to its own acting seats
and the secretariat; a participant comes in by a link."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from cast import NOW, Cast
from tejido.nominations.commands.passing import give_link
from tejido.nominations.models import Nominee
from tejido.nominations.names import Standing
from tejido.nominations.tests.made import called, participant
from tejido.people.queries import guest_token
from tejido.seminars.tests.made import announced

if TYPE_CHECKING:
    from matrix_world import World

GUEST = "invitada-xa@example.org"


def nominate(cast: Cast) -> None:
    """A call to a seminar, and somebody of Aldea who was admitted and has a link."""
    row = participant(cast, called(cast, announced(cast)), standing=Standing.ADMITTED, email=GUEST)
    give_link(row, NOW + timedelta(days=60))
    row.save()


def asks_of_nominations(world: World, ask: Any) -> dict[str, Any]:
    """What is sent to each address."""
    token = {"token": guest_token(Nominee.objects.get(email=GUEST).seed)}
    given = {"language": "es"}
    asks = {
        "links": ask({}, {"email": GUEST}),
        "invitation": ask(token, given),
        "invitation_refusals": ask(token),
        "taking_part": ask(),
        "details": ask({}, given),
        "refusals": ask(),
        "erasures_by_person": ask(),
        "leavings": ask(),
    }
    return {f"nominations:{name}": found for name, found in asks.items()}


# Columns as in NETWORK: pub fp alt va jus XB sec chr trn obs non
DOORS = """
GET  nominations:links                    200 200 200 200 200 200 200 200 200 200 200
POST nominations:links                    302 302 302 302 302 302 302 302 302 302 302
GET  nominations:invitation               200 200 200 200 200 200 200 200 200 200 200
POST nominations:invitation               302 302 302 302 302 302 302 302 302 302 302
POST nominations:invitation_refusals      200 200 200 200 200 200 200 200 200 200 200
GET  nominations:taking_part              302 302 302 302 302 302 302 302 302 302 302
GET  nominations:details                  404 404 404 404 404 404 404 404 404 404 404
POST nominations:details                  404 404 404 404 404 404 404 404 404 404 404
POST nominations:refusals                 404 404 404 404 404 404 404 404 404 404 404
POST nominations:erasures_by_person       404 404 404 404 404 404 404 404 404 404 404
POST nominations:leavings                 302 302 302 302 302 302 302 302 302 302 302
"""
