"""A sister network that wrote and was written to, for tests of letters."""

from datetime import datetime, timedelta

from cast import NOW, ZONE, Cast
from tejido.correspondence import commands
from tejido.correspondence.commands import Contents
from tejido.correspondence.models import FormalLetter
from tejido.exchange.models import Peer
from tejido.ledger.actors import Actor

DAY = timedelta(days=1)
UNTIL = datetime(2027, 3, 15, 17, 0)  # noqa: DTZ001  # on the clocks of ZONE, as a person types it
CAME = {
    "id": "abcdefgh1234",
    "reference": "2027/7",
    "purpose": "consultation",
    "subject": {"en": "On the common text", "ar": "حول النص المشترك"},
    "words": {"en": "Please say what you think.\n\nWith our respect.", "ar": "نرجو إبداء الرأي."},
    "deadline": "2027-03-20T12:00:00Z",
    "zone": "Africa/Addis_Ababa",
    "sent": "2027-02-28T09:00:00Z",
    "answers": "",
}
SAID = Contents(
    "request", {"es": "Sobre los formadores"}, {"es": "¿Cuántos formadores hay?\n\nCon respeto."}, UNTIL, ZONE
)


def sister(*, state: str = "verified", kind: str = "network", name: str = "Red hermana", code: str = "H") -> Peer:
    """A sister network whose key was compared."""
    return Peer.objects.create(
        kind=kind, name=name, code=code, fingerprint=code * 4, state=state, at=NOW, office="network/secretariat/SEC"
    )


def draft(cast: Cast, peer: Peer, contents: Contents = SAID, actor: Actor | None = None) -> FormalLetter:
    return commands.draft_letter(actor=actor or cast.secretariat, peer=peer, contents=contents, at=NOW)


def send(cast: Cast, letter: FormalLetter, actor: Actor | None = None, at: datetime = NOW) -> FormalLetter:
    letter.refresh_from_db()
    return commands.send_letter(actor=actor or cast.secretariat, letter=letter, seen=letter.edit, at=at)


def receive(cast: Cast, peer: Peer, **changed: object) -> FormalLetter:
    return commands.take_letter(actor=cast.secretariat, peer=peer, data={**CAME, **changed}, at=NOW)
