"""Key pairs as text: a recipient ("age1…") may be known to all, an identity ("AGE-SECRET-KEY-1…") opens."""

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from . import bech32

LENGTH = 32
_RECIPIENT, _IDENTITY = "age", "age-secret-key-"


class BadKey(ValueError):  # noqa: N818  # it names what is the case
    """What was given is no key of this kind."""


def new_identity() -> str:
    return identity_text(X25519PrivateKey.generate().private_bytes_raw())


def identity_text(secret: bytes) -> str:
    return bech32.encode(_IDENTITY, secret).upper()


def recipient_of(identity: str) -> str:
    """The recipient that an identity belongs to. BadKey."""
    private = X25519PrivateKey.from_private_bytes(secret_of(identity))
    return bech32.encode(_RECIPIENT, private.public_key().public_bytes_raw())


def share_of(recipient: str) -> bytes:
    """The public key, 32 bytes. BadKey for anything but a recipient in small letters."""
    return _key(recipient, _RECIPIENT, is_lower=True)


def secret_of(identity: str) -> bytes:
    """The secret key, 32 bytes. BadKey for anything but an identity in capital letters."""
    return _key(identity, _IDENTITY, is_lower=False)


def _key(text: str, wanted: str, *, is_lower: bool) -> bytes:
    try:
        prefix, key = bech32.decode(text)
    except ValueError as problem:
        raise BadKey(str(problem)) from problem
    if prefix != wanted or len(key) != LENGTH or text != (text.lower() if is_lower else text.upper()):
        raise BadKey(wanted)
    return key
