"""A letter that was sent goes on its way by itself, in a bundle for exactly its network."""

from datetime import datetime

from django.db import transaction

from tejido.engine.exchange import Content
from tejido.exchange.commands import make_once

from ..models import FormalLetter
from ..names import LETTER
from ..proof import travelling
from .drafting import locked


@transaction.atomic
def bundle_letter(*, letter: FormalLetter, at: datetime) -> bool:
    """Sending it was the formal act; this adds nothing to it. False where it is in a bundle already, was not sent, or
    its network takes bundles by hand."""
    row = locked(letter)
    if row.sent_at is None or row.is_demonstration:
        return False
    return make_once(peer=row.peer, content=Content(LETTER, row.key, 1, travelling(row)), at=at) is not None
