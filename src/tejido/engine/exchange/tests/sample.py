"""A good bundle, what its reader knows, and the means to change one thing in it."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from tejido.engine.exchange import (
    PURPOSE,
    Bundle,
    Content,
    Known,
    KnownHead,
    KnownKey,
    Party,
    SeenHead,
    SenderKind,
    SentHead,
    Taken,
)
from tejido.engine.proof import (
    append_nodes,
    consistency_proof,
    fingerprint,
    leaf_hash,
    public_key,
    root_of,
    sign,
    sign_head,
    to_text,
    write_canonical,
)

SECRET, OTHER_SECRET, MY_SECRET = bytes(range(32)), bytes(32), bytes([7] * 32)
KEY = public_key(SECRET)
ME = fingerprint(public_key(MY_SECRET))
OTHER = fingerprint(public_key(OTHER_SECRET))
NOW = datetime(2026, 12, 5, 12, 0, tzinfo=UTC)
AT = "2026-12-05T10:00:00Z"
LEAVES = [leaf_hash(b"%d" % number) for number in range(20)]
PREVIOUS = "a" * 64
SENDER = Party(SenderKind.NETWORK, "Red de Aldea", "RA", KEY)


def proof(old: int, new: int, leaves: list[bytes] = LEAVES) -> tuple[bytes, ...]:
    nodes: dict[tuple[int, int], bytes] = {}
    for number, leaf in enumerate(leaves[:new]):
        for level, index, hash in append_nodes(number, leaf, lambda level, index: nodes[level, index]):
            nodes[level, index] = hash
    return tuple(consistency_proof(old, new, lambda level, index: nodes[level, index]))


def head(size: int, since: int = 0, leaves: list[bytes] = LEAVES, at: str = AT, secret: bytes = SECRET) -> SentHead:
    found = proof(since, size, leaves) if since else ()
    return SentHead(sign_head("network", size, root_of(leaves[:size]), at, secret), since, found)


def known_head(size: int, at: str = "2026-12-01T00:00:00Z") -> KnownHead:
    return KnownHead(size, root_of(LEAVES[:size]).hex(), at)


def bundle(**changes: Any) -> Bundle:
    """The third bundle of a network to this node, with a text of its second edition and a glossary."""
    good = Bundle(
        id="0123456789ab",
        sender=SENDER,
        audience=(ME,),
        sequence=3,
        previous=PREVIOUS,
        made=AT,
        expires="2027-01-05T10:00:00Z",
        contents=(
            Content("edition", "curso", 2, {"passages": ["Prevenir é proteger"]}),
            Content("glossary", "es", 1, []),
        ),
        heads=(head(9, 5),),
        seen=(SeenHead(sign_head("network", 4, root_of(LEAVES[:4]), AT, MY_SECRET)),),
    )
    return replace(good, **changes)


def known(**changes: Any) -> Known:
    good = Known(
        party=SENDER,
        keys=(KnownKey(KEY),),
        last={ME: Taken(2, PREVIOUS)},
        ids={"zzzzzzzzzzzz": "b" * 64},
        newest={("edition", "curso"): (1, "c" * 64)},
        heads={"network": (known_head(5),)},
        kinds=frozenset({"edition", "glossary"}),
    )
    return replace(good, **changes)


def signed(body: Any, secret: bytes = SECRET, purpose: str = PURPOSE) -> bytes:
    """A file with any body at all, well signed."""
    signature = to_text(sign(secret, {"purpose": purpose, "body": body}))
    return write_canonical({"body": body, "signature": signature})


def changed(raw: bytes, change: Callable[[Any], object], secret: bytes = SECRET) -> bytes:
    """The file with something changed in its body, signed anew by the sender itself."""
    body = json.loads(raw)["body"]
    change(body)
    return signed(body, secret)
