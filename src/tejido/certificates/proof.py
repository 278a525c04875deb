"""The sealed part of a certificate, places in the lists, and digests of what is read, as values."""

import secrets
from dataclasses import dataclass

from tejido.engine.proof import canonical_digest
from tejido.engine.sealing import NONCE_LENGTH, binding, seal, unseal
from tejido.formats.badge import LENGTH

SALT_LENGTH = 16  # bytes
SIGNATURE_LENGTH = 64
FIRST_LIST = 1  # the list 0 is that of seminars
FULL = LENGTH * 3 // 4  # places given of a list after which the next one is begun: chance finds a free one soon


@dataclass(frozen=True, slots=True)
class Secret:
    """What only the holder and the school know of a certificate. `salt` is hexadecimal, as it stands in the
    credential."""

    code: str
    salt: str
    signature: bytes


def new_salt() -> str:
    return secrets.token_hex(SALT_LENGTH)


def sealed(key: bytes, secret: Secret, space: str, number: int) -> bytes:
    """Bound to its certificate: put to another number, it cannot be read."""
    clear = secret.signature + bytes.fromhex(secret.salt) + secret.code.encode()
    return seal(key, clear, nonce=secrets.token_bytes(NONCE_LENGTH), bound=_bound("secret", space, number))


def unsealed(key: bytes, raw: bytes, space: str, number: int) -> Secret:
    """`engine.sealing.NotAuthentic` where it was sealed with another key, for another certificate, or changed."""
    clear = unseal(key, raw, bound=_bound("secret", space, number))
    salt = clear[SIGNATURE_LENGTH : SIGNATURE_LENGTH + SALT_LENGTH]
    return Secret(clear[SIGNATURE_LENGTH + SALT_LENGTH :].decode(), salt.hex(), clear[:SIGNATURE_LENGTH])


def sealed_words(key: bytes, words: str, space: str, number: int) -> bytes:
    bound = _bound("words", space, number)
    return seal(key, words.encode(), nonce=secrets.token_bytes(NONCE_LENGTH), bound=bound, block=64)


def unsealed_words(key: bytes, raw: bytes, space: str, number: int) -> str:
    return unseal(key, raw, bound=_bound("words", space, number)).decode()


def _bound(what: str, space: str, number: int) -> bytes:
    return binding("certificates", what, space, number)


## Places in the lists of what was revoked


def list_of(place: int) -> tuple[int, int]:
    """The list of a place, and the place in it."""
    return divmod(place, LENGTH)


def as_read(count: int, last: int, total: int, wording: str) -> str:
    """The digest of what certificates are issued on: how many completions, the last of them, the sum of their numbers,
    and what the certificates say."""
    return canonical_digest([count, last, str(total), wording])
