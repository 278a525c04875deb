"""Which certificates were revoked: a list of bits that hides which one somebody asks for (W3C Bitstring Status List).

Everybody loads the same whole list; a bit that is set says that the certificate with this place was revoked.
"""

from __future__ import annotations

import base64
import gzip
from collections.abc import Collection
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from tejido.engine.proof import public_key

from .multibase import did_of
from .proof import prove

LENGTH = 131_072  # places of a list; the standard allows no fewer
_MULTIBASE = "u"  # base64url without padding
_CREDENTIALS = "https://www.w3.org/ns/credentials/v2"


@dataclass(frozen=True, slots=True)
class Place:
    """Where the state of a certificate stands: the address of the list, and a number from 0 to LENGTH - 1."""

    address: str
    index: int


def entry(place: Place) -> dict[str, Any]:
    """What a credential says of it."""
    return {
        "id": f"{place.address}#{place.index}",
        "type": "BitstringStatusListEntry",
        "statusPurpose": "revocation",
        "statusListIndex": str(place.index),
        "statusListCredential": place.address,
    }


def status_list(address: str, revoked: Collection[int], private: bytes, since: str) -> dict[str, Any]:
    """The list as a credential signed by the issuer of those that are in it; `since` is RFC 3339."""
    made = {
        "@context": [_CREDENTIALS],
        "id": address,
        "type": ["VerifiableCredential", "BitstringStatusListCredential"],
        "issuer": did_of(public_key(private)),
        "validFrom": since,
        "credentialSubject": {
            "id": f"{address}#list",
            "type": "BitstringStatusList",
            "statusPurpose": "revocation",
            "encodedList": encoded(revoked),
        },
    }
    return prove(made, private, since)


def encoded(revoked: Collection[int]) -> str:
    """The bits, the first place leftmost, compressed; the same bytes for the same places."""
    bits = bytearray(LENGTH // 8)
    for index in revoked:
        bits[index // 8] |= 0x80 >> index % 8
    packed = BytesIO()
    with gzip.GzipFile(fileobj=packed, mode="wb", mtime=0, filename="") as file:
        file.write(bits)
    return _MULTIBASE + base64.urlsafe_b64encode(packed.getvalue()).rstrip(b"=").decode()
