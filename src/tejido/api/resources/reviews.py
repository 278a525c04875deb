"""Reviews of one's own member and those that one's seat was invited to; and the summaries that members released."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from tejido.ledger.actors import Actor
from tejido.reviews import queries
from tejido.reviews.queries import Seen

from ..resource import Resource, Texts, Within, address, page
from .parts import texts

## Reviews


@dataclass(frozen=True, slots=True)
class Finding:
    """What was found, and what shows it. `is_of_peer`: a peer wrote it, and only that peer and the member read it."""

    key: str
    words: str
    language: str
    evidence: str
    link: str
    is_of_peer: bool
    is_struck: bool


@dataclass(frozen=True, slots=True)
class Question:
    """What a review asks, with what was found on it, as far as the reader may know; a question without a key gathers
    what was found on none."""

    key: str
    words: Texts
    findings: list[Finding]


@dataclass(frozen=True, slots=True)
class FollowUp:
    """What was told of a recommendation: how it stands from then on."""

    state: str
    words: str
    language: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Recommendation:
    """What should be done, by which institution and by when."""

    key: str
    number: int
    words: str
    language: str
    institution: str
    by: date | None
    standing: str
    follow_ups: list[FollowUp]


@dataclass(frozen=True, slots=True)
class Review:
    """A review of a member. `scope` is what an invitation opens to the seat of another member, empty for its own.
    `questions`, `from_peers` and `recommendations` are told where one review is asked for."""

    key: str
    address: str
    page: str
    member: str
    title: Texts
    is_own: bool
    scope: str
    since: date
    until: date | None
    next_on: date | None
    closed_at: datetime | None
    questions: list[Question] | None
    from_peers: list[Finding] | None
    recommendations: list[Recommendation] | None


Told = tuple[Any, str, Seen | None]  # the row, the scope of an invitation, and everything that is read of it


def _reviews(actor: Actor, _at: datetime, _within: Within) -> Sequence[Told]:
    own: list[Told] = [(row, "", None) for row in queries.own_reviews(actor)]
    return [*own, *((each.review, str(each.scope), None) for each in queries.invitations_for(actor))]


def _review(actor: Actor, _at: datetime, key: str) -> Told:
    seen = queries.review_for(actor, key)
    return seen.review, str(seen.invitation.scope) if seen.invitation else "", seen


def _show_review(item: Told, _actor: Actor, _at: datetime) -> Review:
    row, scope, seen = item
    return Review(
        key=row.key,
        address=address("reviews", row.key),
        page=page("reviews:review", row.key),
        member=row.member.code,
        title=texts(row.title),
        is_own=not scope,
        scope=scope,
        since=row.since,
        until=row.until,
        next_on=None if scope else row.next_on,
        closed_at=row.closed_at,
        questions=[_question(each) for each in seen.asked] if seen else None,
        from_peers=[_finding(each) for each in seen.of_peers] if seen else None,
        recommendations=[_recommendation(each) for each in seen.advised] if seen else None,
    )


def _question(asked: Any) -> Question:
    row = asked.question
    findings = [_finding(each) for each in asked.findings]
    return Question(row.key if row else "", texts(row.words) if row else {}, findings)


def _finding(row: Any) -> Finding:
    is_struck, is_of_peer = row.struck_at is not None, row.invitation_id is not None
    evidence, link = ("", "") if is_struck else (row.evidence, row.address)
    return Finding(row.key, row.words, row.language, evidence, link, is_of_peer, is_struck)


def _recommendation(advised: Any) -> Recommendation:
    row = advised.row
    told = [FollowUp(str(each.state), each.words, each.language, each.at) for each in advised.told]
    institution = row.institution.code if row.institution else ""
    return Recommendation(
        row.key, row.number, row.words, row.language, institution, row.by, str(row.standing), told,
    )  # fmt: skip  # one row, read as one


def _key_of_review(item: Told) -> str:
    return str(item[0].key)


REVIEWS = Resource(
    "reviews", "reviews:review", Review, _reviews, _review, _show_review, key=_key_of_review, index="reviews:home",
)  # fmt: skip  # one row, read as one


## Summaries


@dataclass(frozen=True, slots=True)
class ReviewSummary:
    """What a member said of one of its reviews to others, as it was then."""

    key: str
    address: str
    page: str
    member: str
    title: Texts
    words: Texts
    audience: str
    digest: str
    at: datetime


def _summaries(actor: Actor, _at: datetime, within: Within) -> Sequence[Any]:
    return queries.summaries_for(actor, within.get("member"))


def _summary(actor: Actor, _at: datetime, key: str) -> Any:
    return queries.summary_for(actor, key)


def _show_summary(row: Any, _actor: Actor, _at: datetime) -> ReviewSummary:
    return ReviewSummary(
        key=row.key,
        address=address("review-summaries", row.key),
        page=page("reviews:summary", row.key),
        member=row.member.code,
        title=texts(row.title),
        words=texts(row.words),
        audience=str(row.audience),
        digest=row.digest,
        at=row.at,
    )


SUMMARIES = Resource(
    "review-summaries", "reviews:summary", ReviewSummary, _summaries, _summary, _show_summary,
    filters=("member",), is_public=True,
)  # fmt: skip  # one row, read as one

RESOURCES = (REVIEWS, SUMMARIES)
