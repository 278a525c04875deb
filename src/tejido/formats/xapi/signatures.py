"""Signed statements (xAPI-Data 2.6): a JSON web signature in compact form (RFC 7515) as an attachment.

What is checked: its algorithm is RS256, RS384 or RS512; what was signed is JSON and matches the statement without the
signature; and where the header has a certificate (x5c), the signature holds with its key. Whether anybody trusts that
certificate is not judged here.
"""

import base64
import binascii
from collections.abc import Mapping
from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric import padding
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey
from cryptography.hazmat.primitives.hashes import SHA256, SHA384, SHA512, HashAlgorithm
from cryptography.x509 import load_der_x509_certificate

from .comparing import agrees, digest_of
from .problems import Bad, Code
from .reading import read_json
from .statements import Attachment, Statement, read_statement

USAGE = "http://adlnet.gov/expapi/attachments/signature"
_MEDIA_TYPE = "application/octet-stream"
_HASHES: dict[str, type[HashAlgorithm]] = {"RS256": SHA256, "RS384": SHA384, "RS512": SHA512}


def check_signatures(statement: Statement, files: Mapping[str, bytes]) -> None:
    """Bad where one of the signatures that a statement comes with does not hold."""
    for attachment in statement.attachments:
        if attachment.usage == USAGE:
            _check(statement, attachment, files)


def _check(statement: Statement, attachment: Attachment, files: Mapping[str, bytes]) -> None:
    if attachment.media_type.split(";")[0].strip().lower() != _MEDIA_TYPE:
        raise _bad(f"{_MEDIA_TYPE} as its content type")
    body = files.get(attachment.sha2)
    if body is None:
        raise _bad("its bytes in the same request")
    pieces = body.split(b".")
    if len(pieces) != 3:
        raise _bad("a JSON web signature in compact form")
    header, signed, signature = (_unwrapped(piece) for piece in pieces)
    told = _header(header)
    _holds(told, b".".join(pieces[:2]), signature)
    _matches(statement, signed)


def _bad(expected: str) -> Bad:
    return Bad(Code.SIGNATURE, "attachments", expected)


def _unwrapped(piece: bytes) -> bytes:
    try:
        return base64.b64decode(piece + b"=" * (-len(piece) % 4), altchars=b"-_", validate=True)
    except (binascii.Error, ValueError) as problem:
        raise _bad("base64url without anything else") from problem


def _header(raw: bytes) -> dict[str, Any]:
    try:
        found = read_json(raw)
    except Bad as problem:
        raise _bad("a header of JSON") from problem
    if not isinstance(found, dict) or found.get("alg") not in _HASHES or "crit" in found:
        raise _bad("RS256, RS384 or RS512, and no critical extension")
    return found


def _holds(header: dict[str, Any], signed: bytes, signature: bytes) -> None:
    if "x5c" not in header:
        return
    try:
        key = load_der_x509_certificate(base64.b64decode(header["x5c"][0], validate=True)).public_key()
        if not isinstance(key, RSAPublicKey):
            raise _bad("a certificate with an RSA key")
        key.verify(signature, signed, padding.PKCS1v15(), _HASHES[header["alg"]]())
    except InvalidSignature as problem:
        raise _bad("the signature of the certificate in its header") from problem
    except (ValueError, TypeError, LookupError) as problem:
        raise problem if isinstance(problem, Bad) else _bad("a certificate in x5c") from problem


def _matches(statement: Statement, raw: bytes) -> None:
    """What was signed is the statement before the signature was added to it."""
    try:
        before = read_statement(read_json(raw))
    except Bad as problem:
        raise _bad("a statement as what was signed") from problem
    same_time = before.timestamp is None or statement.timestamp is None or agrees(before.timestamp, statement.timestamp)
    same_id = before.id in {"", statement.id}
    if not (same_time and same_id) or _unsigned(before) != _unsigned(statement):
        raise _bad("the same statement as the one that it is attached to")


def _unsigned(statement: Statement) -> bytes:
    rest = [each for each in statement.data.get("attachments", ()) if each["usageType"] != USAGE]
    plain = {name: value for name, value in statement.data.items() if name != "attachments"}
    return digest_of({**plain, "attachments": rest} if rest else plain)
