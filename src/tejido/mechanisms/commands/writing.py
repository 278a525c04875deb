"""What every act here does: write its line into the ledger of whom it concerns, and keep the files that prove it."""

import hashlib
from dataclasses import dataclass
from functools import partial

from tejido.ledger import commands as ledger
from tejido.ledger.names import NETWORK
from tejido.registry.models import Member

from ..models import Paper

write_down = partial(ledger.write_down, tree=NETWORK)  # the network's ledger, where no other is named


@dataclass(frozen=True, slots=True)
class File:
    """A file as it was sent."""

    name: str
    media_type: str
    data: bytes


def keep(member: Member, file: File | None) -> Paper | None:
    """The file as a row of the member."""
    if file is None:
        return None
    digest = hashlib.sha256(file.data).hexdigest()
    return Paper.objects.create(
        member=member, name=file.name[-120:], media_type=file.media_type, digest=digest, data=file.data
    )
