"""Ed25519 vectors of RFC 8032, and keys, signatures and texts that must be refused."""

from contextlib import suppress

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given
from hypothesis import strategies as st

from tejido.engine.proof import (
    fingerprint,
    from_text,
    is_key,
    is_named,
    public_key,
    sign,
    signing_bytes,
    to_text,
    verify,
)
from tejido.engine.proof.signatures import _WEAK

PRIVATE = bytes(range(32))
PUBLIC = public_key(PRIVATE)
DATA = {"purpose": "tejido-test-1", "what": "señal", "count": 3}
FIELD = 2**255 - 19


def test_the_first_vector_of_rfc_8032_gives_its_public_key() -> None:
    private = bytes.fromhex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60")
    assert public_key(private).hex() == "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"


def test_what_is_signed_is_canonical_and_names_its_purpose() -> None:
    assert signing_bytes(DATA) == '{"count":3,"purpose":"tejido-test-1","what":"señal"}'.encode()
    for data in ({}, {"purpose": ""}, {"purpose": 1}, {"what": "x"}):
        with pytest.raises(ValueError, match="purpose"):
            sign(PRIVATE, data)
        assert not verify(PUBLIC, data, bytes(64))


def test_a_signature_holds_for_its_data_and_key_only() -> None:
    signature = sign(PRIVATE, DATA)
    assert len(signature) == 64
    assert sign(PRIVATE, dict(reversed(DATA.items()))) == signature
    assert verify(PUBLIC, DATA, signature)
    assert not verify(PUBLIC, {**DATA, "purpose": "tejido-test-2"}, signature)
    assert not verify(PUBLIC, {**DATA, "count": 4}, signature)
    assert verify(public_key(bytes(32)), DATA, signature) is False


@pytest.mark.parametrize("bit", range(512))
def test_no_changed_bit_of_a_signature_is_accepted(bit: int) -> None:
    signature = bytearray(sign(PRIVATE, DATA))
    signature[bit // 8] ^= 1 << bit % 8
    assert not verify(PUBLIC, DATA, bytes(signature))


def test_a_signature_has_no_second_form() -> None:
    """S plus the order of the group is the same number to a careless verifier."""
    order = 2**252 + 27742317777372353535851937790883648493
    signature = sign(PRIVATE, DATA)
    again = int.from_bytes(signature[32:], "little") + order
    assert not verify(PUBLIC, DATA, signature[:32] + again.to_bytes(32, "little"))
    assert not verify(PUBLIC, DATA, signature + b"\x00")
    assert not verify(PUBLIC, DATA, signature[:-1])
    assert verify(PUBLIC, DATA, b"") is False


def add(p: tuple[int, int], q: tuple[int, int]) -> tuple[int, int]:
    """Addition on the curve of RFC 8032 section 5.1."""
    d = -121665 * pow(121666, -1, FIELD) % FIELD
    k = d * p[0] * q[0] * p[1] * q[1] % FIELD
    x = (p[0] * q[1] + q[0] * p[1]) * pow(1 + k, -1, FIELD)
    y = (p[1] * q[1] + p[0] * q[0]) * pow(1 - k, -1, FIELD)
    return x % FIELD, y % FIELD


def x_of(y: int) -> int:
    d = -121665 * pow(121666, -1, FIELD) % FIELD
    square = (y * y - 1) * pow(d * y * y + 1, -1, FIELD) % FIELD
    root = pow(square, (FIELD + 3) // 8, FIELD)
    return root if (root * root - square) % FIELD == 0 else root * pow(2, (FIELD - 1) // 4, FIELD) % FIELD


def test_the_weak_keys_are_the_points_whose_eightfold_is_nothing() -> None:
    for y in _WEAK:
        point = (x_of(y), y)
        for _ in range(3):
            point = add(point, point)
        assert point == (0, 1)
    assert len(_WEAK) == 5  # eight points, of which three pairs share a y


def test_under_a_weak_key_nothing_is_signed() -> None:
    """The identity as key and as R with S = 0 is a signature of every message to a verifier that does not look."""
    forged = (1).to_bytes(32, "little") + bytes(32)
    for weak in {*_WEAK, FIELD, FIELD + 1, FIELD + 18}:  # the last three are second forms
        for sign_bit in (0, 1 << 255):
            key = (weak | sign_bit).to_bytes(32, "little")
            assert not is_key(key)
            assert not verify(key, DATA, forged)
    assert not verify(b"\x02" * 31, DATA, forged)
    assert not verify(b"\x02" + bytes(31), DATA, forged)  # not on the curve
    assert is_key(PUBLIC)


def test_a_key_of_another_length_is_an_error() -> None:
    with pytest.raises(ValueError, match="32"):
        public_key(b"short")


def test_a_fingerprint_can_be_read_aloud() -> None:
    name = fingerprint(PUBLIC)
    groups = name.split("-")
    assert [len(group) for group in groups] == [4] * 8
    assert not set("".join(groups)) & set("ilou")
    assert is_named(PUBLIC, name)
    assert is_named(PUBLIC, f"  {name.upper().replace('-', ' ')}\n")
    assert is_named(PUBLIC, f"{to_text(PUBLIC)}\n")
    for other in ("", name[:-1], to_text(PUBLIC)[:-1], to_text(PUBLIC).swapcase(), fingerprint(bytes(32))):
        assert not is_named(PUBLIC, other)


def test_fingerprints_differ_with_every_bit_of_the_key() -> None:
    keys = [PUBLIC, *((int.from_bytes(PUBLIC) ^ 1 << bit).to_bytes(32) for bit in range(256))]
    assert len({fingerprint(key) for key in keys}) == 257


@given(st.binary(max_size=80))
def test_text_form_round_trips(value: bytes) -> None:
    text = to_text(value)
    assert "=" not in text
    assert from_text(text, len(value)) == value


@pytest.mark.parametrize("place", range(43))
def test_no_two_texts_mean_the_same_key(place: int) -> None:
    for other in range(256):
        text = to_text(PUBLIC)[:place] + chr(other) + to_text(PUBLIC)[place + 1 :]
        with suppress(ValueError):
            assert (from_text(text, 32) == PUBLIC) == (text == to_text(PUBLIC))


@pytest.mark.parametrize(
    "text", ["", "a", "=", to_text(PUBLIC) + "=", to_text(PUBLIC) + "\n", "ñ" * 43, "+" * 43, "A" * 44]
)
def test_what_is_no_key_in_text_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="base64url"):
        from_text(text, 32)


def test_signatures_agree_with_the_library() -> None:
    key = Ed25519PrivateKey.from_private_bytes(PRIVATE)
    assert key.sign(signing_bytes(DATA)) == sign(PRIVATE, DATA)
