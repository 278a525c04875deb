"""Digests of agendas, minutes and releases: 64 letters that stand for exactly these words."""

import hashlib
from typing import Any

from tejido.engine.proof import write_canonical


def digest_of(data: Any) -> str:
    """The digest of data in its one canonical form."""
    return hashlib.sha256(write_canonical(data)).hexdigest()
