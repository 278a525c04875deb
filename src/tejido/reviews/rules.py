"""Who reviews what, whom a member lets look at it, and what of a review may still be changed."""

from collections.abc import Mapping
from datetime import date

from tejido.ledger.actors import Actor
from tejido.ledger.refusals import Refusal, must_be_fresh, not_yours
from tejido.mechanisms.rules import may_state
from tejido.registry.names import Role

from .models import Finding, Invitation, Question, Recommendation, Review, Summary
from .names import INVITED_SEAT, Audience, No, State


def is_own(actor: Actor, member: str) -> bool:
    """Whether the actor sits for this member."""
    return not actor.is_public and actor.member == member


def is_open(review: Review) -> Refusal | None:
    return Refusal(No.CLOSED) if review.closed_at else None


def may_keep(actor: Actor, review: Review) -> Refusal | None:
    """A member's keepers lead its reviews, and nobody else."""
    return may_state(actor, review.member.code) or is_open(review)


def is_sound(review: Review) -> Refusal | None:
    """A title, days in order, and an object of the member's own."""
    if not any(words.strip() for words in review.title.values()):
        return Refusal(No.NAMELESS)
    if review.until is not None and review.until < review.since:
        return Refusal(No.ENDS_FIRST)
    if review.next_on is not None and review.next_on <= review.since:
        return Refusal(No.ENDS_FIRST)
    return belongs(review.member_id, review.area, review.initiative, review.earlier)


def belongs(member: str, *rows: object) -> Refusal | None:
    """What a review points at is of the same member. `member` is its key; None stands for nothing."""
    is_other = any(row is not None and getattr(row, "member_id", member) != member for row in rows)
    return Refusal(No.NOT_OWN) if is_other else None


def has_words(words: str | Mapping[str, str]) -> Refusal | None:
    said = [words] if isinstance(words, str) else words.values()
    return None if any(each.strip() for each in said) else Refusal(No.EMPTY)


def may_strike_question(actor: Actor, question: Question) -> Refusal | None:
    return may_keep(actor, question.review) or (Refusal(No.STRUCK) if question.struck_at else None)


def may_find(actor: Actor, review: Review) -> Refusal | None:
    """Every seat of the member writes down what it found."""
    return is_open(review) if is_own(actor, review.member.code) else not_yours(Role.FOCAL_POINT.label)


def is_of_review(review: Review, question: Question | None) -> Refusal | None:
    is_there = question is None or (question.review_id == review.key and question.struck_at is None)
    return None if is_there else Refusal(No.NO_SUCH_QUESTION)


def may_find_as_peer(actor: Actor, invitation: Invitation) -> Refusal | None:
    """The invited seat alone, as long as the invitation stands and the review is open."""
    if invitation.seat_id != actor.seat:
        return not_yours(INVITED_SEAT)
    if invitation.withdrawn_at:
        return Refusal(No.NOT_INVITED)
    return is_open(invitation.review)


def may_strike_finding(actor: Actor, finding: Finding) -> Refusal | None:
    """Who wrote it, and the keepers what their own seats wrote. What a peer wrote only the peer takes back."""
    if finding.struck_at:
        return Refusal(No.STRUCK)
    if finding.invitation is not None:
        return may_find_as_peer(actor, finding.invitation)
    if finding.seat == actor.seat:
        return may_find(actor, finding.review)
    return may_keep(actor, finding.review)


def may_follow(actor: Actor, row: Recommendation, state: str, *, has_words: bool, has_evidence: bool) -> Refusal | None:
    """The keepers, and the seats of the institution that it is addressed to; also when the review is closed."""
    is_addressed = row.institution_id is not None and row.institution_id == actor.institution
    if not (is_addressed and is_own(actor, row.review.member.code)):
        refusal = may_state(actor, row.review.member.code)
        if refusal:
            return refusal
    if state == row.standing and not has_words:
        return Refusal(No.SAME_STATE)
    return Refusal(No.NO_EVIDENCE) if state == State.DONE and not has_evidence else None


def may_close(actor: Actor, review: Review, next_on: date | None) -> Refusal | None:
    if refusal := may_keep(actor, review):
        return refusal
    return Refusal(No.ENDS_FIRST) if next_on is not None and next_on <= review.since else None


def may_invite(actor: Actor, review: Review, of: str, *, is_invited: bool) -> Refusal | None:
    """A seat of another member. `of` is the code of its member, empty for a seat of the network."""
    if refusal := may_keep(actor, review):
        return refusal
    if not of or of == review.member.code:
        return Refusal(No.OWN_SEAT)
    return Refusal(No.INVITED) if is_invited else must_be_fresh(actor.is_fresh)


def may_uninvite(actor: Actor, invitation: Invitation) -> Refusal | None:
    """Taking back is quick: no second factor is asked for what only closes a door."""
    if refusal := may_state(actor, invitation.review.member.code):
        return refusal
    return Refusal(No.NOT_INVITED) if invitation.withdrawn_at else None


def may_release(actor: Actor, review: Review, audience: str, standing: Summary | None, digest: str) -> Refusal | None:
    """A formal act of the keepers, on an open review and on a closed one."""
    if refusal := may_state(actor, review.member.code):
        return refusal
    if standing is not None and (standing.audience, standing.digest) == (audience, digest):
        return Refusal(No.SUMMARY_SO)
    return must_be_fresh(actor.is_fresh)


def may_withdraw(actor: Actor, review: Review, standing: Summary | None) -> Refusal | None:
    if refusal := may_state(actor, review.member.code):
        return refusal
    return must_be_fresh(actor.is_fresh) if standing else Refusal(No.NO_SUMMARY)


def reads_summary(actor: Actor, summary: Summary) -> bool:
    """Its readers, and the member itself."""
    is_network = summary.audience == Audience.NETWORK and not actor.is_public
    return is_network or summary.audience == Audience.PUBLIC or is_own(actor, summary.member.code)
