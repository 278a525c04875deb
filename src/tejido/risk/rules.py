"""Who may begin, open, admit, release and destroy. Whether an actor is admitted at all the loaders ask: whoever is not
gets no row that a rule could be asked about."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Any

from tejido.ledger.actors import Actor
from tejido.ledger.refusals import No as Shared
from tejido.ledger.refusals import Refusal, must_be_fresh, not_yours
from tejido.registry.models import Mandate
from tejido.registry.names import Role
from tejido.registry.rules import DELIBERATING, keepers_of

from .models import Admission, Analysis, Asking, Summary
from .names import No, Outcome, Readers

LEAST_PASSPHRASE = 12  # characters
TRIES, PAUSE = 5, timedelta(minutes=15)
LONGEST = timedelta(days=3653)  # ten years


def is_of_a_member(actor: Actor) -> Refusal | None:
    """Any seat of a member works for its own member."""
    return None if actor.member and actor.role in DELIBERATING else not_yours(Role.FOCAL_POINT.label)


def may_begin(actor: Actor) -> Refusal | None:
    return is_of_a_member(actor) or must_be_fresh(actor.is_fresh)


def is_long_enough(passphrase: str) -> Refusal | None:
    """None is one too; a short one is not."""
    is_short = 0 < len(passphrase.strip()) < LEAST_PASSPHRASE
    return Refusal(No.SHORT_PASSPHRASE, {"least": LEAST_PASSPHRASE}) if is_short else None


def may_open(actor: Actor, admission: Admission, at: datetime) -> Refusal | None:
    """A fresh second factor each time; and nobody tries passphrases one after the other."""
    if admission.failures >= TRIES and admission.failed_at and at < admission.failed_at + PAUSE:
        return Refusal(No.TRY_LATER)
    return must_be_fresh(actor.is_fresh)


def is_leading(own: Admission, leader: Admission | None, at: datetime) -> bool:
    """Who leads; where the leading seat has another holder or none, every seat that is admitted."""
    return own.leads or leader is None or not leader.is_valid_at(at)


def must_lead(actor: Actor, own: Admission, leader: Admission | None, at: datetime) -> Refusal | None:
    if not is_leading(own, leader, at):
        return Refusal(No.ONLY_LEAD)
    return must_be_fresh(actor.is_fresh)


def may_be_admitted(analysis: Analysis, holder: Mandate | None, standing: Admission | None) -> Refusal | None:
    """A seat of the same member that somebody holds. `standing`: its admission, under this mandate or an earlier."""
    if (
        holder is None
        or holder.seat.institution.member_id != analysis.member_id
        or holder.seat.role not in DELIBERATING
    ):
        return Refusal(No.NOT_OF_MEMBER)
    if standing is not None and standing.mandate_id == holder.key:
        return Refusal(No.ALREADY_ADMITTED)
    return None


def may_be_removed(own: Admission, other: Admission | None) -> Refusal | None:
    """Whoever leads hands the lead over before they go."""
    if other is None:
        return Refusal(No.NOT_ADMITTED)
    return Refusal(No.HAND_OVER_FIRST) if other.key == own.key and own.leads else None


def may_lead(other: Admission | None, at: datetime) -> Refusal | None:
    return None if other is not None and other.is_valid_at(at) else Refusal(No.NOT_ADMITTED)


def may_take_over(actor: Actor, admissions: Sequence[Admission], at: datetime) -> Refusal | None:
    """The new holder of an admitted seat, only where none of those who were admitted is there any more."""
    if any(row.is_valid_at(at) for row in admissions):
        return Refusal(No.SOMEBODY_THERE)
    return must_be_fresh(actor.is_fresh)


def may_end_on(day: date, today: date) -> Refusal | None:
    return None if today < day <= today + LONGEST else Refusal(No.TOO_SOON)


def is_as_opened(opened: Analysis, now: Analysis) -> Refusal | None:
    """Two who renew the keys at once: the second one would destroy what the first has made."""
    return None if opened.number == now.number else Refusal(Shared.STALE)


def may_ask(actor: Actor, summary: Mapping[str, Any], seen: str, digest: str, *, is_asked: bool) -> Refusal | None:
    """Something was chosen, it is what was seen, and nothing else waits."""
    if is_asked:
        return Refusal(No.IS_ASKED)
    if not summary["title"] or not summary["lines"]:
        return Refusal(No.NOTHING_CHOSEN)
    if summary["readers"] == Readers.MEMBERS and not summary["codes"]:
        return Refusal(No.NO_READERS)
    return Refusal(No.MOVED) if seen != digest else must_be_fresh(actor.is_fresh)


def may_settle(actor: Actor, asking: Asking, at: datetime, *, outcome: str) -> Refusal | None:
    """Another person in another seat agrees or refuses; who asked takes it back. Needs the mandate that asked."""
    if not asking.is_open_at(at):
        return Refusal(No.SETTLED)
    asker = asking.mandate
    if outcome == Outcome.WITHDRAWN:
        return None if actor.seat == asker.seat_id else Refusal(No.NOT_THE_ASKER)
    if actor.seat == asker.seat_id or actor.account == str(asker.account_id):
        return Refusal(No.ANOTHER_PERSON)
    return must_be_fresh(actor.is_fresh)


def may_inherit(actor: Actor, summary: Summary) -> bool:
    """Where the analysis is destroyed, the keepers of the member look after what was released of it once nobody who was
    admitted is there any more. Needs the analysis and the member of the summary."""
    is_keeper = actor.member == summary.member.code and actor.role in keepers_of(actor.member)
    return is_keeper and summary.analysis.destroyed_at is not None


def may_withdraw(actor: Actor, summary: Summary) -> Refusal | None:
    return Refusal(No.WITHDRAWN) if summary.withdrawn_at else must_be_fresh(actor.is_fresh)
