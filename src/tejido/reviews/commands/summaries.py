"""What others are told of a review: a summary of its own, released and withdrawn by formal acts."""

from collections.abc import Mapping
from datetime import datetime
from typing import cast

from django.db import transaction

from tejido.ledger import commands as ledger
from tejido.ledger.actors import Actor
from tejido.ledger.names import NETWORK
from tejido.ledger.refusals import ask

from .. import rules
from ..lines import digest_of
from ..models import Review, Summary
from ..names import Act
from .writing import locked


@transaction.atomic
def release_review(*, actor: Actor, review: Review, words: Mapping[str, str], audience: str, at: datetime) -> Summary:
    """Exactly these words, under the title that the review has now, for these readers. An earlier one ends with it."""
    row = locked(review.key)
    standing = _standing(row)
    digest = digest_of(row.title, words)
    ask(rules.has_words(words) or rules.may_release(actor, row, audience, standing, digest))
    if standing is not None:
        _end(standing, at)
    made = Summary.objects.create(
        review=row, member=row.member, title=row.title, words=dict(words), audience=audience, digest=digest, at=at,
        office=actor.office,
    )  # fmt: skip  # one row of a table, read as one
    facts = {"audience": str(audience), "digest": digest}
    ledger.write_down(actor, Act.SUMMARY_RELEASED, made, at, facts, tree=NETWORK)
    return made


@transaction.atomic
def withdraw_review(*, actor: Actor, review: Review, at: datetime) -> None:
    """From now on nobody outside reads it. That it was shown, when, and its digest are kept."""
    row = locked(review.key)
    standing = _standing(row)
    ask(rules.may_withdraw(actor, row, standing))
    shown = cast("Summary", standing)  # refused above where there is none
    _end(shown, at)
    ledger.write_down(actor, Act.SUMMARY_WITHDRAWN, shown, at, {"digest": shown.digest}, tree=NETWORK)


def _standing(review: Review) -> Summary | None:
    return Summary.objects.filter(review=review, withdrawn_at=None).first()


def _end(row: Summary, at: datetime) -> None:
    row.withdrawn_at = at
    row.save(update_fields=["withdrawn_at"])
