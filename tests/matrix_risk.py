"""Private risk analysis in the permission matrix. The focal point and the alternate of Aldea are admitted, and have two
analyses open in their browsers; the validating authority has followed somebody who was admitted to a third. For
everybody else, also of Aldea, there is nothing but what was released."""

from __future__ import annotations

import base64
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from django.test import Client

from cast import NOW, Cast
from tejido.people.commands import open_account
from tejido.registry.models import Mandate
from tejido.risk import commands, proof
from tejido.risk.models import Admission, Analysis, Asking, Summary
from tejido.risk.names import Outcome, Readers
from tejido.risk.queries.access import Browser, Opened, admission_for, asking_for, opened_for
from tejido.risk.terms import summary_of

if TYPE_CHECKING:
    from matrix_world import World

FP, ALT, VA = "XA/focal_point", "XA/alternate", "XA/validating_authority"
SECRET, LAST_DAY = b"r" * 32, date(2030, 3, 1)
KEPT: dict[str, str] = {}  # the keys, by what each is for
SAID: dict[str, Any] = {"digest": "", "place": "", "entry": "0000000000e1"}


def fill(world: World, canary: str, released: str) -> None:
    """What Aldea keeps to itself has the canary in it; what it shows has `released`."""
    cast = world.cast
    for name in ("asked", "free"):
        row = _begun(cast, FP, canary)
        commands.admit(actor=cast.actor(FP), analysis=row, seat=cast.seats[cast.office(ALT)], at=NOW)
        KEPT[name] = row.key
        _write(_open(cast, FP, row.key, Browser("made", SECRET)), cast, canary, released)
    _release(cast, "asked", Readers.NETWORK, Outcome.AGREED)
    KEPT["summary"] = Summary.objects.get(analysis=KEPT["asked"]).key
    KEPT["asking"] = _release(cast, "asked", Readers.NETWORK, None).key
    KEPT["file"] = _release(cast, "free", Readers.FILE, Outcome.AGREED).key
    KEPT["asleep"] = _begun(cast, VA, canary).key
    _followed(cast, KEPT["asleep"], canary)
    found = _opened(cast, FP, KEPT["free"])
    SAID["digest"] = proof.digest_of(summary_of(found.cells))


def _begun(cast: Cast, who: str, canary: str) -> Analysis:
    beginning = commands.Beginning({"title": f"{canary} title", "scope": f"{canary} scope"}, "es", LAST_DAY)
    member = cast.members["XA"]
    return commands.begin_analysis(actor=cast.actor(who), member=member, beginning=beginning, at=NOW)


def _open(cast: Cast, who: str, key: str, browser: Browser, at: Any = NOW) -> Opened:
    actor = cast.actor(who)
    commands.open_analysis(actor=actor, admission=admission_for(actor, key), browser=browser, passphrase="", at=at)
    return opened_for(actor, key, browser, at)


def _opened(cast: Cast, who: str, key: str) -> Opened:
    return _open(cast, who, key, Browser("made", SECRET))


def _write(opened: Opened, cast: Cast, canary: str, released: str) -> None:
    piece = {"what": f"{canary} what", "source": f"{canary} source", "place": f"{canary} place", "day": "2026"}
    changes = {
        "3.found": "worsening", "3.confidence": "low", "3.words": f"{canary} words", "3.groups": f"{canary} groups",
        f"3.e.{SAID['entry']}": piece, "told": f"{canary} told", "follow_up": "2027-06-01",
        "summary.title": f"{released} summary", "summary.3": {"words": f"{released} sentence", "found": True},
    }  # fmt: skip  # one table
    commands.save_cells(actor=cast.actor(FP), opened=opened, base=1, changes=changes, at=NOW)


def _release(cast: Cast, name: str, readers: str, outcome: str | None) -> Asking:
    opened = _opened(cast, FP, KEPT[name])
    seen = proof.digest_of(summary_of(opened.cells))
    row = commands.ask_release(actor=cast.actor(FP), opened=opened, readers=readers, codes=[], seen=seen, at=NOW)
    if outcome:
        other = _open(cast, ALT, KEPT[name], Browser("made", SECRET))
        asking, _said = asking_for(other, row.key)
        commands.settle(actor=cast.actor(ALT), opened=other, asking=asking, outcome=outcome, at=NOW)
    return row


def _followed(cast: Cast, key: str, canary: str) -> None:
    """As if somebody else had held the seat when the analysis was begun."""
    from tejido.ledger.actors import CONSOLE

    account = open_account(
        actor=CONSOLE, email=f"{canary.lower()}.antes@example.org", name=canary, language="es", zone="UTC", at=NOW
    )
    long_ago = NOW - timedelta(days=900)
    before = Mandate.objects.create(
        seat=cast.seats[cast.office(VA)], account=account, since=long_ago, until=long_ago + timedelta(days=1)
    )
    Admission.objects.filter(analysis=key).update(mandate=before)


def at_browser(world: World, who: str, client: Client) -> None:
    """The focal point and the alternate have both analyses open."""
    from matrix_world import AT

    office = {"fp": FP, "alt": ALT}.get(who)
    if office is None:
        return
    browser = Browser(client.session.session_key, SECRET)
    client.cookies["tejido_risk_key"] = base64.urlsafe_b64encode(SECRET).decode()
    for name in ("asked", "free"):
        found = _open(world.cast, office, KEPT[name], browser, AT)
        SAID.setdefault("places", {})[name] = {f: place for place, f in proof.places(found.data_key).items()}


def asks(world: World, ask: Any) -> dict[str, Any]:
    """What is sent to each address."""
    seats = world.cast.seats
    asked, free = {"key": KEPT["asked"]}, {"key": KEPT["free"]}
    alternate, jus = (seats[world.cast.office(who)].key for who in (ALT, "XA/representative/JUS"))
    place = {**asked, "place": SAID["places"]["asked"]["3"]}
    waits, file = {**asked, "asking": KEPT["asking"]}, {**free, "asking": KEPT["file"]}
    begin = {"title": "Otro", "language": "es", "years": "3"}
    summary = {"key": KEPT["summary"]}
    found = {
        "home": ask(),
        "beginnings": ask({}, begin),
        "comparison": ask({}, query={"with": [KEPT["asked"], KEPT["free"]]}),
        "summary": ask(summary),
        "summary_file": ask({**summary, "ending": "docx"}),
        "withdrawals": ask(summary),
        "analysis": ask(asked),
        "openings": ask(asked),
        "closings": ask(asked),
        "takings": ask({"key": KEPT["asleep"]}),
        "frame": ask(asked, {"title": "Otro título", "base": "2"}),
        "factor": ask(place, {"found": "easing", "words": "Otras", "base": "2"}),
        "evidence": ask(place, {"what": "Otra", "base": "2"}),
        "evidence_removals": ask(place, {"entry": SAID["entry"]}),
        "access": ask(asked),
        "admissions": ask(asked, {"seat": jus}),
        "removals": ask(asked, {"seat": alternate}),
        "leads": ask(asked, {"seat": alternate}),
        "renewals": ask(asked),
        "forgettings": ask(asked),
        "last_days": ask(asked, {"day": "2029-01-01"}),
        "destructions": ask(asked),
        "exports": ask(asked),
        "composing": ask(asked, {"title": "Otro resumen", "words_3": "Otra frase.", "base": "2"}),
        "preview": ask(asked),
        "askings": ask(free, {"readers": "network", "seen": SAID["digest"]}),
        "asking": ask(waits),
        "agreements": ask(waits),
        "refusals": ask(waits),
        "takings_back": ask(waits),
        "asking_file": ask({**file, "ending": "docx"}),
    }
    return {f"risk:{name}": sent for name, sent in found.items()}


# Columns as in NETWORK: pub fp alt va jus XB sec chr trn obs non
DOORS = """
GET  risk:home                            404 200 200 200 200 200 200 200 200 200 404
GET  risk:beginnings                      404 200 200 200 200 200 404 404 404 404 404
POST risk:beginnings                      404 302 302 302 302 302 404 404 404 404 404
GET  risk:comparison                      404 200 200 404 404 404 404 404 404 404 404
GET  risk:summary                         404 200 200 200 200 200 200 200 200 200 404
GET  risk:summary_file                    404 200 200 200 200 200 200 200 200 200 404
POST risk:withdrawals                     404 302 302 404 404 404 404 404 404 404 404
GET  risk:analysis                        404 200 200 404 404 404 404 404 404 404 404
GET  risk:openings                        404 200 200 404 404 404 404 404 404 404 404
POST risk:openings                        404 302 302 404 404 404 404 404 404 404 404
POST risk:closings                        404 302 302 404 404 404 404 404 404 404 404
GET  risk:takings                         404 404 404 200 404 404 404 404 404 404 404
POST risk:takings                         404 404 404 302 404 404 404 404 404 404 404
GET  risk:frame                           404 200 200 404 404 404 404 404 404 404 404
POST risk:frame                           404 302 302 404 404 404 404 404 404 404 404
GET  risk:factor                          404 200 200 404 404 404 404 404 404 404 404
POST risk:factor                          404 302 302 404 404 404 404 404 404 404 404
GET  risk:evidence                        404 200 200 404 404 404 404 404 404 404 404
POST risk:evidence                        404 302 302 404 404 404 404 404 404 404 404
POST risk:evidence_removals               404 302 302 404 404 404 404 404 404 404 404
GET  risk:access                          404 200 200 404 404 404 404 404 404 404 404
POST risk:admissions                      404 302 409 404 404 404 404 404 404 404 404
POST risk:removals                        404 302 302 404 404 404 404 404 404 404 404
POST risk:leads                           404 302 409 404 404 404 404 404 404 404 404
POST risk:renewals                        404 302 409 404 404 404 404 404 404 404 404
POST risk:forgettings                     404 302 302 404 404 404 404 404 404 404 404
POST risk:last_days                       404 302 409 404 404 404 404 404 404 404 404
POST risk:destructions                    404 302 409 404 404 404 404 404 404 404 404
POST risk:exports                         404 200 200 404 404 404 404 404 404 404 404
GET  risk:composing                       404 200 200 404 404 404 404 404 404 404 404
POST risk:composing                       404 302 302 404 404 404 404 404 404 404 404
GET  risk:preview                         404 200 200 404 404 404 404 404 404 404 404
POST risk:askings                         404 302 302 404 404 404 404 404 404 404 404
GET  risk:asking                          404 200 200 404 404 404 404 404 404 404 404
POST risk:agreements                      404 409 302 404 404 404 404 404 404 404 404
POST risk:refusals                        404 409 302 404 404 404 404 404 404 404 404
POST risk:takings_back                    404 302 409 404 404 404 404 404 404 404 404
GET  risk:asking_file                     404 200 200 404 404 404 404 404 404 404 404
"""
