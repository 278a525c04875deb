"""The digests to which members, and the secretariat that issues, bind what they do."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from typing import Any


def page_digest(report: str, member: str, blocks: Sequence[Any], words: Mapping[str, str]) -> str:
    """Of everything that a member's page says, and of whose it is in which report.

    A page has no numbers but whole ones, and names of keys in ASCII: then these are the canonical bytes too, made in a
    tenth of the time. Whoever opens a report asks for those of every member.
    """
    data = {"report": report, "member": member, "blocks": list(blocks), "words": dict(words)}
    said = json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(said.encode()).hexdigest()
