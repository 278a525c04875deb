"""What is sealed is read with its key, in its place, or not at all."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tejido.engine.sealing import Cost, NotAuthentic, binding, seal, stretched, token, unseal

pytestmark = pytest.mark.anywhere

KEY, OTHER, NONCE = b"k" * 32, b"o" * 32, b"n" * 12
HERE, THERE = binding("version", "a", 1), binding("version", "a", 2)
CHEAP = Cost(n=16, r=1, p=1)


@given(st.binary(max_size=300), st.integers(1, 64))
def test_what_was_sealed_is_read_again_and_its_length_is_filled_up(clear, block):
    sealed = seal(KEY, clear, nonce=NONCE, bound=HERE, block=block)
    assert unseal(KEY, sealed, bound=HERE) == clear
    assert (len(sealed) - 12 - 16) % block == 0


def test_short_and_long_words_are_of_one_length():
    lengths = {len(seal(KEY, b"x" * n, nonce=NONCE, bound=HERE, block=4096)) for n in (0, 1, 4000, 4092)}
    assert lengths == {12 + 4096 + 16}


def test_nobody_reads_it_with_another_key_or_in_another_place():
    sealed = seal(KEY, b"secret", nonce=NONCE, bound=HERE)
    for key, bound in ((OTHER, HERE), (KEY, THERE)):
        with pytest.raises(NotAuthentic):
            unseal(key, sealed, bound=bound)


def test_a_changed_bit_anywhere_and_a_missing_end_are_noticed():
    sealed = seal(KEY, b"secret", nonce=NONCE, bound=HERE)
    changed = [sealed[:at] + bytes([sealed[at] ^ 1]) + sealed[at + 1 :] for at in range(len(sealed))]
    for broken in (*changed, sealed[:-1], sealed[:12], sealed[:5], b""):
        with pytest.raises(NotAuthentic):
            unseal(KEY, broken, bound=HERE)


def test_no_other_parts_have_the_same_bytes():
    several = [("a", "b"), ("ab",), ("a", "b", ""), ("a", 1), ("a", "1"), ()]
    assert len({binding(*parts) for parts in several}) == len(several)


def test_a_passphrase_gives_the_same_key_however_its_letters_are_composed():
    composed, apart = "contraseña larga", "contrasen\u0303a larga "
    assert stretched(composed, b"s" * 16, CHEAP) == stretched(apart, b"s" * 16, CHEAP)
    assert stretched(composed, b"t" * 16, CHEAP) != stretched(composed, b"s" * 16, CHEAP)
    assert stretched(composed, b"s" * 16, Cost(n=32, r=1, p=1)) != stretched(composed, b"s" * 16, CHEAP)


def test_who_has_not_the_key_does_not_know_the_token_of_a_word():
    assert token(KEY, "3") == token(KEY, "3")
    assert len({token(KEY, "3"), token(KEY, "4"), token(OTHER, "3")}) == 3
