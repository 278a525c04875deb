"""Another network, in the same database under a key of its own: what is made under that key was made there."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from cast import NOW, Cast
from tejido.curriculum.models import Edition, Text
from tejido.deliberation.commands import conclude_meeting
from tejido.deliberation.names import ProcedureKind
from tejido.deliberation.tests.doings import agree, fill_cumbre, propose
from tejido.engine.exchange import Bundle, read_bundle, read_introduction
from tejido.exchange import commands, queries
from tejido.exchange.models import Parcel, Peer

from .doings import SECRET, heard


def adopt(cast: Cast, text: Text) -> Edition:
    """All members adopt the text as it stands, in a meeting; the record proves it."""
    row = propose(cast, text, kind=ProcedureKind.MEETING)
    agree(cast, row, "XA/focal_point")
    conclude_meeting(actor=cast.actor("network/chair"), procedure=row, present=["XA", "XB", "XC"], at=NOW)
    return Edition.objects.select_related("text", "revision").filter(text=text).latest("number")


class Abroad:
    """`home` is the key of this node; `peer` is how the other network stands here."""

    def __init__(self, cast: Cast, text: Text, settings: Any) -> None:
        self.cast, self.settings, self.home, self.text = cast, settings, settings.LEDGER_KEY, text
        mine = queries.own_introduction(NOW)
        fill_cumbre(cast)
        with self.there():
            adopt(cast, text)
            theirs = queries.own_introduction(NOW)
        self.peer = self._known(theirs)
        self.us = Peer.objects.create(
            kind="network", name="Nosotros", code="nosotros", at=NOW, office="x", state="verified",
            fingerprint=read_introduction(mine).party.fingerprint,
        )  # fmt: skip  # how this node stands there

    def _known(self, raw: bytes) -> Peer:
        actor = self.cast.secretariat
        peer = commands.introduce_peer(actor=actor, introduction=read_introduction(raw), at=NOW)
        commands.verify_peer(actor=actor, peer=peer, said=heard(peer), at=NOW)
        return Peer.objects.get(key=peer.key)

    @contextmanager
    def there(self) -> Iterator[None]:
        """What happens meanwhile happens in the other network."""
        self.settings.LEDGER_KEY = SECRET
        try:
            yield
        finally:
            self.settings.LEDGER_KEY = self.home

    def makes(self, *picks: tuple[str, str], public: bool = False, at: Any = NOW) -> bytes:
        """The file that the other network hands over."""
        chosen: Sequence[tuple[str, str]] = picks or [("edition", self.text.slug)]
        with self.there():
            made = commands.make_bundle(
                actor=self.cast.secretariat, peer=None if public else self.us, picks=chosen, at=at
            )
        return bytes(made.raw)

    def arrives(self, raw: bytes, at: Any = NOW) -> Parcel:
        found: Bundle = read_bundle(raw)
        return commands.receive_bundle(actor=self.cast.secretariat, bundle=found, raw=raw, at=at)

    def takes(self, raw: bytes, at: Any = NOW) -> Parcel:
        parcel = self.arrives(raw, at)
        return commands.take_bundle(actor=self.cast.secretariat, parcel=parcel, at=at)
