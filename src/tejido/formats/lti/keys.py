"""Public keys of a platform: a JWK Set (RFC 7517) or one key in PEM. Only RSA and P-256, and never a secret."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, EllipticCurvePublicKey, EllipticCurvePublicNumbers
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey, RSAPublicNumbers
from cryptography.hazmat.primitives.serialization import load_pem_public_key

from .faults import Fault, Unfit
from .strict import from_base64url, read_object, text, to_base64url

MOST = 64  # keys of a set
LARGEST = 64 * 1024  # bytes of a set
LEAST_BITS = 2048  # of an RSA key; RFC 7518, 3.3
MOST_BITS = 8192  # more costs whoever checks too much
_SECRET = ("d", "p", "q", "k")


@dataclass(frozen=True, slots=True)
class Key:
    """A public key. `id` is empty where it came without one: then it stands for every id."""

    id: str
    algorithm: str
    public: RSAPublicKey | EllipticCurvePublicKey


def read_keys(raw: bytes) -> tuple[Key, ...]:
    """The keys of a set that can sign a launch, or the one key in PEM. Unfit where it is neither, has none, or gives a
    private key away."""
    if len(raw) > LARGEST:
        raise Unfit(Fault.NOT_KEYS)
    if raw.lstrip().startswith(b"-----BEGIN"):
        return (_from_pem(raw.strip()),)
    try:
        several = read_object(raw).get("keys")
    except Unfit as problem:
        raise Unfit(Fault.NOT_KEYS) from problem
    if not isinstance(several, list) or len(several) > MOST:
        raise Unfit(Fault.NOT_KEYS)
    found = [key for each in several if isinstance(each, dict) and (key := _from_jwk(each)) is not None]
    if not found:
        raise Unfit(Fault.NOT_KEYS)
    return tuple(found)


def _from_pem(raw: bytes) -> Key:
    if b"PRIVATE KEY" in raw:
        raise Unfit(Fault.PRIVATE_KEY)
    try:
        public = load_pem_public_key(raw)
    except ValueError as problem:
        raise Unfit(Fault.NOT_KEYS) from problem
    if isinstance(public, RSAPublicKey):
        return Key("", "RS256", _sound(public))
    if isinstance(public, EllipticCurvePublicKey) and isinstance(public.curve, SECP256R1):
        return Key("", "ES256", public)
    raise Unfit(Fault.NOT_KEYS)


def _from_jwk(values: Mapping[str, Any]) -> Key | None:
    """None for a key of another kind or for another use: sets hold those too."""
    if values.get("kty") in ("RSA", "EC") and any(name in values for name in _SECRET):
        raise Unfit(Fault.PRIVATE_KEY)
    algorithm = {"RSA": "RS256", "EC": "ES256"}.get(str(values.get("kty")), "")
    is_other = values.get("alg", algorithm) != algorithm or values.get("use", "sig") != "sig"
    if not algorithm or is_other or (algorithm == "ES256" and values.get("crv") != "P-256"):
        return None
    try:
        public = _rsa(values) if algorithm == "RS256" else _p256(values)
    except (KeyError, TypeError, ValueError, AttributeError) as problem:
        raise Unfit(Fault.NOT_KEYS) from problem
    return Key(text(values, "kid", 256), algorithm, public)


def _rsa(values: Mapping[str, Any]) -> RSAPublicKey:
    return _sound(RSAPublicNumbers(_number(values["e"]), _number(values["n"])).public_key())


def _sound(public: RSAPublicKey) -> RSAPublicKey:
    if not LEAST_BITS <= public.key_size <= MOST_BITS:
        raise Unfit(Fault.WEAK_KEY, str(public.key_size))
    return public


def _p256(values: Mapping[str, Any]) -> EllipticCurvePublicKey:
    return EllipticCurvePublicNumbers(_number(values["x"]), _number(values["y"]), SECP256R1()).public_key()


def _number(text: str) -> int:
    """Some write zeros in front or padding behind; the number is the same."""
    return int.from_bytes(from_base64url(text.rstrip("=")))


def write_keys(keys: Sequence[Key]) -> dict[str, Any]:
    """The set, as it is published and kept."""
    return {"keys": [jwk(key) for key in keys]}


def jwk(key: Key) -> dict[str, str]:
    told = {"alg": key.algorithm, "use": "sig"} | ({"kid": key.id} if key.id else {})
    numbers = key.public.public_numbers()
    if isinstance(numbers, RSAPublicNumbers):
        return {"kty": "RSA", "n": _letters(numbers.n), "e": _letters(numbers.e), **told}
    return {"kty": "EC", "crv": "P-256", "x": _letters(numbers.x, 32), "y": _letters(numbers.y, 32), **told}


def _letters(number: int, length: int = 0) -> str:
    return to_base64url(number.to_bytes(length or (number.bit_length() + 7) // 8))
