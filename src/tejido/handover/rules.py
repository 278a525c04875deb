"""Who may replace the holder of a seat, and who answers to what is handed over."""

from datetime import datetime

from tejido.ledger.actors import Actor
from tejido.ledger.refusals import Refusal
from tejido.registry.models import Mandate
from tejido.registry.rules import keepers_of
from tejido.web.instants import in_zone

from .models import Replacement
from .names import No


def is_of_house(actor: Actor, member: str) -> bool:
    """Whether the seat keeps those of its own house, and so may know by name who comes and goes. `member` is a
    member's code, empty for the network's own seats. Who only helps a member that nobody acts for is a stranger."""
    return actor.member == member and actor.role in keepers_of(member)


def may_be_replaced(mandate: Mandate, successor: str, is_asked: bool, zone: str) -> Refusal | None:
    """A mandate whose end is not set yet, in a seat for which nothing waits; and another person follows."""
    if mandate.until is not None:
        return Refusal(No.ALREADY_SET, {"until": in_zone(mandate.until, zone)})
    if is_asked:
        return Refusal(No.ALREADY_ASKED)
    return Refusal(No.SAME_HOLDER) if successor and successor == mandate.account.email else None


def may_be_settled(row: Replacement, at: datetime) -> Refusal | None:
    """The request is open, and whoever asked for it still holds the seat they asked from."""
    if not row.is_open_at(at):
        return Refusal(No.SETTLED)
    return None if row.asked_by.is_valid_at(at) else Refusal(No.ASKER_GONE)


def may_withdraw(actor: Actor, row: Replacement, at: datetime) -> Refusal | None:
    if not row.is_open_at(at):
        return Refusal(No.SETTLED)
    return None if actor.seat == row.asked_by.seat_id else Refusal(No.NOT_THE_ASKER)


def must_say(words: str) -> Refusal | None:
    return None if words.strip() else Refusal(No.NOTHING_SAID)


def must_be_open(code: str, codes: frozenset[str]) -> Refusal | None:
    return None if code in codes else Refusal(No.NO_SUCH_MATTER)
