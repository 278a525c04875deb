"""Checks a credential that somebody shows: step by step, so that it can be said which part does not hold.

Nothing is fetched: the contexts are known by their addresses, the key stands in the credential. Whether it was revoked,
only its issuer knows.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any

from tejido.engine.proof import NotCanonical, canonical_digest, fingerprint, read_strict

from .multibase import key_of, method_named
from .proof import PURPOSE, SUITE, TYPE, holds
from .writing import CONTEXTS, TYPES

MOST = 128 * 1024  # bytes of a credential; ours have three thousand


class CheckCode(StrEnum):
    """What is checked, in this order. The first that fails ends it, but for the last two."""

    FILE = "file"  # strict JSON
    FORM = "form"  # a credential of Open Badges 3.0
    PROOF = "proof"  # a proof of the one suite that is known here
    KEY = "key"  # made with the key of the issuer that it names
    SIGNATURE = "signature"  # not one sign was changed
    BEGUN = "begun"  # valid already
    STANDING = "standing"  # not expired


@dataclass(frozen=True, slots=True)
class Check:
    code: CheckCode
    ok: bool
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Shown:
    """What a credential says of itself; `name` only where the holder has it in clear, `digest` is that of all of it.
    To be believed only where every check holds and the key is known to be the issuer's."""

    id: str = ""
    issuer: str = ""
    title: str = ""
    name: str = ""
    since: str = ""
    until: str = ""
    key: str = ""
    fingerprint: str = ""
    digest: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    checks: tuple[Check, ...]
    shown: Shown = field(default_factory=Shown)

    @property
    def ok(self) -> bool:
        return all(check.ok for check in self.checks)


class _Odd(ValueError):  # noqa: N818  # it names what is the case
    """A part that is missing or of another kind: its name."""


def examine(raw: bytes, now: datetime) -> Report:
    """What holds of a file that should be a credential. Never an error."""
    try:
        data = read_strict(raw, MOST)
    except NotCanonical as problem:
        return Report((Check(CheckCode.FILE, False, problem.code),))
    checks = [Check(CheckCode.FILE, True)]
    try:
        shown = _shown(data)
    except _Odd as problem:
        return Report((*checks, Check(CheckCode.FORM, False, str(problem))))
    checks.append(Check(CheckCode.FORM, True))
    checks += _proven(data, shown)
    if all(check.ok for check in checks):
        checks += _dates(shown, now)
    return Report(tuple(checks), shown)


def _proven(data: Mapping[str, Any], shown: Shown) -> list[Check]:
    if wrong := _odd_proof(data.get("proof")):
        return [Check(CheckCode.PROOF, False, wrong)]
    checks = [Check(CheckCode.PROOF, True)]
    if not shown.fingerprint or data["proof"]["verificationMethod"] != method_named(shown.key):
        return [*checks, Check(CheckCode.KEY, False, str(data["proof"]["verificationMethod"])[:200])]
    is_whole = holds(data, key_of(shown.key))
    return [*checks, Check(CheckCode.KEY, True, shown.fingerprint), Check(CheckCode.SIGNATURE, is_whole)]


def _odd_proof(proof: Any) -> str:
    """The first part of a proof that is not as it has to be."""
    if not isinstance(proof, Mapping):
        return "proof"
    asked = {"type": TYPE, "cryptosuite": SUITE, "proofPurpose": PURPOSE}
    for name, value in asked.items():
        if proof.get(name) != value:
            return f"proof.{name}"
    return next((f"proof.{name}" for name in ("verificationMethod", "proofValue") if not _is_words(proof, name)), "")


def _is_words(data: Mapping[str, Any], name: str) -> bool:
    return isinstance(data.get(name), str)


def _dates(shown: Shown, now: datetime) -> list[Check]:
    since, until = _instant(shown.since), _instant(shown.until) if shown.until else None
    return [
        Check(CheckCode.BEGUN, since <= now, shown.since),
        Check(CheckCode.STANDING, until is None or now <= until, shown.until),
    ]


def _shown(data: Any) -> Shown:
    """What stands in the file. _Odd where it has not the form of such a credential."""
    if not isinstance(data, Mapping):
        raise _Odd("$")
    _begins_with(data, "@context", CONTEXTS)
    if not set(TYPES) <= set(map(str, _several(data, "type"))):
        raise _Odd("type")
    issuer, subject = _part(data, "issuer"), _part(data, "credentialSubject")
    achievement = _part(subject, "achievement", "credentialSubject.")
    did = _words(issuer, "id", "issuer.")
    return Shown(
        id=_words(data, "id"),
        issuer=_words(issuer, "name", "issuer."),
        title=_words(achievement, "name", "credentialSubject.achievement."),
        name=_name(subject),
        since=_when(data, "validFrom"),
        until=_when(data, "validUntil") if "validUntil" in data else "",
        key=did,
        fingerprint=_fingerprint(did),
        digest=canonical_digest(data),
    )


def _fingerprint(did: str) -> str:
    """Of the key that an issuer's name holds; empty where the name holds none."""
    try:
        return fingerprint(key_of(did))
    except ValueError:
        return ""


def _begins_with(data: Mapping[str, Any], name: str, asked: tuple[str, ...]) -> None:
    if _several(data, name)[: len(asked)] != list(asked):
        raise _Odd(name)


def _several(data: Mapping[str, Any], name: str) -> list[Any]:
    found = data.get(name)
    if not isinstance(found, list):
        raise _Odd(name)
    return found


def _part(data: Mapping[str, Any], name: str, before: str = "") -> Mapping[str, Any]:
    found = data.get(name)
    if not isinstance(found, Mapping):
        raise _Odd(f"{before}{name}")
    return found


def _words(data: Mapping[str, Any], name: str, before: str = "") -> str:
    found = data.get(name)
    if not isinstance(found, str) or not found:
        raise _Odd(f"{before}{name}")
    return found


def _when(data: Mapping[str, Any], name: str) -> str:
    try:
        _instant(found := _words(data, name))
    except _Odd:
        raise
    except ValueError as problem:
        raise _Odd(name) from problem
    return found


def _instant(words: str) -> datetime:
    found = datetime.fromisoformat(words)
    if found.tzinfo is None:
        raise ValueError("an instant has a zone")
    return found


def _name(subject: Mapping[str, Any]) -> str:
    """The name that the holder has in clear; empty where there is only a digest of it."""
    told = subject.get("identifier")
    identities = [each for each in told if isinstance(each, Mapping)] if isinstance(told, list) else []
    clear = [each for each in identities if each.get("hashed") is False and each.get("identityType") == "name"]
    return str(clear[0].get("identityHash", "")) if clear else ""
