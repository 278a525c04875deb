"""The digests to which members, and the secretariat that issues, bind what they do."""

import hashlib
from collections.abc import Mapping, Sequence
from typing import Any

from tejido.engine.proof import write_canonical


def digest_of(data: Any) -> str:
    """SHA-256 of the canonical form."""
    return hashlib.sha256(write_canonical(data)).hexdigest()


def page_digest(report: str, member: str, blocks: Sequence[Any], words: Mapping[str, str]) -> str:
    """Of everything that a member's page says, and of whose it is in which report."""
    return digest_of({"report": report, "member": member, "blocks": list(blocks), "words": dict(words)})
