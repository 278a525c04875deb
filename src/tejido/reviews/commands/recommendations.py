"""What should be done, and what became of it: each answer is a row of its own."""

from datetime import date, datetime

from django.db import transaction

from tejido.ledger.actors import Actor
from tejido.ledger.refusals import ask
from tejido.mechanisms.commands.writing import File, keep
from tejido.registry.models import Institution

from .. import rules
from ..models import FollowUp, Recommendation, Review
from ..names import Act
from .writing import locked, write_down


@transaction.atomic
def recommend(
    *,
    actor: Actor,
    review: Review,
    words: str,
    language: str,
    at: datetime,
    institution: Institution | None = None,
    by: date | None = None,
) -> Recommendation:
    """What should be done, by which institution of the member and by when. Numbers are never given twice."""
    row = locked(review.key)
    ask(rules.may_keep(actor, row) or rules.has_words(words) or rules.belongs(row.member_id, institution))
    last = Recommendation.objects.filter(review=row).order_by("number").last()
    made = Recommendation.objects.create(
        review=row, number=last.number + 1 if last else 1, words=words.strip(), language=language,
        institution=institution, by=by, at=at, office=actor.office,
    )  # fmt: skip  # one row of a table, read as one
    facts = {"number": made.number, "by": by.isoformat() if by else ""}
    write_down(actor, Act.RECOMMENDATION_MADE, made, row, at, facts, {"words": made.words})
    return made


@transaction.atomic
def follow_up(
    *,
    actor: Actor,
    recommendation: Recommendation,
    state: str,
    language: str,
    at: datetime,
    words: str = "",
    address: str = "",
    file: File | None = None,
) -> FollowUp:
    """How it stands from now on, in words and with what shows it."""
    review = locked(recommendation.review_id)
    row = Recommendation.objects.select_related("review__member").get(key=recommendation.key)
    has_evidence = bool(words.strip() or address or file)
    ask(rules.may_follow(actor, row, state, has_words=has_evidence, has_evidence=has_evidence))
    made = FollowUp.objects.create(
        recommendation=row, state=state, words=words.strip(), language=language, address=address,
        paper=keep(review.member, file), at=at, office=actor.office, seat=actor.seat,
    )  # fmt: skip  # one row of a table, read as one
    row.standing = state
    row.save(update_fields=["standing"])
    facts = {"recommendation": row.key, "state": str(state)}
    write_down(actor, Act.FOLLOWED_UP, made, review, at, facts, {"words": made.words, "address": address})
    return made
