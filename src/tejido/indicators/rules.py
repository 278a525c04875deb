"""Who may define what is measured, who reports and releases it, and what of it fits."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from tejido.engine import measure
from tejido.engine.measure import Period, Value
from tejido.ledger.actors import Actor
from tejido.ledger.refusals import No as Shared
from tejido.ledger.refusals import Refusal, must_be_fresh
from tejido.mechanisms.rules import may_state
from tejido.programmes.models import Initiative
from tejido.registry.rules import may_keep_network

from .models import Indicator, Milestone, Release
from .models import Value as Reported
from .names import Direction, Frequency, Kind, No, Part

_AMOUNTS = frozenset({Kind.NUMBER, Kind.SHARE})
MOST_STEPS, MOST_CATEGORIES = 9, 30
# Once a value was reported, what is counted and how often stays.
FIXED = ("kind", "steps", "dimensions", "frequency", "counting", "since", "unit")
# Of a question to every member its words stay too: what members answered is not shown under other words.
WORDED = ("name", "says")


def may_define(actor: Actor, member: str | None) -> Refusal | None:
    """A member's keepers define its indicators; what is asked of every member the secretariat writes down."""
    return may_keep_network(actor) if member is None else may_state(actor, member)


def belongs(member: str | None, initiative: Initiative | None, owner: str | None) -> Refusal | None:
    """An initiative and an owner are the member's own. `owner`: the code of the member of the seat, if one is named."""
    if initiative is not None and (initiative.member.code != member or initiative.is_from_source):
        return Refusal(No.NOT_OWN_INITIATIVE)
    return Refusal(No.NOT_OWN_SEAT) if owner is not None and owner != member else None


def is_sound(row: Indicator) -> Refusal | None:
    """Whether a definition can be reported on."""
    if not any(words.strip() for words in row.name.values()):
        return Refusal(No.NAMELESS)
    if row.kind == Kind.SCALE and not 1 < len(row.steps) <= MOST_STEPS:
        return Refusal(No.NO_STEPS)
    if not measure.may_be(row.kind, measure.Counting(row.counting)):
        return Refusal(No.NOT_ADDED)
    return _is_divided(row) or _is_in_time(row) or _is_levelled(row)


def _is_divided(row: Indicator) -> Refusal | None:
    if row.dimensions and row.kind not in _AMOUNTS:
        return Refusal(No.NOT_DIVIDED)
    several = row.divisions
    if len({each.code for each in several}) < len(several):
        return Refusal(No.NO_CATEGORIES)
    is_right = all(1 < len({*each.categories}) == len(each.categories) <= MOST_CATEGORIES for each in several)
    return None if is_right else Refusal(No.NO_CATEGORIES)


def _is_in_time(row: Indicator) -> Refusal | None:
    if row.until is None:
        return Refusal(No.NO_END) if row.frequency == Frequency.ONCE else None
    return None if row.until > row.since else Refusal(No.NO_END)


def _is_levelled(row: Indicator) -> Refusal | None:
    """Baseline and target are values of the kind, in the order that the direction says."""
    given = [data for data in (row.baseline, row.target) if data is not None]
    heights = [height for data in given if (height := _height(row, data)) is not None]
    if len(heights) < len(given):
        return Refusal(No.WRONG_LEVEL)
    if len(heights) < 2 or row.counting == measure.Counting.ADDING.value:
        return None
    baseline, target = heights
    is_right = target >= baseline if row.direction == Direction.UP else target <= baseline
    return None if is_right else Refusal(No.WRONG_WAY)


def _height(row: Indicator, data: Mapping[str, Any]) -> Decimal | None:
    value = measure.from_data(data)
    return measure.height(value) if _is_of(row, value) else None


def _is_of(row: Indicator, value: Value) -> bool:
    """Whether it is a value of the kind that is asked, and no step above the highest."""
    return value.kind.value == row.kind and (not isinstance(value, measure.Step) or value.place <= len(row.steps))


def may_change(actor: Actor, before: Indicator, after: Indicator, *, has_values: bool) -> Refusal | None:
    """What is counted and how often stays once there are values, and the words of a question to every member; these may
    be said in one more language."""
    if refusal := may_define(actor, _member(before)) or still_asked(before) or is_sound(after):
        return refusal
    if not has_values:
        return None
    if any(getattr(before, name) != getattr(after, name) for name in FIXED):
        return Refusal(No.FROZEN)
    is_reworded = before.is_asked_of_all and any(_loses(getattr(before, name), getattr(after, name)) for name in WORDED)
    return Refusal(No.ANSWERED) if is_reworded else None


def _loses(before: Mapping[str, str], after: Mapping[str, str]) -> bool:
    return any(after.get(tag) != words for tag, words in before.items())


def may_end(actor: Actor, row: Indicator) -> Refusal | None:
    return may_define(actor, _member(row)) or still_asked(row)


def still_asked(row: Indicator) -> Refusal | None:
    return Refusal(No.ENDED) if row.ended_at else None


def _member(row: Indicator) -> str | None:
    return row.member.code if row.member else None


def may_report(actor: Actor, row: Indicator) -> Refusal | None:
    """The keepers of a member report its values, and the seat that owns the indicator."""
    if not actor.member:
        return Refusal(No.NOT_OWN_MEMBER)
    if refusal := still_asked(row):
        return refusal
    is_owner = row.owner_id is not None and row.owner_id == actor.seat
    return None if is_owner else may_state(actor, actor.member)


def fits(
    row: Indicator, period: Period | None, value: Value, parts: Mapping[str, Value], today: date
) -> Refusal | None:
    """Whether the value is one of this indicator and its parts agree with it. `period` is None for one that the
    indicator does not have or that has not begun."""
    if period is None:
        return Refusal(No.NO_PERIOD)
    if period.first > today:
        return Refusal(No.TOO_EARLY)
    if not _is_of(row, value):
        return Refusal(No.OTHER_KIND)
    wrong = measure.problems(value, parts, row.divisions)
    return Refusal(No.PARTS_WRONG, {"problems": _in_words(wrong)}) if wrong else None


def _in_words(wrong: Sequence[measure.Problem]) -> str:
    return "; ".join(str(Part(each.why.value).label) % {"where": each.where} for each in wrong)


def has_source(source: str, address: str, *, has_file: bool) -> Refusal | None:
    return None if source.strip() or address or has_file else Refusal(No.NO_SOURCE)


def may_correct(standing: Reported | None, seen: str, because: str, *, is_same: bool) -> Refusal | None:
    """Nobody writes over what somebody else reported meanwhile, and a correction says why."""
    if (standing.key if standing else "") != seen:
        return Refusal(Shared.STALE)
    if standing is None:
        return None
    if is_same:
        return Refusal(No.SAME_VALUE)
    return None if because.strip() else Refusal(No.NO_REASON)


def may_release(
    actor: Actor, value: Reported, audience: str, standing: Release | None, *, is_as_seen: bool
) -> Refusal | None:
    """A release is a formal act of the member's keepers, of the value with the definition that they saw. The second
    factor is asked last."""
    if refusal := may_state(actor, value.member.code):
        return refusal
    if value.replaced_at:
        return Refusal(No.REPLACED)
    if standing is not None and (standing.value_id, standing.audience) == (value.key, audience):
        return Refusal(No.AS_IT_IS)
    if not is_as_seen:
        return Refusal(Shared.STALE)
    return must_be_fresh(actor.is_fresh)


def may_withdraw(actor: Actor, member: str, standing: Release | None) -> Refusal | None:
    if refusal := may_state(actor, member):
        return refusal
    return must_be_fresh(actor.is_fresh) if standing else Refusal(No.NOT_RELEASED)


def may_set(actor: Actor, member: str, what: Mapping[str, str], initiative: Initiative) -> Refusal | None:
    """A milestone of an own initiative."""
    if refusal := may_state(actor, member) or belongs(member, initiative, None):
        return refusal
    return None if any(words.strip() for words in what.values()) else Refusal(No.NAMELESS)


def may_close(actor: Actor, row: Milestone) -> Refusal | None:
    if refusal := may_state(actor, row.member.code):
        return refusal
    return Refusal(No.MILESTONE_CLOSED) if row.reached_at or row.dropped_at else None


def has_evidence(evidence: str, address: str, *, has_file: bool) -> Refusal | None:
    return None if evidence.strip() or address or has_file else Refusal(No.NO_EVIDENCE)


def may_take_in(*, is_applied: bool, refused: int, changes: Collection[Any], is_as_seen: bool) -> Refusal | None:
    """All of a sheet or nothing of it, and nothing that its preview did not show."""
    if is_applied:
        return Refusal(No.SHEET_APPLIED)
    if refused:
        return Refusal(No.SHEET_WRONG, {"count": refused})
    if not is_as_seen:
        return Refusal(Shared.STALE)
    return None if changes else Refusal(No.SHEET_EMPTY)
