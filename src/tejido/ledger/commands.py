"""Writing the ledger: the one way in is `record`, inside the transaction of the act it records."""

import secrets
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from django.conf import settings
from django.db import transaction

from tejido.engine.proof import (
    Receipt,
    SignedHead,
    append_nodes,
    leaf_hash,
    public_key,
    rfc3339,
    root_at,
    root_nodes,
    sign_head,
    signed_head_to_data,
)
from tejido.web import held

from .actors import Actor
from .keys import Keyed
from .lines import canonical
from .models import Line, Node, SignedTreeHead, Tree
from .names import Act
from .queries import lookup, stored_nodes
from .refusals import No, Refusal, Refused
from .signals import act_recorded


def record(
    *,
    actor: Actor,
    act: str,
    tree: str,
    kind: str,
    object: str,
    at: datetime,
    facts: Mapping[str, Any] | None = None,
    details: Mapping[str, Any] | None = None,
) -> Line:
    """Appends one line to the ledger of a space. Call it inside the transaction that makes the change.

    `facts` are hashed as they stand: codes, ids, digests and dates, never names or free text. `details` may hold what
    people wrote: only its salted digest is hashed, so that it can be erased. Raises RuntimeError outside a transaction,
    and Refused where the node is read-only.
    """
    if not transaction.get_connection().in_atomic_block:
        raise RuntimeError("an act is recorded inside the transaction that changes the state")
    if held.why():
        raise Refused(Refusal(No.READ_ONLY))
    tree_row = _locked(tree)
    salt = secrets.token_bytes(16) if details else b""
    line = Line(
        tree=tree_row,
        place=tree_row.size,
        act=act,
        at=at,
        office=actor.office,
        seat=actor.seat,
        mandate=actor.mandate,
        kind=kind,
        object=object,
        facts=dict(facts or {}),
        salt=salt,
        details=dict(details) if details else None,
    )
    line.canonical = canonical(line)
    line.save(force_insert=True)
    _append(tree_row, leaf_hash(bytes(line.canonical)))
    transaction.on_commit(lambda: _tell(line))
    return line


def write_down(
    actor: Actor,
    act: str,
    row: Keyed,
    at: datetime,
    facts: Mapping[str, Any] | None = None,
    *,
    tree: str,
    details: Mapping[str, Any] | None = None,
) -> None:
    """One line about a row: its kind is the name of its model. What people wrote goes into `details`."""
    kind = type(row).__name__.lower()
    record(actor=actor, act=act, tree=tree, kind=kind, object=row.key, at=at, facts=facts, details=details)


def _tell(line: Line) -> None:
    """The act stands, so a listener that fails takes nothing back and keeps no other from hearing: Django writes the
    fault into the log."""
    act_recorded.send_robust(sender=Line, line=line)


def _locked(name: str) -> Tree:
    """The tree's row, locked until the transaction ends, so that places are given one after the other."""
    locked = Tree.objects.select_for_update().filter(name=name)
    if (found := locked.first()) is None:
        Tree.objects.get_or_create(name=name)
        found = locked.get()
    return found


def _append(tree: Tree, leaf: bytes) -> None:
    size = tree.size
    known = stored_nodes(tree.name, root_nodes(size))
    new = append_nodes(size, leaf, lambda level, place: known[level, place])
    Node.objects.bulk_create([Node(tree=tree, level=level, place=place, hash=hash) for level, place, hash in new])
    tree.size = size + 1
    tree.save(update_fields=["size"])


def sign_tree(*, tree: str, handed_to: str, at: datetime) -> SignedHead:
    """The signed head of a space's ledger as it stands in this transaction. It is kept: the node must stand by it."""
    row = _locked(tree)
    root = root_at(row.size, lookup(tree, root_nodes(row.size)))
    signed = sign_head(tree, row.size, root, rfc3339(at), settings.LEDGER_KEY)
    SignedTreeHead.objects.create(
        tree=row, size=row.size, root=root.hex(), at=at, handed_to=handed_to, data=signed_head_to_data(signed)
    )
    return signed


@transaction.atomic
def hand_receipt(*, actor: Actor, network: str, member: str, trees: Sequence[str], at: datetime) -> Receipt:
    """The signed heads of the ledgers that a member may know, to be kept outside this house.

    That it was handed out is a line of its own, and already in the heads.
    """
    record(
        actor=actor,
        act=Act.RECEIPT_HANDED,
        tree="network",
        kind="receipt",
        object=member,
        at=at,
        facts={"trees": list(trees)},
    )
    heads = tuple(sign_tree(tree=tree, handed_to=member, at=at) for tree in trees)
    return Receipt(network, member, public_key(settings.LEDGER_KEY), heads)


def erase_details(*, object: str) -> int:
    """The words that people wrote about this object are erased; that they were there, and that nobody changed them,
    can still be shown (`lines.is_whole`). Returns how many lines lost them."""
    return Line.objects.filter(object=object).exclude(details=None).update(details=None, salt=b"")
