"""The programme of a seminar in the permission matrix: Aldea hosts it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cast import NOW, SECTION_A, Cast
from tejido.curriculum.models import Text
from tejido.curriculum.queries import latest_revision
from tejido.seminars.models import Cycle, Seminar
from tejido.seminars.tests.made import announced
from tejido.timetable import commands
from tejido.timetable.lines import session_digest, told_digest
from tejido.timetable.models import Material, Room, Session, Speaker
from tejido.timetable.queries import programme_of
from tejido.timetable.tests.doings import plan, room, speaker

if TYPE_CHECKING:
    from matrix_world import World

NUMBER = 77  # of its cycle
TYPED = {"kind": "lecture", "day": "2027-05-03", "begins": "15:00", "ends": "16:00", "title_es": "Clase"}


def make_programme(cast: Cast, text: Text) -> None:
    """Sessions one after the other, the last for a group and with something to hand out, a room and a speaker that none
    of them needs; and a seminar without a programme, which has a structure to follow."""
    revision = latest_revision(text)
    seminar = announced(cast, revision)
    Cycle.objects.filter(key=seminar.cycle_id).update(number=NUMBER)
    for number in range(2):
        plan(cast, seminar, 9 + number, 10 + number)
    last = plan(cast, seminar, 12, 13, parallel="A")
    commands.add_file(
        actor=cast.secretariat, session=last, title="Hoja", language="es", name="hoja.txt", data=b"Hoja", at=NOW
    )
    room(cast, seminar)
    speaker(cast, seminar)
    same = {name: getattr(seminar, name) for name in ("cycle", "host", "since", "until", "zone", "languages", "state")}
    Seminar.objects.create(part=2, revision=revision, structure=revision, at=NOW, office=seminar.office, **same)


def seminar_planned(part: int = 1) -> Seminar:
    return Seminar.objects.get(cycle__number=NUMBER, part=part)


def asks_of_programmes(world: World, ask: Any) -> dict[str, Any]:
    """What is sent to each address."""
    seminar = seminar_planned()
    key = {"key": seminar.key}
    first, second, _third = Session.objects.filter(seminar=seminar)
    session = {**key, "session": first.key}
    hall = {**key, "room": Room.objects.get(seminar=seminar).key}
    empty = {"key": seminar_planned(2).key}
    handed = {**key, "material": Material.objects.get(session__seminar=seminar).key}
    one = {**key, "speaker": Speaker.objects.get(seminar=seminar).key}
    asks = {
        "programme": ask(key),
        "calendar": ask(key),
        "group_calendar": ask({**key, "group": "A"}),
        "paper": ask({**key, "ending": "docx"}),
        "announcements": ask(key, {"seen": told_digest(programme_of(seminar).told)}),
        "coverage": ask(key),
        "phone": ask(key),
        "worker": ask(key),
        "beginnings": ask(key),
        "structures": ask(empty, {"begins": "09:00", "minutes": "30", "pause": "0"}),
        "copies": ask(empty, {"source": seminar.key}),
        "day_copies": ask(key, {"day": "2027-05-03", "to": "2027-05-04"}),
        "material": ask(handed),
        "material_removals": ask(handed),
        "additions": ask(session, {"title": "Enlace", "url": "https://example.org/"}),
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
GET  timetable:calendar                   404 200 200 200 200 200 200 200 200 200 404
GET  timetable:group_calendar             404 200 200 200 200 404 200 404 404 404 404
GET  timetable:paper                      404 200 200 200 200 200 200 200 200 200 404
GET  timetable:announcements              404 404 404 404 404 404 200 404 404 404 404
POST timetable:announcements              404 404 404 404 404 404 302 404 404 404 404
GET  timetable:coverage                   404 200 200 200 200 200 200 200 200 200 404
GET  timetable:phone                      404 200 200 200 200 200 200 200 200 200 404
GET  timetable:worker                     404 200 200 200 200 200 200 200 200 200 404
GET  timetable:beginnings                 404 200 200 200 200 404 200 404 404 404 404
POST timetable:structures                 404 302 302 403 403 404 302 404 404 404 404
POST timetable:copies                     404 302 302 403 403 404 302 404 404 404 404
POST timetable:day_copies                 404 302 302 403 403 404 302 404 404 404 404
GET  timetable:material                   404 200 200 200 200 404 200 404 404 404 404
POST timetable:material_removals          404 302 302 403 403 404 302 404 404 404 404
POST timetable:additions                  404 302 302 403 403 404 302 404 404 404 404
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
