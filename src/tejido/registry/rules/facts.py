"""What may stand in the register, and what of it may be put right."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from tejido.ledger.refusals import Refusal

from ..names import Level, MemberKind, No, Status
from .keeping import is_seat_of

# What of an entered fact can be put right. Codes, roles and whose it is are what it is known by, and stay.
CORRECTABLE: Mapping[str, tuple[str, ...]] = {
    "sector": ("name",),
    "member": ("name", "languages"),
    "standing": ("status", "since", "until", "is_disputed", "says", "source"),
    "institution": (
        "name", "branch", "sector", "level", "place", "place_name", "since", "until", "successor", "source"
    ),
    "seat": ("title", "since", "until"),
    "mandate": ("since", "until"),
}  # fmt: skip  # one row of a table, read as one
CODE = "[A-Z0-9]{2,12}"  # what a row of the register is called for short, in addresses and files
MOST_ROWS = 20_000  # of a file: more than any network's register has
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


def is_code(kind: str, code: str) -> Refusal | None:
    """A code stands in addresses, files and the ledger, and never changes. A member's is the shortest."""
    most = 8 if kind == "member" else 12
    is_one = len(code) <= most and re.fullmatch(CODE, code)
    return None if is_one else Refusal(No.NOT_A_CODE, {"code": code[:40], "most": most})


def is_named(name: Mapping[str, str]) -> Refusal | None:
    """What people call a thing is said in one language at least."""
    return None if any(said.strip() for said in name.values()) else Refusal(No.NAMELESS)


def is_within(whole: date | None, *, outlasts: bool) -> Refusal | None:
    """A seat ends with its institution, a mandate with its seat. `whole`: the first day on which that is not there."""
    return Refusal(No.OUTLASTS, {"until": whole.isoformat()}) if whole is not None and outlasts else None


def has_no_parts(goes_on: bool) -> Refusal | None:
    return Refusal(No.HAS_PARTS) if goes_on else None


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


def is_the_latest(*, is_corrected: bool) -> Refusal | None:
    """Only the entry that stands is corrected, so that every correction has one place."""
    return Refusal(No.ENTRY_CORRECTED) if is_corrected else None


def may_be_handed_in(rows: int) -> Refusal | None:
    """A file is compared anew whenever it is looked at, and applied in one breath."""
    return Refusal(No.TOO_MANY_ROWS, {"most": MOST_ROWS}) if rows > MOST_ROWS else None


def is_not_applied(*, is_applied: bool) -> Refusal | None:
    return Refusal(No.FILE_APPLIED) if is_applied else None


def may_be_applied(*, refused: int, is_as_seen: bool) -> Refusal | None:
    """All of a file or nothing of it, and only what was seen."""
    if refused:
        return Refusal(No.ROWS_REFUSED, {"count": refused})
    return None if is_as_seen else Refusal(No.REGISTER_MOVED)


@dataclass(frozen=True, slots=True)
class Beside:
    """What stands in the register beside a fact, as far as the rules ask for it.

    `whole` is the first day on which what it belongs to is not there any more, and `outlasts` whether it would go on
    after that; `goes_on` whether something that hangs on it would. Of a mandate, `overlaps` tells whether another one
    of its seat is valid at some instant of it; `first` and `last` when something was done under it.
    """

    whole: date | None = None
    outlasts: bool = False
    goes_on: bool = False
    overlaps: bool = False
    first: datetime | None = None
    last: datetime | None = None


def is_sound(kind: str, row: Any, beside: Beside) -> Refusal | None:
    """Whether a fact may stand as the row says it, be it entered, corrected or only shown before it is."""
    if kind in {"sector", "member"}:
        return is_named(row.name)
    if refusal := is_in_order(row.since, row.until):
        return refusal
    match kind:
        case "standing":
            return may_stand(row.member.kind, row.status)
        case "institution":
            return _is_sound_institution(row, beside)
        case "seat":
            return _is_sound_seat(row, beside)
    return _is_sound_mandate(row, beside)


def _is_sound_institution(row: Any, beside: Beside) -> Refusal | None:
    member = row.member.code if row.member else ""
    return (
        is_named(row.name)
        or _may_be_followed(row)
        or is_placed(row.level, row.place, member)
        or has_no_parts(beside.goes_on)
    )


def _may_be_followed(row: Any) -> Refusal | None:
    heir = row.successor
    return may_succeed(row.member_id, heir.member_id, is_same=row.key == heir.key) if heir else None


def _is_sound_seat(row: Any, beside: Beside) -> Refusal | None:
    member = row.institution.member
    return (
        is_seat_of(row.role, member.code if member else "")
        or is_within(beside.whole, outlasts=beside.outlasts)
        or is_empty(beside.goes_on)
    )


def _is_sound_mandate(row: Any, beside: Beside) -> Refusal | None:
    return (
        is_within(beside.whole, outlasts=beside.outlasts)
        or holds_alone(beside.overlaps)
        or keeps_its_acts(row.since, row.until, beside.first, beside.last)
    )
