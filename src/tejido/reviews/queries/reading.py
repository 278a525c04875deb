"""What an actor may read of reviews: its own member's, what it was invited to, and summaries that were released.

A review to which nobody invited the seat, one whose invitation was taken back, one that was closed, and one that does
not exist give the same answer.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.core.exceptions import ObjectDoesNotExist
from django.db.models import QuerySet

from tejido.ledger.actors import Actor

from ..models import Finding, FollowUp, Invitation, Question, Recommendation, Review, Summary
from ..names import CLOSED, Audience, Scope
from ..rules import is_own, reads_summary

_REVIEW = ("member", "area", "initiative__member", "earlier")


@dataclass(frozen=True, slots=True)
class Asked:
    """A question with what was found on it. `question` is None for findings on none."""

    question: Question | None
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Advised:
    """A recommendation with what was told of it, the oldest first."""

    row: Recommendation
    told: tuple[FollowUp, ...]


@dataclass(frozen=True, slots=True)
class Seen:
    """A review as one reader reads it. `invitation` is that of the reader, where a peer reads. What the reader may not
    see is not there: invitations and summaries are the member's own, and of peers each reads only its own findings."""

    review: Review
    is_own: bool
    invitation: Invitation | None
    asked: tuple[Asked, ...]
    of_peers: tuple[Finding, ...]
    advised: tuple[Advised, ...]
    invitations: tuple[Invitation, ...] = ()
    summaries: tuple[Summary, ...] = ()
    still_open: tuple[Recommendation, ...] = ()
    later: Review | None = None

    @property
    def reads_findings(self) -> bool:
        return self.is_own or (self.invitation is not None and self.invitation.scope == Scope.WHOLE)

    @property
    def summary(self) -> Summary | None:
        """The one that stands."""
        return next((row for row in self.summaries if row.withdrawn_at is None), None)

    @property
    def questions(self) -> list[Question]:
        """Those that are still asked."""
        return [one.question for one in self.asked if one.question is not None and one.question.struck_at is None]


def own_reviews(actor: Actor) -> list[Review]:
    """Those of the actor's member, the latest first. One query."""
    if actor.is_public or not actor.member:
        return []
    rows = Review.objects.filter(member__code=actor.member).select_related(*_REVIEW)
    return list(rows.order_by("-since", "-at", "key"))


def invitations_for(actor: Actor) -> list[Invitation]:
    """What this seat is invited to and may still read. One query."""
    if actor.is_public:
        return []
    rows = Invitation.objects.filter(seat=actor.seat, withdrawn_at=None, review__closed_at=None)
    return list(rows.select_related("review__member", "member"))


def summaries_for(actor: Actor, member: str = "") -> list[Summary]:
    """The standing summaries that the actor may read, of one member or of all. One query."""
    audiences = [Audience.PUBLIC] if actor.is_public else [Audience.PUBLIC, Audience.NETWORK]
    rows = Summary.objects.filter(withdrawn_at=None, audience__in=audiences).select_related("member", "review")
    return list((rows.filter(member__code=member) if member else rows).order_by("-at", "key"))


def summary_for(actor: Actor, key: str) -> Summary:
    """A standing summary that the actor may read. ObjectDoesNotExist otherwise."""
    row = Summary.objects.select_related("member", "review").get(key=key, withdrawn_at=None)
    if not reads_summary(actor, row):
        raise ObjectDoesNotExist
    return row


def own_review_for(actor: Actor, key: str) -> Review:
    """A review of the actor's own member. ObjectDoesNotExist otherwise."""
    row = Review.objects.select_related(*_REVIEW).get(key=key)
    if not is_own(actor, row.member.code):
        raise ObjectDoesNotExist
    return row


def invitation_to(actor: Actor, review: str) -> Invitation:
    """The standing invitation of this seat to a review that is open. ObjectDoesNotExist otherwise."""
    if actor.is_public:
        raise ObjectDoesNotExist
    rows = Invitation.objects.select_related("review__member", "review__earlier", "member")
    return rows.get(review=review, seat=actor.seat, withdrawn_at=None, review__closed_at=None)


def review_for(actor: Actor, key: str) -> Seen:
    """One review as the actor reads it. Seven queries for its own member, fewer for a peer."""
    row = Review.objects.select_related(*_REVIEW).get(key=key)
    if is_own(actor, row.member.code):
        return _own(row)
    return _as_peer(row, invitation_to(actor, key))


def _own(row: Review) -> Seen:
    findings = list(_findings(row))
    invitations = Invitation.objects.filter(review=row).select_related("seat__institution__member", "member")
    earlier = Recommendation.objects.filter(review=row.earlier_id or "-").exclude(standing__in=CLOSED)
    return Seen(
        row, True, None, _asked(row, [one for one in findings if one.invitation_id is None]),
        tuple(one for one in findings if one.invitation_id is not None), _advised(row), tuple(invitations),
        tuple(Summary.objects.filter(review=row).order_by("-at", "key")), tuple(earlier.select_related("institution")),
        Review.objects.filter(earlier=row).first(),
    )  # fmt: skip  # one row of a table, read as one


def _as_peer(row: Review, invitation: Invitation) -> Seen:
    reads_all = invitation.scope == Scope.WHOLE
    handed = tuple(_findings(row).filter(invitation__seat=invitation.seat_id))
    findings = list(_findings(row).filter(invitation=None, struck_at=None)) if reads_all else []
    advised = _advised(row) if reads_all else ()
    return Seen(row, False, invitation, _asked(row, findings), handed, advised)


def _findings(row: Review) -> QuerySet[Finding]:
    related = ("question", "paper", "initiative__member", "indicator", "invitation__member")
    return Finding.objects.filter(review=row).select_related(*related).defer("paper__data")


def _asked(row: Review, findings: Sequence[Finding]) -> tuple[Asked, ...]:
    """Every question that is asked, those that were struck out where something was found on them, and the findings on
    none."""
    by_question: dict[str | None, list[Finding]] = {}
    for one in findings:
        by_question.setdefault(one.question_id, []).append(one)
    questions = [
        Asked(one, tuple(by_question.get(one.key, ())))
        for one in Question.objects.filter(review=row)
        if one.struck_at is None or one.key in by_question
    ]
    loose = by_question.get(None)
    return (*questions, Asked(None, tuple(loose))) if loose else tuple(questions)


def _advised(row: Review) -> tuple[Advised, ...]:
    rows = Recommendation.objects.filter(review=row).select_related("institution__member")
    told: dict[str, list[FollowUp]] = {}
    for one in FollowUp.objects.filter(recommendation__review=row).select_related("paper").defer("paper__data"):
        told.setdefault(one.recommendation_id, []).append(one)
    return tuple(Advised(one, tuple(told.get(one.key, ()))) for one in rows)


def question_for(actor: Actor, key: str) -> Question:
    """A question of a review of the actor's own member."""
    row = Question.objects.select_related("review__member").get(key=key)
    _own_only(actor, row.review)
    return row


def recommendation_for(actor: Actor, key: str) -> Recommendation:
    row = Recommendation.objects.select_related("review__member", "institution").get(key=key)
    _own_only(actor, row.review)
    return row


def sent_invitation_for(actor: Actor, key: str) -> Invitation:
    """An invitation that the actor's own member sent."""
    row = Invitation.objects.select_related("review__member").get(key=key)
    _own_only(actor, row.review)
    return row


def _own_only(actor: Actor, review: Review) -> None:
    if not is_own(actor, review.member.code):
        raise ObjectDoesNotExist


def finding_for(actor: Actor, key: str) -> Finding:
    """A finding that the actor may read: of its own member's review; its own as a peer; the member's, where the whole
    review was opened to it. ObjectDoesNotExist otherwise."""
    related = ("review__member", "invitation__review__member", "paper")
    row = Finding.objects.select_related(*related).defer("paper__data").get(key=key)
    if is_own(actor, row.review.member.code):
        return row
    invitation = invitation_to(actor, row.review_id)
    if row.invitation is not None and row.invitation.seat_id == invitation.seat_id:
        return row
    if row.invitation is None and row.struck_at is None and invitation.scope == Scope.WHOLE:
        return row
    raise ObjectDoesNotExist


def follow_up_for(actor: Actor, key: str) -> FollowUp:
    """What was told of a recommendation, for the member itself and a peer to whom the whole review was opened."""
    related = ("recommendation__review__member", "paper")
    row = FollowUp.objects.select_related(*related).defer("paper__data").get(key=key)
    review = row.recommendation.review
    if not is_own(actor, review.member.code) and invitation_to(actor, review.key).scope != Scope.WHOLE:
        raise ObjectDoesNotExist
    return row
