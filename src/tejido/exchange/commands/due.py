"""What is new for a peer, made into a bundle; and how the line to it is."""

from datetime import datetime, timedelta

from django.db import transaction

from tejido.engine.exchange import Content
from tejido.ledger.actors import CLOCK

from ..kinds import DOWN, UP, counts, dispositions, positions, rounds
from ..models import Contact, Parcel, Peer
from ..queries import newest_in
from ..queries.node_parcels import sent_to
from .parcels import make_parcel

SHORTEST, LONGEST = timedelta(minutes=1), timedelta(hours=6)
_GATHER = {one.CODE: one for one in (rounds, dispositions, positions, counts)}


@transaction.atomic
def make_due(*, peer: Peer, at: datetime) -> Parcel | None:
    """One bundle of everything that changed since the last one; None where nothing did. Twice is once."""
    Peer.objects.select_for_update().get(key=peer.key)
    sent = newest_in(sent_to(peer))
    contents = [content for code in (UP if peer.is_home else DOWN) for content in _new(code, peer, sent, at)]
    return make_parcel(actor=CLOCK, peer=peer, contents=contents, at=at) if contents else None


def _new(code: str, peer: Peer, sent: dict[tuple[str, str], tuple[int, str]], at: datetime) -> list[Content]:
    kind = _GATHER[code]
    wanted = [name for name, version in kind.states(peer).items() if sent.get((code, name), (0, ""))[0] < version]
    return [kind.gather(CLOCK, peer, name, at) for name in sorted(wanted)]


@transaction.atomic
def has_answered(*, peer: Peer, at: datetime) -> None:
    values = {"tried_at": at, "answered_at": at, "failures": 0, "problem": "", "next_at": None}
    Contact.objects.update_or_create(peer=peer, defaults=values)


def try_soon(*, peer: Peer) -> None:
    """Somebody says that the line is there again: it is not waited for longer."""
    Contact.objects.filter(peer=peer).update(next_at=None)


@transaction.atomic
def has_not_answered(*, peer: Peer, problem: str, at: datetime) -> None:
    """It is asked again after a while that doubles each time, up to some hours."""
    contact, _new_row = Contact.objects.select_for_update().get_or_create(peer=peer)
    pause = min(SHORTEST * 2 ** min(contact.failures, 20), LONGEST)
    contact.tried_at, contact.failures, contact.problem = at, contact.failures + 1, problem[:40]
    contact.next_at = at + pause
    contact.save()
