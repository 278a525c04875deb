"""The proof of a credential: Data Integrity with the suite eddsa-jcs-2022 of W3C (vc-di-eddsa, section 3.3).

What is signed are two SHA-256 one after the other: of the canonical JSON (RFC 8785) of the proof without its value, and
of that of the credential without its proof. No other suite is known here, so none can be swapped in.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from tejido.engine.proof import SIGNATURE_LENGTH, public_key, write_canonical

from .multibase import from_base58, method_of, to_base58

TYPE = "DataIntegrityProof"
SUITE = "eddsa-jcs-2022"
PURPOSE = "assertionMethod"


def prove(credential: Mapping[str, Any], private: bytes, created: str) -> dict[str, Any]:
    """The credential with a proof by the private key, 32 bytes, of the instant `created` (RFC 3339)."""
    options = {
        "@context": credential["@context"],
        "type": TYPE,
        "cryptosuite": SUITE,
        "created": created,
        "verificationMethod": method_of(public_key(private)),
        "proofPurpose": PURPOSE,
    }
    signature = Ed25519PrivateKey.from_private_bytes(private).sign(_signed(credential, options))
    return {**credential, "proof": {**options, "proofValue": to_base58(signature)}}


def holds(credential: Mapping[str, Any], public: bytes) -> bool:
    """Whether the proof in the credential was made with this key. False, never an error, for anything malformed."""
    proof = credential.get("proof")
    if not isinstance(proof, Mapping) or not isinstance(proof.get("proofValue"), str):
        return False
    bare = {name: value for name, value in credential.items() if name != "proof"}
    options = {name: value for name, value in proof.items() if name != "proofValue"}
    if options.get("@context", bare.get("@context")) != bare.get("@context"):
        return False
    try:
        signature = from_base58(proof["proofValue"], SIGNATURE_LENGTH)
        Ed25519PublicKey.from_public_bytes(public).verify(signature, _signed(bare, options))
    except (InvalidSignature, ValueError):
        return False
    return True


def _signed(credential: Mapping[str, Any], options: Mapping[str, Any]) -> bytes:
    return b"".join(hashlib.sha256(write_canonical(dict(part))).digest() for part in (options, credential))
