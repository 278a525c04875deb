"""A new key of another network, vouched for by the old one, as a content of a bundle that the old one signed."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from django.utils.translation import gettext_lazy as _

from tejido.engine.exchange import BadBundle, Content, Introduction, read_introduction
from tejido.engine.proof import fingerprint
from tejido.exchange.commands import succeed_peer
from tejido.exchange.kinds import BadContent, Choice, Kind, Line
from tejido.exchange.models import Peer
from tejido.exchange.names import Novelty
from tejido.ledger.actors import Actor
from tejido.ledger.models import NodeKey

CODE, NAME = "key", "node"


def content_of(statement: bytes, at: datetime) -> Content:
    """The statement as it is, numbered by its second."""
    return Content(CODE, NAME, int(at.timestamp()), {"introduction": statement.decode()})


def _choices(actor: Actor) -> Sequence[Choice]:
    """Nobody picks it: it goes out with the change itself."""
    del actor
    return []


def _gather(actor: Actor, peer: Peer | None, name: str, at: datetime) -> Content:
    del actor, peer, name, at  # it is not asked for
    raise NodeKey.DoesNotExist


def _read(peer: Peer, content: Content) -> Introduction:
    try:
        found = read_introduction(str(dict(content.data)["introduction"]).encode())
    except (BadBundle, KeyError, TypeError, ValueError) as problem:
        raise BadContent("introduction") from problem
    if not found.replaced or fingerprint(found.replaced) != peer.fingerprint:
        raise BadContent("introduction.replaced")
    return found


def _preview(actor: Actor, peer: Peer, content: Content) -> Sequence[Line]:
    del actor
    found = _read(peer, content)
    words = _("The key of the node is replaced by %(new)s. The old key, %(old)s, has signed the new one.")
    values = {"new": found.party.fingerprint, "old": peer.fingerprint}
    return [Line(Novelty.PROVED, words, values), Line(Novelty.CHANGED, _("From then on bundles bear the new key."))]


def _take(actor: Actor, peer: Peer, content: Content, at: datetime) -> Mapping[str, Any]:
    succeed_peer(actor=actor, introduction=_read(peer, content), at=at)
    return {}


KEY = Kind(CODE, _("New key of the node"), _choices, _gather, _preview, _take)
