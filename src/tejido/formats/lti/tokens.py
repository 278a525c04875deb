"""Signed tokens (RFC 7515, RFC 7519): read with the keys of a platform, written with our own.

PyJWT checks and makes the signature. Around it stands what it leaves open: only two algorithms, never one that the
token chooses; a key only by its id; no name twice in an object; no second form of the same bytes.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import jwt
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey

from .faults import Fault, Unfit
from .keys import Key
from .strict import from_base64url, read_object, text

LARGEST = 32 * 1024  # signs of a token
ALGORITHMS = ("RS256", "ES256")


def read_token(token: str, keys: Sequence[Key]) -> dict[str, Any]:
    """The claims of a token that one of the keys signed. Unfit otherwise, with the reason.

    Whatever a token brings along as a key or as the address of one is not looked at.
    """
    if len(token) > LARGEST:
        raise Unfit(Fault.TOO_LARGE)
    parts = token.split(".")
    if len(parts) != 3:
        raise Unfit(Fault.NOT_A_TOKEN)
    header, payload = (read_object(_bytes(part)) for part in parts[:2])
    key = _chosen(header, keys)
    _bytes(parts[2])
    try:
        jwt.PyJWS(algorithms=[key.algorithm]).decode_complete(token, key.public, algorithms=[key.algorithm])
    except jwt.InvalidTokenError as problem:
        raise Unfit(Fault.NOT_SIGNED) from problem
    return payload


def _bytes(part: str) -> bytes:
    try:
        return from_base64url(part)
    except ValueError as problem:
        raise Unfit(Fault.NOT_A_TOKEN) from problem


def _chosen(header: Mapping[str, Any], keys: Sequence[Key]) -> Key:
    """The key that the header names, where it fits the algorithm."""
    algorithm = header.get("alg")
    if algorithm not in ALGORITHMS:
        raise Unfit(Fault.OTHER_ALGORITHM, str(algorithm)[:20])
    if "crit" in header or "b64" in header:
        raise Unfit(Fault.CRITICAL)
    nameless = [key for key in keys if not key.id]
    id = text(header, "kid", 256)
    if not id and not nameless:
        raise Unfit(Fault.NO_KEY_ID)
    named = [key for key in keys if key.id == id] or nameless
    if not named:
        raise Unfit(Fault.UNKNOWN_KEY, id)
    fitting = [key for key in named if key.algorithm == algorithm]
    if not fitting:
        raise Unfit(Fault.OTHER_KIND_OF_KEY, str(algorithm))
    return fitting[0]


def write_token(claims: Mapping[str, Any], private: RSAPrivateKey, key_id: str) -> str:
    """Signed with RS256, which every platform takes."""
    return jwt.encode(dict(claims), private, algorithm="RS256", headers={"kid": key_id})
