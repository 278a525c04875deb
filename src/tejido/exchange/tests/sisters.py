"""A sister network with its real doors, in the same database under a key of its own: what this node hands over is read,
judged and kept there by the code that does it everywhere."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from typing import Any

from django.test import Client

from cast import NOW, Cast
from tejido.engine.proof import to_text
from tejido.exchange import commands, queries
from tejido.exchange.models import Parcel, Peer, PeerKey
from tejido.web.outgoing import Answer, Reason, Unreachable

from .doings import SECRET, verified

ADDRESS = "https://sur.example"


class Sister:
    """`peer` is how it stands here, `us` how this node stands there. `is_away`: its line is cut. `asked` are the
    addresses that were asked for, the first one first."""

    def __init__(self, cast: Cast, settings: Any, monkeypatch: Any) -> None:
        self.cast, self.settings, self.home = cast, settings, settings.LEDGER_KEY
        self.peer = verified(cast, address=ADDRESS)
        mine = queries.own_party()
        self.us = Peer.objects.create(
            kind="network", name=mine.name, code=mine.code, fingerprint=mine.fingerprint, state="verified", at=NOW,
            office="x",
        )  # fmt: skip  # one row
        PeerKey.objects.create(peer=self.us, public=to_text(mine.key), fingerprint=mine.fingerprint, since=NOW)
        self.is_away, self.asked = False, list[str]()
        monkeypatch.setattr("tejido.exchange.letters.send", self._answers)

    @contextmanager
    def there(self) -> Iterator[None]:
        self.settings.LEDGER_KEY = SECRET
        try:
            yield
        finally:
            self.settings.LEDGER_KEY = self.home

    def _answers(
        self, address: str, *, method: str = "GET", body: bytes | None = None,
        headers: Mapping[str, str] | None = None, **_limits: object,
    ) -> Answer:  # fmt: skip  # as `web.outgoing.send` is called
        self.asked.append(address.removeprefix(ADDRESS))
        if self.is_away:
            raise Unreachable(Reason.NO_ANSWER)
        said = {name: value for name, value in (headers or {}).items() if name != "Content-Type"}
        with self.there():
            answer = Client().generic(method, self.asked[-1], body or b"", "application/json", headers=said)
        return Answer(answer.status_code, answer.content)

    def waiting(self) -> list[Parcel]:
        """What waits there until somebody has looked, the first one first."""
        return list(Parcel.objects.filter(direction="received", peer=self.us, state="waiting").order_by("sequence"))

    def takes(self, at: datetime) -> None:
        """Somebody there looks at the first thing that waits, and takes it in."""
        with self.there():
            commands.take_bundle(actor=self.cast.secretariat, parcel=self.waiting()[0], at=at)

    def declines(self, at: datetime) -> None:
        with self.there():
            actor, parcel = self.cast.secretariat, self.waiting()[0]
            commands.decline_bundle(actor=actor, parcel=parcel, reason="Ahora no.", at=at)
