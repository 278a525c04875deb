"""Checking a whole ledger: every line against its bytes, every stored hash against the lines, every head that left.

Method: the lines are read in order, in chunks; each leaf hash is recomputed from the line's fields and pushed on a
stack of peaks, and every complete subtree that closes is compared with the stored node. Memory stays flat, time is
linear.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from django.db.models import Q

from tejido.engine.proof import (
    BadProof,
    Receipt,
    SignedHead,
    Verdict,
    append_nodes,
    compare,
    leaf_hash,
    rfc3339,
    signed_head_from_data,
)

from .lines import is_whole
from .models import Line, Node, SignedTreeHead, Tree
from .queries import consistency_of, keys_of_node, node_key, root_of, size_of

CHUNK = 2_048

Progress = Callable[[int, int], None]


class Finding(StrEnum):
    """What can be wrong with a ledger."""

    LINE_MISSING = "line_missing"
    LINE_CHANGED = "line_changed"
    NODE_CHANGED = "node_changed"
    NODE_SUPERFLUOUS = "node_superfluous"
    SIZE_WRONG = "size_wrong"
    HEAD_BROKEN = "head_broken"


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong: what, in which ledger, at which place (line, size of a head, or -1 for the whole)."""

    finding: Finding
    tree: str
    place: int


@dataclass(frozen=True, slots=True)
class Audit:
    """How many lines and heads were checked in how many ledgers, and every fault. At most `most` faults are listed."""

    trees: int = 0
    lines: int = 0
    heads: int = 0
    faults: tuple[Fault, ...] = field(default=())

    @property
    def ok(self) -> bool:
        return not self.faults


def audit(progress: Progress | None = None, most: int = 100) -> Audit:
    """Checks every ledger of this node. `progress` is called with (lines done, lines in all)."""
    trees = list(Tree.objects.order_by("name"))
    total, done = sum(tree.size for tree in trees), 0
    faults: list[Fault] = []
    for tree in trees:
        for size, found in _of_tree(tree):
            faults += found[: most - len(faults)]
            if progress:
                progress(done + size, total)
        done += tree.size
    heads = list(SignedTreeHead.objects.order_by("tree", "size"))
    keys = keys_of_node()
    faults += [fault for head in heads if (fault := _of_head(head, keys))][: most - len(faults)]
    return Audit(len(trees), total, len(heads), tuple(faults))


def _of_tree(tree: Tree) -> Iterator[tuple[int, list[Fault]]]:
    """(lines done so far, faults of this chunk), chunk after chunk."""
    peaks: dict[tuple[int, int], bytes] = {}
    for start in range(0, tree.size, CHUNK):
        end = min(start + CHUNK, tree.size)
        lines = {line.place: line for line in Line.objects.filter(tree=tree, place__gte=start, place__lt=end)}
        stored = _stored(tree, start, end)
        faults: list[Fault] = []
        for place in range(start, end):
            faults += _of_place(tree, place, lines.get(place), peaks, stored)
        yield end, faults
    yield tree.size, _of_sizes(tree)


def _of_place(
    tree: Tree,
    place: int,
    line: Line | None,
    peaks: dict[tuple[int, int], bytes],
    stored: Mapping[tuple[int, int], bytes],
) -> list[Fault]:
    """Puts one line on the peaks. A missing line leaves its stored leaf, so that one fault is not told as many."""
    faults = []
    if line is None:
        faults.append(Fault(Finding.LINE_MISSING, tree.name, place))
        leaf = stored.get((0, place), b"")
    else:
        if not is_whole(line):
            faults.append(Fault(Finding.LINE_CHANGED, tree.name, place))
        leaf = leaf_hash(bytes(line.canonical))
    for level, index, hash in append_nodes(place, leaf, lambda level, index: peaks.pop((level, index))):
        if stored.get((level, index)) != hash:
            faults.append(Fault(Finding.NODE_CHANGED, tree.name, place))
        peaks[level, index] = stored.get((level, index), hash)
    return faults


def _stored(tree: Tree, start: int, end: int) -> dict[tuple[int, int], bytes]:
    """The stored nodes that close within a chunk: all of its own levels, and those above that end with it."""
    where = Q(pk__in=[])
    for level in range(end.bit_length()):
        where |= Q(level=level, place__gte=start >> level, place__lt=end >> level)
    rows = Node.objects.filter(where, tree=tree).values_list("level", "place", "hash")
    return {(level, place): bytes(hash) for level, place, hash in rows}


def _of_sizes(tree: Tree) -> list[Fault]:
    """Nothing stands beyond the size that the tree says it has."""
    faults = []
    if Line.objects.filter(tree=tree).count() > tree.size:
        faults.append(Fault(Finding.SIZE_WRONG, tree.name, tree.size))
    whole = sum(tree.size >> level for level in range(tree.size.bit_length()))
    if Node.objects.filter(tree=tree).count() > whole:
        faults.append(Fault(Finding.NODE_SUPERFLUOUS, tree.name, tree.size))
    return faults


def _of_head(row: SignedTreeHead, keys: Mapping[str, bytes]) -> Fault | None:
    """A head that left the house is still true of the ledger, and the signature of the key of its time holds."""
    try:
        signed = signed_head_from_data(row.data)
    except BadProof:
        return Fault(Finding.HEAD_BROKEN, row.tree_id, row.size)
    public = keys.get(signed.head.key, node_key())
    verdict = compare(signed, public, *now_of(row.tree_id, signed.head.size))
    return None if verdict.is_good and _tells(row, signed) else Fault(Finding.HEAD_BROKEN, row.tree_id, row.size)


def _tells(row: SignedTreeHead, signed: SignedHead) -> bool:
    """The row's own fields are those that were signed."""
    head = signed.head
    return (row.tree_id, row.size, row.root, rfc3339(row.at)) == (head.tree, head.size, head.root, head.at)


def now_of(tree: str, size: int) -> tuple[int, bytes, list[bytes]]:
    """The present size and root of a ledger, with the proof that its first `size` lines are still the same."""
    current = size_of(tree)
    try:
        proof = consistency_of(tree, size, current) if 0 < size < current else []
        return current, root_of(tree, current), proof
    except KeyError:  # a stored hash is gone: nothing can be proved
        return current, b"", []


def compare_receipt(receipt: Receipt) -> dict[str, Verdict]:
    """What each ledger named in a receipt has become since, by its name; judged with this node's own key, or the one
    that it had then."""
    keys = keys_of_node()
    return {
        signed.head.tree: compare(
            signed, keys.get(signed.head.key, node_key()), *now_of(signed.head.tree, signed.head.size)
        )
        for signed in receipt.heads
    }


def describe(audit: Audit) -> dict[str, Any]:
    """The audit as plain data, ready for JSON."""
    faults = [{"finding": f.finding.value, "ledger": f.tree, "place": f.place} for f in audit.faults]
    return {"ok": audit.ok, "ledgers": audit.trees, "lines": audit.lines, "heads": audit.heads, "faults": faults}
