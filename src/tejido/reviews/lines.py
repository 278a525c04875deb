"""What a released summary says, as bytes that anybody can hash again."""

from collections.abc import Mapping

from tejido.engine.proof import canonical_digest


def digest_of(title: Mapping[str, str], words: Mapping[str, str]) -> str:
    """SHA-256, in hexadecimal digits, of the title and the words in canonical JSON."""
    return canonical_digest({"title": dict(title), "words": dict(words)})
