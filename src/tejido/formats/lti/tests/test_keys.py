"""Public keys: what is taken, and that nothing secret or weak ever is."""

import json

import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec, ed25519

from tejido.formats.lti import Fault, Key, Unfit, jwk, read_keys, write_keys

from .sample import ec_key, key_set, rsa_key

PUBLIC = serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo
PRIVATE = serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
OTHER_CURVE = ec.generate_private_key(ec.SECP384R1())
RSA = jwk(Key("rsa", "RS256", rsa_key().public_key()))
P256 = jwk(Key("ec", "ES256", ec_key().public_key()))


def read(*several):
    return read_keys(json.dumps({"keys": list(several)}).encode())


def test_what_is_written_is_read_again():
    assert read_keys(json.dumps(write_keys(key_set())).encode()) == key_set()
    assert [(key.id, key.algorithm) for key in key_set()] == [("rsa", "RS256"), ("ec", "ES256")]


def test_a_public_key_in_pem_is_taken_without_an_id():
    for private, algorithm in ((rsa_key(), "RS256"), (ec_key(), "ES256")):
        (found,) = read_keys(b"\n " + private.public_key().public_bytes(*PUBLIC))
        assert (found.id, found.algorithm) == ("", algorithm)
        assert "kid" not in jwk(found)


def test_keys_of_other_kinds_and_for_other_uses_are_passed_over():
    others = (
        {"kty": "oct", "k": "c2VjcmV0", "kid": "s"}, {**RSA, "alg": "RS512"}, {**RSA, "use": "enc"},
        {**P256, "crv": "P-384"}, {"kty": "OKP"}, "x", {}, {"kty": ["RSA"]},
    )  # fmt: skip  # a list
    assert [key.id for key in read(*others, RSA)] == ["rsa"]


def test_numbers_with_zeros_in_front_and_padding_behind_are_the_same():
    assert read({**RSA, "e": "AAEAAQ=="})[0].public == rsa_key().public_key()


REFUSED = {
    "nothing": (b"", Fault.NOT_KEYS),
    "no JSON": (b"<html>", Fault.NOT_KEYS),
    "a list": (b"[]", Fault.NOT_KEYS),
    "no keys": (b"{}", Fault.NOT_KEYS),
    "an empty set": (b'{"keys": []}', Fault.NOT_KEYS),
    "keys as a text": (b'{"keys": "x"}', Fault.NOT_KEYS),
    "too many": (json.dumps({"keys": [RSA] * 65}).encode(), Fault.NOT_KEYS),
    "too long": (b" " * 70000, Fault.NOT_KEYS),
    "only other kinds": (b'{"keys": [{"kty": "oct", "k": "c2VjcmV0"}]}', Fault.NOT_KEYS),
    "no number": (json.dumps({"keys": [{**RSA, "n": 5}]}).encode(), Fault.NOT_KEYS),
    "numbers missing": (json.dumps({"keys": [{"kty": "RSA"}]}).encode(), Fault.NOT_KEYS),
    "a point beside the curve": (json.dumps({"keys": [{**P256, "x": P256["y"]}]}).encode(), Fault.NOT_KEYS),
    "broken PEM": (b"-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----", Fault.NOT_KEYS),
    "another curve": (OTHER_CURVE.public_key().public_bytes(*PUBLIC), Fault.NOT_KEYS),
    "Ed25519": (ed25519.Ed25519PrivateKey.generate().public_key().public_bytes(*PUBLIC), Fault.NOT_KEYS),
    "a private key": (rsa_key().private_bytes(*PRIVATE), Fault.PRIVATE_KEY),
    "a private part": (json.dumps({"keys": [{**RSA, "d": "AQAB"}]}).encode(), Fault.PRIVATE_KEY),
    "a short key": (rsa_key(3, 1024).public_key().public_bytes(*PUBLIC), Fault.WEAK_KEY),
}  # fmt: skip  # a table


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_no_public_key_that_can_be_believed_is_refused(name):
    given, fault = REFUSED[name]
    with pytest.raises(Unfit) as problem:
        read_keys(given)
    assert problem.value.fault == fault
