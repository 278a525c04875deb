"""The key of this node is changed by two persons, and takes effect when the node is started again.

Somebody at the console prepares the new key as a file. Nobody on a page makes or sees a private key. The old key signs
the new one while it still may; a key that others have, or nobody, vouches for nothing, and every other node has to
compare the fingerprint anew.
"""

import os
from contextlib import suppress
from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction

from tejido.engine.exchange import Content, Introduction, write_introduction
from tejido.engine.proof import fingerprint, public_key, rfc3339, to_text
from tejido.exchange.commands.making import sign_next
from tejido.exchange.models import Peer
from tejido.exchange.names import Kind as PeerKind
from tejido.exchange.names import State
from tejido.exchange.queries import own_party
from tejido.ledger.actors import CONSOLE, Actor
from tejido.ledger.commands import write_down
from tejido.ledger.models import NodeKey
from tejido.ledger.names import NETWORK
from tejido.ledger.queries import node_key
from tejido.ledger.refusals import ask
from tejido.registry.queries import actor_of
from tejido.web.keyfiles import keep_names

from .. import rules
from ..kinds import content_of
from ..models import KeyChange
from ..names import Act, KeyKind
from ..queries import keys as queries

GOOD_FOR = timedelta(days=180)  # how long the bundle with a new key can be taken in


@transaction.atomic
def ask_key_change(*, actor: Actor, kind: str, reason: str, at: datetime) -> KeyChange:
    """Asks that the prepared key stand in for the one in use. A request that nobody agreed to in time, or whose asker
    has left the seat, is over."""
    new = queries.offered()
    is_open, old = queries.pending_change(at) is not None, note_key(at=at)
    has_old = queries.can_vouch()
    ask(rules.may_ask_key(actor, kind, reason, has_next=bool(new), is_open=is_open, has_old=has_old))
    KeyChange.objects.filter(agreed_at=None, withdrawn_at=None).update(withdrawn_at=at)  # over
    row = KeyChange.objects.create(
        kind=kind,
        old=old.fingerprint,
        new=new,
        public=to_text(public_key(queries.next_key())),
        reason=reason.strip(),
        asked_by_id=actor.mandate,
        asked_at=at,
    )
    _write(actor, Act.KEY_CHANGE_ASKED, row, at)
    return row


@transaction.atomic
def agree_to_key_change(*, actor: Actor, change: KeyChange, at: datetime) -> None:
    """Another person agrees. Replaced: the old key signs the new one, in the ledger; a file and the last bundle for
    each verified network say so once the new one is in use. Revoked: from now on nothing that it signs counts."""
    row = KeyChange.objects.select_for_update().get(key=change.key)
    row.asked_by = change.asked_by
    secret = queries.next_key()
    has_old = queries.can_vouch() and fingerprint(node_key()) == row.old
    ask(rules.may_agree_to_key(actor, row, actor_of(row.asked_by), queries.offered(), has_old=has_old, at=at))
    is_replaced = row.kind == KeyKind.REPLACED
    statement = _statement(secret, at) if is_replaced else b""
    KeyChange.objects.filter(key=row.key).update(agreed_by=actor.mandate, agreed_at=at, statement=statement)
    if not is_replaced:
        NodeKey.objects.filter(fingerprint=row.old).update(revoked_at=at)
    _write(actor, Act.KEY_REPLACED if is_replaced else Act.KEY_REVOKED, row, at, statement)


def _statement(secret: bytes, at: datetime) -> bytes:
    """The introduction of this node with its new key, signed by both."""
    party, old = own_party(), settings.LEDGER_KEY
    renewed = type(party)(party.kind, party.name, party.code, public_key(secret))
    made = rfc3339(at.replace(microsecond=0))
    return write_introduction(Introduction(renewed, settings.ORIGIN, made, public_key(old)), secret, old)


def _tell_networks(change: KeyChange, at: datetime) -> None:
    """The last bundles of the old key. Where this process has it no more, the statement goes by hand."""
    if change.kind != KeyKind.REPLACED or fingerprint(node_key()) != change.old:
        return
    content: Content = content_of(bytes(change.statement), at)
    for peer in Peer.objects.select_for_update().filter(state=State.VERIFIED, kind=PeerKind.NETWORK, is_home=False):
        sign_next(CONSOLE, peer, (content,), at, GOOD_FOR, is_demonstration=peer.is_demonstration)


@transaction.atomic
def withdraw_key_change(*, actor: Actor, change: KeyChange, at: datetime) -> None:
    row = KeyChange.objects.select_for_update().select_related("asked_by").get(key=change.key)
    ask(rules.may_withdraw_key(actor, row, at))
    KeyChange.objects.filter(key=row.key).update(withdrawn_at=at)
    _write(actor, Act.KEY_CHANGE_WITHDRAWN, row, at)


@transaction.atomic
def note_key(*, at: datetime) -> NodeKey:
    """The public key that this node is known by is kept, so that what it signed can be checked when the file is
    another one. A file that was made anew because the old one was lost takes nobody's place by itself."""
    own = node_key()
    if (used := queries.used_key()) is not None:
        return used
    values = {"public": to_text(own), "since": at}
    return NodeKey.objects.get_or_create(fingerprint=fingerprint(own), defaults=values)[0]


def put_key_in_use(*, at: datetime) -> bool:
    """Before the node is served: the change that two persons wanted takes effect on this machine. The old file stays
    beside the new one, under its fingerprint. Late or twice is the same. True where the files have changed."""
    change = queries.agreed_change()
    if change is None:
        return False
    moved = _move_files(change)
    if moved or fingerprint(node_key()) == change.new:
        _in_use(change, at)
    return moved


def _move_files(change: KeyChange) -> bool:
    secret = queries.next_key()
    place = queries.next_file()
    if not place.exists() or fingerprint(public_key(secret)) != change.new:
        return False
    current = queries.key_file()
    own = fingerprint(public_key(current.read_bytes()))
    with suppress(FileExistsError):  # it was put away before the power was lost
        os.link(current, current.with_name(f"ledger-{own}"))
    keep_names(current.parent)
    os.replace(place, current)  # there is a key in use at every instant
    keep_names(current.parent)
    return True


@transaction.atomic
def _in_use(change: KeyChange, at: datetime) -> None:
    if not KeyChange.objects.filter(key=change.key, in_force_at=None).update(in_force_at=at):
        return  # another machine of the same node was first
    _tell_networks(change, at)
    NodeKey.objects.filter(fingerprint=change.old, until=None).update(until=at)
    NodeKey.objects.update_or_create(fingerprint=change.new, defaults={"public": change.public, "since": at})
    _write(CONSOLE, Act.KEY_IN_USE, change, at)


def _write(actor: Actor, act: Act, row: KeyChange, at: datetime, statement: bytes = b"") -> None:
    facts = {"kind": row.kind, "old": row.old, "new": row.new}
    if statement:
        facts["statement"] = statement.decode()
    write_down(actor, act, row, at, facts, tree=NETWORK, details={"reason": row.reason} if row.reason else None)
