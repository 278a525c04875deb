"""What a released summary says, as bytes that anybody can hash again."""

import hashlib
from collections.abc import Mapping

from tejido.engine.proof import write_canonical


def digest_of(title: Mapping[str, str], words: Mapping[str, str]) -> str:
    """SHA-256, in hexadecimal digits, of the title and the words in canonical JSON."""
    return hashlib.sha256(write_canonical({"title": dict(title), "words": dict(words)})).hexdigest()
