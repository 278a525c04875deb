"""Passage ids: short enough to be read over the telephone, long enough never to collide in one network."""

ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"  # Crockford's base 32: no i, l, o, u to be misread
ID_LENGTH = 12


def passage_id(entropy: bytes) -> str:
    """The id made of the first 60 bits of `entropy` (at least 8 bytes; ValueError otherwise)."""
    if len(entropy) < 8:
        raise ValueError("a passage id needs at least 8 bytes of entropy")
    number = int.from_bytes(entropy[:8]) >> 4
    return "".join(ALPHABET[number >> shift & 31] for shift in range(55, -1, -5))


def is_passage_id(text: str) -> bool:
    return len(text) == ID_LENGTH and all(letter in ALPHABET for letter in text)
