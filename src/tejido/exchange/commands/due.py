"""What is new for a peer, made into a bundle; and how the line to it is."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from django.db import transaction

from tejido.engine.exchange import Content
from tejido.ledger.actors import CLOCK

from ..kinds import DOWN, UP, counts, dispositions, positions, rounds
from ..models import Contact, Holdup, Parcel, Peer
from ..names import Errand
from ..queries.node_parcels import sent_to
from .parcels import make_parcel

SHORTEST, LONGEST = timedelta(minutes=1), timedelta(hours=6)
LONGEST_HELD = timedelta(hours=1)  # a node that answers: somebody there may look at any time
_GATHER = {one.CODE: one for one in (rounds, dispositions, positions, counts)}


@transaction.atomic
def make_due(*, peer: Peer, at: datetime) -> Parcel | None:
    """One bundle of everything that changed since the last one; None where nothing did. Twice is once."""
    Peer.objects.select_for_update().get(key=peer.key)
    sent = sent_to(peer)
    contents = [content for code in (UP if peer.is_home else DOWN) for content in _new(code, peer, sent, at)]
    return make_parcel(actor=CLOCK, peer=peer, contents=contents, at=at) if contents else None


def _new(code: str, peer: Peer, sent: Mapping[tuple[str, str], int], at: datetime) -> list[Content]:
    kind = _GATHER[code]
    wanted = [name for name, version in kind.states(peer).items() if sent.get((code, name), 0) < version]
    return [kind.gather(CLOCK, peer, name, at) for name in sorted(wanted)]


@transaction.atomic
def has_answered(*, peer: Peer, at: datetime) -> None:
    values = {"tried_at": at, "answered_at": at, "failures": 0, "problem": "", "next_at": None}
    Contact.objects.update_or_create(peer=peer, defaults=values)


def try_soon(*, peer: Peer) -> None:
    """Somebody says that the line is there again: nothing is waited for longer."""
    Contact.objects.filter(peer=peer).update(next_at=None)
    Holdup.objects.filter(peer=peer).update(next_at=None)


@transaction.atomic
def has_not_answered(*, peer: Peer, problem: str, at: datetime) -> None:
    """It is asked again after a while that doubles each time, up to some hours."""
    contact, _new_row = Contact.objects.select_for_update().get_or_create(peer=peer)
    pause = _pause(contact.failures, LONGEST)
    contact.tried_at, contact.failures, contact.problem = at, contact.failures + 1, problem[:40]
    contact.next_at = at + pause
    contact.save()


def _pause(failures: int, longest: timedelta) -> timedelta:
    return min(SHORTEST * int(2 ** min(failures, 20)), longest)


@transaction.atomic
def is_held_up(*, peer: Peer, errand: Errand, thing: str, problem: str, at: datetime) -> None:
    """The peer answers and refuses this. The line to it is well; this errand alone is tried again after a while."""
    has_answered(peer=peer, at=at)
    row, _is_new = Holdup.objects.select_for_update().get_or_create(peer=peer, errand=errand, defaults={"tried_at": at})
    failures = row.failures if row.problem and row.thing == thing else 0
    row.thing, row.problem, row.tried_at, row.failures = thing, problem[:40], at, failures + 1
    row.next_at = at + _pause(failures, LONGEST_HELD)
    row.save()


@transaction.atomic
def goes_on(*, peer: Peer, errand: Errand, at: datetime) -> None:
    """The peer answers, and took what this errand brought."""
    has_answered(peer=peer, at=at)
    Holdup.objects.filter(peer=peer, errand=errand).update(thing="", failures=0, problem="", next_at=None)
