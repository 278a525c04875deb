"""Ids that can be read over the telephone and never collide."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tejido.engine.document import ID_LENGTH, is_passage_id, passage_id


@pytest.mark.parametrize(
    ("entropy", "id"),
    [
        (bytes(8), "000000000000"),
        (b"\xff" * 8, "zzzzzzzzzzzz"),
        (bytes.fromhex("0123456789abcdef"), "04hmasw9nf6y"),
        (bytes.fromhex("0123456789abcdef") + b"more", "04hmasw9nf6y"),
    ],
)
def test_an_id_is_the_first_sixty_bits_in_letters_that_are_not_misread(entropy: bytes, id: str) -> None:
    assert passage_id(entropy) == id


@given(st.binary(min_size=8, max_size=8), st.binary(min_size=8, max_size=8))
@settings(deadline=None)
def test_two_ids_are_the_same_only_where_sixty_bits_are(one: bytes, other: bytes) -> None:
    assert is_passage_id(passage_id(one))
    same_bits = int.from_bytes(one) >> 4 == int.from_bytes(other) >> 4
    assert (passage_id(one) == passage_id(other)) == same_bits


@pytest.mark.parametrize("entropy", [b"", bytes(7)])
def test_too_little_entropy_makes_no_id(entropy: bytes) -> None:
    with pytest.raises(ValueError, match="8 bytes"):
        passage_id(entropy)


@pytest.mark.parametrize(
    "text", ["", "0" * (ID_LENGTH - 1), "0" * (ID_LENGTH + 1), "0000000000o0", "0000000000A0", "٠" * 12]
)
def test_what_is_no_id(text: str) -> None:
    assert not is_passage_id(text)
