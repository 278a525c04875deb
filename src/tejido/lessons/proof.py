"""What participants are told, as bytes that are always the same."""

import hashlib
from typing import Any

from tejido.engine.proof import write_canonical


def digest_of(data: Any) -> str:
    """SHA-256 of the canonical form."""
    return hashlib.sha256(write_canonical(data)).hexdigest()
