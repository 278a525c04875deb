"""Who stays reachable, and who may write to them."""

from datetime import datetime

from tejido.ledger.actors import Actor
from tejido.ledger.refusals import Refusal, not_yours
from tejido.nominations.models import Call
from tejido.nominations.rules import may_nominate, serves
from tejido.registry.names import Role

from .models import Alumnus
from .names import Audience, No

DAILY = 100  # letters of one seat


def may_stay(call: Call, at: datetime, *, agrees: bool) -> Refusal | None:
    """Asked at the seminar and never before, and nothing without a consent."""
    if at < call.begins_at:
        return Refusal(No.NOT_YET)
    return None if agrees else Refusal(No.NO_CONSENT)


def sees(actor: Actor, row: Alumnus) -> bool:
    """The seats of the person's member, and all seats of the network where the person said so."""
    if actor.is_public:
        return False
    return row.audience == Audience.NETWORK or actor.member == row.member.code


def may_write(actor: Actor, row: Alumnus) -> Refusal | None:
    """Who speaks for a member, and the secretariat, to those who show themselves to them."""
    speaks = bool(actor.member) and may_nominate(actor, actor.member) is None
    return None if sees(actor, row) and (speaks or serves(actor)) else not_yours(Role.FOCAL_POINT.label)


def may_write_to_own(actor: Actor) -> Refusal | None:
    """The focal point calls on its own member's former participants, for training in their state."""
    return may_nominate(actor, actor.member)


def is_said(subject: str, body: str, people: int, sent: int) -> Refusal | None:
    """`people` are written to, `sent` letters left the seat within a day."""
    if not (subject.strip() and body.strip()):
        return Refusal(No.NO_WORDS)
    if not people:
        return Refusal(No.NOBODY)
    return Refusal(No.ENOUGH) if sent + people > DAILY else None
