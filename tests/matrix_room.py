"""The screen of the room, the delegate's brief and calendars in the permission matrix."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from matrix_world import Course

CALENDAR = (
    b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VEVENT\r\nUID:1\r\nSUMMARY:Otra\r\n"
    b"DTSTART:20270601T120000Z\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
)


def asks_of_room(course: Course, ask: Any) -> dict[str, Any]:
    """What is sent to each address."""
    convened = {"key": course.meetings.meetings["convened"].key}
    item = {"item": course.meetings.items["convened"].key}
    file = BytesIO(CALENDAR)
    file.name = "reunion.ics"
    asks = {
        "calendar": ask(convened),
        "brief": ask(convened),
        "brief_file": ask(convened),
        "room_screen": ask(convened),
        "fragment": ask(convened),
        "operator": ask(convened),
        "pointers": ask(convened, item),
        "calendar_files": ask({"key": course.body.key}, {"file": file}),
        "paper": ask({**convened, "kind": "brief", "ending": "docx"}),
        "round_paper": ask({"key": course.rounds["preparing"].key, "ending": "docx"}),
        "round_brief": ask({"key": course.rounds["preparing"].key}),
        "round_brief_file": ask({"key": course.rounds["preparing"].key}),
    }
    return {f"meetings:{name}": found for name, found in asks.items()}


def asks_of_calendars(world: Any, ask: Any) -> dict[str, Any]:
    """`feed` is the token of the address of the calendar of Brisa's focal point: whoever has it, reads it."""
    return {
        "meetings:calendars": ask(),
        "meetings:addresses": ask(),
        "meetings:address_endings": ask(),
        "meetings:feed": ask({"token": world.feed}),
    }


# Columns as in NETWORK: pub fp alt va jus XB sec chr trn obs non
IN_NETWORK = """
GET  meetings:calendar                    404 200 200 200 200 200 200 200 200 200 404
GET  meetings:brief                       404 200 200 200 200 200 200 200 200 200 404
GET  meetings:brief_file                  404 200 200 200 200 200 200 200 200 200 404
GET  meetings:paper                       404 200 200 200 200 200 200 200 200 200 404
GET  meetings:round_paper                 404 200 200 200 200 200 200 200 200 200 404
GET  meetings:round_brief                 404 200 200 200 200 200 200 200 200 200 404
GET  meetings:round_brief_file            404 200 200 200 200 200 200 200 200 200 404
GET  meetings:room_screen                 404 200 200 200 200 200 200 200 200 200 404
GET  meetings:fragment                    404 200 200 200 200 200 200 200 200 200 404
GET  meetings:operator                    404 403 403 403 403 403 200 200 403 403 404
POST meetings:pointers                    404 403 403 403 403 403 302 302 403 403 404
GET  meetings:calendar_files              404 403 403 403 403 403 200 403 403 403 404
POST meetings:calendar_files              404 403 403 403 403 403 200 403 403 403 404
"""

# Columns as in MECHANISM: fp alt va jus all
IN_MECHANISM = """
GET  meetings:calendar                    200 200 200 200 404
GET  meetings:brief                       200 200 200 200 404
GET  meetings:brief_file                  200 200 200 200 404
GET  meetings:paper                       200 200 200 200 404
GET  meetings:round_paper                 200 200 200 200 404
GET  meetings:round_brief                 200 200 200 200 404
GET  meetings:round_brief_file            200 200 200 200 404
GET  meetings:room_screen                 200 200 200 200 404
GET  meetings:fragment                    200 200 200 200 404
GET  meetings:operator                    200 200 200 403 404
POST meetings:pointers                    302 302 302 403 404
GET  meetings:calendar_files              200 200 403 403 404
POST meetings:calendar_files              200 200 403 403 404
"""

DOORS = """
GET  meetings:calendars                   403 200 200 200 200 200 200 200 200 200 403
POST meetings:addresses                   403 302 302 302 302 302 302 302 302 302 403
POST meetings:address_endings             403 409 409 409 409 302 409 409 409 409 403
GET  meetings:feed                        200 200 200 200 200 200 200 200 200 200 200
"""
