"""The Merkle tree of an append-only log, after RFC 6962 section 2.1; the proofs of RFC 9162 section 2.1.

Only complete subtrees are ever stored: the node (level, index) is the hash of the 2**level leaves that start at index *
2**level. It never changes once its leaves are there, and every root and proof is folded from O(log n) of them. The
functions called `..._nodes` say which nodes those are, so that a ledger can load them in one query; the others take a
`NodeLookup` and compute.
"""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence

Node = tuple[int, int]
"""(level, index) of a complete subtree."""

NodeLookup = Callable[[int, int], bytes]
"""The stored hash of the complete subtree (level, index)."""

HASH_LENGTH = 32
EMPTY_ROOT = hashlib.sha256(b"").digest()


def leaf_hash(data: bytes) -> bytes:
    """SHA-256 of a leaf, 32 bytes, in a domain of its own, so that no leaf can pass for a node."""
    return hashlib.sha256(b"\x00" + data).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    """SHA-256 of a node, 32 bytes."""
    return hashlib.sha256(b"\x01" + left + right).digest()


def root_nodes(size: int) -> list[Node]:
    """The complete subtrees of a tree of `size` leaves, largest first.

    Their fold is the root. At most one per bit of `size`.
    """
    _must_not_be_negative(size)
    return list(_range_nodes(0, size))


def fold(hashes: Sequence[bytes]) -> bytes:
    """The root over neighbouring complete subtrees of falling size, given left to right. EMPTY_ROOT for none."""
    if not hashes:
        return EMPTY_ROOT
    folded = hashes[-1]
    for left in reversed(hashes[:-1]):
        folded = node_hash(left, folded)
    return folded


def root_at(size: int, node: NodeLookup) -> bytes:
    """The root of the first `size` leaves, from stored nodes."""
    return _folded(root_nodes(size), node)


def root_of(leaf_hashes: Iterable[bytes]) -> bytes:
    """The root over all leaf hashes. Linear time, logarithmic memory.

    Invariant: before leaf n, `peaks` holds one complete subtree per set bit of n, largest first.
    """
    peaks: list[bytes] = []
    for count, leaf in enumerate(leaf_hashes):
        folded = leaf
        for _ in range(_trailing_ones(count)):
            folded = node_hash(peaks.pop(), folded)
        peaks.append(folded)
    return fold(peaks)


def append_nodes(size: int, leaf_hash: bytes, node: NodeLookup) -> list[tuple[int, int, bytes]]:
    """The complete subtrees (level, index, hash) that come into being with leaf number `size`, the leaf itself first.

    Looks up only nodes of `root_nodes(size)`. Amortised two new nodes per leaf.
    """
    _must_not_be_negative(size)
    created = [(0, size, leaf_hash)]
    folded = leaf_hash
    for level in range(_trailing_ones(size)):
        folded = node_hash(node(level, (size >> level) - 1), folded)
        created.append((level + 1, size >> level + 1, folded))
    return created


def inclusion_nodes(index: int, size: int) -> list[list[Node]]:
    """For each element of the inclusion proof, leaf upwards, the nodes whose fold it is.

    ValueError unless 0 <= index < size.
    """
    if not 0 <= index < size:
        raise ValueError(f"a tree of {size} leaves has no leaf {index}")
    path = []
    start, end = 0, size
    while end - start > 1:
        middle = start + _split(end - start)
        if index < middle:
            path.append(list(_range_nodes(middle, end)))
            end = middle
        else:
            path.append(list(_range_nodes(start, middle)))
            start = middle
    return path[::-1]


def inclusion_proof(index: int, size: int, node: NodeLookup) -> list[bytes]:
    """The audit path of leaf `index` in the tree of the first `size` leaves (RFC 9162 section 2.1.3.1)."""
    return [_folded(nodes, node) for nodes in inclusion_nodes(index, size)]


def consistency_nodes(old_size: int, new_size: int) -> list[list[Node]]:
    """For each element of the consistency proof the nodes whose fold it is.

    Empty where there is nothing to prove: from the empty tree, or from a tree to itself. ValueError unless
    0 <= old_size <= new_size.
    """
    if not 0 <= old_size <= new_size:
        raise ValueError(f"no tree of {old_size} leaves grew to one of {new_size}")
    if old_size in (0, new_size):
        return []
    path = []
    start, end = 0, new_size
    while old_size != end:
        middle = start + _split(end - start)
        if old_size <= middle:
            path.append(list(_range_nodes(middle, end)))
            end = middle
        else:
            path.append(list(_range_nodes(start, middle)))
            start = middle
    if start:
        path.append(list(_range_nodes(start, end)))
    return path[::-1]


def consistency_proof(old_size: int, new_size: int, node: NodeLookup) -> list[bytes]:
    """The proof that the first `old_size` leaves are a prefix of the first `new_size` (RFC 9162 section 2.1.4.1)."""
    return [_folded(nodes, node) for nodes in consistency_nodes(old_size, new_size)]


def verify_inclusion(leaf_hash: bytes, index: int, size: int, proof: Sequence[bytes], root: bytes) -> bool:
    """Whether the leaf is number `index` of the tree with this size and root (RFC 9162 section 2.1.3.2).

    False, never an error, for an index outside the tree, a missing or superfluous element, or a hash that is not 32
    bytes.
    """
    if not 0 <= index < size or not _are_hashes(leaf_hash, root, *proof):
        return False
    place, last, folded = index, size - 1, leaf_hash
    for element in proof:
        if not last:
            return False
        if place & 1 or place == last:
            folded = node_hash(element, folded)
            place, last = _past_left_turns(place, last)
        else:
            folded = node_hash(folded, element)
        place, last = place >> 1, last >> 1
    return not last and folded == root


def verify_consistency(old_size: int, new_size: int, old_root: bytes, new_root: bytes, proof: Sequence[bytes]) -> bool:
    """Whether the old tree is a prefix of the new one (RFC 9162 section 2.1.4.2).

    False, never an error, for anything malformed. Nothing can be proved from an empty tree to a larger one, so that is
    False, too; two trees of the same size are consistent only with the same root and without a proof.
    """
    if not _are_hashes(old_root, new_root, *proof):
        return False
    if old_size == new_size:
        return old_size >= 0 and not proof and old_root == new_root and (old_size > 0 or old_root == EMPTY_ROOT)
    if not 0 < old_size < new_size or not proof:
        return False
    return _grows(old_size, new_size, old_root, new_root, proof)


def _grows(old_size: int, new_size: int, old_root: bytes, new_root: bytes, proof: Sequence[bytes]) -> bool:
    is_complete = not old_size & old_size - 1
    path = [old_root, *proof] if is_complete else list(proof)
    turns = _trailing_ones(old_size - 1)
    place, last = old_size - 1 >> turns, new_size - 1 >> turns
    old = new = path[0]
    for element in path[1:]:
        if not last:
            return False
        if place & 1 or place == last:
            old, new = node_hash(element, old), node_hash(element, new)
            place, last = _past_left_turns(place, last)
        else:
            new = node_hash(new, element)
        place, last = place >> 1, last >> 1
    return not last and old == old_root and new == new_root


def _past_left_turns(place: int, last: int) -> tuple[int, int]:
    """Where the subtree is the last one and not complete, the levels that it shares with its parent are skipped."""
    while place and not place & 1:
        place, last = place >> 1, last >> 1
    return place, last


def _are_hashes(*values: bytes) -> bool:
    return all(len(value) == HASH_LENGTH for value in values)


def _range_nodes(start: int, end: int) -> Iterator[Node]:
    """The complete subtrees of the leaves from `start` to before `end`.

    `start` is a multiple of the largest of them.
    """
    while start < end:
        level = (end - start).bit_length() - 1
        yield level, start >> level
        start += 1 << level


def _folded(nodes: Iterable[Node], node: NodeLookup) -> bytes:
    return fold([node(level, index) for level, index in nodes])


def _split(size: int) -> int:
    """The largest power of two smaller than `size`, which is at least 2."""
    return 1 << (size - 1).bit_length() - 1


def _trailing_ones(number: int) -> int:
    return (~number & number + 1).bit_length() - 1


def _must_not_be_negative(size: int) -> None:
    if size < 0:
        raise ValueError(f"a tree has no {size} leaves")
