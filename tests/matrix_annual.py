"""The annual report in the permission matrix: one whose page Aldea is writing, one whose page waits for its approval,
and one that was issued to everybody with the page that Aldea approved."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from cast import NOW, Cast
from tejido.annual import commands
from tejido.annual.commands.pages import words_digest
from tejido.annual.commands.preparing import chapter_digest
from tejido.annual.models import Chapter, Report
from tejido.annual.queries import compose, composed_digest, own_page

if TYPE_CHECKING:
    from datetime import date, datetime

    from matrix_world import World

SPEAKER, AUTHORITY = "XA/focal_point", "XA/validating_authority"
BEFORE = NOW - timedelta(days=30)
AT = NOW + timedelta(hours=4)  # when the pages are read


def fill(world: World, canary: str, released: str) -> None:
    """What Aldea keeps to itself has the canary in it; what it shows has `released`."""
    cast, soon, past = world.cast, (NOW + timedelta(days=20)).date(), (NOW - timedelta(days=5)).date()
    work, ready, done = (_opened(cast, name, due) for name, due in (("A", soon), ("B", past), ("C", past)))
    _write(cast, work, canary)
    _write(cast, ready, canary)
    _clear(cast, ready)
    _write(cast, done, released)
    _clear(cast, done)
    commands.approve_page(actor=cast.actor(SPEAKER), report=done, seen=_seen(cast, done, NOW), at=NOW)
    seen = composed_digest(compose(done, NOW))
    commands.issue_report(actor=cast.secretariat, report=done, seen=seen, reason={}, at=NOW)
    _write(cast, done, canary, words_digest({"es": released}))


def _opened(cast: Cast, name: str, due: date) -> Report:
    """A report on the last years for everybody, whose pages are open."""
    row = commands.begin_report(
        actor=cast.secretariat, title={"es": f"Informe {name}"}, since=2025, until=2027, audience="public", at=BEFORE
    )
    return commands.open_pages(actor=cast.secretariat, report=row, due=due, at=BEFORE)


def _write(cast: Cast, report: Report, said: str, seen: str = "") -> None:
    words = {"es": said}
    seen = seen or words_digest({})
    commands.write_page(actor=cast.actor(SPEAKER), report=report, words=words, seen=seen, at=NOW)


def _clear(cast: Cast, report: Report) -> None:
    commands.clear_page(actor=cast.actor(AUTHORITY), report=report, seen=_seen(cast, report, NOW), at=NOW)


def _seen(cast: Cast, report: Report, at: datetime) -> str:
    line = compose(report, at).page_of("XA")
    assert line is not None
    return own_page(cast.actor(SPEAKER), report, line).digest


def asks(world: World, ask: Any) -> dict[str, Any]:
    """What is sent to each address."""
    work, ready, done = map(report_named, "ABC")
    key, issued = {"key": work.key}, {"key": done.key, "number": 1}
    chapter = Chapter.objects.get(report=work, kind="seminars")
    words = own_page(world.cast.actor(SPEAKER), work, _line(work)).words
    seen = {name: _seen(world.cast, row, AT) for name, row in (("work", work), ("ready", ready))}
    found = {
        "home": ask(),
        "beginnings": ask({}, {"name_es": "Otro", "since": "2026", "until": "2026", "audience": "network"}),
        "report": ask(key),
        "chapter": ask({**key, "kind": "seminars"}, {"words_es": "Así fue.", "seen": chapter_digest(chapter)}),
        "moves": ask(key, {"chapter": "seminars", "to": "up"}),
        "openings": ask(key, {"due": "2027-05-20"}),
        "preview": ask(key),
        "preview_file": ask({**key, "ending": "docx"}),
        "page": ask({**key, "code": "XA"}, {"words_es": "Otras palabras.", "seen": words_digest(words)}),
        "clearances": ask({**key, "code": "XA"}, {"seen": seen["work"]}),
        "approvals": ask({"key": ready.key, "code": "XA"}, {"seen": seen["ready"]}),
        "withdrawals": ask({"key": done.key, "code": "XA"}),
        "issues": ask({"key": ready.key}, {"seen": composed_digest(compose(ready, AT))}),
        "issue": ask(issued),
        "issue_file": ask({**issued, "language": "es", "ending": "json"}),
    }
    return {f"annual:{name}": sent for name, sent in found.items()}


def report_named(name: str) -> Report:
    return Report.objects.get(title__es=f"Informe {name}")


def _line(report: Report) -> Any:
    return compose(report, AT).page_of("XA")


# Columns as in NETWORK: pub fp alt va jus XB sec chr trn obs non
DOORS = """
GET  annual:home                          200 200 200 200 200 200 200 200 200 200 200
GET  annual:beginnings                    404 404 404 404 404 404 200 404 404 404 404
POST annual:beginnings                    404 404 404 404 404 404 302 404 404 404 404
GET  annual:report                        404 200 200 200 200 200 200 200 200 200 404
GET  annual:chapter                       404 200 200 200 200 200 200 200 200 200 404
POST annual:chapter                       404 404 404 404 404 404 302 404 404 404 404
POST annual:moves                         404 404 404 404 404 404 302 404 404 404 404
POST annual:openings                      404 404 404 404 404 404 302 404 404 404 404
GET  annual:preview                       404 200 200 200 200 200 200 200 200 200 404
GET  annual:preview_file                  404 200 200 200 200 200 200 200 200 200 404
GET  annual:page                          404 200 200 200 200 200 200 200 200 200 404
POST annual:page                          404 302 302 404 404 404 404 404 404 404 404
POST annual:clearances                    404 403 403 302 403 404 404 404 404 404 404
POST annual:approvals                     404 302 302 403 403 404 404 404 404 404 404
POST annual:withdrawals                   404 302 302 403 403 404 404 404 404 404 404
POST annual:issues                        404 404 404 404 404 404 302 404 404 404 404
GET  annual:issue                         200 200 200 200 200 200 200 200 200 200 200
GET  annual:issue_file                    200 200 200 200 200 200 200 200 200 200 200
"""
