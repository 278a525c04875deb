"""Letting peers read a practice, publishing a version of it, and withdrawing it."""

from datetime import datetime
from typing import cast

from django.db import transaction

from tejido.ledger import commands as ledger
from tejido.ledger.actors import Actor
from tejido.ledger.names import NETWORK
from tejido.ledger.refusals import ask

from .. import rules
from ..lines import digest_of
from ..models import Practice, Remark, Submission, Version
from ..names import Act
from .writing import between, locked


@transaction.atomic
def submit(*, actor: Actor, practice: Practice, seen: str, at: datetime) -> Submission:
    """Peers read a copy of the draft as it stands; an earlier copy is closed. `seen` is the digest that was read."""
    row = locked(practice.key)
    latest, digest = _latest(row), digest_of(row.draft)
    ask(rules.may_submit(actor, row, digest, seen, latest, _unanswered(row)))
    _close(row, at)
    number = latest.number + 1 if latest is not None else 1
    made = Submission.objects.create(
        practice=row, number=number, content=row.draft, digest=digest, at=at, office=actor.office
    )
    between(actor, Act.SUBMITTED, made, at, {"number": number, "digest": digest}, members=[row.member.code])
    return made


@transaction.atomic
def take_back(*, actor: Actor, practice: Practice, at: datetime) -> None:
    """Peers read it no more. What they have given stays, and stays to be answered."""
    row = locked(practice.key)
    latest = _latest(row)
    ask(rules.may_tell(actor, row.member.code) or rules.is_with_peers(latest))
    _close(row, at)
    facts = {"number": latest.number, "digest": latest.digest} if latest is not None else {}
    between(actor, Act.TAKEN_BACK, latest or row, at, facts, members=[row.member.code])


@transaction.atomic
def publish_practice(*, actor: Actor, practice: Practice, audience: str, seen: str, at: datetime) -> Version:
    """The draft as it stands becomes the next version, for the network or for everybody. It never changes. What peers
    said of it stands beside it; who was asked and has not answered is asked no more."""
    row = locked(practice.key)
    latest, digest = _latest(row), digest_of(row.draft)
    standing = Version.objects.filter(practice=row, withdrawn_at=None).last()
    ask(rules.may_publish(actor, row, audience, seen, digest, latest, standing, _unanswered(row)))
    _close(row, at)
    number = Version.objects.filter(practice=row).count() + 1
    made = Version.objects.create(  # refused above where nothing was ever submitted
        practice=row, number=number, content=row.draft, digest=digest, audience=audience,
        submission=cast("Submission", latest), at=at, office=actor.office,
    )  # fmt: skip  # one row of a table, read as one
    facts = {"number": number, "digest": digest, "audience": str(audience)}
    ledger.write_down(actor, Act.PUBLISHED, made, at, facts, tree=NETWORK)
    return made


@transaction.atomic
def withdraw_practice(*, actor: Actor, practice: Practice, language: str, reason: str, at: datetime) -> None:
    """No version is shown any more. That there was one, its title, dates and digests, and the reason stay known to
    those who could read it."""
    row = locked(practice.key)
    standing = Version.objects.filter(practice=row, withdrawn_at=None)
    last = standing.last()
    ask(rules.may_withdraw(actor, row, reason, is_published=last is not None))
    facts = {"versions": [version.number for version in standing]}
    standing.update(withdrawn_at=at, reason={language: reason})
    ledger.write_down(actor, Act.WITHDRAWN, last or row, at, facts, tree=NETWORK, details={"reason": reason})


def _latest(row: Practice) -> Submission | None:
    return Submission.objects.filter(practice=row).last()


def _unanswered(row: Practice) -> int:
    """How many remarks of given reviews have no reason yet."""
    given = Remark.objects.filter(review__submission__practice=row).exclude(review__given_at=None)
    return given.filter(reply=None).count()


def _close(row: Practice, at: datetime) -> None:
    Submission.objects.filter(practice=row, closed_at=None).update(closed_at=at)
