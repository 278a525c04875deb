"""Tree heads: what a ledger was at an instant, signed by the network's node."""

from dataclasses import dataclass
from typing import Any

from .shapes import count, digest, encoded, fields, instant, word
from .signatures import SIGNATURE_LENGTH, fingerprint, public_key, sign, to_text, verify

HEAD_PURPOSE = "tejido-head-1"


@dataclass(frozen=True, slots=True)
class Head:
    """The state of one tree. `root` is hexadecimal, `at` RFC 3339, `key` the fingerprint of the key that signs."""

    tree: str
    size: int
    root: str
    at: str
    key: str


@dataclass(frozen=True, slots=True)
class SignedHead:
    """A head and its Ed25519 signature, 64 bytes."""

    head: Head
    signature: bytes


def sign_head(tree: str, size: int, root: bytes, at: str, private: bytes) -> SignedHead:
    """A head signed by the private key, 32 bytes. Once it has left the house the node has to stand by it for ever."""
    head = Head(tree, size, root.hex(), at, fingerprint(public_key(private)))
    return SignedHead(head, sign(private, _signed_data(head)))


def verify_head(signed: SignedHead, public: bytes) -> bool:
    """Whether the head names this key and the key signed it."""
    return signed.head.key == fingerprint(public) and verify(public, _signed_data(signed.head), signed.signature)


def _signed_data(head: Head) -> dict[str, Any]:
    return {
        "purpose": HEAD_PURPOSE,
        "tree": head.tree,
        "size": head.size,
        "root": head.root,
        "at": head.at,
        "key": head.key,
    }


def signed_head_to_data(signed: SignedHead) -> dict[str, Any]:
    """The plain data of a signed head, ready for JSON."""
    head = signed.head
    return {
        "tree": head.tree,
        "size": head.size,
        "root": head.root,
        "at": head.at,
        "key": head.key,
        "signature": to_text(signed.signature),
    }


def signed_head_from_data(data: Any, path: str = "head") -> SignedHead:
    """The inverse of `signed_head_to_data`, strict. BadProof names the field. The signature is not verified here."""
    found = fields(data, ("tree", "size", "root", "at", "key", "signature"), path)
    head = Head(
        word(found["tree"], f"{path}.tree"),
        count(found["size"], f"{path}.size"),
        digest(found["root"], f"{path}.root"),
        instant(found["at"], f"{path}.at"),
        word(found["key"], f"{path}.key"),
    )
    return SignedHead(head, encoded(found["signature"], f"{path}.signature", SIGNATURE_LENGTH))
