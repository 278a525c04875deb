"""Signed statements: XAPI-00115 to XAPI-00117."""

import base64
import hashlib
import json
from datetime import UTC, datetime, timedelta

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.hazmat.primitives.hashes import SHA256, SHA384, SHA512
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import NameOID

from tejido.formats.xapi import Bad, Code, read_sent
from tejido.formats.xapi.signatures import USAGE

from .examples import ATTACHMENT, FULL, ID, MIXED, PLAIN, changed, file_headers, parts

HASHES = {"RS256": SHA256, "RS384": SHA384, "RS512": SHA512}
TOLD = {**PLAIN, "id": ID}


@pytest.fixture(scope="module")
def key():
    return rsa.generate_private_key(65537, 2048)


def certificate(key, signed_by=None):
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "a school")])
    now = datetime(2027, 1, 1, tzinfo=UTC)
    built = x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key())
    built = built.serial_number(1).not_valid_before(now).not_valid_after(now + timedelta(days=9))
    return base64.b64encode(built.sign(signed_by or key, SHA256()).public_bytes(Encoding.DER)).decode()


def packed(raw):
    return base64.urlsafe_b64encode(raw).rstrip(b"=")


def signature(key, told, algorithm="RS256", hashed=None, **header):
    head = packed(json.dumps({"alg": algorithm, **header}).encode())
    text = head + b"." + packed(told if isinstance(told, bytes) else json.dumps(told).encode())
    return text + b"." + packed(key.sign(text, padding.PKCS1v15(), HASHES[hashed or algorithm]()))


def sent(body, told=TOLD, **others):
    attachment = {
        "usageType": USAGE, "display": {"en-US": "Signed by a school"}, "contentType": "application/octet-stream",
        "length": len(body), "sha2": hashlib.sha256(body).hexdigest(), **others,
    }  # fmt: skip  # one attachment
    signed = {**told, "attachments": [*told.get("attachments", []), attachment]}
    return read_sent(MIXED, parts(signed, (file_headers(attachment["sha2"]), body)))


def refused(*asked, **others):
    with pytest.raises(Bad) as problem:
        sent(*asked, **others)
    return problem.value.code == Code.SIGNATURE


@pytest.mark.parametrize("algorithm", HASHES)
def test_00117_the_three_algorithms_with_and_without_a_certificate(key, algorithm):
    assert sent(signature(key, TOLD, algorithm)).statements[0].id == ID
    assert sent(signature(key, TOLD, algorithm, x5c=[certificate(key)])).statements[0].id == ID


def test_00115_the_signature_is_an_attachment_of_its_type_with_its_bytes(key):
    assert refused(signature(key, TOLD), contentType="text/plain; charset=ascii")
    bare = {**TOLD, "attachments": [{**ATTACHMENT, "usageType": USAGE, "contentType": "application/octet-stream"}]}
    with pytest.raises(Bad) as problem:  # its bytes are at an address
        read_sent("application/json", json.dumps(bare).encode())
    assert problem.value.code == Code.SIGNATURE


def test_00116_what_was_signed_is_the_statement_before_the_signature(key):
    for same in (
        TOLD,
        {**PLAIN},
        changed(TOLD, "verb/display", {"es": "otro"}),
        {**TOLD, "timestamp": "2027-01-01T00:00:00Z"},
    ):
        assert sent(signature(key, same)).statements
    with_more = {**FULL, "attachments": [ATTACHMENT]}
    assert sent(signature(key, with_more), with_more).statements
    another = changed(TOLD, "object/id", "x:another")
    for wrong in (
        another,
        {**TOLD, "id": ID.replace("3", "4")},
        b"{",
        b"\xff",
        [TOLD],
        {**TOLD, "attachments": [ATTACHMENT]},
        {"a": 1},
    ):
        assert refused(signature(key, wrong))
    assert refused(
        signature(key, {**TOLD, "timestamp": "2027-01-01T00:00:00Z"}), {**TOLD, "timestamp": "2027-01-02T00:00:00Z"}
    )


def test_00117_other_algorithms_and_broken_signatures(key):
    good = signature(key, TOLD)
    head, signed, last = good.split(b".")
    for algorithm in ("HS256", "none", "ES256", "rs256", ""):
        assert refused(packed(json.dumps({"alg": algorithm}).encode()) + b"." + signed + b"." + last)
    for wrong in (b"", b"x", b"a.b", good + b".x", head + b"." + signed, b"!." + signed + b"." + last,
        packed(b"[1]") + good[len(head):],
                  packed(b'{"alg": "RS256", "alg": "RS256"}') + good[len(head):]):  # fmt: skip  # one list
        assert refused(wrong)
    assert refused(signature(key, TOLD, crit=["b64"], b64=False))


def test_a_certificate_in_the_header_has_to_hold(key):
    other = rsa.generate_private_key(65537, 2048)
    curve = ec.generate_private_key(ec.SECP256R1())
    for x5c in (
        [certificate(other)],
        [certificate(curve)],
        ["!"],
        [""],
        [],
        "x",
        [1],
        None,
        {},
        [base64.b64encode(b"x").decode()],
    ):
        assert refused(signature(key, TOLD, x5c=x5c))
    assert refused(signature(key, TOLD, "RS256", "RS512", x5c=[certificate(key)]))
    good = signature(key, TOLD, x5c=[certificate(key)])
    for place in range(0, len(good), len(good) // 40):
        bent = good[:place] + (b"A" if good[place : place + 1] != b"A" else b"B") + good[place + 1 :]
        assert refused(bent)
