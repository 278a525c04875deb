"""Against an independent recursive definition of RFC 9162 section 2.1, and against hostile proofs."""

import hashlib
from collections.abc import Iterator
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tejido.engine.proof import (
    EMPTY_ROOT,
    append_nodes,
    consistency_nodes,
    consistency_proof,
    fold,
    inclusion_nodes,
    inclusion_proof,
    leaf_hash,
    node_hash,
    root_at,
    root_nodes,
    root_of,
    verify_consistency,
    verify_inclusion,
)

SIZES = 70
LEAVES = [leaf_hash(f"line {number}".encode()) for number in range(SIZES)]
OTHER = hashlib.sha256(b"another hash").digest()

# The eight leaves and roots that the certificate transparency projects publish as test data.
PUBLISHED_LEAVES = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"]
PUBLISHED_ROOTS = {
    1: "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    5: "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    8: "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
}


def mth(leaves: list[bytes]) -> bytes:
    """MTH(D[n]) word for word."""
    if not leaves:
        return hashlib.sha256(b"").digest()
    if len(leaves) == 1:
        return leaves[0]
    k = largest_power_below(len(leaves))
    return hashlib.sha256(b"\x01" + mth(leaves[:k]) + mth(leaves[k:])).digest()


def largest_power_below(n: int) -> int:
    k = 1
    while k * 2 < n:
        k *= 2
    return k


def path(m: int, leaves: list[bytes]) -> list[bytes]:
    """PATH(m, D[n]) word for word."""
    if len(leaves) == 1:
        return []
    k = largest_power_below(len(leaves))
    if m < k:
        return [*path(m, leaves[:k]), mth(leaves[k:])]
    return [*path(m - k, leaves[k:]), mth(leaves[:k])]


def subproof(m: int, leaves: list[bytes], is_known: bool) -> list[bytes]:
    """SUBPROOF(m, D[n], b) word for word."""
    if m == len(leaves):
        return [] if is_known else [mth(leaves)]
    k = largest_power_below(len(leaves))
    if m <= k:
        return [*subproof(m, leaves[:k], is_known), mth(leaves[k:])]
    return [*subproof(m - k, leaves[k:], False), mth(leaves[:k])]


def stored(size: int) -> dict[tuple[int, int], bytes]:
    """What a ledger holds after `size` appends."""
    nodes: dict[tuple[int, int], bytes] = {}
    for number in range(size):
        known = {node: nodes[node] for node in root_nodes(number)}
        for level, index, hash in append_nodes(number, LEAVES[number], lambda *node, known=known: known[node]):
            assert (level, index) not in nodes
            nodes[level, index] = hash
    return nodes


NODES = stored(SIZES)
ROOTS = [mth(LEAVES[:size]) for size in range(SIZES + 1)]


def lookup(level: int, index: int) -> bytes:
    return NODES[level, index]


def flipped(value: bytes, bit: int) -> bytes:
    changed = bytearray(value)
    changed[bit // 8] ^= 1 << bit % 8
    return bytes(changed)


def test_the_published_roots_come_out() -> None:
    leaves = [leaf_hash(bytes.fromhex(data)) for data in PUBLISHED_LEAVES]
    for size, root in PUBLISHED_ROOTS.items():
        assert root_of(leaves[:size]).hex() == root
    assert EMPTY_ROOT.hex() == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"


def test_leaves_and_nodes_live_in_different_domains() -> None:
    left, right = LEAVES[:2]
    assert leaf_hash(left + right) != node_hash(left, right)
    assert leaf_hash(b"\x01" + left + right) != node_hash(left, right)


@pytest.mark.parametrize("size", range(SIZES + 1))
def test_every_root_follows_the_definition(size: int) -> None:
    assert root_of(LEAVES[:size]) == ROOTS[size]
    assert root_at(size, lookup) == ROOTS[size]
    assert fold([NODES[node] for node in root_nodes(size)]) == ROOTS[size]


def test_stored_nodes_are_exactly_the_complete_subtrees() -> None:
    expected = {(level, index) for level in range(8) for index in range(SIZES >> level)}
    assert set(NODES) == expected
    for level, index in expected:
        assert NODES[level, index] == mth(LEAVES[index << level : index + 1 << level])


def test_root_nodes_fall_in_size_and_count_the_bits() -> None:
    for size in range(300):
        nodes = root_nodes(size)
        assert len(nodes) == size.bit_count()
        assert all(a > b for (a, _), (b, _) in pairwise(nodes))


@pytest.mark.parametrize("size", range(1, SIZES + 1))
def test_every_inclusion_proof_follows_the_definition(size: int) -> None:
    for index in range(size):
        proof = inclusion_proof(index, size, lookup)
        assert proof == path(index, LEAVES[:size])
        assert verify_inclusion(LEAVES[index], index, size, proof, ROOTS[size])


@pytest.mark.parametrize("new", range(SIZES + 1))
def test_every_consistency_proof_follows_the_definition(new: int) -> None:
    for old in range(1, new + 1):
        proof = consistency_proof(old, new, lookup)
        assert proof == subproof(old, LEAVES[:new], True)
        assert verify_consistency(old, new, ROOTS[old], ROOTS[new], proof)


def test_from_the_empty_tree_there_is_nothing_to_prove() -> None:
    assert consistency_proof(0, 5, lookup) == []
    assert not verify_consistency(0, 5, EMPTY_ROOT, ROOTS[5], [])
    assert not verify_consistency(0, 5, EMPTY_ROOT, ROOTS[5], [ROOTS[5]])
    assert verify_consistency(0, 0, EMPTY_ROOT, EMPTY_ROOT, [])


def test_equal_sizes_need_equal_roots_and_no_proof() -> None:
    assert not verify_consistency(0, 0, OTHER, OTHER, [])
    assert not verify_consistency(0, 0, EMPTY_ROOT, OTHER, [])
    assert not verify_consistency(0, 0, EMPTY_ROOT, EMPTY_ROOT, [OTHER])
    assert not verify_consistency(-3, -3, OTHER, OTHER, [])
    assert not verify_consistency(1, 1, ROOTS[1], OTHER, [])
    assert not verify_consistency(1, 1, ROOTS[1], ROOTS[1], [OTHER])
    assert not verify_consistency(2, 1, ROOTS[2], ROOTS[1], [])
    assert not verify_consistency(2, 1, ROOTS[2], ROOTS[2], [OTHER])
    assert not verify_consistency(-1, 4, ROOTS[1], ROOTS[4], [OTHER])


def test_edges_of_inclusion() -> None:
    assert verify_inclusion(LEAVES[0], 0, 1, [], ROOTS[1])
    for index, size in ((0, 0), (1, 0), (2, 1), (1, 1), (-1, 1), (-1, 5), (0, -1)):
        assert not verify_inclusion(LEAVES[0], index, size, [], ROOTS[1])
        assert not verify_inclusion(EMPTY_ROOT, index, size, [], EMPTY_ROOT)
    assert not verify_inclusion(b"", 0, 1, [], b"")
    assert not verify_inclusion(LEAVES[0] + b"\x00", 0, 1, [], LEAVES[0] + b"\x00")


def hostile_proofs(proof: list[bytes], *others: bytes) -> Iterator[list[bytes]]:
    for other in (b"", OTHER, *others, *proof[:1]):
        yield [*proof, other]
        yield [other, *proof]
    for place, element in enumerate(proof):
        for bit in (0, 3, 100, 255):
            yield [*proof[:place], flipped(element, bit), *proof[place + 1 :]]
        yield [*proof[:place], element[:-1], *proof[place + 1 :]]
        yield [*proof[:place], *proof[place + 1 :]]
        yield [*proof[:place], OTHER, *proof[place:]]
    for place, (left, right) in enumerate(pairwise(proof)):
        if left != right:
            yield [*proof[:place], right, left, *proof[place + 2 :]]


@pytest.mark.parametrize("size", [1, 2, 3, 4, 5, 6, 7, 8, 9, 15, 16, 17, 31, 33, 63, 64, 65, 70])
def test_no_hostile_inclusion_proof_is_accepted(size: int) -> None:
    for index in range(size):
        leaf, root = LEAVES[index], ROOTS[size]
        proof = inclusion_proof(index, size, lookup)
        for hostile in hostile_proofs(proof, root, leaf):
            assert not verify_inclusion(leaf, index, size, hostile, root)
        for other in {index - 1, index + 1, index ^ 2, size - 1, 0, size} - {index}:
            assert not verify_inclusion(leaf, other, size, proof, root)
        for bad in (EMPTY_ROOT, OTHER, flipped(root, 7)):
            assert not verify_inclusion(leaf, index, size, proof, bad)
        assert not verify_inclusion(OTHER, index, size, proof, root)


@pytest.mark.parametrize("size", range(1, 34))
def test_a_wrong_tree_size_is_refused_unless_the_path_is_the_same(size: int) -> None:
    """The size is not hashed: only the shape of the path shows it. A head signs the size, so that this is no gap."""
    for index in range(size):
        proof = inclusion_proof(index, size, lookup)
        for other in {0, size // 2, size * 2, size * 4} - {size}:
            is_same_shape = other > index and shape(index, other) == shape(index, size)
            assert verify_inclusion(LEAVES[index], index, other, proof, ROOTS[size]) == is_same_shape


def shape(index: int, size: int) -> list[bool]:
    """On which side each element of the path stands, from the recursive definition."""
    if size == 1:
        return []
    k = largest_power_below(size)
    return [*shape(index, k), True] if index < k else [*shape(index - k, size - k), False]


@pytest.mark.parametrize("new", [2, 3, 4, 5, 7, 8, 9, 13, 16, 17, 32, 33, 64, 70])
def test_no_hostile_consistency_proof_is_accepted(new: int) -> None:
    for old in range(1, new):
        proof = consistency_proof(old, new, lookup)
        for hostile in (*hostile_proofs(proof, ROOTS[old], ROOTS[new]), []):
            assert not verify_consistency(old, new, ROOTS[old], ROOTS[new], hostile)
        for bad in (OTHER, EMPTY_ROOT, b"", flipped(ROOTS[old], 0)):
            assert not verify_consistency(old, new, bad, ROOTS[new], proof)
        for bad in (OTHER, EMPTY_ROOT, b"", flipped(ROOTS[new], 255)):
            assert not verify_consistency(old, new, ROOTS[old], bad, proof)
        assert not verify_consistency(old, new, ROOTS[new], ROOTS[old], proof)
        for other in {old - 1, old + 1, old ^ 2} - {new}:
            assert not verify_consistency(other, new, ROOTS[old], ROOTS[new], proof)
        for other in {new // 2, old}:
            assert not verify_consistency(old, other, ROOTS[old], ROOTS[new], proof)


@given(st.integers(1, SIZES - 1), st.data())
@settings(max_examples=150, deadline=None)
def test_a_rewritten_leaf_is_found_by_every_older_head(new: int, data: st.DataObject) -> None:
    old = data.draw(st.integers(1, new))
    place = data.draw(st.integers(0, old - 1))
    rewritten = [*LEAVES[:place], OTHER, *LEAVES[place + 1 : new + 1]]
    proof = subproof(old, rewritten, True)
    assert not verify_consistency(old, new + 1, ROOTS[old], mth(rewritten), proof)


@given(st.integers(0, SIZES), st.integers(0, SIZES), st.lists(st.sampled_from([*LEAVES[:4], OTHER, b""]), max_size=8))
@settings(max_examples=300, deadline=None)
def test_chance_proofs_prove_nothing(index: int, size: int, proof: list[bytes]) -> None:
    is_true = index < size and proof == path(index, LEAVES[:size])
    assert verify_inclusion(LEAVES[index % SIZES], index, size, proof, ROOTS[size]) == is_true
    is_empty = index == size == 0 and not proof
    is_prefix = is_empty or (0 < index <= size and proof == subproof(index, LEAVES[:size], True))
    assert verify_consistency(index, size, ROOTS[index], ROOTS[size], proof) == is_prefix


@pytest.mark.parametrize("old", [*range(1, 20), 1000, 2**20 - 1, 2**20, 2**40 + 12345])
def test_proofs_need_few_nodes_and_each_is_complete(old: int) -> None:
    new = old * 3 + 1
    wanted = [*consistency_nodes(old, new), *inclusion_nodes(old, new)]
    assert all(index + 1 << level <= new for nodes in wanted for level, index in nodes)
    assert sum(map(len, wanted)) <= 4 * new.bit_length()


def test_impossible_questions_are_errors() -> None:
    for index, size in ((0, 0), (5, 5), (-1, 3)):
        with pytest.raises(ValueError, match="has no leaf"):
            inclusion_proof(index, size, lookup)
    for old, new in ((3, 2), (-1, 2)):
        with pytest.raises(ValueError, match="grew"):
            consistency_proof(old, new, lookup)
    with pytest.raises(ValueError, match="-1 leaves"):
        root_nodes(-1)
    with pytest.raises(ValueError, match="-1 leaves"):
        append_nodes(-1, OTHER, lookup)
