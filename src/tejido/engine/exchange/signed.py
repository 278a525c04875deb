"""Small signed files: one canonical body, and a signature over it and its purpose."""

from collections.abc import Mapping
from typing import Any

from tejido.engine.proof import SIGNATURE_LENGTH, sign, to_text, verify, write_canonical
from tejido.engine.proof.shapes import encoded, fields

from .fields import data
from .names import BadBundle, BadBundleCode


def signed(body: dict[str, Any], purpose: str, secret: bytes) -> bytes:
    signature = to_text(sign(secret, {"purpose": purpose, "body": body}))
    return write_canonical({"body": body, "signature": signature})


def opened(raw: bytes, limit: int, format: str, names: tuple[str, ...]) -> tuple[Mapping[str, Any], bytes]:
    """The body with exactly these fields, and the signature, which is not verified yet. BadBundle or BadProof."""
    whole = fields(data(raw, limit), ("body", "signature"), "")
    body = fields(whole["body"], names, "body")
    if body["format"] != format:
        raise BadBundle(BadBundleCode.OTHER_FORMAT, "body.format")
    return body, encoded(whole["signature"], "signature", SIGNATURE_LENGTH)


def verified(signer: bytes, purpose: str, body: Any, signature: bytes) -> None:
    if not verify(signer, {"purpose": purpose, "body": body}, signature):
        raise BadBundle(BadBundleCode.FORGED, "signature")
