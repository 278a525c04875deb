"""Peers: who would read, who is asked, what they say, and what the member answers."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, cast

from django.db import transaction

from tejido.ledger import commands as ledger
from tejido.ledger.actors import Actor
from tejido.ledger.names import NETWORK
from tejido.ledger.refusals import ask
from tejido.people.commands import queue_letters
from tejido.registry.models import Member, Seat

from .. import rules
from ..letters import asked, given
from ..lines import review_digest
from ..models import Readiness, Remark, Reply, Review, Submission
from ..names import Act
from .writing import between


@transaction.atomic
def be_ready(*, actor: Actor, themes: Sequence[str], at: datetime) -> Readiness:
    """The seat would read what others submit, on these themes or, for none, on all. It is told nothing by this."""
    Seat.objects.select_for_update().filter(key=actor.seat).first()
    ask(rules.may_be_ready(actor, is_ready=_readiness(actor) is not None))
    codes = [str(theme) for theme in themes]
    row = Readiness.objects.create(seat_id=actor.seat, themes=codes, at=at, office=actor.office)
    ledger.write_down(actor, Act.READY, row, at, {"themes": codes}, tree=NETWORK)
    return row


@transaction.atomic
def end_readiness(*, actor: Actor, at: datetime) -> None:
    row = _readiness(actor)
    ask(rules.may_end_readiness(actor, is_ready=row is not None))
    standing = cast("Readiness", row)  # refused above where there is none
    Readiness.objects.filter(key=standing.key).update(ended_at=at)
    ledger.write_down(actor, Act.NOT_READY, standing, at, tree=NETWORK)


def _readiness(actor: Actor) -> Readiness | None:
    return Readiness.objects.filter(seat=actor.seat or "-", ended_at=None).first()


@transaction.atomic
def ask_peer(*, actor: Actor, submission: Submission, seat: Seat, at: datetime) -> Review:
    """The secretariat asks a seat of another member to read it. From now on that seat reads the copy, and no draft."""
    found = _locked(submission.key)
    taken = Review.objects.filter(submission=found, declined_at=None).values_list("member", flat=True)
    ask(rules.may_ask_peer(actor, found, seat, list(taken)))
    member = cast("Member", seat.institution.member)  # a seat without one was refused above
    row = Review.objects.create(submission=found, seat=seat, member=member, at=at, office=actor.office)
    _between(actor, Act.REVIEW_ASKED, row, at, {"submission": found.key})
    queue_letters(letters=asked(row, at))
    return row


@transaction.atomic
def decline_review(*, actor: Actor, review: Review, at: datetime) -> None:
    """Without a reason: a seat owes none."""
    row = _review(review.key)
    ask(rules.may_review(actor, row))
    Review.objects.filter(key=row.key).update(declined_at=at, draft={})
    _between(actor, Act.REVIEW_DECLINED, row, at, {})


@transaction.atomic
def keep_review(*, actor: Actor, review: Review, draft: Mapping[str, Any]) -> None:
    """What was written so far; nobody else reads it."""
    row = _review(review.key)
    ask(rules.may_review(actor, row))
    Review.objects.filter(key=row.key).update(draft=dict(draft))


@transaction.atomic
def give_review(
    *,
    actor: Actor,
    review: Review,
    recommendation: str,
    language: str,
    summary: str,
    remarks: Mapping[str, str],
    at: datetime,
) -> None:
    """What the peer advises, and its remarks by field. The member reads it from now on; it does not change."""
    row = _review(review.key)
    ask(rules.may_give(actor, row, summary))
    said = {field: body.strip() for field, body in remarks.items() if body.strip()}
    row.given_at, row.recommendation, row.language, row.summary, row.draft = at, recommendation, language, summary, {}
    row.save(update_fields=["given_at", "recommendation", "language", "summary", "draft"])
    Remark.objects.bulk_create([Remark(review=row, field=field, body=body) for field, body in said.items()])
    facts = {"recommendation": str(recommendation), "digest": review_digest(summary, str(recommendation), said)}
    _between(actor, Act.REVIEW_GIVEN, row, at, facts, {"summary": summary, "remarks": said})
    queue_letters(letters=given(row, at))


@transaction.atomic
def answer_remark(*, actor: Actor, remark: Remark, outcome: str, language: str, reason: str, at: datetime) -> Reply:
    """What the member did with a remark, and why. Answering again takes the place of what was answered before."""
    row = Remark.objects.select_for_update(of=("self",)).select_related(*_OF_REMARK).get(key=remark.key)
    practice = row.review.submission.practice
    ask(rules.may_answer(actor, practice, row.review, reason))
    values = {"outcome": outcome, "language": language, "reason": reason, "at": at, "office": actor.office}
    made, _is_new = Reply.objects.update_or_create(remark=row, defaults=values)
    facts = {"field": str(row.field), "outcome": str(outcome)}
    _between(actor, Act.REMARK_ANSWERED, row.review, at, facts, {"reason": reason})
    return made


_OF_REVIEW = ("seat__institution__member", "member", "submission__practice__member")
_OF_REMARK = ("review__member", "review__submission__practice__member")


def _between(
    actor: Actor, act: str, row: Review, at: datetime, facts: dict[str, Any], details: dict[str, Any] | None = None
) -> None:
    practice = row.submission.practice
    members = (practice.member.code, row.member.code)
    between(actor, act, row, at, {"practice": practice.key, **facts}, members=members, details=details)


def _locked(key: str) -> Submission:
    rows = Submission.objects.select_for_update(of=("self",))
    return rows.select_related("practice__member").get(key=key)


def _review(key: str) -> Review:
    return Review.objects.select_for_update(of=("self",)).select_related(*_OF_REVIEW).get(key=key)
