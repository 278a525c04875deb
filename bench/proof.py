"""The ledger's tree: appending a million lines and proving one of them, against bare hashing of the same bytes.

The limits are ratios to hashlib in the same run, so that they hold on any machine. Appending hashes each leaf and,
amortised, one inner node per leaf: two hashes are the least that RFC 6962 allows, the rest is Python's book-keeping.
"""

import hashlib
import time
from collections.abc import Callable, Iterator

from row import Row
from tejido.engine.proof import (
    append_nodes,
    consistency_proof,
    inclusion_proof,
    leaf_hash,
    root_at,
    verify_consistency,
    verify_inclusion,
)

LEAVES = 1_000_000
SIZES = (10_000, 100_000, 1_000_000)
PROOFS = 2_000
LINE = 400  # bytes of an ordinary ledger line
HASH = 32


class Tree:
    """The stored nodes, one bytearray per level, as a table would hold them."""

    def __init__(self) -> None:
        self.size = 0
        self.levels: list[bytearray] = [bytearray() for _ in range(LEAVES.bit_length() + 1)]

    def node(self, level: int, index: int) -> bytes:
        return bytes(self.levels[level][index * HASH : index * HASH + HASH])

    def append(self, leaf: bytes) -> None:
        for level, _, hash in append_nodes(self.size, leaf, self.node):
            self.levels[level] += hash
        self.size += 1


def line(number: int) -> bytes:
    return number.to_bytes(8) * (LINE // 8)


def rows() -> Iterator[Row]:
    tree = Tree()
    ours = seconds(lambda: [tree.append(leaf_hash(line(number))) for number in range(LEAVES)] and None)
    bare = seconds(hash_bare)
    yield Row(f"append {LEAVES:,} lines", ours, "hashlib over the same lines and nodes", bare, 5.0)
    for size in SIZES:
        yield of_proofs(tree, size)
        yield of_verifying(tree, size)


def hash_bare() -> None:
    """The same bytes through SHA-256 and nothing else: every line, and 65 bytes for every inner node."""
    inner = bytes(1 + 2 * HASH)
    for number in range(LEAVES):
        hashlib.sha256(line(number)).digest()
        hashlib.sha256(inner).digest()


def of_proofs(tree: Tree, size: int) -> Row:
    """An inclusion and a consistency proof, against hashing 4 nodes per level of the tree."""
    places = spread(size)
    ours = seconds(lambda: prove(tree, size, places))
    return Row(f"{PROOFS} pairs of proofs at {size:,}", ours, "hashlib, 4 nodes per level", hash_levels(size, 4), 5.0)


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

    name = f"{PROOFS} pairs verified at {size:,}"
    return Row(name, seconds(verify_all), "hashlib, 4 nodes per level", hash_levels(size, 4), 5.0)


def prove(tree: Tree, size: int, places: list[int]) -> None:
    for place in places:
        inclusion_proof(place, size, tree.node)
        consistency_proof(place, size, tree.node)


def spread(size: int) -> list[int]:
    return [1 + number * 7919 % (size - 1) for number in range(PROOFS)]


def hash_levels(size: int, nodes: int) -> float:
    inner = bytes(1 + 2 * HASH)
    count = PROOFS * nodes * size.bit_length()
    return seconds(lambda: [hashlib.sha256(inner).digest() for _ in range(count)] and None)


def seconds(run: Callable[[], object]) -> float:
    start = time.perf_counter()
    run()
    return time.perf_counter() - start


if __name__ == "__main__":
    for row in rows():
        ratio = row.ours / row.peer_seconds
        print(
            f"{row.name:34} {row.ours:8.3f} s  {row.peer:40} {row.peer_seconds:8.3f} s  {ratio:5.2f}  limit {row.limit}"
        )
