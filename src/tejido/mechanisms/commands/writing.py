"""What every act here does: write its line into the ledger of whom it concerns, and keep the files that prove it."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from tejido.ledger.actors import Actor
from tejido.ledger.commands import record
from tejido.ledger.keys import Keyed
from tejido.ledger.names import tree_of
from tejido.registry.models import Member

from ..models import Paper
from ..names import Act


@dataclass(frozen=True, slots=True)
class File:
    """A file as it was sent."""

    name: str
    media_type: str
    data: bytes


def write_down(
    actor: Actor,
    act: Act,
    row: Keyed,
    at: datetime,
    facts: Mapping[str, Any],
    *,
    member: str = "",
    details: Mapping[str, Any] | None = None,
) -> None:
    """A line in the member's own ledger, or in the network's where no member is named."""
    kind = type(row).__name__.lower()
    record(actor=actor, act=act, tree=tree_of(member), kind=kind, object=row.key, at=at, facts=facts, details=details)


def keep(member: Member, file: File | None) -> Paper | None:
    """The file as a row of the member."""
    if file is None:
        return None
    digest = hashlib.sha256(file.data).hexdigest()
    return Paper.objects.create(
        member=member, name=file.name[-120:], media_type=file.media_type, digest=digest, data=file.data
    )
