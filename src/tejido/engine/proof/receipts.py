"""Receipts:

signed heads in the hands of every member, so that a ledger cannot be cut, rewritten or shown in two versions unnoticed.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from .canonical import SIZE_LIMIT, read_strict, write_canonical
from .heads import SignedHead, signed_head_from_data, signed_head_to_data, verify_head
from .merkle import EMPTY_ROOT, verify_consistency
from .shapes import BadProof, encoded, fields, items, word
from .signatures import KEY_LENGTH, fingerprint, is_key, to_text

RECEIPT_FORMAT = "tejido-receipt-1"


@dataclass(frozen=True, slots=True)
class Receipt:
    """What a member keeps: the heads of the trees that it may know, at most one per tree. `public_key` is 32 bytes."""

    network: str
    member: str
    public_key: bytes
    heads: tuple[SignedHead, ...]


class Verdict(StrEnum):
    """What a ledger has become since a receipt was given."""

    SAME = "same"
    EXTENDED = "extended"
    TRUNCATED = "truncated"
    REWRITTEN = "rewritten"
    SPLIT_VIEW = "split_view"
    BAD_SIGNATURE = "bad_signature"
    OTHER_KEY = "other_key"

    @property
    def is_good(self) -> bool:
        return self in (Verdict.SAME, Verdict.EXTENDED)


def compare(
    receipt_head: SignedHead, public_key: bytes, current_size: int, current_root: bytes, proof: Sequence[bytes]
) -> Verdict:
    """What the ledger of now is to the head of then.

    `public_key` is the key that the reader trusts; `proof` the consistency proof from the size of then to the size of
    now, empty where they are equal or the first is 0. The caller compares heads of the same tree.
    """
    head = receipt_head.head
    if head.key != fingerprint(public_key):
        return Verdict.OTHER_KEY
    if not verify_head(receipt_head, public_key):
        return Verdict.BAD_SIGNATURE
    if current_size < head.size:
        return Verdict.TRUNCATED
    return _grown(head.size, bytes.fromhex(head.root), current_size, current_root, proof)


def _grown(size: int, root: bytes, current_size: int, current_root: bytes, proof: Sequence[bytes]) -> Verdict:
    if current_size == size:
        return Verdict.SAME if current_root == root else Verdict.SPLIT_VIEW
    if not size:
        return Verdict.EXTENDED if root == EMPTY_ROOT else Verdict.REWRITTEN
    return Verdict.EXTENDED if verify_consistency(size, current_size, root, current_root, proof) else Verdict.REWRITTEN


def receipt_to_data(receipt: Receipt) -> dict[str, Any]:
    """The plain data of a receipt, ready for JSON."""
    return {
        "format": RECEIPT_FORMAT,
        "network": receipt.network,
        "member": receipt.member,
        "public_key": to_text(receipt.public_key),
        "heads": [signed_head_to_data(signed) for signed in receipt.heads],
    }


def receipt_from_data(data: Any) -> Receipt:
    """The inverse of `receipt_to_data`, strict. BadProof names the field. Signatures are verified by `compare`."""
    found = fields(data, ("format", "network", "member", "public_key", "heads"), "receipt")
    if found["format"] != RECEIPT_FORMAT:
        raise BadProof("receipt.format")
    heads = items(found["heads"], "receipt.heads", signed_head_from_data)
    if len({signed.head.tree for signed in heads}) != len(heads):
        raise BadProof("receipt.heads")
    key = encoded(found["public_key"], "receipt.public_key", KEY_LENGTH)
    if not is_key(key):
        raise BadProof("receipt.public_key")
    return Receipt(word(found["network"], "receipt.network"), word(found["member"], "receipt.member"), key, heads)


def write_receipt(receipt: Receipt) -> bytes:
    """The file that a member keeps."""
    return write_canonical(receipt_to_data(receipt))


def read_receipt(raw: bytes, limit: int = SIZE_LIMIT) -> Receipt:
    """The receipt in a file of at most `limit` bytes. NotCanonical or BadProof, both ValueErrors, where it is none."""
    return receipt_from_data(read_strict(raw, limit))
