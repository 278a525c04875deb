"""Calls and their deadlines, for every seat of the network."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from tejido.ledger.actors import Actor
from tejido.registry.models import Institution, Member
from tejido.registry.queries import day_of, network_body, parties_of
from tejido.seminars.models import Seminar
from tejido.seminars.names import OVER, UNTOLD

from ..models import Call, Extension, Nominee
from ..names import STANDING
from ..rules import is_in_time, reads_of, serves

RELATED = ("seminar__cycle", "seminar__host")


@dataclass(frozen=True, slots=True)
class CallLine:
    """A call as a seat finds it in the list. `deadline` is what counts for its member; `own` how many nominations of
    its own stand, None for seats that do not read them."""

    call: Call
    deadline: datetime
    is_open: bool
    own: int | None


def calls_for(actor: Actor, at: datetime) -> list[CallLine]:
    """Every call, the latest first. Three queries."""
    if actor.is_public:
        return []
    rows = list(Call.objects.select_related(*RELATED).order_by("-at", "key"))
    later = extensions_of(rows)
    own = _own_counts(actor)
    return [_line(row, later, actor, own, at) for row in rows]


def _line(row: Call, later: Sequence[Extension], actor: Actor, own: dict[str, int] | None, at: datetime) -> CallLine:
    deadline = deadline_in(row, later, actor.member)
    count = None if own is None else own.get(row.key, 0)
    return CallLine(row, deadline, is_in_time(row, deadline, at) is None, count)


def _own_counts(actor: Actor) -> dict[str, int] | None:
    if not reads_of(actor, actor.member):
        return None
    keys = Nominee.objects.filter(member__code=actor.member, standing__in=STANDING).values_list("call", flat=True)
    found: dict[str, int] = {}
    for key in keys:
        found[key] = found.get(key, 0) + 1
    return found


def extensions_of(rows: Sequence[Call]) -> list[Extension]:
    return list(Extension.objects.filter(call__in=[row.key for row in rows]).select_related("member"))


def deadline_in(call: Call, later: Sequence[Extension], member: str) -> datetime:
    """The deadline that counts for a member, from extensions that were loaded: the latest that was given to all or to
    it."""
    own = [row.deadline for row in later if row.call_id == call.key and (not row.member or row.member.code == member)]
    return max([call.deadline, *own])


def deadline_for(call: Call, member: str) -> datetime:
    return deadline_in(call, extensions_of([call]), member)


def last_deadline(call: Call) -> datetime:
    """When no member can nominate any more."""
    return last_in(call, extensions_of([call]))


def last_in(call: Call, later: Sequence[Extension]) -> datetime:
    """The same from extensions that were loaded."""
    return max([call.deadline, *(row.deadline for row in later if row.call_id == call.key)])


def seminar_for(actor: Actor, key: str) -> Seminar:
    """A seminar that was announced, for every seat; of one in preparation the secretariat alone knows.
    Seminar.DoesNotExist otherwise."""
    rows = Seminar.objects.select_related("cycle", "host")
    if actor.is_public:
        raise Seminar.DoesNotExist
    return (rows if serves(actor) else rows.exclude(state__in=UNTOLD)).get(key=key)


def call_for(actor: Actor, seminar: str) -> Call:
    """The call to a seminar, by the key of the seminar. Call.DoesNotExist for the public."""
    if actor.is_public:
        raise Call.DoesNotExist
    return Call.objects.select_related(*RELATED).get(seminar=seminar)


def call_to(seminar: Seminar) -> Call | None:
    return Call.objects.select_related(*RELATED).filter(seminar=seminar).first()


def callable_seminars() -> list[Seminar]:
    """Announced seminars to which nobody was called yet."""
    called = Call.objects.values("seminar")
    rows = Seminar.objects.exclude(state__in=UNTOLD).filter(state="announced").exclude(key__in=called)
    return list(rows.select_related("cycle"))


def called_members(at: datetime) -> list[Member]:
    """The members to whom a call goes: the parties of the network."""
    day = day_of(at)
    parties = [p for p in parties_of(network_body()) if p.since <= day and (p.until is None or day < p.until)]
    return list(Member.objects.filter(key__in=[party.member_id for party in parties]))


def member_with(code: str) -> Member:
    return Member.objects.get(code=code)


def institutions_of(member: str) -> list[Institution]:
    """The institutions of a member that are there."""
    return list(Institution.objects.filter(member__code=member, until=None))


def call_with(key: str) -> Call:
    """For letters that go out by themselves."""
    return Call.objects.select_related(*RELATED).get(key=key)


def extension_with(key: str) -> Extension:
    return Extension.objects.select_related("member", *(f"call__{name}" for name in RELATED)).get(key=key)


def calls_running(at: datetime) -> list[Call]:
    """Calls in which somebody may still nominate."""
    rows = Call.objects.filter(closed_at=None, given_at=None).exclude(seminar__state__in=OVER)
    running = list(rows.select_related(*RELATED))
    later = extensions_of(running)
    return [row for row in running if last_in(row, later) > at]


def members_silent(call: Call, members: Iterable[Member]) -> list[Member]:
    """Those of the members that were called which have nominated nobody."""
    said = set(Nominee.objects.filter(call=call, standing__in=STANDING).values_list("member", flat=True))
    return [member for member in members if member.key not in said]


def calls_to_erase(at: datetime) -> list[Call]:
    """Calls whose personal data are to be deleted by now."""
    rows = Call.objects.filter(erased_at=None).select_related(*RELATED)
    return [row for row in rows if at >= row.is_kept_until]
