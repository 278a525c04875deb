"""Certificates as credentials of Open Badges 3.0, signed (eddsa-jcs-2022), with their list of what was revoked, and
their check, offline.

The specifications: W3C Verifiable Credentials Data Model 2.0, Data Integrity EdDSA Cryptosuites 1.0, Bitstring Status
List 1.0; 1EdTech Open Badges 3.0.
"""

from .multibase import DID_KEY, did_of, key_of, method_of
from .proof import Signer, signature_of
from .reading import MOST, Check, CheckCode, Report, Shown, examine
from .status import LENGTH, Place, status_list
from .writing import Achievement, Badge, Holder, Issuer, credential, identity_hash, normal, signed_before, signed_by

__all__ = [
    "DID_KEY",
    "LENGTH",
    "MOST",
    "Achievement",
    "Badge",
    "Check",
    "CheckCode",
    "Holder",
    "Issuer",
    "Place",
    "Report",
    "Shown",
    "Signer",
    "credential",
    "did_of",
    "examine",
    "identity_hash",
    "key_of",
    "method_of",
    "normal",
    "signature_of",
    "signed_before",
    "signed_by",
    "status_list",
]
