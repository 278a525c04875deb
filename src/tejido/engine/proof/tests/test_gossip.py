"""Readers lay the heads together that they were shown, and find out who tells two stories."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tejido.engine.proof import (
    BadProof,
    Evidence,
    Growth,
    Sight,
    Sighting,
    SignedHead,
    compare_heads,
    fingerprint,
    lay_together,
    leaf_hash,
    public_key,
    read_evidence,
    root_of,
    shows,
    sign_head,
    to_text,
    write_evidence,
)

from .test_receipts import LEAVES, PRIVATE, PUBLIC, proof

OTHER = bytes(32)
FORKED = [*LEAVES[:5], *(leaf_hash(b"other %d" % number) for number in range(35))]
MORNING, NOON, EVENING = "2026-12-05T08:00:00Z", "2026-12-05T12:00:00Z", "2026-12-05T20:00:00Z"


def head(
    size: int, at: str = NOON, leaves: list[bytes] = LEAVES, tree: str = "network", key: bytes = PRIVATE
) -> SignedHead:
    return sign_head(tree, size, root_of(leaves[:size]), at, key)


def growth(old: int, new: int, tree: str = "network") -> Growth:
    return Growth(tree, old, new, tuple(proof(old, new)))


def sights(*signed: SignedHead, growths: tuple[Growth, ...] = ()) -> list[Sight]:
    seen = [Sighting(f"holder {number}", one) for number, one in enumerate(signed)]
    return [pair.sight for pair in lay_together(seen, growths, PUBLIC)]


def test_the_same_head_in_two_hands_is_one_story() -> None:
    assert sights(head(7), head(7, EVENING)) == [Sight.SAME]


def test_two_histories_of_one_size_are_a_split() -> None:
    assert sights(head(9), head(9, leaves=FORKED)) == [Sight.SPLIT]


def test_a_later_head_is_one_story_only_with_its_proof() -> None:
    assert sights(head(5, MORNING), head(9)) == [Sight.UNPROVEN]
    assert sights(head(5, MORNING), head(9), growths=(growth(5, 9),)) == [Sight.GROWN]


def test_a_proof_of_another_tree_or_of_other_sizes_proves_nothing() -> None:
    assert sights(head(5), head(9), growths=(growth(5, 9, tree="member:PY"), growth(5, 8))) == [Sight.UNPROVEN]


def test_a_proof_that_does_not_hold_accuses_nobody() -> None:
    forked = head(9, leaves=FORKED)
    assert sights(head(7, MORNING), forked, growths=(growth(7, 9),)) == [Sight.UNPROVEN]


def test_a_smaller_ledger_that_was_signed_later_went_back() -> None:
    assert sights(head(9, MORNING), head(5, EVENING)) == [Sight.WENT_BACK]
    assert sights(head(9, MORNING), head(5, EVENING), growths=(growth(5, 9),)) == [Sight.WENT_BACK]


def test_heads_of_the_same_minutes_may_be_signed_in_either_order() -> None:
    assert sights(head(5, "2026-12-05T12:04:59Z"), head(9, NOON), growths=(growth(5, 9),)) == [Sight.GROWN]


def test_an_empty_ledger_grows_into_any_and_has_one_root_alone() -> None:
    assert sights(head(0, MORNING), head(9)) == [Sight.GROWN]
    odd = sign_head("network", 0, leaf_hash(b"nothing"), MORNING, PRIVATE)
    assert sights(odd, head(9)) == [Sight.SPLIT]


def test_neighbours_are_compared_tree_by_tree_and_forgeries_left_out() -> None:
    others = (head(3, tree="member:PY"), head(9, key=OTHER))
    assert sights(head(9), head(5, MORNING), *others, head(7), growths=(growth(5, 7), growth(7, 9))) == [
        Sight.GROWN,
        Sight.GROWN,
    ]


@given(st.lists(st.integers(0, 40), min_size=1, max_size=6))
def test_an_honest_node_never_raises_an_alarm(sizes: list[int]) -> None:
    ordered = sorted(sizes)
    growths = tuple(growth(a, b) for a in set(ordered) for b in set(ordered) if 0 < a < b)
    seen = [head(size, f"2026-12-05T{10 + place:02}:00:00Z") for place, size in enumerate(ordered)]
    assert not any(sight.is_alarm or sight is Sight.UNPROVEN for sight in sights(*seen, growths=growths))


@given(st.integers(6, 40))
def test_a_fork_is_found_wherever_two_hold_the_same_size(size: int) -> None:
    assert sights(head(size), head(size, leaves=FORKED)) == [Sight.SPLIT]


## Evidence


def evidence(one: SignedHead, two: SignedHead) -> Evidence:
    return Evidence(PUBLIC, Sighting("PY", one), Sighting("BR", two))


def test_evidence_can_be_kept_read_and_shown_to_anybody() -> None:
    found = read_evidence(write_evidence(evidence(head(9), head(9, leaves=FORKED))))
    assert (found.first.holder, found.second.holder) == ("PY", "BR")
    assert shows(found) is Sight.SPLIT
    assert shows(evidence(head(9, MORNING), head(5, EVENING))) is Sight.WENT_BACK


def test_heads_that_do_not_contradict_one_another_show_nothing() -> None:
    assert shows(evidence(head(9), head(9))) is Sight.SAME
    assert shows(evidence(head(9), head(5, MORNING))) is Sight.UNPROVEN


def test_what_another_key_signed_or_another_tree_says_is_no_evidence() -> None:
    assert shows(evidence(head(9), head(9, leaves=FORKED, key=OTHER))) is None
    assert shows(evidence(head(9), head(9, leaves=FORKED, tree="member:PY"))) is None


def changed(**values: Any) -> bytes:
    data = json.loads(write_evidence(evidence(head(9), head(9, leaves=FORKED))))
    return json.dumps({**data, **values}).encode()


@pytest.mark.parametrize(
    ("values", "path"),
    [
        ({"format": "tejido-split-2"}, "evidence.format"),
        ({"heads": []}, "evidence.heads"),
        ({"heads": [{"holder": "PY"}]}, "evidence.heads.0"),
        ({"public_key": to_text(bytes(32))}, "evidence.public_key"),
        ({"more": 1}, "evidence"),
    ],
    ids=["format", "one-head", "no-head", "weak-key", "more"],
)
def test_what_is_no_evidence_is_told_by_its_place(values: dict[str, Any], path: str) -> None:
    with pytest.raises(BadProof) as found:
        read_evidence(changed(**values))
    assert found.value.path == path


def test_heads_are_compared_without_asking_who_was_shown_them() -> None:
    assert compare_heads(head(5, MORNING), head(9), proof(5, 9)) is Sight.GROWN
    assert fingerprint(PUBLIC) == head(9).head.key == fingerprint(public_key(PRIVATE))
