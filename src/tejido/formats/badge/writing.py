"""A certificate as a credential of Open Badges 3.0: a Verifiable Credential (data model 2.0) of an achievement."""

from __future__ import annotations

import hashlib
import unicodedata
from dataclasses import dataclass
from typing import Any

from .proof import Signer, proven_before
from .status import Place, entry

CREDENTIALS = "https://www.w3.org/ns/credentials/v2"
BADGES = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"
CONTEXTS = (CREDENTIALS, BADGES)
TYPES = ("VerifiableCredential", "AchievementCredential")


@dataclass(frozen=True, slots=True)
class Issuer:
    """Who issues: its name and its page."""

    name: str
    url: str


@dataclass(frozen=True, slots=True)
class Achievement:
    """What was achieved, in one language. `id` is an address; `criteria` says in a sentence what it took."""

    id: str
    name: str
    description: str
    criteria: str
    language: str


@dataclass(frozen=True, slots=True)
class Holder:
    """Of whom it is: the name as it stands on the paper. Without `is_named` the credential has only a salted digest."""

    name: str
    salt: str
    is_named: bool = False


@dataclass(frozen=True, slots=True)
class Badge:
    """All that a credential says. `id` is the address where it is checked; instants are RFC 3339; `until` is empty
    where it does not expire; `status` is its place in the list of what was revoked."""

    id: str
    issuer: Issuer
    achievement: Achievement
    holder: Holder
    since: str
    until: str = ""
    status: Place | None = None


def normal(name: str) -> str:
    """A name with single blanks, in one form of Unicode: what is hashed."""
    return unicodedata.normalize("NFC", " ".join(name.split()))


def identity_hash(name: str, salt: str) -> str:
    """As Open Badges writes it: SHA-256 of the name with the salt behind it."""
    return "sha256$" + hashlib.sha256(f"{normal(name)}{salt}".encode()).hexdigest()


def credential(badge: Badge, private: bytes) -> dict[str, Any]:
    """The signed credential, ready for JSON. The key that signs is the issuer's name, so that it can be checked without
    asking anybody."""
    return signed_by(Signer(private), badge)


def signed_by(signer: Signer, badge: Badge) -> dict[str, Any]:
    """The same, where one signs many."""
    return signer.prove(_bare(badge, signer.did), badge.since)


def signed_before(badge: Badge, did: str, signature: bytes) -> dict[str, Any]:
    """The same credential once more, of which only the signature was kept, made by the key of this name."""
    return proven_before(_bare(badge, did), did, badge.since, signature)


def _bare(badge: Badge, did: str) -> dict[str, Any]:
    return {
        "@context": list(CONTEXTS),
        "id": badge.id,
        "type": list(TYPES),
        "issuer": {"id": did, "type": ["Profile"], "name": badge.issuer.name, "url": badge.issuer.url},
        "name": badge.achievement.name,
        "validFrom": badge.since,
        **({"validUntil": badge.until} if badge.until else {}),
        "credentialSubject": {
            "type": ["AchievementSubject"],
            "identifier": [_identity(badge.holder)],
            "achievement": _achievement(badge.achievement),
        },
        **({"credentialStatus": entry(badge.status)} if badge.status else {}),
    }


def _identity(holder: Holder) -> dict[str, Any]:
    if holder.is_named:
        return {
            "type": "IdentityObject",
            "hashed": False,
            "identityHash": normal(holder.name),
            "identityType": "name",
        }
    return {
        "type": "IdentityObject",
        "hashed": True,
        "identityHash": identity_hash(holder.name, holder.salt),
        "identityType": "name",
        "salt": holder.salt,
    }


def _achievement(achievement: Achievement) -> dict[str, Any]:
    return {
        "id": achievement.id,
        "type": ["Achievement"],
        "achievementType": "CertificateOfCompletion",
        "name": achievement.name,
        "description": achievement.description,
        "criteria": {"narrative": achievement.criteria},
        "inLanguage": achievement.language,
    }
