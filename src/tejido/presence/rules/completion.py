"""When somebody has completed a seminar: reckoned from what was entered, never stored."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from tejido.timetable.models import Session

from ..names import Standing


@dataclass(frozen=True, slots=True)
class Slot:
    """What one person can attend at a time: a session, or one of several that are held in parallel. `numbers` are those
    of its sessions."""

    keys: tuple[str, ...]
    numbers: tuple[int, ...]
    is_counted: bool
    is_obligatory: bool


@dataclass(frozen=True, slots=True)
class Reckoned:
    """How far somebody has come. `attended` of `counted` sessions, `excused` left out of both; `missing` are the
    numbers of obligatory sessions that were not attended. `percent` is rounded down, so that it never says too much."""

    attended: int
    counted: int
    excused: int
    missing: tuple[int, ...]
    percent: int
    is_met: bool


def slots_of(sessions: Sequence[Session], obligatory: Collection[str]) -> list[Slot]:
    """The sessions that matter, those of the same instant in parallel groups as one."""
    groups: dict[tuple[object, ...], list[Session]] = {}
    for session in sessions:
        at = (session.starts_at, "") if session.parallel else (session.starts_at, session.key)
        groups.setdefault(at, []).append(session)
    made = [
        Slot(
            tuple(each.key for each in group),
            tuple(each.number for each in group),
            any(each.is_counted for each in group),
            any(each.key in obligatory for each in group),
        )
        for group in groups.values()
    ]
    return [slot for slot in made if slot.is_counted or slot.is_obligatory]


def reckon(slots: Sequence[Slot], marks: Mapping[str, str], share: int) -> Reckoned:
    """What `marks`, the standing by key of session, come to. Who is excused is asked for less, but an obligatory
    session has to be attended, and nobody completes a seminar without having been there."""
    attended = counted = excused = 0
    missing: list[int] = []
    for slot in slots:
        found = {marks.get(key, "") for key in slot.keys}
        is_there = Standing.PRESENT in found
        if slot.is_obligatory and not is_there:
            missing += slot.numbers
        if not slot.is_counted:
            continue
        if not is_there and Standing.EXCUSED in found:
            excused += 1
            continue
        counted += 1
        attended += is_there
    percent = 100 * attended // counted if counted else 0
    is_met = attended > 0 and not missing and 100 * attended >= share * counted
    return Reckoned(attended, counted, excused, tuple(missing), percent, is_met)
