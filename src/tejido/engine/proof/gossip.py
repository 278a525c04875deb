"""Heads of one ledger that different readers were shown, laid side by side.

A node that shows one history to one reader and another one to the next has to sign both: two of its heads then
contradict one another, and whoever holds both can show it to anybody. Method: the heads of a tree are put in the order
of their size and each is compared with the next. Growth is transitive, so that a chain of proven neighbours is one
story.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from itertools import pairwise
from typing import Any

from .canonical import SIZE_LIMIT, read_strict, write_canonical
from .heads import SignedHead, signed_head_from_data, signed_head_to_data, verify_head
from .merkle import EMPTY_ROOT, verify_consistency
from .shapes import BadProof, encoded, fields, items, word
from .signatures import KEY_LENGTH, is_key, to_text

SPLIT_FORMAT = "tejido-split-1"
# Two heads asked for in the same moment may be signed in the other order than their instants say.
AT_ONCE = timedelta(minutes=5)


class Sight(StrEnum):
    """What two heads of one tree are to one another."""

    SAME = "same"
    GROWN = "grown"
    UNPROVEN = "unproven"
    WENT_BACK = "went_back"
    SPLIT = "split"

    @property
    def is_alarm(self) -> bool:
        return self in (Sight.WENT_BACK, Sight.SPLIT)


@dataclass(frozen=True, slots=True)
class Sighting:
    """A signed head, and who was shown it: what a reader of evidence calls the holder."""

    holder: str
    signed: SignedHead


@dataclass(frozen=True, slots=True)
class Growth:
    """The proof that the first `old` lines of a tree are still the first ones of its `new` lines."""

    tree: str
    old: int
    new: int
    proof: tuple[bytes, ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two neighbours of one tree, the smaller first."""

    sight: Sight
    first: Sighting
    second: Sighting


def lay_together(sightings: Iterable[Sighting], growths: Iterable[Growth], public_key: bytes) -> tuple[Pair, ...]:
    """Every pair of neighbours, tree by tree. What this key has not signed says nothing of its holder and is left
    out."""
    trees: dict[str, list[Sighting]] = {}
    for sighting in sightings:
        if verify_head(sighting.signed, public_key):
            trees.setdefault(sighting.signed.head.tree, []).append(sighting)
    proofs = {(growth.tree, growth.old, growth.new): growth.proof for growth in growths}
    return tuple(
        Pair(compare_heads(one.signed, two.signed, _proof(proofs, one, two)), one, two)
        for tree in sorted(trees)
        for one, two in pairwise(sorted(trees[tree], key=_place))
    )


def _place(sighting: Sighting) -> tuple[int, str, str]:
    head = sighting.signed.head
    return head.size, head.root, sighting.holder


def _proof(
    proofs: Mapping[tuple[str, int, int], tuple[bytes, ...]], one: Sighting, two: Sighting
) -> tuple[bytes, ...] | None:
    return proofs.get((one.signed.head.tree, one.signed.head.size, two.signed.head.size))


def compare_heads(one: SignedHead, two: SignedHead, proof: Sequence[bytes] | None = None) -> Sight:
    """What two heads of one tree are to one another; `one` is not the larger, and both are verified by the caller.

    `proof` leads from the size of the one to that of the other. A proof that does not hold shows nothing of who signed
    the heads, since anybody could have made it: the pair stays unproven.
    """
    first, second = one.head, two.head
    if first.size == second.size:
        return Sight.SAME if first.root == second.root else Sight.SPLIT
    if _went_back(first.at, second.at):
        return Sight.WENT_BACK
    if not first.size:
        return Sight.GROWN if bytes.fromhex(first.root) == EMPTY_ROOT else Sight.SPLIT
    roots = bytes.fromhex(first.root), bytes.fromhex(second.root)
    is_proven = proof is not None and verify_consistency(first.size, second.size, *roots, proof)
    return Sight.GROWN if is_proven else Sight.UNPROVEN


def _went_back(smaller: str, larger: str) -> bool:
    """Whether the smaller head was signed well after the larger one."""
    return datetime.fromisoformat(smaller) - datetime.fromisoformat(larger) > AT_ONCE


## Evidence


@dataclass(frozen=True, slots=True)
class Evidence:
    """Two heads that one key signed and that cannot both be true, with who was shown each."""

    public_key: bytes
    first: Sighting
    second: Sighting


def shows(evidence: Evidence) -> Sight | None:
    """What the two heads are to one another, without any proof from elsewhere; None where the key has not signed both,
    or where they are of two trees."""
    pair = sorted((evidence.first, evidence.second), key=_place)
    one, two = (sighting.signed for sighting in pair)
    if one.head.tree != two.head.tree or not all(verify_head(signed, evidence.public_key) for signed in (one, two)):
        return None
    return compare_heads(one, two)


def write_evidence(evidence: Evidence) -> bytes:
    """The file that anybody can check who has the key from elsewhere."""
    seen = [
        {"holder": sighting.holder, "head": signed_head_to_data(sighting.signed)}
        for sighting in (evidence.first, evidence.second)
    ]
    data = {"format": SPLIT_FORMAT, "public_key": to_text(evidence.public_key), "heads": seen}
    return write_canonical(data)


def read_evidence(raw: bytes, limit: int = SIZE_LIMIT) -> Evidence:
    """The inverse, strict. NotCanonical or BadProof, both ValueErrors, where it is none."""
    found = fields(read_strict(raw, limit), ("format", "public_key", "heads"), "evidence")
    if found["format"] != SPLIT_FORMAT:
        raise BadProof("evidence.format")
    seen = items(found["heads"], "evidence.heads", _sighting)
    key = encoded(found["public_key"], "evidence.public_key", KEY_LENGTH)
    if len(seen) != 2 or not is_key(key):
        raise BadProof("evidence.heads" if is_key(key) else "evidence.public_key")
    return Evidence(key, *seen)


def _sighting(data: Any, path: str) -> Sighting:
    found = fields(data, ("holder", "head"), path)
    return Sighting(word(found["holder"], f"{path}.holder"), signed_head_from_data(found["head"], f"{path}.head"))
