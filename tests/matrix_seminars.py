"""Seminars in the permission matrix: one in preparation, one that is announced, one that everybody may read, a past one
and one that could enter a cycle."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from cast import NOW, SOURCE, Cast
from tejido.curriculum.models import Text
from tejido.curriculum.queries import latest_revision
from tejido.ledger.actors import CONSOLE
from tejido.registry.commands import enter_event
from tejido.seminars import commands
from tejido.seminars.models import Seminar
from tejido.seminars.rules import Duty, Money
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
    work = _work(cast, open_, shown)
    return {
        "cycle": cycle.key,
        "empty": empty.key,
        "open": open_.key,
        "shown": shown.key,
        "preparing": preparing.key,
        "begun": begun.key,
        "event": free.key,
        "revision": latest_revision(text).key,
        **work,
    }


def _work(cast: Cast, open_: Seminar, shown: Seminar) -> dict[str, str]:
    """What Aldea and the secretariat have to do for a seminar that Aldea hosts, and what two of them cost: one of it
    shown to the network."""
    secretariat = cast.secretariat
    duty = Duty({"es": "Enviar"}, "since", -10, "host")
    task, done = (commands.add_task(actor=secretariat, seminar=open_, duty=duty, at=NOW) for _ in range(2))
    commands.do_task(actor=secretariat, task=done, note="", at=NOW)
    common = commands.add_template_task(actor=secretariat, duty=duty, at=NOW)
    money = Money({"es": "Interpretación"}, Decimal(100), "USD", "open", "", None)
    line = commands.enter_line(actor=secretariat, seminar=open_, money=money, at=NOW)
    commands.enter_line(actor=secretariat, seminar=shown, money=money, at=NOW)
    commands.release_budget(actor=secretariat, seminar=shown, at=NOW)
    return {"task": task.key, "done": done.key, "common": common.key, "line": line.key}


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
        "calendar": ask(open_),
        "calendar#preparing": ask(preparing),
        "calendar#shown": ask(shown),
        "details": ask(open_, {**planned, "reason": "Obras"}),
        "details#preparing": ask(preparing, planned),
        "announcements": ask(preparing, {"words": ""}),
        "cancellations": ask(open_, {"reason": "Obras"}),
        "completions": ask({"key": told["begun"]}),
        "takings": ask(open_, taken),
        "releases": ask(open_),
        "withdrawals": ask(shown),
        **_asks_of_work(told, open_, shown, ask),
        "cycle_copies": ask(cycle, {"number": "9", "first": "2028-05-01"}),
        "copies": ask(open_, {"cycle": told["cycle"], "part": "8", "first": "2028-05-01"}),
    }
    return {f"seminars:{name}": found for name, found in asks.items()}


def _asks_of_work(told: dict[str, str], open_: dict[str, str], shown: dict[str, str], ask: Any) -> dict[str, Any]:
    line, task, done = (
        {**open_, name: told[key]} for name, key in (("line", "line"), ("task", "task"), ("task", "done"))
    )
    duty = {"what_es": "Enviar", "days": "3", "side": "before", "anchor": "since", "responsible": "host"}
    money = {"what_es": "Traslado", "amount": "10", "currency": "USD", "cover": "open"}
    return {
        "template": ask({}, duty),
        "template_strikings": ask({"key": told["common"]}),
        "checklist": ask(open_, duty),
        "template_takings": ask(open_),
        "task": ask(task, duty),
        "task_strikings": ask(task),
        "doings": ask(task),
        "reopenings": ask(done),
        "budget": ask(open_, money),
        "budget#shown": ask(shown, money),
        "budget_releases": ask(open_),
        "budget_withdrawals": ask(shown),
        "line": ask(line, money),
        "line_strikings": ask(line),
    }


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
GET  seminars:calendar                    404 200 200 200 200 200 200 200 200 200 404
GET  seminars:calendar#preparing          404 404 404 404 404 404 200 404 404 404 404
GET  seminars:calendar#shown              200 200 200 200 200 200 200 200 200 200 200
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
POST seminars:template                    403 403 403 403 403 403 302 403 403 403 403
GET  seminars:template                    403 403 403 403 403 403 200 403 403 403 403
POST seminars:template_strikings          404 404 404 404 404 404 302 404 404 404 404
GET  seminars:checklist                   404 200 200 200 200 404 200 200 200 404 404
POST seminars:checklist                   404 403 403 403 403 404 302 403 403 404 404
POST seminars:template_takings            404 403 403 403 403 404 302 403 403 404 404
GET  seminars:task                        404 403 403 403 403 404 200 403 403 404 404
POST seminars:task                        404 403 403 403 403 404 302 403 403 404 404
POST seminars:task_strikings              404 403 403 403 403 404 302 403 403 404 404
POST seminars:doings                      404 302 302 403 403 404 302 403 403 404 404
POST seminars:reopenings                  404 302 302 403 403 404 302 403 403 404 404
GET  seminars:budget                      404 200 200 200 200 404 200 404 404 404 404
POST seminars:budget                      404 403 403 403 403 404 302 404 404 404 404
GET  seminars:budget#shown                404 200 200 200 200 200 200 200 200 200 404
POST seminars:budget#shown                404 403 403 403 403 403 302 403 403 403 404
POST seminars:budget_releases             404 403 403 403 403 404 302 404 404 404 404
POST seminars:budget_withdrawals          404 403 403 403 403 403 302 403 403 403 404
GET  seminars:line                        404 403 403 403 403 404 200 404 404 404 404
POST seminars:line                        404 403 403 403 403 404 302 404 404 404 404
POST seminars:line_strikings              404 403 403 403 403 404 302 404 404 404 404
GET  seminars:copies                      404 403 403 403 403 403 200 403 403 403 404
POST seminars:copies                      404 403 403 403 403 403 302 403 403 403 404
GET  seminars:cycle_copies                403 403 403 403 403 403 200 403 403 403 403
POST seminars:cycle_copies                403 403 403 403 403 403 302 403 403 403 403
"""
