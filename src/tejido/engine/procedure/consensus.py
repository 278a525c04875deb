"""The rule of equals: agreement is the recorded absence of objection by all members of record.

Method: the outcome at an instant is a function of the set of acts recorded until then. Nothing is stored, so a job that
runs late or twice says the same, and the order in which acts arrive does not matter. Sources: General Assembly decision
74/544 (silence procedure) and the practice of consensus in /docs/architecture.md, idea 6.

How a broken silence ends was decided as diplomats do. An objection lifted while the silence still runs leaves it
running. Where the deadline passes with an objection standing the silence is broken for good and the procedure has
lapsed: whoever kept quiet did so because somebody had already spoken, and a later lifting cannot turn that quiet into
consent. The text needs a new silence or a meeting.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import assert_never

from .acts import (
    Act,
    Agreement,
    Extension,
    Lifting,
    Meeting,
    MeetingDecision,
    MemberOfRecord,
    Objection,
    Rule,
    Silence,
    utc,
)
from .names import Waiting
from .outcomes import Adopted, Blocked, Lapsed, Open, Outcome


def outcome(
    members_of_record: Iterable[MemberOfRecord],
    rule: Rule,
    acts: Iterable[Act],
    now: datetime,
    text: Mapping[str, str] | None = None,
) -> Outcome:
    """What the acts recorded until `now` add up to.

    `text` (passage id -> digest of the substance on the table) judges agreements passage by passage: a member has
    agreed where each passage is covered by an agreement to that substance or to the whole text. Without it only
    agreements to the whole text count. The caller leaves out what was said of another text: agreements that a change
    has re-opened (see `reopened`) and declarations of the chair made before it.

    A recorded objection counts even without its reason, which `objection_problem` asks for before. Acts of others than
    members of record count for nothing. Instants are aware; ValueError otherwise.

    Silence: an objection counts until the very instant of the deadline; the text is adopted just after it, as at the
    deadline. The silence runs until then even where all have agreed in words, for whoever agreed may still object. A
    vacant member is never silent consent: the procedure stays open until it agrees in words, and is then adopted at
    that instant.

    Meeting: adopted at the first instant at which no objection stands and each member has agreed in words or was
    present at one true declaration of the chair. A declaration made while an objection stood is void. What is said
    after the adoption changes nothing.
    """
    members = list(members_of_record)
    instant = utc(now)
    done = [act for act in map(_in_utc, acts) if act.at <= instant]
    if not members:
        return Open((), Waiting.NO_MEMBERS)
    case = _Case(members, done, text)
    match rule:
        case Silence():
            return _of_silence(case, deadline_in_force(rule, done), instant)
        case Meeting():
            return _of_meeting(case, instant)
        case _:
            assert_never(rule)


def _in_utc(act: Act) -> Act:
    moved = replace(act, at=utc(act.at))
    return replace(moved, deadline=utc(moved.deadline)) if isinstance(moved, Extension) else moved


def deadline_in_force(rule: Silence, acts: Iterable[Act]) -> datetime:
    """The deadline after all valid extensions, in UTC.

    An extension is valid where it was recorded at or before the deadline then in force and is later than it.
    """
    deadline = utc(rule.deadline)
    extensions = [e for e in map(_in_utc, acts) if isinstance(e, Extension)]
    for extension in sorted(extensions, key=lambda e: (e.at, e.deadline)):
        if extension.at <= deadline:
            deadline = max(deadline, extension.deadline)
    return deadline


class _Case:
    """The acts of the members of record, and what they add up to at any instant."""

    def __init__(
        self, members: Collection[MemberOfRecord], acts: Collection[Act], text: Mapping[str, str] | None
    ) -> None:
        self.codes = frozenset(member.code for member in members)
        self.vacant = frozenset(member.code for member in members if member.is_vacant)
        self.agreements = [a for a in acts if isinstance(a, Agreement) and a.member in self.codes]
        self.objections = [a for a in acts if isinstance(a, Objection) and a.member in self.codes]
        self.liftings = [a for a in acts if isinstance(a, Lifting)]
        self.decisions = [a for a in acts if isinstance(a, MeetingDecision)]
        self.text = text

    def agreed(self, at: datetime) -> frozenset[str]:
        """Members that have agreed to the whole text in words."""
        given = [a for a in self.agreements if a.at <= at]
        return frozenset(code for code in self.codes if covers([a for a in given if a.member == code], self.text))

    def standing(self, at: datetime) -> list[Objection]:
        return [o for o in self.objections if o.at <= at and not is_lifted(o, self.liftings, at)]

    def rooms(self, at: datetime) -> list[frozenset[str]]:
        """The members present at each of the chair's declarations that was true when it was made, the latest last.

        Who sits on a vacant seat speaks for nobody.
        """
        true = [d for d in self.decisions if d.at <= at and not self.standing(d.at)]
        ordered = sorted(true, key=lambda d: (d.at, sorted(d.present)))
        return [(d.present & self.codes) - self.vacant for d in ordered]


def covers(agreements: Iterable[Agreement], text: Mapping[str, str] | None) -> bool:
    """Whether one member's agreements cover the whole text. `text` as in `outcome`."""
    said: set[tuple[str, str]] = set()
    for agreement in agreements:
        if agreement.passages is None:
            return True
        said.update(agreement.passages.items())
    return bool(said) and text is not None and text.items() <= said


def is_lifted(objection: Objection, liftings: Iterable[Lifting], at: datetime) -> bool:
    """Lifted by the member that raised it, after it was raised and not after `at`."""
    return any(
        lifting.objection == objection.id and lifting.member == objection.member and objection.at <= lifting.at <= at
        for lifting in liftings
    )


def _of_silence(case: _Case, deadline: datetime, now: datetime) -> Outcome:
    is_over = now > deadline
    standing = case.standing(deadline if is_over else now)
    if standing:
        by, ids = _who(standing)
        return Lapsed(deadline, by, ids) if is_over else Blocked(by, ids, deadline)
    agreed = case.agreed(now)
    mute = tuple(sorted(case.vacant - agreed))
    if not is_over:
        return Open(tuple(sorted(case.codes - agreed)), Waiting.SILENCE, deadline, mute)
    return Open(mute, Waiting.VACANT, deadline, mute) if mute else _by_silence(case, deadline, now)


def _by_silence(case: _Case, deadline: datetime, now: datetime) -> Adopted:
    """Adopted at the deadline, or when the last vacant member agreed in words."""
    instants = sorted({deadline, *(a.at for a in case.agreements if deadline < a.at <= now)})
    at = next(instant for instant in instants if case.vacant <= case.agreed(instant))
    agreed = case.agreed(at)
    return Adopted(at, tuple(sorted(agreed)), (), tuple(sorted(case.codes - agreed)))


def _of_meeting(case: _Case, now: datetime) -> Outcome:
    # Only these can complete an adoption.
    turns: list[Act] = [*case.agreements, *case.liftings, *case.decisions]
    adopted = (_declared_at(case, instant) for instant in sorted({act.at for act in turns}))
    if found := next(filter(None, adopted), None):
        return found
    if standing := case.standing(now):
        return Blocked(*_who(standing))
    agreed, rooms = case.agreed(now), case.rooms(now)
    missing = tuple(sorted(case.codes - agreed - (rooms[-1] if rooms else frozenset())))
    reason = Waiting.AGREEMENT if missing else Waiting.DECISION
    return Open(missing, reason, vacant=tuple(sorted(case.vacant - agreed)))


def _declared_at(case: _Case, at: datetime) -> Adopted | None:
    """The adoption, where at this instant those in one room and those that agreed in words are together all."""
    if case.standing(at):
        return None
    agreed = case.agreed(at)
    room = next((room for room in case.rooms(at) if case.codes <= agreed | room), None)
    return None if room is None else Adopted(at, tuple(sorted(agreed)), tuple(sorted(room - agreed)))


def _who(standing: Iterable[Objection]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    objections = list(standing)
    return tuple(sorted({o.member for o in objections})), tuple(sorted({o.id for o in objections}))
