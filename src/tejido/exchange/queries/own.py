"""Who this node is."""

import unicodedata
from datetime import datetime

from django.conf import settings

from tejido.engine.exchange import Introduction, Party, SenderKind, write_introduction
from tejido.engine.proof import fingerprint, rfc3339
from tejido.ledger.queries import node_key
from tejido.registry.models import Network


def own_party() -> Party:
    """This node, as it names itself to others: the network that it serves, by the key of that network."""
    network = Network.objects.get()
    words = network.name.get(network.negotiated_language) or next(iter(network.name.values()), "") or "Tejido"
    name = " ".join(unicodedata.normalize("NFC", words).split())[:200].strip()
    return Party(SenderKind.NETWORK, name, network.key, node_key())


def own_fingerprint() -> str:
    return fingerprint(node_key())


def own_introduction(at: datetime) -> bytes:
    """The file by which another node gets to know this one."""
    introduction = Introduction(own_party(), settings.ORIGIN, rfc3339(at.replace(microsecond=0)))
    return write_introduction(introduction, settings.LEDGER_KEY)
