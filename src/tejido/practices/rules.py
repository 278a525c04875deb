"""Who may tell, read, review and publish a practice, and when."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.utils.translation import gettext_lazy as _

from tejido.ledger.actors import CONSOLE, Actor
from tejido.ledger.refusals import Refusal, must_be_fresh, not_yours
from tejido.mechanisms.names import Audience
from tejido.registry.models import Seat
from tejido.registry.names import Role
from tejido.registry.rules import may_keep_mechanism, may_keep_network

from .models import Adaptation, AdaptationRelease, Practice, Review, Submission, Version
from .names import Field, No, Told

EVERYBODY = frozenset({Audience.PUBLIC})
SEATS = frozenset({Audience.NETWORK, Audience.PUBLIC})
# Without these nobody else can use a practice. What is asked is words in one language at least.
NEEDED = (Field.TITLE, Field.PROBLEM, Field.DONE, Field.CONDITIONS)
CONTACT = _("The seat that answers for it")


def reads(actor: Actor) -> frozenset[Audience]:
    """The audiences that the actor belongs to, wherever something was released."""
    return EVERYBODY if actor.is_public else SEATS


def is_own(actor: Actor, member: str) -> bool:
    """Whether the actor sits in a seat of this member."""
    return not actor.is_public and bool(member) and actor.member == member


def may_write(actor: Actor, practice: Practice) -> Refusal | None:
    """Every seat of the member writes on its drafts; what goes out, its keepers decide."""
    if practice.dropped_at is not None or not is_own(actor, practice.member.code):
        return not_yours(Role.FOCAL_POINT.label)
    return None


def may_begin(actor: Actor, member: str) -> Refusal | None:
    return None if is_own(actor, member) else not_yours(Role.FOCAL_POINT.label)


def may_tell(actor: Actor, member: str) -> Refusal | None:
    """What goes out of a member's space its keepers send, and nobody for them."""
    return may_keep_mechanism(actor, member) if actor != CONSOLE else not_yours(Role.FOCAL_POINT.label)


def may_link(initiative: str, *, is_own: bool) -> Refusal | None:
    """A practice or an adaptation names an initiative that its own member states, or none."""
    return None if is_own or not initiative else not_yours(Role.FOCAL_POINT.label)


def may_drop(actor: Actor, practice: Practice, *, went_out: bool) -> Refusal | None:
    """Only what nobody else ever saw is dropped."""
    if refusal := may_tell(actor, practice.member.code) or may_write(actor, practice):
        return refusal
    return Refusal(No.WITH_PEERS) if went_out else None


def is_whole(content: Mapping[str, Any]) -> Refusal | None:
    """Whether others could use it: the words that are needed, and a seat that answers for it."""
    missing = [str(field.label) for field in NEEDED if not any(content[field].values())]
    if not content["contact"]:
        missing.append(str(CONTACT))
    return Refusal(No.LACKS, {"what": ", ".join(missing)}) if missing else None


def may_submit(
    actor: Actor, practice: Practice, digest: str, seen: str, latest: Submission | None, unanswered: int
) -> Refusal | None:
    """`latest` is the last submission, open or not; `unanswered` counts the remarks that wait for a reason."""
    if refusal := may_tell(actor, practice.member.code) or may_write(actor, practice) or is_whole(practice.draft):
        return refusal
    if digest != seen:
        return Refusal(No.CHANGED_SINCE)
    if latest is not None and latest.digest == digest and latest.closed_at is None:
        return Refusal(No.AS_SUBMITTED)
    return Refusal(No.UNANSWERED, {"count": unanswered}) if unanswered else None


def is_with_peers(submission: Submission | None) -> Refusal | None:
    return None if submission is not None and submission.closed_at is None else Refusal(No.NOT_SUBMITTED)


def may_be_ready(actor: Actor, *, is_ready: bool) -> Refusal | None:
    """Any seat of a member says that it would read what others submit."""
    if actor.is_public or not actor.member:
        return not_yours(Role.FOCAL_POINT.label)
    return Refusal(No.READY_SO) if is_ready else None


def may_end_readiness(actor: Actor, *, is_ready: bool) -> Refusal | None:
    return None if is_ready and not actor.is_public else not_yours(Role.FOCAL_POINT.label)


def may_ask_peer(actor: Actor, submission: Submission, seat: Seat, asked: Sequence[str]) -> Refusal | None:
    """`asked` are the members of which a seat reads it already, or has read it."""
    if refusal := may_keep_network(actor) or is_with_peers(submission):
        return refusal
    member = seat.institution.member
    if member is None:
        return Refusal(No.NO_REVIEWER)
    if member.key == submission.practice.member_id:
        return Refusal(No.OWN_PRACTICE)
    return Refusal(No.ASKED_ALREADY) if member.key in asked else None


def may_review(actor: Actor, review: Review) -> Refusal | None:
    """The seat that was asked, as long as the practice is with peers."""
    if actor.is_public or actor.seat != review.seat_id:
        return not_yours(review.seat.office)
    is_open = review.given_at is None and review.declined_at is None and review.submission.closed_at is None
    return None if is_open else Refusal(No.REVIEW_CLOSED)


def may_give(actor: Actor, review: Review, summary: str) -> Refusal | None:
    if refusal := may_review(actor, review):
        return refusal
    return None if summary.strip() else Refusal(No.REVIEW_EMPTY)


def may_answer(actor: Actor, practice: Practice, review: Review, reason: str) -> Refusal | None:
    """The member answers what was remarked, always with a reason."""
    if refusal := may_tell(actor, practice.member.code):
        return refusal
    if review.given_at is None:
        return Refusal(No.NOT_GIVEN)
    return None if reason.strip() else Refusal(No.NO_REASON)


def may_publish(
    actor: Actor,
    practice: Practice,
    audience: str,
    seen: str,
    digest: str,
    latest: Submission | None,
    standing: Version | None,
    unanswered: int,
) -> Refusal | None:
    """Publishing is a formal act of the member alone. Peers have been asked before; none of them can forbid it."""
    if refusal := may_tell(actor, practice.member.code) or may_write(actor, practice) or is_whole(practice.draft):
        return refusal
    if digest != seen:
        return Refusal(No.CHANGED_SINCE)
    if latest is None:
        return Refusal(No.NEVER_SUBMITTED)
    if unanswered:
        return Refusal(No.UNANSWERED, {"count": unanswered})
    if standing is not None and (standing.digest, standing.audience) == (digest, audience):
        return Refusal(No.AS_PUBLISHED)
    return must_be_fresh(actor.is_fresh)


def may_withdraw(actor: Actor, practice: Practice, reason: str, *, is_published: bool) -> Refusal | None:
    if refusal := may_tell(actor, practice.member.code):
        return refusal
    if not is_published:
        return Refusal(No.NOT_PUBLISHED)
    return must_be_fresh(actor.is_fresh) if reason.strip() else Refusal(No.NO_WITHDRAWAL_REASON)


def may_adapt(actor: Actor, version: Version, *, has_one: bool) -> Refusal | None:
    """Another member's keepers write down that they adapted it. It is theirs alone until they release it."""
    if refusal := may_tell(actor, actor.member):
        return refusal
    if actor.member == version.practice.member.code:
        return Refusal(No.ADAPTS_OWN)
    if version.withdrawn_at is not None:
        return Refusal(No.NOT_PUBLISHED)
    return Refusal(No.ADAPTED_ALREADY) if has_one else None


def may_release_adaptation(
    actor: Actor, row: Adaptation, audience: str, digest: str, seen: str, standing: AdaptationRelease | None
) -> Refusal | None:
    if refusal := may_tell(actor, row.member.code):
        return refusal
    if digest != seen:
        return Refusal(No.CHANGED_SINCE)
    if not any(row.draft[Told.CHANGED].values()):
        return Refusal(No.NOTHING_CHANGED)
    if standing is not None and (standing.digest, standing.audience) == (digest, audience):
        return Refusal(No.AS_RELEASED)
    return must_be_fresh(actor.is_fresh)


def may_withdraw_adaptation(actor: Actor, row: Adaptation, standing: AdaptationRelease | None) -> Refusal | None:
    if refusal := may_tell(actor, row.member.code):
        return refusal
    return must_be_fresh(actor.is_fresh) if standing is not None else Refusal(No.NOT_RELEASED)


def may_enquire(actor: Actor, practice: Practice, *, is_manned: bool) -> Refusal | None:
    """Any seat of the network but the member's own writes to the contact."""
    if actor.is_public:
        return not_yours(Role.FOCAL_POINT.label)
    if is_own(actor, practice.member.code):
        return Refusal(No.OWN_CONTACT)
    return None if is_manned else Refusal(No.NO_CONTACT)


def may_answer_enquiry(actor: Actor, practice: Practice) -> Refusal | None:
    """Every seat of the member may answer: the contact is an office, and offices have colleagues."""
    return None if is_own(actor, practice.member.code) else not_yours(Role.FOCAL_POINT.label)
