"""Who this node is."""

import unicodedata
from collections.abc import Mapping
from datetime import datetime

from django.conf import settings

from tejido.engine.exchange import Bundle, Introduction, Party, SenderKind, write_introduction
from tejido.engine.proof import fingerprint, rfc3339
from tejido.ledger.queries import keys_of_node, node_key
from tejido.registry.models import Network

from ..models import Founding


def founding() -> Founding | None:
    """How this node began, where it is a member's own."""
    return Founding.objects.select_related("member", "network").first()


def own_party() -> Party:
    """This node, as it names itself to others: the network that it serves, by the key of that network; or the member
    whose own it is, by the member's code."""
    network, own = Network.objects.get(), founding()
    language = network.negotiated_language
    if own is not None:
        return Party(SenderKind.MEMBER, _plain(own.member.name, language), own.member.code, node_key())
    return Party(SenderKind.NETWORK, _plain(network.name, language), network.key, node_key())


def _plain(names: Mapping[str, str], language: str) -> str:
    words = names.get(language) or next(iter(names.values()), "") or "Tejido"
    return " ".join(unicodedata.normalize("NFC", words).split())[:200].strip()


def own_fingerprint() -> str:
    return fingerprint(node_key())


def addressed(bundle: Bundle) -> str:
    """The fingerprint by which a bundle means this node: that of the key in use, or of one before that was not revoked,
    where the sender has not learned the new one yet. Empty where the one in use is revoked and no other is meant."""
    mine, own = keys_of_node(revoked=False), own_fingerprint()
    return next((name for name in bundle.audience if name in mine), own if own in mine else "")


def own_introduction(at: datetime) -> bytes:
    """The file by which another node gets to know this one."""
    introduction = Introduction(own_party(), settings.ORIGIN, rfc3339(at.replace(microsecond=0)))
    return write_introduction(introduction, settings.LEDGER_KEY)
