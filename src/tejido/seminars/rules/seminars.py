"""Who may keep cycles and seminars, and what may be done with one in which state."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from tejido.curriculum.models import Revision, Text
from tejido.ledger.actors import Actor
from tejido.ledger.refusals import Refusal, must_be_fresh
from tejido.registry.models import Event, Institution, Member
from tejido.registry.names import BodyKind, EventKind, Inferred
from tejido.registry.rules import may_keep_network
from tejido.web.dates import span

from ..models import Cycle, Seminar
from ..names import No, State


@dataclass(frozen=True, slots=True)
class Outline:
    """What a cycle is: its number and title, the text that it teaches and the text that is its structure."""

    number: int | None
    title: Mapping[str, str]
    text: Text | None
    structure: Text | None


@dataclass(frozen=True, slots=True)
class Plan:
    """What a seminar is to be. `since` and `until` are its first and last day in ISO 8601."""

    part: int
    title: Mapping[str, str]
    host: Member | None
    institution: Institution | None
    place: Mapping[str, str]
    site: Mapping[str, str]
    since: str
    until: str
    zone: str
    languages: Sequence[str]
    capacity: int | None


def may_keep_seminars(actor: Actor) -> Refusal | None:
    """The secretariat prepares seminars for the network."""
    return may_keep_network(actor)


def may_keep_cycle(actor: Actor, outline: Outline, numbers: Collection[int]) -> Refusal | None:
    """`numbers` are those of the other cycles."""
    if refusal := may_keep_seminars(actor):
        return refusal
    if outline.number is None and not outline.title:
        return Refusal(No.NO_CYCLE_NAME)
    if outline.number in numbers:
        return Refusal(No.NUMBER_TAKEN, {"number": outline.number})
    return is_of_network(outline.text) or is_of_network(outline.structure)


def is_of_network(text: Text | None) -> Refusal | None:
    """Members teach together only what belongs to all of them."""
    return None if text is None or text.body.kind == BodyKind.NETWORK else Refusal(No.NOT_OF_NETWORK)


def may_take_other_texts(cycle: Cycle, outline: Outline, told: Sequence[Seminar]) -> Refusal | None:
    """What was announced or held with a text keeps it. `told` are the parts that were."""
    with_text = any(row.revision_id for row in told) and cycle.text != outline.text
    with_structure = any(row.structure_id for row in told) and cycle.structure != outline.structure
    return Refusal(No.TEXT_IS_TAUGHT) if with_text or with_structure else None


def may_begin_structure(actor: Actor, cycle: Cycle) -> Refusal | None:
    return may_keep_seminars(actor) or (Refusal(No.STRUCTURE_THERE) if cycle.structure_id else None)


def may_prepare(actor: Actor, plan: Plan, parts: Collection[int]) -> Refusal | None:
    """`parts` are those that the cycle has already."""
    return may_keep_seminars(actor) or is_free(plan.part, parts) or is_whole(plan)


def is_free(part: int, parts: Collection[int]) -> Refusal | None:
    return Refusal(No.PART_TAKEN, {"part": part}) if part in parts else None


def is_whole(plan: Plan) -> Refusal | None:
    """It has days, a language, and an institution only of its host or of the network itself."""
    if not (is_day(plan.since) and is_day(plan.until) and plan.since <= plan.until):
        return Refusal(No.NO_DAYS)
    if not plan.languages:
        return Refusal(No.NO_LANGUAGE)
    of = plan.institution.member_id if plan.institution else None
    return Refusal(No.NOT_OF_HOST) if of and (plan.host is None or of != plan.host.key) else None


def is_day(value: str) -> bool:
    """A whole day; of a month or a year nothing can be reckoned."""
    found = span(value)
    return found is not None and found[0] == found[1]


def may_describe(actor: Actor, seminar: Seminar, plan: Plan, parts: Collection[int]) -> Refusal | None:
    return may_prepare(actor, plan, parts) or must_be(seminar, {State.PREPARING})


def may_announce(actor: Actor, seminar: Seminar, today: date) -> Refusal | None:
    """Once, somewhere, and before it is over."""
    if refusal := may_keep_seminars(actor) or must_be(seminar, {State.PREPARING}):
        return refusal
    if not any(seminar.place.values()):
        return Refusal(No.NO_PLACE)
    if date.fromisoformat(seminar.until) < today:
        return Refusal(No.IS_PAST)
    return must_be_fresh(actor.is_fresh)


def may_change(
    actor: Actor, seminar: Seminar, plan: Plan, parts: Collection[int], changed: Sequence[str], reason: str
) -> Refusal | None:
    """After the announcement whatever is changed has a reason, and is told."""
    refusal = may_prepare(actor, plan, parts) or must_be(seminar, {State.ANNOUNCED})
    if refusal is None and not changed:
        return Refusal(No.NOTHING_CHANGED)
    if refusal is None and not any(plan.place.values()):
        return Refusal(No.NO_PLACE)
    return refusal or has_reason(reason)


def may_work_on(actor: Actor, seminar: Seminar) -> Refusal | None:
    """What belongs to the preparation can be put right until it was held."""
    return may_keep_seminars(actor) or must_be(seminar, {State.PREPARING, State.ANNOUNCED})


def may_take(
    actor: Actor, seminar: Seminar, text: Text | None, revision: Revision, taken: Revision | None
) -> Refusal | None:
    """What is taught is a state of the cycle's own text, and is settled once the seminar was held."""
    if refusal := may_work_on(actor, seminar):
        return refusal
    if text is None:
        return Refusal(No.NO_TEXT)
    if revision.text_id != text.key:
        return Refusal(No.NOT_ITS_REVISION)
    return Refusal(No.TAKEN_SO) if revision == taken else None


def may_close(actor: Actor, seminar: Seminar, today: date) -> Refusal | None:
    """It was held once it has begun."""
    if refusal := may_keep_seminars(actor) or must_be(seminar, {State.ANNOUNCED}):
        return refusal
    return Refusal(No.NOT_BEGUN) if date.fromisoformat(seminar.since) > today else None


def may_end(actor: Actor, seminar: Seminar) -> Refusal | None:
    """It is cancelled where it was announced, and given up where it was not."""
    return may_keep_seminars(actor) or must_be(seminar, {State.PREPARING, State.ANNOUNCED})


def may_cancel(actor: Actor, seminar: Seminar, reason: str) -> Refusal | None:
    if refusal := may_end(actor, seminar) or has_reason(reason):
        return refusal
    return must_be_fresh(actor.is_fresh) if seminar.was_announced else None


def may_enter_past(
    actor: Actor, event: Event, part: int, parts: Collection[int], *, is_latest: bool, is_free_event: bool
) -> Refusal | None:
    """What was held before is told by a sourced entry of the register, each by one."""
    if refusal := may_keep_seminars(actor) or is_free(part, parts):
        return refusal
    if event.kind != EventKind.SEMINAR or not is_latest:
        return Refusal(No.NOT_A_SEMINAR)
    if Inferred.HOLDING in event.inferred:
        return Refusal(No.NOT_SEEN_HELD)
    return None if is_free_event else Refusal(No.EVENT_TAKEN)


def may_release(actor: Actor, seminar: Seminar) -> Refusal | None:
    """Only what every member was told of is shown to everybody."""
    told = {State.ANNOUNCED, State.HELD, State.CANCELLED}
    if refusal := may_keep_seminars(actor) or must_be(seminar, told):
        return refusal
    return Refusal(No.SHOWN_SO) if seminar.is_public else None


def may_withdraw(actor: Actor, seminar: Seminar) -> Refusal | None:
    return may_keep_seminars(actor) or (None if seminar.is_public else Refusal(No.NOT_SHOWN))


def has_reason(reason: str) -> Refusal | None:
    return None if reason.strip() else Refusal(No.REASON_NEEDED)


def must_be(seminar: Seminar, states: Collection[str]) -> Refusal | None:
    """The act belongs to these states of a seminar."""
    return None if seminar.state in states else Refusal(No.WRONG_STATE, {"state": State(seminar.state).label})


def hosts(actor: Actor, seminar: Seminar) -> bool:
    """Whether the seat is one of the member that hosts it. Needs the host loaded."""
    return seminar.host is not None and actor.member == seminar.host.code
