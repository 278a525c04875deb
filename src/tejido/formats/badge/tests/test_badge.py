"""A certificate that leaves the house can be checked by anybody, with our reader and with others', and nobody can
change a sign of it."""

from __future__ import annotations

import base64
import gzip
import json
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openvc import VerificationPolicy, verify_credential
from openvc.errors import OpenvcError

from tejido.engine.proof import public_key, write_canonical
from tejido.formats import BadFile, Code
from tejido.formats.badge import (
    LENGTH,
    MOST,
    Badge,
    CheckCode,
    Holder,
    Report,
    credential,
    did_of,
    examine,
    identity_hash,
    key_of,
    method_of,
    status_list,
)
from tejido.formats.badge.frames import from_bytes, to_bytes
from tejido.formats.badge.multibase import from_base58, to_base58
from tejido.formats.badge.proof import holds, prove
from tejido.formats.child import parse_credential

from .sample import BADGE, KEY, LIST, NOW

# The vector of eddsa-jcs-2022 in W3C's vc-di-eddsa, appendix B.
VECTOR_KEY = "z3u2en7t5LR2WtQH5PfFqMqwVHBeXouLzo6haApm8XHqvjxq"
VECTOR_PUBLIC = "z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2"
VECTOR_CREATED = "2023-02-24T23:36:38Z"
VECTOR_VALUE = "z2HnFSSPPBzR36zdDgK8PbEHeXbR56YF24jwMpt3R1eHXQzJDMWS93FCzpvJpwTWd3GAVFuUfjoJdcnTMuVor51aX"
VECTOR = {
    "@context": ["https://www.w3.org/ns/credentials/v2", "https://www.w3.org/ns/credentials/examples/v2"],
    "id": "urn:uuid:58172aac-d8ba-11ed-83dd-0b3aef56cc33",
    "type": ["VerifiableCredential", "AlumniCredential"],
    "name": "Alumni Credential",
    "description": "A minimum viable example of an Alumni Credential.",
    "issuer": "https://vc.example/issuers/5678",
    "validFrom": "2023-01-01T00:00:00Z",
    "credentialSubject": {"id": "did:example:abcdefgh", "alumniOf": "The School of Examples"},
}


def made(**changes: Any) -> dict[str, Any]:
    return {**credential(BADGE, KEY), **changes}


def signed(**changes: Any) -> dict[str, Any]:
    """A credential that says something else, signed as it stands."""
    bare = {**made(), **changes}
    del bare["proof"]
    return prove(bare, KEY, BADGE.since)


def report(data: Any, now: datetime = NOW) -> Report:
    return examine(json.dumps(data).encode(), now)


def failing(data: Any, now: datetime = NOW) -> tuple[str, str]:
    """The one check that does not hold, and its detail."""
    (found,) = (check for check in report(data, now).checks if not check.ok)
    return found.code, found.detail


## The standard's own vector


def test_the_proof_is_that_of_the_standard_sign_by_sign():
    private = from_base58(VECTOR_KEY, 34)[2:]
    assert did_of(public_key(private)) == f"did:key:{VECTOR_PUBLIC}"
    proved = prove(VECTOR, private, VECTOR_CREATED)
    assert proved["proof"]["proofValue"] == VECTOR_VALUE
    assert proved["proof"]["verificationMethod"] == f"did:key:{VECTOR_PUBLIC}#{VECTOR_PUBLIC}"
    assert holds(proved, key_of(f"did:key:{VECTOR_PUBLIC}"))


@given(st.binary(min_size=1, max_size=60))
def test_what_is_written_in_base58_is_read_again(value):
    assert from_base58(to_base58(value), len(value)) == value


@pytest.mark.parametrize("text", ["", "1", "z0", "z1", "zIl", "z" + "2" * 200, "m11", "z11111"])
def test_what_is_not_base58_of_that_length_is_refused(text):
    with pytest.raises(ValueError, match=r"not"):
        from_base58(text, 4)


def test_only_a_strong_ed25519_key_has_such_a_name():
    weak, other = to_base58(b"\xed\x01" + bytes(32)), to_base58(b"\x80\x24" + bytes(range(32)))
    for name in ("did:web:tejido.example", f"did:key:{weak}", f"did:key:{other}"):
        with pytest.raises(ValueError, match=r"not"):
            key_of(name)
    assert key_of(did_of(public_key(KEY))) == public_key(KEY)


## Others read it


def others_verdict(data: dict[str, Any], revoked: set[int] | None = None) -> str:
    """What openvc says; the list of what was revoked is handed to it, nothing is fetched."""
    kept = status_list(LIST, revoked or set(), KEY, BADGE.since)
    policy = VerificationPolicy(expected_types=["AchievementCredential"], now=NOW)
    assert verify_credential(kept, policy=VerificationPolicy(now=NOW)).issuer == did_of(public_key(KEY))
    try:
        verify_credential(data, policy=policy, resolve_status_list=lambda _address: kept)
    except OpenvcError as problem:
        return type(problem).__name__
    return "verified"


def test_a_verifier_that_is_not_ours_accepts_what_we_issue():
    assert others_verdict(made()) == "verified"
    assert others_verdict(credential(BADGE, KEY)) == others_verdict(signed(validUntil="2031-01-01T00:00:00Z"))


def test_a_verifier_that_is_not_ours_refuses_what_was_changed():
    changed = made()
    changed["credentialSubject"]["achievement"]["name"] = "Otro seminario"
    assert others_verdict(changed) == "SignatureInvalid"


def test_a_verifier_that_is_not_ours_learns_from_the_list_what_was_revoked():
    assert others_verdict(made(), {76, 78}) == "verified"
    assert others_verdict(made(), {77}) == "CredentialRevoked"


## What it says


def test_without_the_holders_wish_the_name_is_only_a_salted_digest():
    (identity,) = made()["credentialSubject"]["identifier"]
    assert BADGE.holder.name not in json.dumps(made())
    assert identity["hashed"] is True
    assert identity["identityHash"] == identity_hash("Participante  de prueba 01 ", "5f1d")
    assert identity["identityHash"] != identity_hash("Participante de prueba 01", "5f1e")


def test_whoever_wants_it_has_the_name_in_clear():
    named = credential(Badge(**{**_fields(), "holder": Holder("Participante de prueba 01", "5f1d", True)}), KEY)
    (identity,) = named["credentialSubject"]["identifier"]
    assert (identity["hashed"], identity["identityHash"]) == (False, "Participante de prueba 01")
    assert report(named).shown.name == "Participante de prueba 01"


def _fields() -> dict[str, Any]:
    return {name: getattr(BADGE, name) for name in Badge.__slots__}


def test_what_does_not_expire_and_has_no_list_says_nothing_of_it():
    plain = credential(Badge(**{**_fields(), "until": "", "status": None}), KEY)
    assert not {"validUntil", "credentialStatus"} & plain.keys()
    assert report(plain).ok


def test_the_list_hides_which_certificate_is_asked_for():
    full = status_list(LIST, {0, 77, LENGTH - 1}, KEY, BADGE.since)
    words = full["credentialSubject"]["encodedList"]
    bits = gzip.decompress(base64.urlsafe_b64decode(words[1:] + "=" * (-len(words[1:]) % 4)))
    assert len(bits) * 8 == LENGTH
    assert [place for place in range(LENGTH) if bits[place // 8] & 0x80 >> place % 8] == [0, 77, LENGTH - 1]
    assert full == status_list(LIST, {LENGTH - 1, 77, 0}, KEY, BADGE.since)


## How it is checked


def test_what_we_issue_holds_in_every_part():
    found = report(made())
    assert found.ok
    assert [check.code for check in found.checks] == list(CheckCode)
    assert (found.shown.id, found.shown.title, found.shown.name) == (BADGE.id, "Seminario de prueba", "")
    assert found.shown.key == did_of(public_key(KEY))


def test_the_file_may_be_laid_out_otherwise_but_mean_one_thing_only():
    assert examine(write_canonical(made()), NOW).ok
    twice = json.dumps(made()).replace('"name":', '"name": "x", "name":', 1).encode()
    for raw, fault in ((b"{", "not_json"), (twice, "duplicate_key"), (b" " * (MOST + 1), "too_large")):
        (check,) = examine(raw, NOW).checks
        assert (check.code, check.ok, check.detail) == (CheckCode.FILE, False, fault)


@pytest.mark.parametrize("path", ["id", "issuer", "validFrom", "credentialSubject.achievement.name", "proof.created"])
def test_one_changed_sign_breaks_the_signature(path):
    data = made()
    *folders, last = path.split(".")
    place: Any = data
    for name in folders:
        place = place[name]
    place[last] = (
        {**place[last], "url": "x"}
        if last == "issuer"
        else place[last].replace("2027", "2026") + ("" if last in {"validFrom", "created"} else "x")
    )
    assert failing(data) == (CheckCode.SIGNATURE, "")


def test_another_key_than_that_of_the_issuer_is_not_accepted():
    other = prove({name: value for name, value in made().items() if name != "proof"}, bytes(32), BADGE.since)
    assert failing(other) == (CheckCode.KEY, method_of(public_key(bytes(32))))
    assert failing(made(issuer={**made()["issuer"], "id": "did:web:tejido.example"}))[0] == CheckCode.KEY


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"@context": "https://www.w3.org/ns/credentials/v2"}, "@context"),
        ({"@context": ["https://www.w3.org/2018/credentials/v1"]}, "@context"),
        ({"type": ["VerifiableCredential"]}, "type"),
        ({"issuer": "did:key:z6Mk"}, "issuer"),
        ({"issuer": {"id": "did:key:z6Mk"}}, "issuer.name"),
        ({"id": ""}, "id"),
        ({"validFrom": "yesterday"}, "validFrom"),
        ({"validFrom": "2027-05-08T12:00:00"}, "validFrom"),
        ({"validUntil": 7}, "validUntil"),
        ({"credentialSubject": {}}, "credentialSubject.achievement"),
    ],
)
def test_what_is_no_such_credential_is_said_by_the_part(changes, field):
    assert failing(made(**changes)) == (CheckCode.FORM, field)


def test_a_list_is_no_credential():
    assert failing([1]) == (CheckCode.FORM, "$")


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"type": "Ed25519Signature2020"}, "proof.type"),
        ({"cryptosuite": "eddsa-rdfc-2022"}, "proof.cryptosuite"),
        ({"proofPurpose": "authentication"}, "proof.proofPurpose"),
        ({"proofValue": None}, "proof.proofValue"),
        ({"verificationMethod": 1}, "proof.verificationMethod"),
    ],
)
def test_a_proof_of_another_kind_is_not_accepted(changes, field):
    assert failing(made(proof={**made()["proof"], **changes})) == (CheckCode.PROOF, field)


def test_without_a_proof_nothing_is_proven():
    assert failing(made(proof=[])) == (CheckCode.PROOF, "proof")
    assert not holds({"id": "x"}, public_key(KEY))
    assert not holds({"proof": {"proofValue": 1}}, public_key(KEY))
    assert not holds(made(proof={**made()["proof"], "proofValue": "z1"}), public_key(KEY))
    assert not holds(made(proof={**made()["proof"], "@context": ["x"]}), public_key(KEY))


def test_a_credential_is_valid_from_its_day_until_it_expires():
    assert failing(made(), datetime(2027, 5, 1, tzinfo=UTC))[0] == CheckCode.BEGUN
    assert failing(made(), datetime(2031, 5, 1, tzinfo=UTC))[0] == CheckCode.STANDING


def test_a_strange_list_of_identities_names_nobody():
    for identifier in ("x", [1], [{"hashed": False, "identityType": "emailAddress", "identityHash": "a@example.org"}]):
        subject = {**made()["credentialSubject"], "identifier": identifier}
        assert report(signed(credentialSubject=subject)).shown.name == ""


## In a process of its own


def test_the_child_says_what_was_found():
    found = parse_credential(json.dumps(made()).encode(), NOW, name="certificado.json")
    assert found == report(made())
    assert from_bytes(to_bytes(found)) == found


def test_what_is_too_big_is_not_read_at_all():
    with pytest.raises(BadFile) as refused:
        parse_credential(b" " * (MOST + 1), NOW, name="certificado.json")
    assert (refused.value.code, refused.value.name) == (Code.TOO_BIG, "certificado.json")


@pytest.mark.parametrize(
    "answer", [b"[]", b"{}", b'{"checks":[],"shown":{}}', b'{"checks":[["file",true]],"shown":{}}', b"x", b"[" * 10**5]
)
def test_what_the_child_answers_is_checked_too(answer):
    with pytest.raises(ValueError):  # noqa: PT011 - whatever it is
        from_bytes(answer)


def test_an_answer_that_checked_nothing_is_no_answer():
    told = json.loads(to_bytes(report(made())))
    with pytest.raises(ValueError, match="nothing was checked"):
        from_bytes(json.dumps({**told, "checks": []}).encode())
    with pytest.raises(ValueError, match="no answer"):
        from_bytes(json.dumps({**told, "shown": {**told["shown"], "id": 1}}).encode())
