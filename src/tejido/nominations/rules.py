"""Who may call, nominate, give places and read of a person, and when."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from tejido.ledger.actors import CLOCK, CONSOLE, Actor
from tejido.ledger.refusals import No as Shared
from tejido.ledger.refusals import Refusal, must_be_fresh, not_yours
from tejido.registry.names import Role
from tejido.registry.rules import may_keep_network
from tejido.seminars.models import Seminar
from tejido.seminars.names import OVER, State

from .models import Call, Nominee
from .names import GUEST_OFFICE, Fault, No, Rank, Standing

MOST = 50  # persons of a member
LETTERS = 3  # files for a person
RE_ENTRY = timedelta(days=7)  # for which a link opens once somebody has confirmed
PAUSE = timedelta(minutes=10)  # between two links that somebody asks for
HOURLY = 200  # links that leave in an hour because they were asked for
_NOMINATE = frozenset({Role.FOCAL_POINT, Role.ALTERNATE})
_READ = _NOMINATE | {Role.VALIDATING_AUTHORITY}


def serves(actor: Actor) -> bool:
    """The secretariat's seats, and nobody else of the network, read of every person."""
    return may_keep_network(actor) is None


def reads_of(actor: Actor, member: str) -> bool:
    """Whether the actor reads what a member nominates: its own acting seats; the secretariat what was submitted."""
    return bool(member) and actor.member == member and actor.role in _READ


def may_nominate(actor: Actor, member: str) -> Refusal | None:
    """The focal point or the alternate of the member."""
    is_own = bool(member) and actor.member == member and actor.role in _NOMINATE
    return None if is_own else not_yours(Role.FOCAL_POINT.label)


## The call


def may_open(actor: Actor, seminar: Seminar, quota: int, deadline: datetime, at: datetime) -> Refusal | None:
    if refusal := may_keep_network(actor):
        return refusal
    if seminar.state != State.ANNOUNCED:
        return Refusal(No.NOT_ANNOUNCED)
    return has_quota(quota) or is_to_come(deadline, at) or must_be_fresh(actor.is_fresh)


def has_quota(quota: int) -> Refusal | None:
    return None if 0 < quota <= MOST else Refusal(No.NO_QUOTA)


def is_to_come(deadline: datetime, at: datetime) -> Refusal | None:
    return None if deadline > at else Refusal(No.DEADLINE_PAST)


def may_change(actor: Actor, call: Call, quota: int) -> Refusal | None:
    return may_keep_network(actor) or has_quota(quota) or is_open(call)


def is_open(call: Call) -> Refusal | None:
    return Refusal(No.CALL_CLOSED) if call.closed_at else None


def may_extend(
    actor: Actor, call: Call, deadline: datetime, stands: datetime, reason: str, at: datetime
) -> Refusal | None:
    """More time, for all or for one member; also after the deadline, and never less. `stands` is what counts now."""
    if refusal := may_keep_network(actor) or is_open(call):
        return refusal
    if deadline <= stands:
        return Refusal(No.DEADLINE_PAST)
    if refusal := is_to_come(deadline, at):
        return refusal
    return must_be_fresh(actor.is_fresh) if reason.strip() else Refusal(No.NO_REASON)


def may_close(actor: Actor, call: Call) -> Refusal | None:
    return may_keep_network(actor) or is_open(call) or must_be_fresh(actor.is_fresh)


def is_on(call: Call) -> Refusal | None:
    """Whether the seminar will be held: to one that is cancelled nobody is called, admitted or invited any more."""
    return Refusal(No.IS_OFF) if call.seminar.state in OVER else None


def may_word(actor: Actor) -> Refusal | None:
    return may_keep_network(actor)


## Nominations


def is_in_time(call: Call, deadline: datetime, at: datetime) -> Refusal | None:
    """`deadline` is what counts for the member."""
    return is_on(call) or is_open(call) or (None if at <= deadline else Refusal(No.TOO_LATE))


def may_enter(actor: Actor, member: str, call: Call, deadline: datetime, at: datetime) -> Refusal | None:
    return may_nominate(actor, member) or is_in_time(call, deadline, at)


def may_alter(
    actor: Actor, nominee: Nominee, deadline: datetime, at: datetime, *, is_as_seen: bool = True
) -> Refusal | None:
    """An entry is changed until the deadline of the member, be it a draft or submitted; nobody writes over what
    somebody else wrote meanwhile."""
    if refusal := may_enter(actor, nominee.member.code, nominee.call, deadline, at) or is_there(nominee):
        return refusal
    return None if is_as_seen else Refusal(Shared.STALE)


def is_there(nominee: Nominee) -> Refusal | None:
    if nominee.erased_at:
        return Refusal(No.ERASED)
    return None if nominee.stands or nominee.standing == Standing.DRAFT else Refusal(No.OVER)


def may_remove(actor: Actor, nominee: Nominee) -> Refusal | None:
    if refusal := may_nominate(actor, nominee.member.code):
        return refusal
    return None if nominee.standing == Standing.DRAFT else Refusal(No.NOT_A_DRAFT)


def may_move(*, has_neighbour: bool) -> Refusal | None:
    return None if has_neighbour else Refusal(No.AT_THE_END)


def may_add_letter(count: int) -> Refusal | None:
    return None if count < LETTERS else Refusal(No.FULL_OF_LETTERS)


@dataclass(frozen=True, slots=True)
class Missing:
    """A fault of a member's nominations. `nominee` is the key of the person, empty where it is of all."""

    fault: Fault
    nominee: str = ""


_ASKED = {"name": Fault.NO_NAME, "post": Fault.NO_POST, "institution_id": Fault.NO_INSTITUTION, "email": Fault.NO_EMAIL}


def faults(rows: Sequence[Nominee], quota: int, alternates: int) -> tuple[Missing, ...]:
    """All that is missing or too much in what a member would submit, at once."""
    found = [Missing(fault, row.key) for row in rows for name, fault in _ASKED.items() if not getattr(row, name)]
    seen: set[str] = set()
    for row in rows:
        if row.email and row.email.lower() in seen:
            found.append(Missing(Fault.SAME_EMAIL, row.key))
        seen.add(row.email.lower())
    ranks = [row.rank for row in rows]
    if ranks.count(Rank.PRINCIPAL) > quota:
        found.append(Missing(Fault.TOO_MANY))
    if ranks.count(Rank.ALTERNATE) > alternates:
        found.append(Missing(Fault.TOO_MANY_ALTERNATES))
    return tuple(found)


def is_whole(nominee: Nominee) -> Refusal | None:
    """What was submitted is not emptied afterwards. A draft may be as incomplete as it likes."""
    is_wanting = nominee.standing != Standing.DRAFT and faults([nominee], 1, 1)
    return Refusal(No.INCOMPLETE) if is_wanting else None


def may_submit(actor: Actor, missing: Iterable[Missing], *, has_new: bool, is_as_seen: bool) -> Refusal | None:
    if not has_new:
        return Refusal(No.NOTHING_TO_SUBMIT)
    if any(missing):
        return Refusal(No.INCOMPLETE)
    return must_be_fresh(actor.is_fresh) if is_as_seen else Refusal(No.NOMINATIONS_MOVED)


def may_withdraw(actor: Actor, nominee: Nominee, at: datetime) -> Refusal | None:
    if refusal := may_nominate(actor, nominee.member.code):
        return refusal
    if not nominee.stands:
        return Refusal(No.OVER)
    return before_it_begins(nominee.call, at) or must_be_fresh(actor.is_fresh)


def before_it_begins(call: Call, at: datetime) -> Refusal | None:
    return None if at < call.begins_at else Refusal(No.HAS_BEGUN)


def may_decline(nominee: Nominee, at: datetime) -> Refusal | None:
    return is_there(nominee) or before_it_begins(nominee.call, at)


def may_confirm(call: Call, at: datetime) -> Refusal | None:
    return is_on(call) or (None if at < call.ends_at else Refusal(No.HAS_ENDED))


def passes_on(call: Call, at: datetime) -> bool:
    """Whether a place that becomes free goes to the next: once places were given at all, and until the seminar
    begins."""
    return call.given_at is not None and is_ahead(call, at) is None


def is_ahead(call: Call, at: datetime) -> Refusal | None:
    """Whether the seminar is still to come."""
    return is_on(call) or before_it_begins(call, at)


def may_replace(
    actor: Actor, nominee: Nominee, reason: str, missing: Iterable[Missing], at: datetime
) -> Refusal | None:
    """Before the seminar another person takes the place of one who was admitted, with a reason."""
    if refusal := may_nominate(actor, nominee.member.code):
        return refusal
    if not nominee.holds_place:
        return Refusal(No.NO_PLACE_YET)
    if refusal := is_ahead(nominee.call, at):
        return refusal
    if any(missing):
        return Refusal(No.INCOMPLETE)
    return must_be_fresh(actor.is_fresh) if reason.strip() else Refusal(No.NO_REASON)


## Places


def may_give(
    actor: Actor, call: Call, last: datetime, at: datetime, *, has_new: bool, is_as_seen: bool
) -> Refusal | None:
    """The secretariat gives places once no member can nominate any more and before the seminar begins. `last` is the
    latest deadline of any member."""
    if refusal := may_keep_network(actor) or is_ahead(call, at):
        return refusal
    if call.closed_at is None and at <= last:
        return Refusal(No.STILL_OPEN)
    if not is_as_seen:
        return Refusal(No.PLACES_MOVED)
    return must_be_fresh(actor.is_fresh) if has_new else Refusal(No.NOTHING_TO_GIVE)


def may_send_link(actor: Actor, nominee: Nominee) -> Refusal | None:
    if not (serves(actor) or may_nominate(actor, nominee.member.code) is None):
        return not_yours(Role.SECRETARIAT.label)
    return None if is_reached(nominee, nominee.email) else Refusal(No.NOT_ADMITTED)


def is_reached(nominee: Nominee, email: str) -> bool:
    """Whether a link goes to somebody with a place at this address."""
    is_theirs = nominee.email.lower() == email.strip().lower()
    return nominee.holds_place and nominee.erased_at is None and is_theirs


def may_list(actor: Actor, call: Call, confirmed: int) -> Refusal | None:
    if refusal := may_keep_network(actor):
        return refusal
    if call.listed_at:
        return Refusal(No.LISTED)
    return must_be_fresh(actor.is_fresh) if confirmed else Refusal(No.NO_LIST)


## Persons


def may_erase(actor: Actor, nominee: Nominee) -> Refusal | None:
    """The person by themselves, the clock when it is time; and at the person's request their member and the
    secretariat, by a formal act: it cannot be taken back, and it gives up the place."""
    by_itself = actor in {CLOCK, CONSOLE} or actor.office == GUEST_OFFICE
    if not (by_itself or serves(actor) or may_nominate(actor, nominee.member.code) is None):
        return not_yours(Role.SECRETARIAT.label)
    if nominee.erased_at:
        return Refusal(No.ERASED)
    return must_be_fresh(by_itself or actor.is_fresh)
