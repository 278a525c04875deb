"""Meetings in the world of the permission matrix: one at each step, in the network and in the mechanism of Aldea; what
is sent to their addresses, and who gets which answer."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from io import BytesIO
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from cast import NOW, ZONE
from tejido.deliberation.tests.doings import DAY, HOUR
from tejido.meetings import commands
from tejido.meetings.models import Commitment, Correction, Decision, Item, Meeting, Paper
from tejido.meetings.names import Audience, ItemKind, MeetingKind, Part, Presence, Way
from tejido.meetings.rules.meetings import Plan

if TYPE_CHECKING:
    from matrix_world import Course

HALF = HOUR / 2
STEPS = ("preparing", "convened", "opened", "circulated", "due", "approved")


@dataclass
class Held:
    """The meetings of a body by their step, and what was made in them."""

    meetings: dict[str, Meeting] = field(default_factory=dict)
    items: dict[str, Item] = field(default_factory=dict)
    paper: Paper | None = None
    file: str = ""
    decision: Decision | None = None
    commitment: Commitment | None = None
    correction: Correction | None = None


def hold_meetings(course: Course) -> Held:
    """A meeting at every step, with something in every field."""
    held = Held()
    for number, step in enumerate(STEPS, 1):
        _prepare(course, held, step, number)
    for step in STEPS[1:]:
        _convene(course, held, step)
    for step in STEPS[2:]:
        _hold(course, held, step)
    for step in STEPS[3:]:
        _write(course, held, step)
    _correct(course, held)
    commands.approve_minutes(
        actor=_serving(course), meeting=held.meetings["approved"], way=Way.BY_SILENCE, at=NOW + 3 * HOUR + HALF
    )
    if not course.is_private:
        _release(course, held)
    _revise(course, held)
    return held


def _serving(course: Course) -> Any:
    return course.cast.actor(course.offices.serves)


def _prepare(course: Course, held: Held, step: str, number: int) -> None:
    is_ahead = step in {"preparing", "convened"}
    begin = NOW + (30 * DAY if is_ahead else HOUR)
    plan = Plan(
        MeetingKind.ORDINARY, number, {"es": course.words(f"Reunión {step}")}, begin, begin + HOUR, ZONE,
        course.words("Asunción"), "https://video.example.org/sala", ("es", "pt"),
    )  # fmt: skip  # one row of a table, read as one
    row = commands.prepare_meeting(actor=_serving(course), body=course.body, plan=plan, at=NOW)
    procedure = course.procedures["meeting"].key if step == "opened" else ""
    item = commands.add_item(
        actor=_serving(course), meeting=row, title={"es": course.words(f"Punto {step}")}, kind=ItemKind.DISCUSSION,
        minutes=20, procedure=procedure, at=NOW,
    )  # fmt: skip
    commands.add_item(
        actor=_serving(course), meeting=row, title={"es": course.words("Varios")}, kind=ItemKind.INFORMATION, at=NOW
    )
    held.meetings[step], held.items[step] = row, item


def _convene(course: Course, held: Held, step: str) -> None:
    commands.convene_meeting(
        actor=_serving(course), meeting=held.meetings[step], words={"es": course.words("Se convoca.")},
        with_observers=False, at=NOW,
    )  # fmt: skip


def _hold(course: Course, held: Held, step: str) -> None:
    row, serving = held.meetings[step], _serving(course)
    commands.open_meeting(actor=serving, meeting=row, at=NOW + HOUR)
    commands.enter_attendance(
        actor=serving, meeting=row, entries=[commands.Entry(_speaker(course), Presence.PRESENT, persons=2)],
        at=NOW + HOUR,
    )  # fmt: skip
    if step != "opened":
        commands.close_meeting(actor=serving, meeting=row, at=NOW + 2 * HOUR)


def _speaker(course: Course) -> str:
    """The code of the party of Aldea that speaks here."""
    return "JUS" if course.is_private else "XA"


def _write(course: Course, held: Held, step: str) -> None:
    row, serving, at = held.meetings[step], _serving(course), NOW + 2 * HOUR
    commands.save_minutes(
        actor=serving, meeting=row, item=held.items[step], language="es", markdown=course.words("Se trató el punto."),
        base=0, at=at,
    )  # fmt: skip
    decision = commands.enter_decision(
        actor=serving, item=held.items[step], texts={"es": course.words("Se decide.")}, at=at
    )
    promise = commands.make_commitment(
        actor=serving, meeting=row, texts={"es": course.words("Enviar.")}, party=_speaker(course), decision=decision,
        due=NOW.date() + 60 * DAY, at=at,
    )  # fmt: skip
    if step == "circulated":
        held.decision, held.commitment = decision, promise
    until = NOW + (10 * DAY if step == "circulated" else 3 * HOUR)
    commands.circulate_minutes(actor=serving, meeting=row, local=_local(until), zone=ZONE, at=at)


def _local(instant: datetime) -> datetime:
    return instant.astimezone(ZoneInfo(ZONE)).replace(tzinfo=None)


def _correct(course: Course, held: Held) -> None:
    held.correction = commands.propose_correction(
        actor=course.cast.actor(course.offices.speaks), meeting=held.meetings["circulated"], item=None, language="es",
        wording=course.words("Dígase otra cosa."), reason=course.words("Así fue."), at=NOW + 2 * HOUR + HALF,
    )  # fmt: skip


def _release(course: Course, held: Held) -> None:
    """Everybody may know what was on an agenda; who was there and what was said stays with the network."""
    commands.release_part(
        actor=_serving(course), meeting=held.meetings["approved"], part=Part.AGENDA, audience=Audience.PUBLIC,
        at=NOW + 4 * HOUR,
    )  # fmt: skip


def _revise(course: Course, held: Held) -> None:
    """Documents before an item, and an agenda that has changed since it was announced."""
    item, serving = held.items["convened"], _serving(course)
    commands.add_paper(actor=serving, item=item, source=course.texts["open"], at=NOW)
    held.paper = commands.add_file(
        actor=serving, item=item, name=f"{course.words('nota')}.txt", data=course.words("Una nota.").encode(), at=NOW
    )
    held.file = held.paper.file.digest if held.paper.file else ""
    commands.add_item(
        actor=serving, meeting=held.meetings["convened"], title={"es": course.words("Nuevo")}, kind=ItemKind.DECISION,
        at=NOW,
    )  # fmt: skip


PLAN = {
    "kind": "ordinary", "number": "9", "starts_0": "2027-06-01", "starts_1": "09:00", "ends_0": "2027-06-01",
    "ends_1": "17:00", "zone": ZONE, "place": "Aquí", "languages": ["es"],
}  # fmt: skip
LATER = {"starts_0": "2027-07-01", "starts_1": "09:00", "ends_0": "2027-07-01", "ends_1": "17:00", "reason": "Sede."}
ITEM = {"text_es": "Otro punto", "kind": "discussion"}


def asks_of_meetings(course: Course, ask: Any) -> dict[str, Any]:
    """What is sent to each address. `ask` makes it: the addresses' parts, what is sent, the query."""
    held = course.meetings
    key = {step: {"key": row.key} for step, row in held.meetings.items()}
    item = {step: {"key": row.key} for step, row in held.items.items()}
    part = {step: key[step] | {"part": row.key} for step, row in held.items.items()}
    party, sent = _speaker(course), {"markdown": "Se dijo más.", "base": "0", "language": "pt"}
    file = BytesIO(b"Otra nota.")
    file.name = "nota.txt"
    body = {"key": course.body.key}
    asks = {
        "body": ask(body),
        "preparation": ask(body, PLAN),
        "commitments": ask(body),
        "meeting": ask(key["convened"]),
        "meeting#preparing": ask(key["preparing"]),
        "details": ask(key["preparing"], PLAN),
        "convocations": ask(key["preparing"], {"words": "Se convoca."}),
        "postponements": ask(key["convened"], LATER),
        "cancellations": ask(key["convened"], {"reason": "Sin sede."}),
        "openings": ask(key["convened"]),
        "closings": ask(key["opened"]),
        "replies": ask(key["convened"], {"says": "coming"}),
        "agenda": ask(key["convened"]),
        "items": ask(key["convened"], ITEM),
        "announcements": ask(key["convened"]),
        "adoptions": ask(key["opened"]),
        "carryings": ask(key["convened"]),
        "file": ask(key["convened"] | {"digest": held.file}),
        "item": ask(item["convened"], ITEM),
        "moves": ask(item["convened"], {"to": "down"}),
        "strikings": ask(item["convened"]),
        "papers": ask(item["convened"], {"source": f"text:{course.texts['open'].key}"}),
        "files": ask(item["convened"], {"file": file}),
        "outcomes": ask(item["opened"], {"present": _everybody(course)}),
        "rooms": ask(item["opened"], {"present": [party]}),
        "decisions": ask(item["circulated"], {"text_es": "Se decide más."}),
        "removals": ask({"key": held.paper.key if held.paper else ""}),
        "attendance": ask(key["opened"], {f"presence_{party}": "excused"}),
        "arrivals": ask(key["opened"], {"presence": "present", "persons": "3"}),
        "minutes": ask(key["circulated"]),
        "preview": ask(key["circulated"], sent),
        "writing": ask(part["circulated"], sent, {"language": "pt"}),
        "draft": ask(part["circulated"], sent),
        "circulations": ask(key["circulated"], {"deadline_0": "2027-05-01", "deadline_1": "10:00", "zone": ZONE}),
        "corrections": ask(key["circulated"], {"language": "es", "wording": "Otra.", "reason": "Sí."}),
        "verdicts": ask({"key": held.correction.key if held.correction else ""}, {"verdict": "taken", "answer": "Sí."}),
        "approvals": ask(key["due"], {"way": "by_silence"}),
        "releases": ask(key["approved"], {"part": Part.MINUTES, "audience": "network"}),
        "withdrawals": ask(key["approved"], {"part": Part.AGENDA, "audience": "public", "reason": "Un error."}),
        "promises": ask(key["circulated"], {"text_es": "Hacer.", "who": f"party:{party}"}),
        "decision": ask({"key": held.decision.key if held.decision else ""}, {"text_es": "Se decide otra cosa."}),
        "commitment": ask({"key": held.commitment.key if held.commitment else ""}),
        "reports": ask({"key": held.commitment.key if held.commitment else ""}, {"kind": "note", "words": "Va bien."}),
    }
    return {f"meetings:{name}": found for name, found in asks.items()}


def _everybody(course: Course) -> list[str]:
    return ["JUS", "DEF"] if course.is_private else ["XA", "XB", "XC"]


# The meetings of the network, in the columns of NETWORK in matrix_tables: pub fp alt va jus XB sec chr trn obs non
IN_NETWORK = """
GET  meetings:body                        404 200 200 200 200 200 200 200 200 200 404
GET  meetings:preparation                 404 404 404 404 404 404 200 404 404 404 404
POST meetings:preparation                 404 404 404 404 404 404 302 404 404 404 404
GET  meetings:commitments                 404 200 200 200 200 200 200 200 200 200 404
GET  meetings:meeting                     404 200 200 200 200 200 200 200 200 200 404
GET  meetings:meeting#preparing           404 404 404 404 404 404 200 200 200 404 404
GET  meetings:details                     404 404 404 404 404 404 200 404 404 404 404
POST meetings:details                     404 404 404 404 404 404 302 404 404 404 404
GET  meetings:convocations                404 404 404 404 404 404 200 404 404 404 404
POST meetings:convocations                404 404 404 404 404 404 302 404 404 404 404
GET  meetings:postponements               404 404 404 404 404 404 200 404 404 404 404
POST meetings:postponements               404 404 404 404 404 404 302 404 404 404 404
GET  meetings:cancellations               404 404 404 404 404 404 200 404 404 404 404
POST meetings:cancellations               404 404 404 404 404 404 302 404 404 404 404
POST meetings:openings                    404 403 403 403 403 403 302 302 403 403 404
POST meetings:closings                    404 403 403 403 403 403 302 302 403 403 404
POST meetings:replies                     404 302 302 404 404 302 302 302 302 404 404
GET  meetings:agenda                      404 200 200 200 200 200 200 200 200 200 404
POST meetings:items                       404 403 403 403 403 403 302 403 403 403 404
POST meetings:announcements               404 403 403 403 403 403 302 403 403 403 404
POST meetings:adoptions                   404 403 403 403 403 403 302 302 403 403 404
POST meetings:carryings                   404 403 403 403 403 403 302 403 403 403 404
GET  meetings:file                        404 200 200 200 200 200 200 200 200 200 404
GET  meetings:item                        404 200 200 200 200 200 200 200 200 200 404
POST meetings:item                        404 403 403 403 403 403 302 403 403 403 404
POST meetings:moves                       404 403 403 403 403 403 302 403 403 403 404
POST meetings:strikings                   404 403 403 403 403 403 302 403 403 403 404
POST meetings:papers                      404 403 403 403 403 403 302 403 403 403 404
POST meetings:files                       404 403 403 403 403 403 302 403 403 403 404
POST meetings:outcomes                    404 403 403 403 403 403 403 302 403 403 404
POST meetings:rooms                       404 403 403 403 403 403 302 403 403 403 404
GET  meetings:decisions                   404 404 404 404 404 404 200 404 404 404 404
POST meetings:decisions                   404 404 404 404 404 404 302 404 404 404 404
POST meetings:removals                    404 403 403 403 403 403 302 403 403 403 404
GET  meetings:attendance                  404 200 200 200 200 200 200 200 200 200 404
POST meetings:attendance                  404 403 403 403 403 403 302 403 403 403 404
POST meetings:arrivals                    404 302 302 403 403 302 403 403 403 403 404
GET  meetings:minutes                     404 200 200 200 200 200 200 200 200 200 404
POST meetings:preview                     404 200 200 200 200 200 200 200 200 200 404
GET  meetings:writing                     404 404 404 404 404 404 200 404 200 404 404
POST meetings:writing                     404 404 404 404 404 404 302 404 302 404 404
POST meetings:draft                       404 403 403 403 403 403 200 403 200 403 404
POST meetings:circulations                404 403 403 403 403 403 302 403 403 403 404
POST meetings:corrections                 404 302 302 403 403 302 403 403 403 403 404
POST meetings:verdicts                    404 403 403 403 403 403 302 403 403 403 404
POST meetings:approvals                   404 403 403 403 403 403 302 302 403 403 404
POST meetings:releases                    404 403 403 403 403 403 302 403 403 403 404
POST meetings:withdrawals                 404 403 403 403 403 403 302 403 403 403 404
GET  meetings:promises                    404 404 404 404 404 404 200 404 404 404 404
POST meetings:promises                    404 404 404 404 404 404 302 404 404 404 404
GET  meetings:decision                    404 404 404 404 404 404 200 404 404 404 404
POST meetings:decision                    404 404 404 404 404 404 302 404 404 404 404
GET  meetings:commitment                  404 200 200 200 200 200 200 200 200 200 404
POST meetings:reports                     404 302 302 409 409 409 422 409 409 409 404
"""

# The same in the National Mechanism of Aldea: fp alt va jus all
IN_MECHANISM = """
GET  meetings:body                        200 200 200 200 404
GET  meetings:preparation                 200 200 404 404 404
POST meetings:preparation                 302 302 404 404 404
GET  meetings:commitments                 200 200 200 200 404
GET  meetings:meeting                     200 200 200 200 404
GET  meetings:meeting#preparing           200 200 200 404 404
GET  meetings:details                     200 200 404 404 404
POST meetings:details                     302 302 404 404 404
GET  meetings:convocations                200 200 404 404 404
POST meetings:convocations                302 302 404 404 404
GET  meetings:postponements               200 200 404 404 404
POST meetings:postponements               302 302 404 404 404
GET  meetings:cancellations               200 200 404 404 404
POST meetings:cancellations               302 302 404 404 404
POST meetings:openings                    302 302 302 403 404
POST meetings:closings                    302 302 302 403 404
POST meetings:replies                     302 302 302 302 404
GET  meetings:agenda                      200 200 200 200 404
POST meetings:items                       302 302 403 403 404
POST meetings:announcements               302 302 403 403 404
POST meetings:adoptions                   302 302 302 403 404
POST meetings:carryings                   302 302 403 403 404
GET  meetings:file                        200 200 200 200 404
GET  meetings:item                        200 200 200 200 404
POST meetings:item                        302 302 403 403 404
POST meetings:moves                       302 302 403 403 404
POST meetings:strikings                   302 302 403 403 404
POST meetings:papers                      302 302 403 403 404
POST meetings:files                       302 302 403 403 404
POST meetings:outcomes                    302 403 302 403 404
POST meetings:rooms                       302 302 403 403 404
GET  meetings:decisions                   200 200 404 404 404
POST meetings:decisions                   302 302 404 404 404
POST meetings:removals                    302 302 403 403 404
GET  meetings:attendance                  200 200 200 200 404
POST meetings:attendance                  302 302 403 403 404
POST meetings:arrivals                    403 403 403 302 404
GET  meetings:minutes                     200 200 200 200 404
POST meetings:preview                     200 200 200 200 404
GET  meetings:writing                     200 200 404 404 404
POST meetings:writing                     302 302 404 404 404
POST meetings:draft                       200 200 403 403 404
POST meetings:circulations                302 302 403 403 404
POST meetings:corrections                 403 403 403 302 404
POST meetings:verdicts                    302 302 403 403 404
POST meetings:approvals                   302 302 302 403 404
POST meetings:releases                    302 302 403 403 404
POST meetings:withdrawals                 409 409 403 403 404
GET  meetings:promises                    200 200 404 404 404
POST meetings:promises                    302 302 404 404 404
GET  meetings:decision                    200 200 404 404 404
POST meetings:decision                    302 302 404 404 404
GET  meetings:commitment                  200 200 200 200 404
POST meetings:reports                     422 422 409 302 404
"""

# What is about no meeting: the entrance, and the committees of the network, which members join and leave.
DOORS = """
GET  meetings:home                        200 200 200 200 200 200 200 200 200 200 200
GET  meetings:committees                  403 403 403 403 403 403 200 403 403 403 403
POST meetings:committees                  403 403 403 403 403 403 302 403 403 403 403
POST meetings:joinings                    404 302 302 403 403 302 403 403 403 403 404
POST meetings:leavings                    404 302 302 403 403 409 403 403 403 403 404
"""
