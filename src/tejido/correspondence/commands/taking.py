"""A letter comes in with a bundle of its network."""

from datetime import datetime
from typing import Any

from django.db import transaction

from tejido.exchange.models import Peer
from tejido.ledger.actors import Actor
from tejido.ledger.commands import write_down
from tejido.ledger.names import NETWORK
from tejido.ledger.refusals import Refusal, Refused, ask

from .. import rules
from ..models import FormalLetter
from ..names import Act, Direction, No
from ..proof import Arrived, arrived


@transaction.atomic
def take_letter(*, actor: Actor, peer: Peer, data: Any, at: datetime) -> FormalLetter:
    """Keeps a letter as it came. The same one again is the one that is there; another one with its id is refused, and
    so is an answer to what was never sent from here to this network."""
    ask(rules.may_follow(actor))
    came = arrived(data)
    there = FormalLetter.objects.filter(peer=peer, foreign=came.id).first()
    if there is not None:
        ask(None if there.digest == came.digest else Refusal(No.LETTER_CHANGED))
        return there
    letter = FormalLetter.objects.create(
        peer=peer, direction=Direction.IN, foreign=came.id, reference=came.reference,
        purpose=rules.purpose_of(came.purpose, is_answer=bool(came.answers)), answers=_answered(peer, came),
        subject=came.subject, words=came.words, deadline=came.deadline, zone=came.zone, digest=came.digest,
        at=at, office=actor.office, written_at=came.sent, written_office="", sent_at=came.sent,
    )  # fmt: skip  # one row of a table, read as one
    facts = {"peer": peer.key, "purpose": str(letter.purpose), "digest": came.digest}
    details = {"reference": came.reference, "subject": came.subject}
    write_down(actor, Act.RECEIVED, letter, at, facts, tree=NETWORK, details=details)
    return letter


def _answered(peer: Peer, came: Arrived) -> FormalLetter | None:
    if not came.answers:
        return None
    sent = FormalLetter.objects.filter(key=came.answers, peer=peer, direction=Direction.OUT, sent_at__isnull=False)
    found = sent.first()
    if found is None:
        raise Refused(Refusal(No.NO_ANSWER_TO))
    return found
