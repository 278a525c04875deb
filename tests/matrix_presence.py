"""Attendance and certificates in the permission matrix: a seminar at whose door Aldea stands, and one that was held,
after which somebody of Brisa has a certificate and somebody of Aldea waits for one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cast import NOW, Cast
from tejido.nominations.tests.made import participant
from tejido.presence.models import Mark
from tejido.presence.proof import marks_digest
from tejido.presence.queries import as_read
from tejido.presence.tests.doings import end, enter, issue, seminar, set_rule, word
from tejido.seminars.models import Seminar

if TYPE_CHECKING:
    from matrix_world import World


def attend(cast: Cast) -> dict[str, str]:
    """The keys, by what each is for."""
    open_ = seminar(cast, sessions=1, each=1)
    enter(open_, 1, XB1="present")
    participant(cast, open_.people["XA1"].call, "XA", 2)
    held = seminar(cast, sessions=1, each=1)
    enter(held, 1, XA1="present", XB1="present")
    set_rule(held)
    word(held)
    end(held)
    (row,) = issue(held, "XB1", at=NOW)
    return {
        "open": open_.seminar.key,
        "held": held.seminar.key,
        "certificate": row.key,
        "code": row.code,
        "waiting": held.people["XA1"].key,
        "here": open_.people["XA1"].key,
    }


def asks_of_presence(world: World, ask: Any) -> dict[str, Any]:
    """What is sent to each address."""
    told = world.presence
    open_, held = {"key": told["open"]}, {"key": told["held"]}
    session, certificate = {**open_, "number": 1}, {**held, "certificate": told["certificate"]}
    marks = dict(Mark.objects.filter(session__seminar=told["open"], ended_at=None).values_list("nominee", "standing"))
    listed = {"seen": marks_digest(marks), f"standing-{told['here']}": "present"}
    issuing = {"seen": as_read(Seminar.objects.get(key=told["held"])), "nominee": told["waiting"]}
    asks = {
        "attendance": ask(open_),
        "numbers": ask(open_),
        "rule": ask(open_, {"share": "70"}),
        "session": ask(session),
        "lists": ask(session, listed),
        "papers": ask(session, {"numbers": "1"}),
        "sheet": ask({**session, "ending": "docx"}),
        "screen": ask(session),
        "certificates": ask(held),
        "wording": ask(open_, {"title_es": "Certificado", "signatory_es": "Secretaría"}),
        "issues": ask(held, issuing),
        "certificate": ask(certificate),
        "revocations": ask(certificate, {"reason": "mistake", "words": "El título está mal."}),
        "my_attendance": ask(),
        "entries": ask({}, {"session": "1", "code": "000000"}),
        "my_certificate": ask(),
        "my_file": ask({"ending": "pdf"}),
    }
    return {f"presence:{name}": found for name, found in asks.items()}


# Columns as in NETWORK: pub fp alt va jus XB sec chr trn obs non
DOORS = """
GET  presence:attendance                  404 200 200 200 200 200 200 200 200 200 404
POST presence:numbers                     404 403 403 403 403 403 302 403 403 403 404
POST presence:rule                        404 403 403 403 403 403 302 403 403 403 404
GET  presence:session                     404 200 200 200 200 200 200 200 200 200 404
POST presence:lists                       404 302 302 302 302 403 302 403 403 403 404
POST presence:papers                      404 302 302 302 302 403 302 403 403 403 404
GET  presence:sheet                       404 200 200 200 200 404 200 404 404 404 404
GET  presence:screen                      404 200 200 200 200 404 200 404 404 404 404
GET  presence:certificates                404 200 200 200 200 200 200 200 200 200 404
GET  presence:wording                     404 403 403 403 403 403 200 403 403 403 404
POST presence:wording                     404 403 403 403 403 403 302 403 403 403 404
POST presence:issues                      404 403 403 403 403 403 302 403 403 403 404
GET  presence:certificate                 404 404 404 404 404 200 200 404 404 404 404
POST presence:revocations                 404 404 404 404 404 403 302 404 404 404 404
GET  presence:my_attendance               200 200 200 200 200 200 200 200 200 200 200
POST presence:entries                     404 404 404 404 404 404 404 404 404 404 404
GET  presence:my_certificate              404 404 404 404 404 404 404 404 404 404 404
GET  presence:my_file                     404 404 404 404 404 404 404 404 404 404 404
"""
