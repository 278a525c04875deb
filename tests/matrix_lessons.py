"""The evaluation of seminars in the permission matrix: one that nobody has opened, one that is being discussed, and one
of which everybody was told what changed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cast import FIRST, NOW, ZONE, Cast
from tejido.curriculum.models import Text
from tejido.curriculum.queries import latest_revision
from tejido.deliberation.models import Round
from tejido.engine.proof import canonical_digest
from tejido.lessons import commands
from tejido.lessons.commands.matters import Chosen
from tejido.lessons.models import Matter
from tejido.lessons.queries.accounts import account_data
from tejido.lessons.queries.cases import case_for
from tejido.lessons.queries.traces import traces_of
from tejido.meetings import commands as meetings
from tejido.meetings.models import Meeting
from tejido.meetings.tests.doings import again, plan, prepare
from tejido.seminars.models import Seminar
from tejido.seminars.names import State
from tejido.seminars.tests.made import announced

if TYPE_CHECKING:
    from matrix_world import World


def learn(cast: Cast, text: Text, structure: Text, round_: Round) -> dict[str, str]:
    """The keys, by what each is for. `round_` is one on the text; the structure has none."""
    taught = {"state": State.HELD, "structure": latest_revision(structure)}
    held, case, told = (announced(cast, latest_revision(text), **taught) for _ in range(3))
    for row in (case, told):
        commands.open_lessons(actor=cast.secretariat, seminar=row, at=NOW)
    meeting = _discussed(cast, case, told)
    _put(cast, case)
    _prepare(cast, case)
    _decide(cast, told)
    _tell(cast, told)
    free = prepare(cast, kind="evaluation", number=98)
    return {
        "held": held.key, "case": case.key, "told": told.key, "cycle": case.cycle_id, "slug": structure.slug,
        "round": round_.key, "meeting": free.key, "discussed": meeting.key,
    }  # fmt: skip  # one row of a table, read as one


def _put(cast: Cast, seminar: Seminar) -> Matter:
    return commands.put_together(
        actor=cast.secretariat,
        seminar=seminar,
        part="text",
        title={"es": "La escuela"},
        chosen=Chosen((FIRST,)),
        at=NOW,
    )


def _prepare(cast: Cast, seminar: Seminar) -> Meeting:
    values = plan(kind="evaluation", number=99)
    return commands.prepare_evaluation_meeting(actor=cast.secretariat, seminar=seminar, plan=values, at=NOW)


def _discussed(cast: Cast, case: Seminar, told: Seminar) -> Meeting:
    """A matter of each was discussed in one meeting."""
    meeting = _prepare(cast, case)
    commands.link_meeting(actor=cast.secretariat, seminar=told, meeting=meeting, at=NOW)
    for row in (case, told):
        _put(cast, row)
        commands.place_matters(actor=cast.secretariat, seminar=row, matters=(), at=NOW)
    meetings.convene_meeting(actor=cast.secretariat, meeting=meeting, words={}, with_observers=True, at=NOW)
    meetings.open_meeting(actor=cast.secretariat, meeting=again(meeting), at=NOW)
    meetings.close_meeting(actor=cast.secretariat, meeting=again(meeting), at=NOW)
    return meeting


def _decide(cast: Cast, seminar: Seminar) -> None:
    matter = Matter.objects.get(case__seminar=seminar, number=1)
    commands.decide_matter(
        actor=cast.secretariat, seminar=seminar, matter=matter, outcome="not_taken", language="es", reason="No.",
        carrier="", at=NOW,
    )  # fmt: skip  # one act, read as one


def _seen(cast: Cast, seminar: str) -> str:
    context = case_for(cast.secretariat, seminar)
    return canonical_digest(account_data(context, traces_of(context)))


def _tell(cast: Cast, seminar: Seminar) -> None:
    seen = _seen(cast, seminar.key)
    commands.release_account(actor=cast.secretariat, seminar=seminar, seen=seen, is_public=True, at=NOW)


def asks_of_lessons(world: World, ask: Any) -> dict[str, Any]:
    """What is sent to each address."""
    keys = world.lessons
    held, case, told = ({"key": keys[name]} for name in ("held", "case", "told"))
    first, second = {**case, "number": 1}, {**case, "number": 2}
    named = {"part": "text", "name_es": "Otra", "passages": [FIRST]}
    waits = traces_of(case_for(world.cast.secretariat, keys["case"])).of(2).line
    round_ = {"part": "structure", "deadline_0": "2027-09-01", "deadline_1": "18:00", "zone": ZONE, "reply_days": "21"}
    meeting = {
        "kind": "evaluation", "name_es": "Evaluación", "starts_0": "2027-09-10", "starts_1": "09:00",
        "ends_0": "2027-09-10", "ends_1": "17:00", "zone": ZONE, "place": "Aldea", "languages": ["es"],
    }  # fmt: skip  # one form
    asks = {
        "lessons": ask(case),
        "openings": ask(held),
        "rounds": ask(case, round_),
        "round_links": ask(case, {"round": f"text:{keys['round']}"}),
        "meetings": ask(case, meeting),
        "meeting_links": ask(case, {"meeting": keys["meeting"]}),
        "placings": ask(case, {"matters": "2"}),
        "sections": ask(case),
        "matters": ask(case, named),
        "gatherings": ask(case),
        "matter": ask(second, {**named, "seen": waits.digest}),
        "decisions": ask(first, {"outcome": "not_taken", "reason": "No se recoge.", "language": "es"}),
        "dissolutions": ask(second),
        "trace": ask(case),
        "trace_file": ask({**case, "ending": "xlsx"}),
        "told": ask(case),
        "told#public": ask(told),
        "told_file": ask({**told, "ending": "docx"}),
        "preview": ask(case),
        "releases": ask(told, {"seen": _seen(world.cast, keys["told"])}),
        "withdrawals": ask(told, {"reason": "Un error."}),
        "told_to_me": ask(),
        "cycle": ask({"key": keys["cycle"]}),
        "origins": ask({"slug": keys["slug"]}),
        "origin": ask({"slug": keys["slug"], "passage": FIRST}),
    }
    return {f"lessons:{name}": found for name, found in asks.items()}


# Columns as in NETWORK: pub fp alt va jus XB sec chr trn obs non
DOORS = """
GET  lessons:lessons                      404 200 200 200 200 200 200 200 200 200 404
POST lessons:openings                     404 403 403 403 403 403 302 403 403 403 404
GET  lessons:rounds                       404 404 404 404 404 404 200 404 404 404 404
POST lessons:rounds                       404 404 404 404 404 404 302 404 404 404 404
POST lessons:round_links                  404 404 404 404 404 404 302 404 404 404 404
GET  lessons:meetings                     404 404 404 404 404 404 200 404 404 404 404
POST lessons:meetings                     404 404 404 404 404 404 302 404 404 404 404
POST lessons:meeting_links                404 404 404 404 404 404 302 404 404 404 404
POST lessons:placings                     404 404 404 404 404 404 302 404 404 404 404
GET  lessons:sections                     404 200 200 200 200 200 200 200 200 200 404
POST lessons:matters                      404 404 404 404 404 404 302 404 404 404 404
POST lessons:gatherings                   404 404 404 404 404 404 409 404 404 404 404
GET  lessons:matter                       404 200 200 200 200 200 200 200 200 200 404
POST lessons:matter                       404 404 404 404 404 404 302 404 404 404 404
POST lessons:decisions                    404 404 404 404 404 404 302 404 404 404 404
POST lessons:dissolutions                 404 404 404 404 404 404 302 404 404 404 404
GET  lessons:trace                        404 200 200 200 200 200 200 200 200 200 404
GET  lessons:trace_file                   404 200 200 200 200 200 200 200 200 200 404
GET  lessons:told                         404 200 200 200 200 200 200 200 200 200 404
GET  lessons:told#public                  200 200 200 200 200 200 200 200 200 200 200
GET  lessons:told_file                    200 200 200 200 200 200 200 200 200 200 200
GET  lessons:preview                      404 404 404 404 404 404 200 404 404 404 404
POST lessons:releases                     404 404 404 404 404 404 302 404 404 404 404
POST lessons:withdrawals                  404 404 404 404 404 404 302 404 404 404 404
GET  lessons:told_to_me                   404 404 404 404 404 404 404 404 404 404 404
GET  lessons:cycle                        404 200 200 200 200 200 200 200 200 200 404
GET  lessons:origins                      404 200 200 200 200 200 200 200 200 200 404
GET  lessons:origin                       404 200 200 200 200 200 200 200 200 200 404
"""
