"""What a seat may do in a body. One table, read by every other app; rules decide and never look anything up."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from tejido.ledger.actors import CONSOLE, Actor
from tejido.ledger.refusals import Refusal, must_be_fresh, not_yours

from .models import Body, Institution, Party
from .names import BodyKind, Level, MemberKind, No, Role, Status, Task

# In the network, a member's seats act for the member and the secretariat serves all of them. A committee works like the
# network: every seat may read, and of the members only those that joined are parties, for which anybody can act.
_IN_NETWORK = {
    Role.FOCAL_POINT: {Task.REMARK, Task.CONSOLIDATE, Task.RELEASE},
    Role.ALTERNATE: {Task.REMARK, Task.CONSOLIDATE, Task.RELEASE},
    Role.VALIDATING_AUTHORITY: {Task.REMARK, Task.CLEAR},
    Role.REPRESENTATIVE: {Task.REMARK},
    Role.SECRETARIAT: {Task.FACILITATE, Task.TRANSLATE},
    Role.CHAIR: {Task.CHAIR},
    Role.TRANSLATOR: {Task.TRANSLATE},
    Role.OBSERVER: set[Task](),
}
# In a National Mechanism the focal points serve the institutions, and each representative speaks for its institution.
_IN_MECHANISM = {
    Role.FOCAL_POINT: {Task.FACILITATE, Task.CHAIR, Task.TRANSLATE},
    Role.ALTERNATE: {Task.FACILITATE, Task.TRANSLATE},
    Role.VALIDATING_AUTHORITY: {Task.CHAIR},
    Role.REPRESENTATIVE: {Task.REMARK, Task.CONSOLIDATE, Task.RELEASE},
}

# At the server's own console a person serves the network as its secretariat does. No member's own body opens to it.
_AT_CONSOLE = frozenset({Task.READ, Task.FACILITATE, Task.TRANSLATE})


@dataclass(frozen=True, slots=True)
class Capacity:
    """What the actor may do in a body, and for which party. `party` is None for those who serve or only watch."""

    body: Body
    party: Party | None
    tasks: frozenset[Task] = field(default=frozenset())

    def may(self, task: Task) -> bool:
        return task in self.tasks

    @property
    def facilitates(self) -> bool:
        return Task.FACILITATE in self.tasks


def tasks(actor: Actor, body: Body) -> frozenset[Task]:
    """The tasks of the actor's role in this body; empty for outsiders, who may not even read."""
    if actor == CONSOLE:
        return _AT_CONSOLE if body.kind != BodyKind.MECHANISM else frozenset()
    if actor.is_public:
        return frozenset()
    if body.kind != BodyKind.MECHANISM:
        return frozenset({Task.READ} | _IN_NETWORK.get(Role(actor.role), set()))
    if body.member is None or actor.member != body.member.code:
        return frozenset()
    return frozenset({Task.READ} | _IN_MECHANISM.get(Role(actor.role), set()))


# Which seats a member has, and which the network itself. Nobody appoints to a seat of the other kind.
MEMBER_ROLES = frozenset({Role.FOCAL_POINT, Role.ALTERNATE, Role.VALIDATING_AUTHORITY, Role.REPRESENTATIVE})
NETWORK_ROLES = frozenset({Role.SECRETARIAT, Role.CHAIR, Role.TRANSLATOR, Role.OBSERVER})
_SPEAKERS = frozenset({Role.FOCAL_POINT, Role.ALTERNATE})
_KEEPERS = frozenset({Role.FOCAL_POINT, Role.ALTERNATE, Role.VALIDATING_AUTHORITY})
# Who signs for a member: speaks for it, clears its positions, or serves and chairs its own mechanism.
SIGN_FOR_MEMBER = _KEEPERS


def may_keep_network(actor: Actor) -> Refusal | None:
    """The secretariat enters members and what the sources say of them, and keeps the network's own seats."""
    if actor == CONSOLE or (actor.role == Role.SECRETARIAT and not actor.member):
        return None
    return not_yours(Role.SECRETARIAT.label)


def may_keep(actor: Actor, member: str, is_manned: bool) -> Refusal | None:
    """A member keeps its own institutions, seats and mandates. The secretariat helps until somebody acts for the
    member.

    `member` is a member's code, empty for the network's own institutions; `is_manned`: somebody holds an acting
    seat now.
    """
    if not member or actor == CONSOLE:
        return may_keep_network(actor)
    if actor.member == member and actor.role in _KEEPERS:
        return None
    return not_yours(Role.FOCAL_POINT.label) if is_manned else may_keep_network(actor)


def may_join(body: Body, role: str, party: str) -> Refusal | None:
    """A member joins a committee, and leaves it, by its own act. `party` is the member's code, if it has one."""
    if body.kind != BodyKind.COMMITTEE:
        return Refusal(No.NOT_A_COMMITTEE)
    return None if party and role in _SPEAKERS else not_yours(Role.FOCAL_POINT.label)


def joins_anew(party: str, *, is_party: bool) -> Refusal | None:
    return Refusal(No.ALREADY_JOINED, {"party": party}) if is_party else None


def comes_after(since: date, left: date | None) -> Refusal | None:
    """Who left comes back on a later day: no day belongs to two parties with one code."""
    if left is None or since > left:
        return None
    return Refusal(No.COMES_TOO_EARLY, {"until": left.isoformat()})


def is_seat_of(role: str, member: str) -> Refusal | None:
    """A member has no secretariat, and the network no focal point."""
    return None if role in (MEMBER_ROLES if member else NETWORK_ROLES) else Refusal(No.WRONG_ROLE)


def may_keep_mechanism(actor: Actor, member: str) -> Refusal | None:
    """A member's mechanism is the member's alone: not even at its beginning does anybody else enter it."""
    if actor == CONSOLE or (actor.member == member and actor.role in _KEEPERS):
        return None
    return not_yours(Role.FOCAL_POINT.label)


def may_take_part(body: Body, institution: Institution) -> Refusal | None:
    """The parties of a mechanism are institutions of its own member."""
    return None if institution.member_id == body.member_id else Refusal(No.NOT_OF_MEMBER)


def may_leave(party: Party, until: date) -> Refusal | None:
    """An institution leaves once, and after it came."""
    if party.until is not None:
        return Refusal(No.PARTY_GONE)
    return None if until > party.since else Refusal(No.LEAVES_TOO_EARLY, {"since": party.since.isoformat()})


def keepers_of(member: str) -> frozenset[Role]:
    """The roles that keep the seats of a member, or, for the empty code, those of the network."""
    return _KEEPERS if member else frozenset({Role.SECRETARIAT})


def must_be_two(actor: Actor, second: Actor | None, is_held: bool) -> Refusal | None:
    """While a procedure is open nobody ends alone the mandate of who signs in it: another person agrees, in another
    seat, with a fresh second factor. The console is no exception."""
    if not is_held:
        return None
    if second is None:
        return Refusal(No.TWO_PERSONS)
    if second.account == actor.account or second.seat == actor.seat:
        return Refusal(No.SAME_PERSON)
    return must_be_fresh(second.is_fresh)


def may_agree(second: Actor, member: str, has_other_keeper: bool) -> Refusal | None:
    """Who agrees to a replacement: another keeping seat of the same member. Where no other person keeps one, the
    network's secretariat; for the network's own seats, where nobody else serves it, the focal point of any member."""
    if second.member == member and second.role in keepers_of(member):
        return None
    outside = Role.SECRETARIAT if member else Role.FOCAL_POINT
    if not has_other_keeper and second.role == outside and bool(second.member) != bool(member):
        return None
    return not_yours(Role.FOCAL_POINT.label if member and has_other_keeper else outside.label)


def is_the_latest(*, is_corrected: bool) -> Refusal | None:
    """Only the entry that stands is corrected, so that every correction has one place."""
    return Refusal(No.ENTRY_CORRECTED) if is_corrected else None


# What of an entered fact can be put right. Codes, roles and whose it is are what it is known by, and stay.
CORRECTABLE: Mapping[str, tuple[str, ...]] = {
    "sector": ("name",),
    "member": ("name", "languages"),
    "party": ("since",),
    "standing": ("status", "since", "until", "is_disputed", "says", "source"),
    "institution": (
        "name", "branch", "sector", "level", "place", "place_name", "since", "until", "successor", "source"
    ),
    "seat": ("title", "since", "until"),
    "mandate": ("since", "until"),
}  # fmt: skip  # one row of a table, read as one
_PLACE = re.compile(r"([A-Z]{2})-[A-Z0-9]{1,3}")


def may_be_corrected(kind: str, fields: frozenset[str]) -> Refusal | None:
    return None if fields <= set(CORRECTABLE[kind]) else Refusal(No.NOT_CORRECTED_SO)


def changes_something(differing: bool) -> Refusal | None:
    return None if differing else Refusal(No.NOTHING_CORRECTED)


def is_placed(level: str, place: str, member: str) -> Refusal | None:
    """A subnational institution stands in a place of its own state; the shape of the code is checked, never a list."""
    if (level == Level.SUBNATIONAL) != bool(place):
        return Refusal(No.PLACE_OR_NOT)
    if not place:
        return None
    found = _PLACE.fullmatch(place)
    return None if found and found[1] == member else Refusal(No.WRONG_PLACE, {"place": place, "member": member or "—"})


def may_stand(kind: str, status: str) -> Refusal | None:
    """An organisation is never counted among the states that decide."""
    if kind == MemberKind.ORGANISATION and status not in {Status.OBSERVER, Status.PARTNER, Status.UNLISTED}:
        return Refusal(No.ONLY_STATES)
    return None


def is_in_order(since: date | datetime | None, until: date | datetime | None) -> Refusal | None:
    if since is not None and until is not None and until <= since:
        return Refusal(No.ENDS_TOO_EARLY, {"since": since.isoformat()[:10]})
    return None


def is_still_there(until: date | None) -> Refusal | None:
    return None if until is None else Refusal(No.ENDED_ALREADY, {"until": until.isoformat()})


def is_of_today(since: date, today: date) -> Refusal | None:
    return None if since <= today else Refusal(No.NOT_YET)


def may_succeed(member: str | None, successor: str | None, *, is_same: bool) -> Refusal | None:
    return Refusal(No.NO_SUCCESSOR) if is_same or member != successor else None


def is_empty(is_held: bool) -> Refusal | None:
    return Refusal(No.STILL_HELD) if is_held else None


def keeps_its_acts(
    since: datetime, until: datetime | None, first: datetime | None, last: datetime | None
) -> Refusal | None:
    """A past act belongs to the mandate under which it was done, so no correction may leave it outside."""
    if first is not None and first < since:
        return Refusal(No.ACTED_THEN, {"day": first.date().isoformat()})
    if last is not None and until is not None and last >= until:
        return Refusal(No.ACTED_THEN, {"day": last.date().isoformat()})
    return None


def holds_alone(overlaps: bool) -> Refusal | None:
    return Refusal(No.TWO_HOLDERS) if overlaps else None


def is_not_applied(*, is_applied: bool) -> Refusal | None:
    return Refusal(No.FILE_APPLIED) if is_applied else None


def may_be_applied(*, refused: int, is_as_seen: bool) -> Refusal | None:
    """All of a file or nothing of it, and only what was seen."""
    if refused:
        return Refusal(No.ROWS_REFUSED, {"count": refused})
    return None if is_as_seen else Refusal(No.REGISTER_MOVED)
