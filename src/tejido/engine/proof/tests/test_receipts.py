"""Receipts find out what a ledger was made to be: cut, rewritten, or shown in two versions."""

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tejido.engine.proof import (
    EMPTY_ROOT,
    BadProof,
    Fault,
    Head,
    NotCanonical,
    Receipt,
    SignedHead,
    Verdict,
    append_nodes,
    compare,
    consistency_proof,
    fingerprint,
    leaf_hash,
    public_key,
    read_receipt,
    receipt_from_data,
    receipt_to_data,
    root_of,
    sign_head,
    signed_head_from_data,
    signed_head_to_data,
    to_text,
    verify_head,
    write_receipt,
)

PRIVATE, OTHER_PRIVATE = bytes(range(32)), bytes(32)
PUBLIC = public_key(PRIVATE)
LEAVES = [leaf_hash(b"%d" % number) for number in range(40)]
AT = "2026-12-05T00:00:00Z"


def head(size: int, leaves: list[bytes] = LEAVES, private: bytes = PRIVATE, tree: str = "network") -> SignedHead:
    return sign_head(tree, size, root_of(leaves[:size]), AT, private)


def proof(old: int, new: int, leaves: list[bytes] = LEAVES) -> list[bytes]:
    nodes: dict[tuple[int, int], bytes] = {}
    for number, leaf in enumerate(leaves[:new]):
        for level, index, hash in append_nodes(number, leaf, lambda level, index: nodes[level, index]):
            nodes[level, index] = hash
    return consistency_proof(old, new, lambda level, index: nodes[level, index])


def receipt() -> Receipt:
    return Receipt("Red", "PY", PUBLIC, (head(7), head(3, tree="member:PY")))


def test_a_head_holds_for_its_key_only() -> None:
    signed = head(7)
    assert verify_head(signed, PUBLIC)
    assert not verify_head(signed, public_key(OTHER_PRIVATE))
    renamed = SignedHead(replace(signed.head, key=fingerprint(public_key(OTHER_PRIVATE))), signed.signature)
    assert not verify_head(renamed, PUBLIC)
    assert not verify_head(renamed, public_key(OTHER_PRIVATE))


@pytest.mark.parametrize(
    "change", [{"tree": "other"}, {"size": 8}, {"root": "ab" * 32}, {"at": "2026-12-05T00:00:01Z"}]
)
def test_every_field_of_a_head_is_signed(change: dict[str, Any]) -> None:
    signed = head(7)
    assert not verify_head(SignedHead(replace(signed.head, **change), signed.signature), PUBLIC)


def test_a_key_signs_its_own_name_only() -> None:
    signed = head(7, private=OTHER_PRIVATE)
    assert compare(signed, PUBLIC, 7, root_of(LEAVES[:7]), []) is Verdict.OTHER_KEY
    claimed = SignedHead(replace(signed.head, key=fingerprint(PUBLIC)), signed.signature)
    assert compare(claimed, PUBLIC, 7, root_of(LEAVES[:7]), []) is Verdict.BAD_SIGNATURE


@given(st.integers(0, 40), st.integers(0, 40))
@settings(max_examples=200, deadline=None)
def test_an_honest_ledger_is_the_same_or_longer(old: int, new: int) -> None:
    if new < old:
        verdict = compare(head(old), PUBLIC, new, root_of(LEAVES[:new]), [])
        assert (verdict, verdict.is_good) == (Verdict.TRUNCATED, False)
        return
    verdict = compare(head(old), PUBLIC, new, root_of(LEAVES[:new]), proof(old, new))
    assert (verdict, verdict.is_good) == (Verdict.SAME if old == new else Verdict.EXTENDED, True)


@given(st.integers(1, 39), st.integers(0, 5), st.data())
@settings(max_examples=200, deadline=None)
def test_a_dishonest_ledger_is_found_out(old: int, more: int, data: st.DataObject) -> None:
    new = min(40, old + more)
    place = data.draw(st.integers(0, old - 1))
    forged = [*LEAVES[:place], leaf_hash(b"forged"), *LEAVES[place + 1 :]]
    verdict = compare(head(old), PUBLIC, new, root_of(forged[:new]), proof(old, new, forged))
    assert verdict is (Verdict.SPLIT_VIEW if old == new else Verdict.REWRITTEN)
    assert not verdict.is_good


def test_a_ledger_without_its_proof_is_not_believed() -> None:
    assert compare(head(5), PUBLIC, 9, root_of(LEAVES[:9]), []) is Verdict.REWRITTEN
    assert compare(head(5), PUBLIC, 9, root_of(LEAVES[:9]), [*proof(5, 9), EMPTY_ROOT]) is Verdict.REWRITTEN


def test_the_empty_ledger_has_one_root() -> None:
    liar = sign_head("network", 0, LEAVES[0], AT, PRIVATE)
    assert compare(liar, PUBLIC, 3, root_of(LEAVES[:3]), []) is Verdict.REWRITTEN
    assert compare(liar, PUBLIC, 0, EMPTY_ROOT, []) is Verdict.SPLIT_VIEW


def test_a_receipt_round_trips() -> None:
    assert read_receipt(write_receipt(receipt())) == receipt()
    pretty = json.dumps(receipt_to_data(receipt()), indent=2).encode()
    assert read_receipt(pretty) == receipt()


def test_a_head_round_trips() -> None:
    assert signed_head_from_data(json.loads(json.dumps(signed_head_to_data(head(7))))) == head(7)
    assert head(7).head == Head("network", 7, root_of(LEAVES[:7]).hex(), AT, fingerprint(PUBLIC))


@pytest.mark.parametrize(
    ("path", "change"),
    [
        ("receipt", {"extra": 1}),
        ("receipt.format", {"format": "tejido-receipt-2"}),
        ("receipt.network", {"network": 3}),
        ("receipt.member", {"member": " "}),
        ("receipt.public_key", {"public_key": to_text(PUBLIC) + "="}),
        ("receipt.public_key", {"public_key": to_text((1).to_bytes(32, "little"))}),
        ("receipt.heads", {"heads": {}}),
        ("receipt.heads", {"heads": [signed_head_to_data(head(7)), signed_head_to_data(head(8))]}),
        ("receipt.heads.0", {"heads": [{}]}),
        ("receipt.heads.0.size", {"heads": [{**signed_head_to_data(head(7)), "size": 7.0}]}),
        ("receipt.heads.0.size", {"heads": [{**signed_head_to_data(head(7)), "size": True}]}),
        ("receipt.heads.0.root", {"heads": [{**signed_head_to_data(head(7)), "root": "AB" * 32}]}),
        ("receipt.heads.0.signature", {"heads": [{**signed_head_to_data(head(7)), "signature": ""}]}),
    ],
)
def test_what_is_no_receipt_is_named_by_its_field(path: str, change: dict[str, Any]) -> None:
    with pytest.raises(BadProof) as caught:
        receipt_from_data({**receipt_to_data(receipt()), **change})
    assert caught.value.path == path


def test_a_receipt_with_a_key_twice_is_refused() -> None:
    raw = write_receipt(receipt()).replace(b'"member":"PY"', b'"member":"PY","member":"BO"')
    with pytest.raises(NotCanonical) as caught:
        read_receipt(raw)
    assert caught.value.code is Fault.DUPLICATE_KEY
    with pytest.raises(NotCanonical):
        read_receipt(write_receipt(receipt()), limit=10)


@given(st.data())
@settings(max_examples=300, deadline=None)
def test_no_changed_bit_of_a_receipt_passes_for_the_same_heads(data: st.DataObject) -> None:
    raw = bytearray(write_receipt(receipt()))
    place = data.draw(st.integers(0, len(raw) - 1))
    raw[place] ^= 1 << data.draw(st.integers(0, 7))
    try:
        changed = read_receipt(bytes(raw))
    except ValueError:
        return
    sizes = {"network": 7, "member:PY": 3}
    verdicts = [
        compare(signed, PUBLIC, sizes.get(signed.head.tree, 0), root_of(LEAVES[: sizes.get(signed.head.tree, 0)]), [])
        for signed in changed.heads
    ]
    is_about_somebody_else = (changed.network, changed.member, changed.public_key) != ("Red", "PY", PUBLIC)
    assert is_about_somebody_else or any(not verdict.is_good for verdict in verdicts)
