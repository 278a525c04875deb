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

from .multibase import did_of, from_base58, method_named, to_base58

TYPE = "DataIntegrityProof"
SUITE = "eddsa-jcs-2022"
PURPOSE = "assertionMethod"


class Signer:
    """Who signs, with a private key of 32 bytes: for many credentials one after the other. `did` is the public name."""

    def __init__(self, private: bytes) -> None:
        self._key = Ed25519PrivateKey.from_private_bytes(private)
        self.did = did_of(public_key(private))

    def prove(self, credential: Mapping[str, Any], created: str) -> dict[str, Any]:
        """The credential with a proof of the instant `created` (RFC 3339)."""
        options = _options(credential, self.did, created)
        return _proven(credential, options, self._key.sign(_signed(credential, options)))


def prove(credential: Mapping[str, Any], private: bytes, created: str) -> dict[str, Any]:
    """One credential with a proof by the private key."""
    return Signer(private).prove(credential, created)


def proven_before(credential: Mapping[str, Any], did: str, created: str, signature: bytes) -> dict[str, Any]:
    """The credential with the proof that the key of this name made of it before."""
    return _proven(credential, _options(credential, did, created), signature)


def signature_of(credential: Mapping[str, Any]) -> bytes:
    """The bytes of the signature in a credential that was made here."""
    return from_base58(credential["proof"]["proofValue"], SIGNATURE_LENGTH)


def _options(credential: Mapping[str, Any], did: str, created: str) -> dict[str, Any]:
    return {
        "@context": credential["@context"],
        "type": TYPE,
        "cryptosuite": SUITE,
        "created": created,
        "verificationMethod": method_named(did),
        "proofPurpose": PURPOSE,
    }


def _proven(credential: Mapping[str, Any], options: Mapping[str, Any], signature: bytes) -> dict[str, Any]:
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
