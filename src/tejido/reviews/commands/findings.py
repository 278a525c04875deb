"""What was found: by the member's own seats, and by an invited peer."""

from datetime import datetime
from typing import Any

from django.db import transaction

from tejido.indicators.models import Indicator
from tejido.ledger.actors import Actor
from tejido.ledger.refusals import ask
from tejido.mechanisms.commands.writing import File, keep
from tejido.programmes.models import Initiative

from .. import rules
from ..models import Finding, Invitation, Question, Review
from ..names import Act
from .writing import locked, write_down


@transaction.atomic
def enter_finding(
    *,
    actor: Actor,
    review: Review,
    words: str,
    language: str,
    at: datetime,
    question: Question | None = None,
    evidence: str = "",
    address: str = "",
    file: File | None = None,
    initiative: Initiative | None = None,
    indicator: Indicator | None = None,
) -> Finding:
    """A finding of a seat of the member, with what shows it and what it is about."""
    row, question = locked(review.key), _again(question)
    ask(rules.may_find(actor, row) or rules.has_words(words) or rules.is_of_review(row, question))
    ask(rules.belongs(row.member_id, initiative, indicator))
    made = _finding(actor, row, at, words, language, question, evidence, address)
    made.initiative, made.indicator = initiative, indicator
    return _kept(actor, Act.FINDING_ENTERED, made, file)


@transaction.atomic
def hand_over_finding(
    *,
    actor: Actor,
    invitation: Invitation,
    words: str,
    language: str,
    at: datetime,
    question: Question | None = None,
    evidence: str = "",
    address: str = "",
    file: File | None = None,
) -> Finding:
    """A finding of an invited peer, for the reviewed member alone. Its line stands in the ledger of that member."""
    row, question = locked(invitation.review_id), _again(question)
    standing = Invitation.objects.select_related("review__member").get(key=invitation.key)
    ask(rules.may_find_as_peer(actor, standing) or rules.has_words(words) or rules.is_of_review(row, question))
    made = _finding(actor, row, at, words, language, question, evidence, address)
    made.invitation = standing
    return _kept(actor, Act.PEER_FINDING_ENTERED, made, file)


def _again(question: Question | None) -> Question | None:
    """The question as it stands under the lock: it may have been struck out meanwhile."""
    return Question.objects.get(key=question.key) if question else None


def _finding(actor: Actor, review: Review, at: datetime, *said: Any) -> Finding:
    words, language, question, evidence, address = said
    return Finding(
        review=review, words=words.strip(), language=language, question=question, evidence=evidence.strip(),
        address=address, at=at, office=actor.office, seat=actor.seat,
    )  # fmt: skip  # one row of a table, read as one


def _kept(actor: Actor, act: Act, made: Finding, file: File | None) -> Finding:
    """The file is the reviewed member's, whoever wrote the finding: it lives and dies with the review."""
    made.paper = keep(made.review.member, file)
    made.save(force_insert=True)
    digest = made.paper.digest if made.paper else ""
    details = {"words": made.words, "evidence": made.evidence, "address": made.address, "paper": digest}
    write_down(actor, act, made, made.review, made.at, {}, details)
    return made


@transaction.atomic
def strike_finding(*, actor: Actor, finding: Finding, at: datetime) -> None:
    """It no longer counts, and stays where it was written."""
    review = locked(finding.review_id)
    related = ("review__member", "invitation__review")
    row = Finding.objects.select_related(*related).get(key=finding.key)
    ask(rules.may_strike_finding(actor, row))
    row.struck_at = at
    row.save(update_fields=["struck_at"])
    write_down(actor, Act.FINDING_STRUCK, row, review, at)
