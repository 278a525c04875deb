"""Values to the one file that a bundle or an introduction has."""

from typing import Any

from tejido.engine.proof import canonical_digest, public_key, sign, signed_head_to_data, to_text, write_canonical

from .names import FORMAT, INTRODUCTION_FORMAT, INTRODUCTION_PURPOSE, PURPOSE, SUCCESSION_PURPOSE
from .values import Bundle, Content, Introduction, Party, SentHead


def write_bundle(bundle: Bundle, secret: bytes) -> bytes:
    """The signed file. `secret` is the sender's private key, 32 bytes; ValueError where it is another one's."""
    if public_key(secret) != bundle.sender.key:
        raise ValueError("a bundle is signed with the key that it names")
    body = body_to_data(bundle)
    signature = sign(secret, {"purpose": PURPOSE, "body": body})
    return write_canonical({"body": body, "signature": to_text(signature)})


def body_to_data(bundle: Bundle) -> dict[str, Any]:
    """The plain data that is signed."""
    return {
        "format": FORMAT,
        "id": bundle.id,
        "sender": party_to_data(bundle.sender),
        "audience": list(bundle.audience),
        "sequence": bundle.sequence,
        "previous": bundle.previous or None,
        "made": bundle.made,
        "expires": bundle.expires,
        "heads": [_head(sent) for sent in bundle.heads],
        "seen": [signed_head_to_data(seen.signed) for seen in bundle.seen],
        "contents": [_content(content) for content in bundle.contents],
    }


def bundle_digest(bundle: Bundle) -> str:
    """SHA-256, in hexadecimal digits, of what is signed: what the next bundle names as its previous one."""
    return canonical_digest(body_to_data(bundle))


def party_to_data(party: Party) -> dict[str, Any]:
    return {"kind": party.kind.value, "name": party.name, "code": party.code, "key": to_text(party.key)}


def _head(sent: SentHead) -> dict[str, Any]:
    proof = [each.hex() for each in sent.proof]
    return {"head": signed_head_to_data(sent.signed), "since": sent.since, "proof": proof}


def _content(content: Content) -> dict[str, Any]:
    return {
        "kind": content.kind,
        "name": content.name,
        "version": content.version,
        "digest": content.digest,
        "data": content.data,
    }


def write_introduction(introduction: Introduction, secret: bytes, replaced: bytes = b"") -> bytes:
    """The signed file. `replaced` is the private key that `secret` stands in for from now on, where it does."""
    if public_key(secret) != introduction.party.key:
        raise ValueError("an introduction is signed with the key that it names")
    if (public_key(replaced) if replaced else b"") != introduction.replaced:
        raise ValueError("a succession is signed with the key that it replaces")
    body = introduction_to_data(introduction)
    own = sign(secret, {"purpose": INTRODUCTION_PURPOSE, "body": body})
    theirs = to_text(sign(replaced, {"purpose": SUCCESSION_PURPOSE, "body": body})) if replaced else None
    return write_canonical({"body": body, "signature": to_text(own), "succession": theirs})


def introduction_to_data(introduction: Introduction) -> dict[str, Any]:
    return {
        "format": INTRODUCTION_FORMAT,
        "party": party_to_data(introduction.party),
        "address": introduction.address,
        "made": introduction.made,
        "replaced": to_text(introduction.replaced) if introduction.replaced else None,
    }
