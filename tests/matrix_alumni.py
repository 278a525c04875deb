"""Former participants in the permission matrix: one of Aldea who shows herself to its own seats alone."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from cast import Cast
from tejido.alumni.commands import stay
from tejido.alumni.models import Alumnus
from tejido.nominations.models import Nominee
from tejido.nominations.tests.made import called, participant
from tejido.people.queries import guest_token
from tejido.seminars.tests.made import announced

if TYPE_CHECKING:
    from matrix_world import World


LINKED = "Alumna"


def stay_reachable(cast: Cast, canary: str) -> None:
    """One whose link is used here, and one of whom others learn nothing."""
    call = called(cast, announced(cast))
    for number, said in ((1, LINKED), (2, f"{canary} alumna")):
        row = participant(cast, call, number=number, name=said, email=f"alumna-{number}@example.org")
        shown = {"audience": "member", "shows": ["name", "topic"], "topic": said, "languages": []}
        stay(nominee=row, agrees=True, given=shown, at=call.begins_at + timedelta(days=1))
    Nominee.objects.filter(call=call).update(name="")


def asks_of_alumni(world: World, ask: Any) -> dict[str, Any]:
    """What is sent to each address."""
    row = Alumnus.objects.get(name=LINKED)
    words = {"subject": "Curso", "body": "Venga."}
    token = {"token": guest_token(row.seed)}
    asks = {
        "home": ask(),
        "letters": ask({}, words),
        "letter": ask({"key": row.key}, words),
        "mine": ask(),
        "departures": ask(token),
        "link": ask(token, {"audience": "network", "topic": "Otra"}),
    }
    return {f"alumni:{name}": found for name, found in asks.items()}


# Columns as in NETWORK: pub fp alt va jus XB sec chr trn obs non. Whoever has the link reads what it is for.
DOORS = """
GET  alumni:home                          404 200 200 200 200 200 200 200 200 200 404
GET  alumni:letters                       404 200 200 403 403 200 403 403 403 403 404
POST alumni:letters                       404 302 302 403 403 409 403 403 403 403 404
GET  alumni:letter                        404 200 200 403 403 404 404 404 404 404 404
POST alumni:letter                        404 302 302 403 403 404 404 404 404 404 404
GET  alumni:mine                          404 404 404 404 404 404 404 404 404 404 404
POST alumni:mine                          404 404 404 404 404 404 404 404 404 404 404
GET  alumni:link                          200 200 200 200 200 200 200 200 200 200 200
POST alumni:link                          302 302 302 302 302 302 302 302 302 302 302
POST alumni:departures                    200 200 200 200 200 200 200 200 200 200 200
"""
