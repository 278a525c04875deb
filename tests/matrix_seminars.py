"""Seminars in the permission matrix: one in preparation, one that is announced, one that everybody may read, a past one
and one that could enter a cycle."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cast import NOW, SOURCE, Cast
from tejido.curriculum.models import Text
from tejido.curriculum.queries import latest_revision
from tejido.ledger.actors import CONSOLE
from tejido.registry.commands import enter_event
from tejido.seminars import commands
from tejido.seminars.models import Seminar
from tejido.seminars.tests.doings import outline, plan

if TYPE_CHECKING:
    from matrix_world import World


def plan_seminars(cast: Cast, text: Text) -> dict[str, str]:
    """The keys, by what each is for. `text` has more than one revision."""
    secretariat = cast.secretariat
    cycle = commands.begin_cycle(actor=secretariat, outline=outline(number=41, text=text), at=NOW)
    open_, shown, preparing, begun = (
        commands.prepare_seminar(actor=secretariat, cycle=cycle, plan=plan(cast, **values), at=NOW)
        for values in (
            {"part": 1},
            {"part": 2},
            {"part": 3},
            {"part": 4, "since": NOW.date().isoformat(), "until": NOW.date().isoformat()},
        )
    )
    for row in (open_, shown, begun):
        commands.announce_seminar(actor=secretariat, seminar=row, words="", language="es", at=NOW)
    commands.release_seminar(actor=secretariat, seminar=shown, at=NOW)
    Seminar.objects.filter(key__in=[open_.key, preparing.key]).update(revision=None)
    empty = commands.begin_cycle(actor=secretariat, outline=outline(number=42), at=NOW)
    told, free = (
        enter_event(actor=CONSOLE, title={"es": name}, kind="seminar", since="2013-06", source=SOURCE, at=NOW)
        for name in ("Contado", "Libre")
    )
    commands.enter_past_seminar(actor=secretariat, cycle=cycle, event=told, part=5, at=NOW)
    return {
        "cycle": cycle.key,
        "empty": empty.key,
        "open": open_.key,
        "shown": shown.key,
        "preparing": preparing.key,
        "begun": begun.key,
        "event": free.key,
        "revision": latest_revision(text).key,
    }


def asks_of_seminars(world: World, ask: Any) -> dict[str, Any]:
    """What is sent to each address."""
    told = world.seminars
    cycle, empty = {"key": told["cycle"]}, {"key": told["empty"]}
    open_, shown, preparing = ({"key": told[name]} for name in ("open", "shown", "preparing"))
    planned = {
        "part": "9", "since": "2027-08-02", "until": "2027-08-06", "zone": "America/Asuncion", "place_es": "Otra parte",
        "languages": ["es"],
    }  # fmt: skip  # one form
    taken = {"which": "text", "revision": told["revision"]}
    asks = {
        "home": ask(),
        "new_cycle": ask({}, {"number": "7"}),
        "cycle": ask(cycle),
        "cycle#empty": ask(empty),
        "descriptions": ask(empty, {"number": "8"}),
        "structures": ask(cycle, {"title": "Estructura del seminario"}),
        "preparation": ask(cycle, planned),
        "pasts": ask(cycle, {"part": "6", "event": told["event"]}),
        "seminar": ask(open_),
        "seminar#preparing": ask(preparing),
        "seminar#shown": ask(shown),
        "details": ask(open_, {**planned, "reason": "Obras"}),
        "details#preparing": ask(preparing, planned),
        "announcements": ask(preparing, {"words": ""}),
        "cancellations": ask(open_, {"reason": "Obras"}),
        "completions": ask({"key": told["begun"]}),
        "takings": ask(open_, taken),
        "releases": ask(open_),
        "withdrawals": ask(shown),
    }
    return {f"seminars:{name}": found for name, found in asks.items()}


# Columns as in NETWORK: pub fp alt va jus XB sec chr trn obs non
DOORS = """
GET  seminars:home                        200 200 200 200 200 200 200 200 200 200 200
GET  seminars:new_cycle                   403 403 403 403 403 403 200 403 403 403 403
POST seminars:new_cycle                   403 403 403 403 403 403 302 403 403 403 403
GET  seminars:cycle                       200 200 200 200 200 200 200 200 200 200 200
GET  seminars:cycle#empty                 404 404 404 404 404 404 200 404 404 404 404
GET  seminars:descriptions                404 404 404 404 404 404 200 404 404 404 404
POST seminars:descriptions                404 404 404 404 404 404 302 404 404 404 404
POST seminars:structures                  403 403 403 403 403 403 302 403 403 403 403
GET  seminars:preparation                 403 403 403 403 403 403 200 403 403 403 403
POST seminars:preparation                 403 403 403 403 403 403 302 403 403 403 403
GET  seminars:pasts                       403 403 403 403 403 403 200 403 403 403 403
POST seminars:pasts                       403 403 403 403 403 403 302 403 403 403 403
GET  seminars:seminar                     404 200 200 200 200 200 200 200 200 200 404
GET  seminars:seminar#preparing           404 404 404 404 404 404 200 404 404 404 404
GET  seminars:seminar#shown               200 200 200 200 200 200 200 200 200 200 200
GET  seminars:details                     404 403 403 403 403 403 200 403 403 403 404
POST seminars:details                     404 403 403 403 403 403 302 403 403 403 404
GET  seminars:details#preparing           404 404 404 404 404 404 200 404 404 404 404
POST seminars:details#preparing           404 404 404 404 404 404 302 404 404 404 404
GET  seminars:announcements               404 404 404 404 404 404 200 404 404 404 404
POST seminars:announcements               404 404 404 404 404 404 302 404 404 404 404
GET  seminars:cancellations               404 403 403 403 403 403 200 403 403 403 404
POST seminars:cancellations               404 403 403 403 403 403 302 403 403 403 404
POST seminars:completions                 404 403 403 403 403 403 302 403 403 403 404
POST seminars:takings                     404 403 403 403 403 403 302 403 403 403 404
POST seminars:releases                    404 403 403 403 403 403 302 403 403 403 404
POST seminars:withdrawals                 404 403 403 403 403 403 302 403 403 403 404
"""
