"""A letter goes out: it gets its reference, its digest and a line, and lies in the outbox of its peer."""

from datetime import datetime

from django.db import transaction
from django.db.models import Max

from tejido.ledger.actors import Actor
from tejido.ledger.commands import write_down
from tejido.ledger.names import NETWORK
from tejido.ledger.refusals import ask
from tejido.registry.models import Network
from tejido.registry.queries import day_of

from .. import rules
from ..models import FormalLetter
from ..names import Act, Direction
from ..proof import digest_of, travelling
from ..queries import is_reachable
from .drafting import locked


@transaction.atomic
def send_letter(*, actor: Actor, letter: FormalLetter, seen: int, at: datetime) -> FormalLetter:
    """From now on its words stay, and every seat of the network reads them."""
    Network.objects.select_for_update().first()  # numbers are given one after the other
    row = locked(letter)
    ask(rules.may_send(actor, row, seen, is_reachable=is_reachable(row.peer), at=at))
    year = day_of(at).year
    row.number = _next(year)
    row.reference, row.sent_at, row.sent_office = f"{year}/{row.number}", at, actor.office
    row.digest = digest_of(travelling(row))
    row.save(update_fields=["number", "reference", "sent_at", "sent_office", "digest"])
    facts = {
        "peer": row.peer_id,
        "purpose": str(row.purpose),
        "digest": row.digest,
        "languages": row.languages,
        "deadline": row.deadline.isoformat() if row.deadline else "",
        "answers": row.answers_id or "",
    }
    write_down(actor, Act.SENT, row, at, facts, tree=NETWORK, details={"subject": row.subject})
    return row


def _next(year: int) -> int:
    sent = FormalLetter.objects.filter(direction=Direction.OUT, reference__startswith=f"{year}/")
    last: int | None = sent.aggregate(last=Max("number"))["last"]
    return (last or 0) + 1
