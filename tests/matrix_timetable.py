"""The programme of a seminar in the permission matrix: Aldea hosts it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cast import SECTION_A, Cast
from tejido.curriculum.models import Text
from tejido.curriculum.queries import latest_revision
from tejido.seminars.models import Cycle, Seminar
from tejido.seminars.tests.made import announced
from tejido.timetable.lines import session_digest
from tejido.timetable.models import Room, Session, Speaker
from tejido.timetable.tests.doings import plan, room, speaker

if TYPE_CHECKING:
    from matrix_world import World

NUMBER = 77  # of its cycle
TYPED = {"kind": "lecture", "day": "2027-05-03", "begins": "15:00", "ends": "16:00", "title_es": "Clase"}


def make_programme(cast: Cast, text: Text) -> None:
    """Three sessions one after the other, with a room and a speaker that none of them needs."""
    seminar = announced(cast, latest_revision(text))
    Cycle.objects.filter(key=seminar.cycle_id).update(number=NUMBER)
    for number in range(3):
        plan(cast, seminar, 9 + number, 10 + number)
    room(cast, seminar)
    speaker(cast, seminar)


def seminar_planned() -> Seminar:
    return Seminar.objects.get(cycle__number=NUMBER)


def asks_of_programmes(world: World, ask: Any) -> dict[str, Any]:
    """What is sent to each address."""
    seminar = seminar_planned()
    key = {"key": seminar.key}
    first, second, _third = Session.objects.filter(seminar=seminar)
    session = {**key, "session": first.key}
    hall = {**key, "room": Room.objects.get(seminar=seminar).key}
    one = {**key, "speaker": Speaker.objects.get(seminar=seminar).key}
    asks = {
        "programme": ask(key),
        "new_session": ask(key, {**TYPED, "treats": [SECTION_A]}),
        "session": ask(session, {**TYPED, "seen": session_digest(first, [])}),
        "moves": ask(session, {"way": "down"}),
        "swaps": ask(session, {"other": second.key}),
        "shifts": ask(session, {"minutes": "15"}),
        "removals": ask(session),
        "lists": ask(key),
        "rooms": ask(key, {"room-name": "Sala 2"}),
        "room": ask(hall, {"name": "Sala 3"}),
        "room_removals": ask(hall),
        "speakers": ask(key, {"speaker-name": "Ponente", "speaker-function_es": "Docente"}),
        "speaker": ask(one, {"name": "Ponente", "function_es": "Juez"}),
        "speaker_removals": ask(one),
    }
    return {f"timetable:{name}": found for name, found in asks.items()}


# Columns as in NETWORK: pub fp alt va jus XB sec chr trn obs non
DOORS = """
GET  timetable:programme                  404 200 200 200 200 200 200 200 200 200 404
GET  timetable:new_session                404 200 200 200 200 404 200 404 404 404 404
POST timetable:new_session                404 302 302 403 403 404 302 404 404 404 404
GET  timetable:session                    404 200 200 200 200 404 200 404 404 404 404
POST timetable:session                    404 302 302 403 403 404 302 404 404 404 404
POST timetable:moves                      404 302 302 403 403 404 302 404 404 404 404
POST timetable:swaps                      404 302 302 403 403 404 302 404 404 404 404
POST timetable:shifts                     404 302 302 403 403 404 302 404 404 404 404
POST timetable:removals                   404 302 302 403 403 404 302 404 404 404 404
GET  timetable:lists                      404 200 200 200 200 404 200 404 404 404 404
POST timetable:rooms                      404 302 302 403 403 404 302 404 404 404 404
GET  timetable:room                       404 200 200 200 200 404 200 404 404 404 404
POST timetable:room                       404 302 302 403 403 404 302 404 404 404 404
POST timetable:room_removals              404 302 302 403 403 404 302 404 404 404 404
POST timetable:speakers                   404 302 302 403 403 404 302 404 404 404 404
GET  timetable:speaker                    404 200 200 200 200 404 200 404 404 404 404
POST timetable:speaker                    404 302 302 403 403 404 302 404 404 404 404
POST timetable:speaker_removals           404 302 302 403 403 404 302 404 404 404 404
"""
