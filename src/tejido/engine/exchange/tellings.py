"""A node tells another one that something new waits: what kind, and its public name or key. Nothing of its content."""

import re
from dataclasses import dataclass
from datetime import datetime, timedelta

from tejido.engine.proof import BadProof, to_text
from tejido.engine.proof.shapes import text

from .fields import key, matching, positive, utc
from .names import TELLING_FORMAT, TELLING_PURPOSE, BadBundle, BadBundleCode, UnfitCode
from .signed import opened, signed, verified

TELLING_LIMIT = 4096  # bytes
OLDEST = timedelta(days=7)
"""For how long something is told, and how old it may be when it comes."""
SKEW = timedelta(minutes=5)
"""By how much the clocks of two nodes that speak by the line may differ."""
_NONCE, _KIND = re.compile(r"[0-9a-f]{32}"), re.compile(r"[a-z]{1,20}")
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,99}(/[0-9]{1,9})?")
_FIELDS = ("format", "key", "audience", "sequence", "nonce", "at", "kind", "name")


@dataclass(frozen=True, slots=True)
class Telling:
    """What the holder of `key` tells the node with the fingerprint `audience`. `sequence` grows with each telling to
    that node; `nonce` is 16 random bytes in hexadecimal digits; `at` is RFC 3339 in UTC. `name` is no address."""

    key: bytes
    audience: str
    sequence: int
    nonce: str
    at: str
    kind: str
    name: str


def write_telling(telling: Telling, secret: bytes) -> bytes:
    body = {
        "format": TELLING_FORMAT,
        "key": to_text(telling.key),
        "audience": telling.audience,
        "sequence": telling.sequence,
        "nonce": telling.nonce,
        "at": telling.at,
        "kind": telling.kind,
        "name": telling.name,
    }
    return signed(body, TELLING_PURPOSE, secret)


def read_telling(raw: bytes, limit: int = TELLING_LIMIT) -> Telling:
    """Signed by the key that it names. Raises BadBundle. It is small and read at once."""
    try:
        body, signature = opened(raw, limit, TELLING_FORMAT, _FIELDS)
        found = Telling(
            key(body["key"], "body.key"),
            text(body["audience"], "body.audience"),
            positive(body["sequence"], "body.sequence"),
            matching(body["nonce"], "body.nonce", _NONCE),
            utc(body["at"], "body.at"),
            matching(body["kind"], "body.kind", _KIND),
            matching(body["name"], "body.name", _NAME),
        )
    except BadProof as problem:
        raise BadBundle(BadBundleCode.SHAPE, problem.path) from problem
    verified(found.key, TELLING_PURPOSE, body, signature)
    return found


def judge_telling(telling: Telling, me: str, last: int, nonce: str, now: datetime) -> UnfitCode | None:
    """Whether what a trusted node says is for the node `me`, of these days, and said for the first time. `last` is the
    highest number that was heard of its key, and `nonce` what was heard under the number of this telling: empty for
    nothing. Only the very same is REPLAYED; another one under such a number is OUT_OF_ORDER and was not heard."""
    at = datetime.fromisoformat(telling.at)
    if telling.audience != me:
        return UnfitCode.NOT_FOR_US
    if at > now + SKEW:
        return UnfitCode.MADE_LATER
    if at < now - OLDEST - SKEW:
        return UnfitCode.EXPIRED
    if telling.nonce == nonce:
        return UnfitCode.REPLAYED
    return UnfitCode.OUT_OF_ORDER if telling.sequence <= last else None
