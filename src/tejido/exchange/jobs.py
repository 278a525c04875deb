"""What is done with other nodes by itself: bundles of what is new for a member's own node and for its network's, sent
and fetched as long as the line is there; what a formal act sent to a sister network, handed over; and what is told and
heard. Late or twice it does the same.

It waits for other nodes, and has a thread of its own (`config/clock.py`). One that cannot be dealt with, whatever it
answers, holds up no other one.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, Any

from tejido.engine.exchange import BadBundle
from tejido.formats.bad_file import BadFile
from tejido.ledger.actors import CLOCK

from . import commands, queries
from .imports import bundle_in
from .letters import (
    Behind,
    NotDelivered,
    ask_for_next,
    hand_over,
    public_bundle,
    public_numbers,
    tell,
    tell_acceptance,
)
from .names import Errand, Kind, Standing
from .queries import going, news
from .queries import node_parcels as parcels

if TYPE_CHECKING:  # jobs name the types of rows and never touch tables
    from .models import Parcel, Peer, Telling

logger = logging.getLogger(__name__)
MOST = 20  # bundles of one look
MOST_TOLD = 500  # contents of a bundle of which another node says what became of them
SOON = 10.0  # seconds that a sister network has to take one: others wait behind it


def run_due(at: datetime) -> int:
    """How many bundles were made, sent and fetched."""
    done, problems = 0, list[Exception]()
    for peers, do in (
        (lambda _at: parcels.node_peers(), _make),
        (queries.peers_to_try, exchange_with),
        (going.peers_to_reach, _reach),
        (lambda _at: news.peers_with_topics(), _note),
        (news.peers_to_tell, _tell),
        (news.peers_to_look_at, _look),
    ):
        for peer in peers(at):
            try:
                done += do(peer, at)
            except Exception as problem:  # the others are dealt with first, and then it is told
                logger.exception("The node %s could not be dealt with", peer.key)
                problems.append(problem)
    if problems:
        raise problems[0]
    return done


def _make(peer: Peer, at: datetime) -> int:
    return int(commands.make_due(peer=peer, at=at) is not None)


def _note(peer: Peer, at: datetime) -> int:
    return commands.note_news(peer=peer, at=at)


def _tried(peer: Peer, errand: Errand, thing: str, at: datetime, do: Callable[[], int | None]) -> int | None:
    """How much was done; None where it was not. A node that does not answer is asked again later. One that answers and
    does not take this is asked for this again later, and goes on being asked for everything else."""
    try:
        done = do()
    except NotDelivered as problem:
        if problem.is_answer:
            commands.is_held_up(peer=peer, errand=errand, thing=thing, problem=problem.problem, at=at)
        else:
            commands.has_not_answered(peer=peer, problem=problem.problem, at=at)
        return None
    commands.goes_on(peer=peer, errand=errand, at=at)
    return done


def _reach(peer: Peer, at: datetime) -> int:
    """Hands over what the clock made for a sister network, the first one first. It is not passed by: the other node
    takes one after the other."""
    sent = 0
    while sent < MOST and (parcel := going.next_made(peer)) is not None:
        if _tried(peer, Errand.BUNDLES, parcel.key, at, partial(_handed, parcel, at)) is None:
            break
        sent += 1
    return sent


def _handed(parcel: Parcel, at: datetime) -> int:
    commands.has_arrived(parcel=parcel, state=commands.hand(parcel, SOON), at=at)
    return 1


def _tell(peer: Peer, at: datetime) -> int:
    """Tells a peer of what waits, the first thing first."""
    told = 0
    while told < MOST and (row := news.next_telling(peer)) is not None:
        if _tried(peer, Errand.TELLINGS, row.key, at, partial(_said, peer, row, at)) is None:
            break
        told += 1
    return told


def _said(peer: Peer, row: Telling, at: datetime) -> int:
    """Where the peer has heard higher numbers, what waits gets numbers after those."""
    try:
        tell(peer, row)
    except Behind as problem:
        tell(peer, commands.number_after(telling=row, last=problem.last))
    commands.was_told(telling=row, at=at)
    return 1


def _look(peer: Peer, at: datetime) -> int:
    """Fetches what this node may fetch anyway from a peer that told of something, at the address that is known here.
    Where it is much, the next look goes on. On a member's own node the line to its network has just been tried."""
    up_to = news.last_heard_at(peer)
    if peer.kind != Kind.NETWORK or peer.is_home:
        if news.is_well(peer):
            commands.has_looked(peer=peer, up_to=up_to, at=at)
        return 0
    done = _tried(peer, Errand.LOOKS, "", at, partial(_fetch_public, peer, at))
    if done is not None and done < MOST:
        commands.has_looked(peer=peer, up_to=up_to, at=at)
    return done or 0


def _fetch_public(peer: Peer, at: datetime) -> int:
    """The bundles for everybody that are new. They wait until somebody has looked at them; of those that are over, or
    refused since the peer told of something, none is fetched again."""
    last = news.last_public(peer)
    numbers = [number for number in public_numbers(peer) if number > last][:MOST]
    for number in numbers:
        raw = public_bundle(peer, number)
        try:
            found = bundle_in(raw, "bundle")
        except (BadBundle, BadFile) as problem:
            raise NotDelivered("bad_bundle", is_answer=True) from problem
        if found.sender.fingerprint != peer.fingerprint or not found.is_public or found.sequence != number:
            raise NotDelivered("bad_bundle", is_answer=True)
        commands.receive_bundle(actor=CLOCK, bundle=found, raw=raw, at=at)
    return len(numbers)


def exchange_with(peer: Peer, at: datetime) -> int:
    """Sends what waits for the network's node and fetches what waits there. A node that does not answer is asked again
    later, and what waits goes on waiting."""
    try:
        if queries.is_unanswered(peer):
            tell_acceptance(peer, queries.acceptance())
        done = _send(peer, at) + _fetch(peer, at)
    except NotDelivered as problem:
        commands.has_not_answered(peer=peer, problem=problem.problem, at=at)
        return 0
    commands.has_answered(peer=peer, at=at)
    return done


def _send(peer: Peer, at: datetime) -> int:
    sent = 0
    while sent < MOST and (parcel := parcels.waiting_for(peer)) is not None:
        commands.is_delivered(parcel=parcel, told=_plain(hand_over(peer, parcel)), at=at)
        sent += 1
    return sent


def _plain(told: dict[str, Any]) -> dict[str, Any]:
    """What is kept of an answer: codes, never more."""
    rows = told.get("contents")
    contents = [
        {name: _words(one.get(name, ""))[:300] for name in ("kind", "name", "refusal", "sentence")}
        for one in (rows if isinstance(rows, list) else [])[:MOST_TOLD]
        if isinstance(one, dict)
    ]
    return {"state": _words(told.get("state", ""))[:20], "contents": contents}


def _words(said: object) -> str:
    """PostgreSQL keeps no sign of the number zero."""
    return str(said).replace("\0", "")


def _fetch(peer: Peer, at: datetime) -> int:
    fetched = 0
    while fetched < MOST and (raw := ask_for_next(peer, parcels.last_taken(peer), at)):
        try:
            found = commands.receive_parcel(actor=CLOCK, bundle=bundle_in(raw, "bundle"), raw=raw, at=at)
        except (BadBundle, BadFile) as problem:
            raise NotDelivered("bad_bundle") from problem
        if found.refusal and found.state != Standing.LAPSED:
            raise NotDelivered(found.refusal)
        fetched += 1
    return fetched
