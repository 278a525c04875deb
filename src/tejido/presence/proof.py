"""Codes, digests and what a certificate says, as values that are signed, hashed and compared."""

import hashlib
import hmac
import secrets
import unicodedata
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from tejido.engine.document.ids import ALPHABET
from tejido.engine.proof import canonical_digest, write_canonical

_BITS = 5  # of a letter
_GROUP = 4
_GROUPS = 5
ROOM_LETTERS = 6
MINUTE = 60  # seconds that the screen shows a code
KEPT = 5  # minutes that a code is still taken: to type it, and until a weak signal has sent it
_ALIKE = str.maketrans({"o": "0", "i": "1", "l": "1"})


def canonical(data: Mapping[str, Any]) -> bytes:
    """The bytes of a credential's file."""
    return write_canonical(dict(data))


## The code of a certificate


def new_code() -> str:
    """A hundred random bits in letters that nobody mistakes: "4f7k-2m9q-…"."""
    letters = "".join(secrets.choice(ALPHABET) for _ in range(_GROUP * _GROUPS))
    return "-".join(letters[at : at + _GROUP] for at in range(0, len(letters), _GROUP))


def tidy(code: str) -> str:
    """A code as somebody typed it, in its one form: small letters in groups, signs that look alike taken for the right
    ones. Whatever is no code stays something that is no code."""
    letters = "".join(sign for sign in code.lower().translate(_ALIKE) if sign in ALPHABET)[: 2 * _GROUP * _GROUPS]
    return "-".join(letters[at : at + _GROUP] for at in range(0, len(letters), _GROUP))


def code_digest(code: str) -> str:
    return hashlib.sha256(f"tejido-certificate:{tidy(code)}".encode()).hexdigest()


def name_digest(name: str, code: str) -> str:
    """By which a name that somebody shows is compared: whatever the capitals, accents and blanks. The code is the salt:
    without it nobody can try names."""
    plain = unicodedata.normalize("NFKD", " ".join(name.casefold().split()))
    letters = "".join(sign for sign in plain if not unicodedata.combining(sign))
    return hashlib.sha256(f"tejido-name:{tidy(code)}:{letters}".encode()).hexdigest()


def is_name(name: str, code: str, digest: str) -> bool:
    return hmac.compare_digest(name_digest(name, code), digest)


## The code of a room


def room_code(secret: str, session: str, at: datetime, *, ago: int = 0) -> str:
    """What the screen of a session shows in this minute, or showed some minutes ago."""
    minute = int(at.timestamp()) // MINUTE - ago
    made = hmac.new(f"tejido-room:{secret}".encode(), f"{session}:{minute}".encode(), "sha256").digest()
    number = int.from_bytes(made[:8])
    return "".join(ALPHABET[number >> _BITS * place & 31] for place in range(ROOM_LETTERS))


def is_room_code(secret: str, session: str, said: str, at: datetime) -> bool:
    """Whether the screen shows this code, or did a few minutes ago."""
    letters = tidy(said).replace("-", "")
    several = [room_code(secret, session, at, ago=ago) for ago in range(KEPT + 1)]
    return any(hmac.compare_digest(letters, code) for code in several)


## What was read


def marks_digest(marks: Mapping[str, str]) -> str:
    """The digest of the attendance of a session as somebody reads it: the standing by nominee."""
    return canonical_digest({key: str(said) for key, said in marks.items() if said})


def list_digest(earned: Iterable[str], rule: str, wording: str) -> str:
    """The digest of what certificates are issued on: who has met the rule, and what the certificates say."""
    return canonical_digest([sorted(earned), rule, wording])
