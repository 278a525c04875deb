"""Why an act would be refused, before it is recorded."""

from collections.abc import Collection, Iterable
from datetime import datetime

from .acts import Act, Extension, Lifting, MemberOfRecord, Objection, Rule, Silence, utc
from .consensus import deadline_in_force, is_lifted, outcome
from .names import ExtensionProblem, ObjectionProblem
from .outcomes import Adopted


def objection_problem(
    objection: Objection, members_of_record: Collection[MemberOfRecord], rule: Rule, acts: Collection[Act]
) -> ObjectionProblem | None:
    """Whether the objection may be recorded after `acts`. A microsecond after the deadline is late."""
    if all(member.code != objection.member for member in members_of_record):
        return ObjectionProblem.NOT_OF_RECORD
    if not objection.reason.strip():
        return ObjectionProblem.NO_REASON
    return _time_problem(objection.at, members_of_record, rule, acts)


def lifting_problem(
    lifting: Lifting, members_of_record: Collection[MemberOfRecord], rule: Rule, acts: Collection[Act]
) -> ObjectionProblem | None:
    """Whether the objection may be lifted by this member now. Only the one that raised it may."""
    named = [act for act in acts if isinstance(act, Objection) and act.id == lifting.objection]
    if not named:
        return ObjectionProblem.UNKNOWN
    own = [objection for objection in named if objection.member == lifting.member]
    if not own:
        return ObjectionProblem.NOT_RAISED_BY_THIS_MEMBER
    if all(is_lifted(objection, _liftings(acts), lifting.at) for objection in own):
        return ObjectionProblem.ALREADY_LIFTED
    return _time_problem(lifting.at, members_of_record, rule, acts)


def _liftings(acts: Iterable[Act]) -> list[Lifting]:
    return [act for act in acts if isinstance(act, Lifting)]


def _time_problem(
    at: datetime, members_of_record: Collection[MemberOfRecord], rule: Rule, acts: Collection[Act]
) -> ObjectionProblem | None:
    if isinstance(rule, Silence) and utc(at) > deadline_in_force(rule, acts):
        return ObjectionProblem.LATE
    found = outcome(members_of_record, rule, acts, at)
    # At the very instant of the chair's declaration an objection is still in time, whichever was recorded first.
    is_closed = isinstance(found, Adopted) and found.at < utc(at)
    return ObjectionProblem.CLOSED if is_closed else None


def extension_problem(extension: Extension, rule: Rule, acts: Iterable[Act]) -> ExtensionProblem | None:
    """Whether the silence may be extended: in time, and to a later instant."""
    if not isinstance(rule, Silence):
        return ExtensionProblem.NOT_A_SILENCE
    deadline = deadline_in_force(rule, acts)
    if utc(extension.at) > deadline:
        return ExtensionProblem.LATE
    return None if utc(extension.deadline) > deadline else ExtensionProblem.NOT_LATER
