"""Projects: who proposes, agrees, works on them and ends them. `parties` are always the codes of the members that take
part."""

from collections.abc import Collection
from datetime import date

from tejido.ledger.actors import Actor
from tejido.ledger.refusals import No as Shared
from tejido.ledger.refusals import Refusal, must_be_fresh, not_yours
from tejido.meetings.models import Meeting
from tejido.registry.names import BodyKind, Role
from tejido.web.languages import filled

from ..models import Project, ProjectStep
from ..names import Heard, No
from .postings import may_speak
from .values import TermsData


def is_party(actor: Actor, parties: Collection[str]) -> bool:
    return bool(actor.member) and actor.member in parties


def may_propose(
    actor: Actor, partners: Collection[str], members: Collection[str], data: TermsData, origins: Collection[str] = ()
) -> Refusal | None:
    """A member proposes to others of the network. `partners` are the others, `origins` the members of the offer and the
    request that it comes from: each of them takes part."""
    if refusal := may_speak(actor, actor.member):
        return refusal
    if not partners:
        return Refusal(No.NO_PARTNER)
    strange = sorted(code for code in partners if code not in members or code == actor.member)
    if strange:
        return Refusal(No.UNKNOWN_MEMBER, {"code": strange[0]})
    is_theirs = all(code in (actor.member, *partners) for code in origins)
    return _are_sound(data) if is_theirs else Refusal(No.NOT_WITH_THEM)


def _are_sound(data: TermsData) -> Refusal | None:
    if not filled(data.title):
        return Refusal(No.UNTITLED)
    if not filled(data.says):
        return Refusal(No.NO_TERMS)
    return Refusal(No.NOT_A_DAY) if _ends_before(data.since, data.until) else None


def _ends_before(since: date | None, until: date | None) -> bool:
    return bool(since and until and until < since)


def may_act(actor: Actor, project: Project, parties: Collection[str]) -> Refusal | None:
    """The keepers of its members act in a project while it is not over."""
    if refusal := _speaks(actor, parties):
        return refusal
    return Refusal(No.IS_OVER) if project.over_at else None


def _speaks(actor: Actor, parties: Collection[str]) -> Refusal | None:
    if not is_party(actor, parties):
        return not_yours(Role.FOCAL_POINT.label)
    return may_speak(actor, actor.member)


def may_change_terms(
    actor: Actor, project: Project, parties: Collection[str], data: TermsData, *, is_as_seen: bool, is_same: bool
) -> Refusal | None:
    if refusal := may_act(actor, project, parties) or _are_sound(data):
        return refusal
    if not is_as_seen:
        return Refusal(Shared.STALE)
    return Refusal(No.TERMS_AS_THEY_ARE) if is_same else None


def may_accept(
    actor: Actor, project: Project, parties: Collection[str], *, is_as_seen: bool, has_accepted: bool
) -> Refusal | None:
    """Agreeing binds a member: it is a formal act, of exactly what was read."""
    if refusal := may_act(actor, project, parties):
        return refusal
    if not is_as_seen:
        return Refusal(Shared.STALE)
    return Refusal(No.ACCEPTED_ALREADY) if has_accepted else must_be_fresh(actor.is_fresh)


def may_end(actor: Actor, project: Project, parties: Collection[str], reason: str) -> Refusal | None:
    """Each side may decline or break off alone, with a reason."""
    if refusal := may_act(actor, project, parties):
        return refusal
    return None if reason.strip() else Refusal(No.NO_REASON)


def may_talk(actor: Actor, project: Project, parties: Collection[str], words: str) -> Refusal | None:
    if refusal := may_act(actor, project, parties):
        return refusal
    return None if words.strip() else Refusal(No.NOTHING_SAID)


def may_work(actor: Actor, project: Project, parties: Collection[str]) -> Refusal | None:
    """Steps, meetings and results belong to what was agreed."""
    if refusal := may_act(actor, project, parties):
        return refusal
    return None if project.agreed_at else Refusal(No.NOT_AGREED)


def may_plan(actor: Actor, project: Project, parties: Collection[str], what: str, whose: str) -> Refusal | None:
    if refusal := may_work(actor, project, parties):
        return refusal
    if whose not in parties:
        return Refusal(No.UNKNOWN_MEMBER, {"code": whose})
    return None if what.strip() else Refusal(No.NOTHING_SAID)


def may_close_step(actor: Actor, project: Project, parties: Collection[str], step: ProjectStep) -> Refusal | None:
    if refusal := may_work(actor, project, parties):
        return refusal
    return Refusal(No.STEP_IS_CLOSED) if step.done_at or step.dropped_at else None


def may_tie(
    actor: Actor, project: Project, parties: Collection[str], meeting: Meeting, *, is_tied: bool
) -> Refusal | None:
    """Only a meeting that every member of the project may read."""
    if refusal := may_work(actor, project, parties):
        return refusal
    if meeting.body.kind != BodyKind.NETWORK or not meeting.was_convened:
        return Refusal(No.NOT_THEIR_MEETING)
    return Refusal(No.MEETING_IS_TIED) if is_tied else None


def may_write_result(
    actor: Actor, project: Project, parties: Collection[str], says: dict[str, str], *, is_as_seen: bool
) -> Refusal | None:
    if refusal := may_work(actor, project, parties):
        return refusal
    if not is_as_seen:
        return Refusal(Shared.STALE)
    return None if filled(says) else Refusal(No.NOTHING_SAID)


def may_confirm(
    actor: Actor, project: Project, parties: Collection[str], *, is_there: bool, is_as_seen: bool, has_confirmed: bool
) -> Refusal | None:
    """The last confirmation completes the project, so it is a formal act as the first one."""
    if refusal := may_work(actor, project, parties):
        return refusal
    if not is_there:
        return Refusal(No.NO_RESULT)
    if not is_as_seen:
        return Refusal(Shared.STALE)
    return Refusal(No.CONFIRMED_ALREADY) if has_confirmed else must_be_fresh(actor.is_fresh)


def may_agree_to_show(
    actor: Actor, project: Project, parties: Collection[str], *, is_as_seen: bool, has_agreed: bool
) -> Refusal | None:
    """The joint result leaves its members only with the agreement of each."""
    if refusal := _speaks(actor, parties):
        return refusal
    if not project.completed_at:
        return Refusal(No.NOT_COMPLETED)
    if not is_as_seen:
        return Refusal(Shared.STALE)
    return Refusal(No.SHOWING_GIVEN) if has_agreed else must_be_fresh(actor.is_fresh)


def may_end_showing(actor: Actor, parties: Collection[str], *, has_agreed: bool) -> Refusal | None:
    if refusal := _speaks(actor, parties):
        return refusal
    return None if has_agreed else Refusal(No.NOT_SHOWING)


def may_begin_practice(actor: Actor, project: Project, parties: Collection[str], *, has_begun: bool) -> Refusal | None:
    """Each side may make a practice of its own of what all confirmed."""
    if refusal := _speaks(actor, parties):
        return refusal
    if not project.completed_at:
        return Refusal(No.NOT_COMPLETED)
    return Refusal(No.PRACTICE_IS_BEGUN) if has_begun else None


def may_evaluate(actor: Actor, project: Project, parties: Collection[str], heard: str) -> Refusal | None:
    """Each side says for itself what the project was worth, and to whom it says so."""
    if refusal := _speaks(actor, parties):
        return refusal
    if not project.over_at or not project.agreed_at:
        return Refusal(No.NOT_OVER)
    return Refusal(No.NETWORK_TOO_SOON) if heard == Heard.NETWORK and not project.shown_at else None
