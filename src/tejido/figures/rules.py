"""Who counts and releases in a school, who shows the counts of a member to others, and what of it may be done."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import Any

from tejido.ledger.actors import Actor
from tejido.ledger.refusals import No as Shared
from tejido.ledger.refusals import Refusal, must_be_fresh, not_yours
from tejido.mechanisms.rules import may_state
from tejido.registry.models import Body
from tejido.registry.names import Role, Task
from tejido.registry.rules import tasks

from .models import Draft, Publication, Release
from .names import LEAST, MOST, OF_PERSON, No


def keeps_counts(actor: Actor, space: Body) -> bool:
    """Whoever enters the records of a school sees what it may release of them."""
    return space.institution_id is not None and Task.ENTER in tasks(actor, space)


def reads_received(actor: Actor, member: str) -> bool:
    """What schools released to their member its seats read, but for those that enter records in one of its schools."""
    return not actor.is_public and bool(member) and actor.member == member and actor.role != Role.REGISTRAR


def may_count(actor: Actor, space: Body) -> Refusal | None:
    return None if keeps_counts(actor, space) else not_yours(Role.REGISTRAR.label)


def is_countable(since: date, until: date, today: date, *, dimensions: Sequence[str], threshold: int) -> Refusal | None:
    """Whole months of one year that are over, and a manner of telling persons apart that the method knows."""
    this_month = today.replace(day=1)
    if since.year != until.year or since > until or until.replace(day=1) >= this_month:
        return Refusal(No.NO_MONTHS)
    if len(dimensions) > MOST or len({*dimensions}) < len(dimensions) or {*dimensions} - {*OF_PERSON}:
        return Refusal(No.TOO_FINE, {"most": MOST})
    return None if threshold >= LEAST else Refusal(No.TOO_FEW, {"least": LEAST})


def has_something(parts: Collection[object], threshold: int) -> Refusal | None:
    return None if parts else Refusal(No.NOTHING, {"least": threshold})


def may_release(actor: Actor, space: Body, draft: Draft | None, seen: str, *, is_free: bool) -> Refusal | None:
    """A formal act of the institution's representative, of what they had before them. `is_free`: none of its months was
    released since it was counted."""
    if Task.CHAIR not in tasks(actor, space):
        return not_yours(Role.REPRESENTATIVE.label)
    if draft is None:
        return Refusal(No.NOT_PREPARED)
    if draft.digest != seen:
        return Refusal(Shared.STALE)
    if not is_free:
        return Refusal(No.RELEASED_ALREADY)
    return must_be_fresh(actor.is_fresh)


def may_correct(actor: Actor, release: Release) -> Refusal | None:
    """A count is corrected once, by a second version of the same groups."""
    if refusal := may_count(actor, release.space):
        return refusal
    if release.replaced_at is not None:
        return Refusal(No.REPLACED)
    return Refusal(No.CORRECTED_ONCE) if release.corrects_id else None


def is_correction(release: Release, *, has_changed: bool, could_change: bool) -> Refusal | None:
    """Whether counting again leads to something else that may be told. `could_change`: some records differ, too few to
    show it. What was withdrawn may be released again as it was."""
    if has_changed or (release.withdrawn_at is not None and not could_change):
        return None
    return Refusal(No.CHANGED_TOO_LITTLE, {"least": release.threshold}) if could_change else Refusal(No.UNCHANGED)


def may_withdraw(actor: Actor, release: Release) -> Refusal | None:
    if Task.CHAIR not in tasks(actor, release.space):
        return not_yours(Role.REPRESENTATIVE.label)
    if release.replaced_at is not None:
        return Refusal(No.REPLACED)
    return must_be_fresh(actor.is_fresh) if release.withdrawn_at is None else Refusal(No.IS_WITHDRAWN)


def may_publish(
    actor: Actor, member: str, *, digest: str, seen: str, has_counts: bool, standing: Publication | None
) -> Refusal | None:
    """A formal act of the member's keepers, of what their schools released and they had before them."""
    if refusal := may_state(actor, member):
        return refusal
    if not has_counts:
        return Refusal(No.NONE_RECEIVED)
    if digest != seen:
        return Refusal(Shared.STALE)
    if standing is not None and standing.digest == digest:
        return Refusal(No.PUBLISHED_SO)
    return must_be_fresh(actor.is_fresh)


def are_told(groups: Sequence[Mapping[str, Any]]) -> Refusal | None:
    """No group that comes from elsewhere is smaller than one that is told here."""
    is_small = any(group["persons"] < LEAST for group in groups)
    return Refusal(No.TOO_FEW, {"least": LEAST}) if is_small else None


def may_end(actor: Actor, row: Publication) -> Refusal | None:
    if refusal := may_state(actor, row.member.code):
        return refusal
    return must_be_fresh(actor.is_fresh) if row.ended_at is None else Refusal(No.NOT_PUBLISHED)
