"""Letters between networks in the permission matrix: a draft, a letter that was sent, one that came in with what is to
be done about it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from cast import NOW
from tejido.correspondence import commands
from tejido.correspondence.models import FormalLetter, LetterDuty
from tejido.correspondence.tests.doings import CAME, SAID, draft, receive, send, sister

if TYPE_CHECKING:
    from matrix_world import World

TYPED = {"purpose": "request", "subject_es": "Otra", "words_es": "Otras", "zone": "UTC", "seen": "1"}


def fill(world: World, canary: str, released: str) -> None:
    """A draft is no member's: nobody but the network's own seats reads it."""
    cast, peer = world.cast, sister(code="L", name="Red de las cartas")
    draft(cast, peer, replace(SAID, subject={"es": "Borrador"}))
    sent = send(cast, draft(cast, peer))
    came = receive(cast, peer)
    receive(cast, peer, id="ffffffff6666", answers=sent.key, subject={"es": released}, words={"es": released})
    commands.set_duty(actor=cast.secretariat, letter=came, what="Preguntar", language="es", until=None, at=NOW)


def asks(world: World, ask: Any) -> dict[str, Any]:
    """What is sent to each address."""
    letters = FormalLetter.objects
    drafted = {"key": letters.get(subject={"es": "Borrador"}).key}
    sent = {"key": letters.get(reference="2027/1", direction="out").key}
    came = {"key": letters.get(foreign=CAME["id"]).key}
    peer = letters.get(foreign=CAME["id"]).peer_id
    found = {
        "home": ask(),
        "drafts": ask({}, {**TYPED, "to": peer}),
        "letter#draft": ask(drafted),
        "letter#sent": ask(sent),
        "words": ask(drafted, TYPED),
        "sendings": ask(drafted, {"seen": "1"}),
        "discardings": ask(drafted),
        "answers": ask(came),
        "duties": ask(came, {"what": "Contar"}),
        "duty_endings": ask({"key": LetterDuty.objects.get().key}),
        "paper": ask({**sent, "name": "es.docx"}),
    }
    return {f"correspondence:{name}": sent for name, sent in found.items()}


# Columns as in NETWORK: pub fp alt va jus XB sec chr trn obs non
DOORS = """
GET  correspondence:home                  404 200 200 200 200 200 200 200 200 200 404
GET  correspondence:drafts                404 403 403 403 403 403 200 200 403 403 404
POST correspondence:drafts                404 403 403 403 403 403 302 302 403 403 404
GET  correspondence:letter#draft          404 404 404 404 404 404 200 200 200 404 404
GET  correspondence:letter#sent           404 200 200 200 200 200 200 200 200 200 404
GET  correspondence:words                 404 404 404 404 404 404 200 200 200 404 404
POST correspondence:words                 404 404 404 404 404 404 302 302 302 404 404
POST correspondence:sendings              404 404 404 404 404 404 302 302 403 404 404
POST correspondence:discardings           404 404 404 404 404 404 302 302 403 404 404
POST correspondence:answers               404 403 403 403 403 403 302 302 403 403 404
POST correspondence:duties                404 403 403 403 403 403 302 302 403 403 404
POST correspondence:duty_endings          404 403 403 403 403 403 302 302 403 403 404
GET  correspondence:paper                 404 200 200 200 200 200 200 200 200 200 404
"""
