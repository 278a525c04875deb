"""What a member does with its page: own words, clearance, approval, and its withdrawal."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction

from tejido.engine.proof import canonical_digest
from tejido.ledger.actors import Actor
from tejido.ledger.commands import write_down
from tejido.ledger.names import NETWORK, tree_of
from tejido.ledger.refusals import Refusal, Refused, ask
from tejido.registry.names import Task
from tejido.registry.queries import capacity, network_body
from tejido.web.languages import filled

from .. import rules
from ..models import Consent, Page, Report
from ..names import Act, No, Step
from ..queries import OwnPage, compose, own_page
from .writing import locked


def _own(actor: Actor, report: Report, task: Task, at: datetime) -> OwnPage:
    """The page of the actor's own member, with the report's row locked. Refused to who may not do this."""
    row = locked(actor, report.key)
    found = compose(row, at)
    line = found.page_of(actor.member)
    ask(rules.speaks(capacity(actor, network_body()), task, row, has_page=line is not None))
    assert line is not None  # noqa: S101  # the rule has asked
    return own_page(actor, row, line)


@transaction.atomic
def write_page(*, actor: Actor, report: Report, words: Mapping[str, str], seen: str, at: datetime) -> Page:
    """Own words in each language. Nobody but the member's own seats reads them until the page is approved. `seen` is
    the digest of the words that were read."""
    own = _own(actor, report, Task.CONSOLIDATE, at)
    if words_digest(own.words) != seen:
        raise Refused(Refusal(No.MOVED))
    values: dict[str, Any] = {"words": filled(words), "at": at, "office": actor.office}
    row, _made = Page.objects.update_or_create(report=report, member=own.line.member, defaults=values)
    facts = {"report": report.key, "languages": sorted(row.words), "digest": words_digest(row.words)}
    write_down(actor, Act.PAGE_WRITTEN, row, at, facts, tree=tree_of(actor.member))
    return row


def words_digest(words: Mapping[str, str]) -> str:
    return canonical_digest({"words": dict(words)})


@transaction.atomic
def clear_page(*, actor: Actor, report: Report, seen: str, at: datetime) -> Consent:
    """The validating authority clears the page that it has read; a line of the member's own ledger."""
    own = _own(actor, report, Task.CLEAR, at)
    ask(rules.may_clear(actor, seen, own.digest, own.cleared))
    row = _consent(actor, report, own, Step.CLEARED, at)
    facts = {"report": report.key, "digest": row.digest}
    write_down(actor, Act.PAGE_CLEARED, row, at, facts, tree=tree_of(actor.member))
    return row


@transaction.atomic
def approve_page(*, actor: Actor, report: Report, seen: str, at: datetime) -> Consent:
    """The member approves its page exactly as it was read, and as it was cleared where the network asks for it."""
    own = _own(actor, report, Task.RELEASE, at)
    requires = own.capacity.body.requires_clearance
    ask(rules.may_approve(actor, seen, own.digest, own.cleared, own.approved, requires_clearance=requires))
    row = _consent(actor, report, own, Step.APPROVED, at)
    facts = {"member": actor.member, "digest": row.digest}
    write_down(actor, Act.PAGE_APPROVED, report, at, facts, tree=NETWORK)
    return row


def _consent(actor: Actor, report: Report, own: OwnPage, step: Step, at: datetime) -> Consent:
    of: dict[str, Any] = {"report": report, "member": own.line.member, "step": step}
    number = Consent.objects.filter(**of).count() + 1
    return Consent.objects.create(
        **of, number=number, digest=own.digest, words=dict(own.words), at=at, office=actor.office, seat=actor.seat
    )


@transaction.atomic
def withdraw_approval(*, actor: Actor, report: Report, at: datetime) -> None:
    """The page is not approved any more. What was issued before stays as it was issued."""
    own = _own(actor, report, Task.RELEASE, at)
    ask(rules.may_withdraw(actor, is_approved=bool(own.approved)))
    standing = Consent.objects.filter(report=report, member=own.line.member, step=Step.APPROVED, withdrawn_at=None)
    standing.update(withdrawn_at=at)
    write_down(actor, Act.APPROVAL_WITHDRAWN, report, at, {"member": actor.member}, tree=NETWORK)
