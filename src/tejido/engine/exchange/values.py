"""Bundles as values: what one node hands to another in one signed file."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from tejido.engine.proof import SignedHead, canonical_digest, fingerprint

from .names import PUBLIC, SenderKind


@dataclass(frozen=True, slots=True)
class Party:
    """A node as it says who it is. `code` is a member's code, or what a network is called for short; `key` 32 bytes."""

    kind: SenderKind
    name: str
    code: str
    key: bytes

    @property
    def fingerprint(self) -> str:
        return fingerprint(self.key)


@dataclass(frozen=True, slots=True)
class Content:
    """One thing handed over. `version` grows with each state of the same `kind` and `name`: an edition's number, 1
    where there is only one. `data` is what JSON holds alike everywhere."""

    kind: str
    name: str
    version: int
    data: Any = field(hash=False)

    @property
    def digest(self) -> str:
        """SHA-256, in hexadecimal digits, of the canonical data."""
        return canonical_digest(self.data)


@dataclass(frozen=True, slots=True)
class SentHead:
    """A signed head of the sender's ledger, with the proof that its first `since` lines are still what they were;
    `since` is 0, and the proof empty, where nothing is proved."""

    signed: SignedHead
    since: int = 0
    proof: tuple[bytes, ...] = ()


@dataclass(frozen=True, slots=True)
class SeenHead:
    """A head that the sender has from another node: of the one whose key has the fingerprint `signed.head.key`."""

    signed: SignedHead


@dataclass(frozen=True, slots=True)
class Bundle:
    """`id` is random. `audience` are fingerprints of keys, sorted, or PUBLIC alone. `sequence` counts 1, 2, 3 … for
    this sender and audience; `previous` is the digest of the bundle before, empty at the first. `made` and `expires`
    are RFC 3339 in UTC, in whole seconds."""

    id: str
    sender: Party
    audience: tuple[str, ...]
    sequence: int
    previous: str
    made: str
    expires: str
    contents: tuple[Content, ...]
    heads: tuple[SentHead, ...] = ()
    seen: tuple[SeenHead, ...] = ()

    @property
    def channel(self) -> str:
        """What the sequence counts in, beside the sender."""
        return channel_of(self.audience)

    @property
    def is_public(self) -> bool:
        return self.audience == (PUBLIC,)


@dataclass(frozen=True, slots=True)
class Introduction:
    """What a node hands to another before the first bundle: who it is and where it is reached, signed by its key.

    `replaced` is the key, 32 bytes, that this one stands in for from now on; that key has signed it as well. Empty for
    a first introduction.
    """

    party: Party
    address: str
    made: str
    replaced: bytes = b""


def channel_of(audience: tuple[str, ...]) -> str:
    """PUBLIC, the only fingerprint, or a digest of the several."""
    return audience[0] if len(audience) == 1 else canonical_digest(sorted(audience))


@dataclass(frozen=True, slots=True)
class KnownKey:
    """A key of the sender. `until` is the instant, RFC 3339 in UTC, from which another one stands in for it; empty
    while it is in use."""

    key: bytes
    until: str = ""
    is_revoked: bool = False


@dataclass(frozen=True, slots=True)
class Taken:
    """The last bundle taken in of one sender and channel."""

    sequence: int
    digest: str


@dataclass(frozen=True, slots=True)
class KnownHead:
    """A head that this node has from the sender. `root` is hexadecimal, `at` RFC 3339."""

    size: int
    root: str
    at: str


@dataclass(frozen=True, slots=True)
class Known:
    """What a node knows when a bundle of one sender comes: who that is, and what it has of it.

    `last` is per channel; `ids` are digests of bundles by their id; `newest` are (version, digest) by (kind, name);
    `heads` by tree; `kinds` what can be taken in here.
    """

    party: Party
    keys: tuple[KnownKey, ...]
    is_verified: bool = True
    is_ended: bool = False
    last: Mapping[str, Taken] = field(default_factory=dict, hash=False)
    ids: Mapping[str, str] = field(default_factory=dict, hash=False)
    newest: Mapping[tuple[str, str], tuple[int, str]] = field(default_factory=dict, hash=False)
    heads: Mapping[str, tuple[KnownHead, ...]] = field(default_factory=dict, hash=False)
    kinds: frozenset[str] = frozenset()
