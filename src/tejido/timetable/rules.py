"""Who plans the programme of a seminar, who reads it, and what of it cannot be."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from django.utils.formats import date_format

from tejido.ledger.actors import Actor
from tejido.ledger.refusals import No as Shared
from tejido.ledger.refusals import Refusal, must_be_fresh
from tejido.registry.names import Role
from tejido.seminars.models import Seminar
from tejido.seminars.names import State
from tejido.seminars.rules import may_keep_seminars
from tejido.web.dates import span
from tejido.web.instants import clocks, in_zone

from .models import Session
from .names import PAUSES, No

OPEN = frozenset({State.PREPARING, State.ANNOUNCED})
LONGEST = timedelta(days=1)
MOST_BYTES = 200 * 1024 * 1024  # of the files of a seminar
_HOSTS = frozenset({Role.FOCAL_POINT, Role.ALTERNATE})


@dataclass(frozen=True, slots=True)
class Plan:
    """What a session is to be. `room` and `speakers` are keys, the speakers each with their part; `parallel` is a
    letter or empty; `treats` are ids of the text that is taught."""

    title: Mapping[str, str]
    kind: str
    starts_at: datetime
    ends_at: datetime
    about: Mapping[str, str] = field(default_factory=dict)
    parallel: str = ""
    room: str = ""
    speakers: Sequence[tuple[str, str]] = ()
    floor: Sequence[str] = ()
    into: Sequence[str] = ()
    treats: Sequence[str] = ()
    is_counted: bool = True


@dataclass(frozen=True, slots=True)
class Known:
    """What a plan may name: the keys of the seminar's rooms and speakers, and the ids of the text that is taught."""

    rooms: Collection[str] = ()
    speakers: Collection[str] = ()
    passages: Collection[str] = ()


## Who


def prepares(actor: Actor, seminar: Seminar) -> bool:
    """Whether the seat reads the programme before it is announced: the secretariat, and every seat of the host once it
    was told that it hosts."""
    return may_keep_seminars(actor) is None or (seminar.was_announced and _is_of_host(actor, seminar))


def _is_of_host(actor: Actor, seminar: Seminar) -> bool:
    return seminar.host is not None and actor.member == seminar.host.code


def may_read(actor: Actor, seminar: Seminar, *, is_announced: bool) -> bool:
    """Every seat reads what was announced; the public reads nothing of it."""
    return prepares(actor, seminar) or (is_announced and seminar.was_announced and not actor.is_public)


def may_plan(actor: Actor, seminar: Seminar) -> Refusal | None:
    """The secretariat and those who serve the host plan the programme, as long as the seminar is ahead."""
    refusal = may_keep_seminars(actor)
    if refusal is not None and not _serves_host(actor, seminar):
        return refusal
    return None if is_ahead(seminar) else Refusal(No.OVER)


def is_ahead(seminar: Seminar) -> bool:
    return seminar.state in OPEN


def _serves_host(actor: Actor, seminar: Seminar) -> bool:
    is_its_institution = actor.institution == seminar.institution_id and actor.role == Role.REPRESENTATIVE
    is_serving = actor.role in _HOSTS or is_its_institution
    return seminar.was_announced and _is_of_host(actor, seminar) and is_serving


## What


def fits(seminar: Seminar, plan: Plan, known: Known) -> Refusal | None:
    """A session has a name and a time within the seminar, and names what is there."""
    if plan.kind not in PAUSES and not any(plan.title.values()):
        return Refusal(No.NO_TITLE)
    return is_within(seminar, plan.starts_at, plan.ends_at) or _is_known(plan, known) or _is_spoken(plan)


def is_within(seminar: Seminar, starts_at: datetime, ends_at: datetime) -> Refusal | None:
    """It ends after it begins, no later than a day after, and all of it within the days of the seminar at the place.
    What ends at midnight ends on the day before."""
    if ends_at <= starts_at:
        return Refusal(No.ENDS_FIRST)
    if ends_at - starts_at > LONGEST:
        return Refusal(No.TOO_LONG)
    first, last = days_of(seminar)
    for moment in (starts_at, ends_at - timedelta(microseconds=1)):
        if not first <= day_at(seminar, moment) <= last:
            return Refusal(No.OUTSIDE, _outside(seminar, moment))
    return None


def lie_within(seminar: Seminar, sessions: Iterable[Session]) -> Refusal | None:
    """When the seminar got other days or another zone after its sessions were planned, some may lie outside."""
    outside = [row.number for row in sessions if is_within(seminar, row.starts_at, row.ends_at)]
    if not outside:
        return None
    return Refusal(No.SOME_OUTSIDE, {"numbers": ", ".join(str(number) for number in sorted(outside))})


def days_of(seminar: Seminar) -> tuple[date, date]:
    """The first and the last day of a seminar, as far as its source knows them."""
    begun = span(seminar.since)
    ended = span(seminar.until or seminar.since)
    return (begun or (date.max, date.max))[0], (ended or (date.min, date.min))[1]


def day_at(seminar: Seminar, moment: datetime) -> date:
    """The day on the clocks of the place."""
    return moment.astimezone(clocks(seminar.zone)).date()


def _outside(seminar: Seminar, moment: datetime) -> dict[str, str]:
    first, last = days_of(seminar)
    words = {name: date_format(day, "DATE_FORMAT") for name, day in (("since", first), ("until", last))}
    return {**words, "local": in_zone(moment.replace(second=0, microsecond=0), seminar.zone)}


def _is_known(plan: Plan, known: Known) -> Refusal | None:
    if len(set(plan.treats)) < len(plan.treats) or not set(plan.treats) <= set(known.passages):
        return Refusal(No.NOT_TAUGHT)
    if plan.room and plan.room not in known.rooms:
        return Refusal(No.NO_SUCH_ROOM)
    several = [key for key, _part in plan.speakers]
    is_known = set(several) <= set(known.speakers) and len(set(several)) == len(several)
    return None if is_known else Refusal(No.NO_SUCH_SPEAKER)


def _is_spoken(plan: Plan) -> Refusal | None:
    is_letter = len(plan.parallel) == 1 and "A" <= plan.parallel <= "Z"
    if plan.parallel and not is_letter:
        return Refusal(No.NOT_A_GROUP)
    # With two languages on the floor each is interpreted into the other.
    spoken = set(plan.floor) if len(plan.floor) == 1 else set()
    return Refusal(No.SAME_LANGUAGE) if spoken & set(plan.into) else None


def still_planned(session: Session) -> Refusal | None:
    return Refusal(No.REMOVED) if session.removed_at else None


def may_change(session: Session, *, is_as_seen: bool) -> Refusal | None:
    """Nobody writes over what somebody else wrote meanwhile."""
    return still_planned(session) or (None if is_as_seen else Refusal(Shared.STALE))


def has_neighbour(found: object | None) -> Refusal | None:
    return None if found else Refusal(No.AT_THE_END)


def is_another(session: Session, other: Session) -> Refusal | None:
    is_one = session.key != other.key and session.seminar_id == other.seminar_id
    return None if is_one else Refusal(No.SAME_SESSION)


def moves_something(minutes: int) -> Refusal | None:
    return None if minutes else Refusal(No.NOT_MOVED)


## Rooms and speakers


def is_room(name: str, others: Collection[str]) -> Refusal | None:
    """`others` are the names of the other rooms of the seminar."""
    if not name:
        return Refusal(No.NO_ROOM_NAME)
    return Refusal(No.ROOM_THERE) if name in others else None


def is_speaker(name: str, function: Mapping[str, str]) -> Refusal | None:
    """Everybody has a function to be shown by; a name too, or who plans would not know whom they mean."""
    return None if name and any(function.values()) else Refusal(No.NO_SPEAKER_NAME)


def is_free(*, is_used: bool, code: No) -> Refusal | None:
    return Refusal(code) if is_used else None


def is_listed(row: object | None, code: No) -> Refusal | None:
    """The room or speaker is on the list still."""
    return None if row is not None else Refusal(code)


def is_new(*, differs: bool) -> Refusal | None:
    return None if differs else Refusal(No.KEPT_SO)


## Made at once


def may_make(*, sessions: int, days: int, has: int, is_empty: bool) -> Refusal | None:
    """From a structure that speaks of sessions on no more `days` than the seminar `has`, where there was none yet."""
    if not is_empty:
        return Refusal(No.NOT_EMPTY)
    if not sessions:
        return Refusal(No.NO_STRUCTURE)
    return Refusal(No.TOO_MANY_DAYS, {"days": days, "has": max(has, 0)}) if days > has else None


def may_copy(*, sessions: int, is_itself: bool, is_empty: bool) -> Refusal | None:
    if not sessions or is_itself:
        return Refusal(No.NOTHING_TO_COPY)
    return None if is_empty else Refusal(No.NOT_EMPTY)


def may_copy_day(*, sessions: int, is_same: bool) -> Refusal | None:
    if is_same:
        return Refusal(No.SAME_DAY)
    return None if sessions else Refusal(No.NOTHING_TO_COPY)


## Materials


def can_be_kept(title: str, size: int, media_type: str, left: int) -> Refusal | None:
    """A file of a known kind, as long as there is room for it. `left` is what the seminar's files may still take."""
    if not title.strip():
        return Refusal(No.NO_MATERIAL_TITLE)
    if not size:
        return Refusal(No.FILE_EMPTY)
    if not media_type:
        return Refusal(No.FILE_UNKNOWN)
    return Refusal(No.FILES_FULL, {"most": MOST_BYTES // 1024 // 1024}) if size > left else None


def may_link(title: str, url: str) -> Refusal | None:
    if not title.strip():
        return Refusal(No.NO_MATERIAL_TITLE)
    return None if url.startswith("https://") else Refusal(No.NOT_HTTPS)


## Told


def may_announce(
    actor: Actor, seminar: Seminar, *, sessions: Sequence[Session], is_possible: bool, is_announced: bool,
    is_as_seen: bool,
) -> Refusal | None:  # fmt: skip  # one row of a table, read as one
    """The secretariat announces the programme of an announced seminar once, by a formal act on what it read."""
    if refusal := _may_tell(actor, seminar):
        return refusal
    if is_announced:
        return Refusal(No.ANNOUNCED_SO)
    if not sessions:
        return Refusal(No.EMPTY)
    sound = lie_within(seminar, sessions) or _is_sound(is_possible=is_possible, is_as_seen=is_as_seen)
    return sound or must_be_fresh(actor.is_fresh)


def may_announce_changes(
    actor: Actor, seminar: Seminar, *, sessions: Sequence[Session], changes: int, is_possible: bool, is_announced: bool,
    is_as_seen: bool,
) -> Refusal | None:  # fmt: skip  # one row of a table, read as one
    """Whatever changed since people were told is told at once, in one letter."""
    if refusal := _may_tell(actor, seminar):
        return refusal
    if not is_announced:
        return Refusal(No.NOT_ANNOUNCED)
    if not changes:
        return Refusal(No.NOTHING_CHANGED)
    return lie_within(seminar, sessions) or _is_sound(is_possible=is_possible, is_as_seen=is_as_seen)


def _may_tell(actor: Actor, seminar: Seminar) -> Refusal | None:
    if refusal := may_keep_seminars(actor):
        return refusal
    if seminar.state == State.PREPARING:
        return Refusal(No.NOBODY_KNOWS)
    return None if is_ahead(seminar) else Refusal(No.OVER)


def _is_sound(*, is_possible: bool, is_as_seen: bool) -> Refusal | None:
    if not is_possible:
        return Refusal(No.IMPOSSIBLE)
    return None if is_as_seen else Refusal(Shared.STALE)
