"""The list of what was erased, kept outside the node: with it nobody who was erased comes back with an older backup.

It holds keys and instants, no names, and how long the network's ledger was, signed with the ledger's key.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from django.conf import settings

from tejido.config.words import gettext as _
from tejido.custody.queries import erasures
from tejido.engine.proof import (
    SIGNATURE_LENGTH,
    NotCanonical,
    from_text,
    read_strict,
    rfc3339,
    sign,
    to_text,
    verify,
    write_canonical,
)
from tejido.ledger.names import NETWORK
from tejido.ledger.queries import size_of

from .faults import NotDone
from .places import new_file

FORMAT = "tejido-erasures-1"


@dataclass(frozen=True, slots=True)
class ErasureList:
    """(kind, key) of everything erased, and how many lines the network's ledger had when the list was written."""

    erasures: tuple[tuple[str, str, datetime], ...]
    lines: int
    body: Mapping[str, Any]
    signature: bytes

    def is_signed_by(self, key: bytes) -> bool:
        return verify(key, _signed(self.body), self.signature)


def write_list(path: Path, *, at: datetime) -> int:
    """Writes the list, over the one that was there. How many stand on it."""
    found = erasures()
    body = {
        "format": FORMAT,
        "at": rfc3339(at),
        "lines": size_of(NETWORK),
        "erasures": [[kind, key, rfc3339(when)] for kind, key, when in found],
    }
    signature = sign(settings.LEDGER_KEY, _signed(body))
    with new_file(path, may_replace=True) as file:
        file.write(write_canonical({"body": body, "signature": to_text(signature)}))
    return len(found)


def read_list(content: bytes, name: Path) -> ErasureList:
    """NotDone for anything else. Whether the signature holds is asked with the key that the backup brings along."""
    try:
        data: Any = read_strict(content)
        body = data["body"]
        if body["format"] != FORMAT:
            raise ValueError(body["format"])
        listed = tuple((str(kind), str(key), datetime.fromisoformat(when)) for kind, key, when in body["erasures"])
        return ErasureList(listed, int(body["lines"]), body, from_text(data["signature"], SIGNATURE_LENGTH))
    except (NotCanonical, KeyError, TypeError, ValueError) as problem:
        raise NotDone("not_a_list", _("“%(file)s” is not a list of erasures.") % {"file": name}) from problem


def _signed(body: Mapping[str, Any]) -> dict[str, Any]:
    return {"purpose": "tejido-erasures", "body": dict(body)}
