"""The ledger's tree: appending a million lines and proving one of them, against bare hashing of the same bytes.

The limits are ratios to hashlib in the same run, so that they hold on any machine. Appending hashes each leaf and,
amortised, one inner node per leaf: two hashes are the least that RFC 6962 allows, the rest is Python's book-keeping.
"""

import hashlib
from collections.abc import Iterator

from measure import seconds
from row import Row, show
from tejido.engine.proof import (
    append_nodes,
    consistency_proof,
    inclusion_proof,
    leaf_hash,
    root_at,
    verify_consistency,
    verify_inclusion,
)

SIZES = (10_000, 100_000, 1_000_000)
PROOFS = 2_000
NODES = 4  # of each level, which an inclusion and a consistency proof touch between them at most
PEER = f"hashlib, {NODES} nodes per level"
LINE = 400  # bytes of an ordinary ledger line
HASH = 32


class Tree:
    """The stored nodes, one bytearray per level, as a table would hold them."""

    def __init__(self) -> None:
        self.size = 0
        self.levels: list[bytearray] = [bytearray() for _ in range(max(SIZES).bit_length() + 1)]

    def node(self, level: int, index: int) -> bytes:
        return bytes(self.levels[level][index * HASH : index * HASH + HASH])

    def append(self, leaf: bytes) -> None:
        for level, _, hash in append_nodes(self.size, leaf, self.node):
            self.levels[level] += hash
        self.size += 1


def line(number: int) -> bytes:
    return number.to_bytes(8) * (LINE // 8)


def rows() -> Iterator[Row]:
    for size in SIZES:
        yield of_appending(size)
    tree = grown(max(SIZES))
    for size in SIZES:
        yield of_proofs(tree, size)
        yield of_verifying(tree, size)


def grown(size: int) -> Tree:
    tree = Tree()
    for number in range(size):
        tree.append(leaf_hash(line(number)))
    return tree


def of_appending(size: int) -> Row:
    """Two hashes a line are the least that RFC 6962 allows; the memory is that of the stored nodes."""
    bare = seconds(lambda: hash_bare(size), 1)
    held = sum(map(len, grown(size).levels))
    return Row("append lines", seconds(lambda: grown(size), 1), "hashlib over the same", bare, 5, size, held)


def hash_bare(size: int) -> None:
    """The same bytes through SHA-256 and nothing else: every line, and 65 bytes for every inner node."""
    inner = bytes(1 + 2 * HASH)
    for number in range(size):
        hashlib.sha256(line(number)).digest()
        hashlib.sha256(inner).digest()


def of_proofs(tree: Tree, size: int) -> Row:
    """An inclusion and a consistency proof, against hashing 4 nodes per level of the tree."""
    places = spread(size)
    ours = seconds(lambda: prove(tree, size, places))
    return Row(f"{PROOFS:,} pairs of proofs", ours, PEER, hash_levels(size), 5, size)


def of_verifying(tree: Tree, size: int) -> Row:
    root = root_at(size, tree.node)
    cases = [
        (
            place,
            inclusion_proof(place, size, tree.node),
            root_at(place, tree.node),
            consistency_proof(place, size, tree.node),
        )
        for place in spread(size)
    ]

    def verify_all() -> None:
        for place, inclusion, old_root, consistency in cases:
            assert verify_inclusion(tree.node(0, place), place, size, inclusion, root)
            assert verify_consistency(place, size, old_root, root, consistency)

    return Row(f"{PROOFS:,} pairs verified", seconds(verify_all), PEER, hash_levels(size), 5, size)


def prove(tree: Tree, size: int, places: list[int]) -> None:
    for place in places:
        inclusion_proof(place, size, tree.node)
        consistency_proof(place, size, tree.node)


def spread(size: int) -> list[int]:
    return [1 + number * 7919 % (size - 1) for number in range(PROOFS)]


def hash_levels(size: int) -> float:
    inner = bytes(1 + 2 * HASH)
    count = PROOFS * NODES * size.bit_length()
    return seconds(lambda: [hashlib.sha256(inner).digest() for _ in range(count)] and None)


if __name__ == "__main__":
    show(rows())
