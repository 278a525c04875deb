"""How the page of each member stands: what it says, who approved it, and what its own seats prepare."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from tejido.ledger.actors import Actor
from tejido.registry.models import Member
from tejido.registry.queries import capacity, network_body
from tejido.registry.rules import Capacity

from ..models import Consent, Page, Report
from ..names import PageState, Step
from ..proof import page_digest
from ..terms import Block
from .asked import Asked
from .national import Facts


@dataclass(frozen=True, slots=True)
class PageLine:
    """The page of a member as everybody of the network knows it. `consent` is the approval that was given last, if it
    was not withdrawn; it stands while the records say what they said then."""

    member: Member
    facts: Facts
    consent: Consent | None
    is_standing: bool

    @property
    def state(self) -> PageState:
        if self.consent is None:
            return PageState.WAITING
        return PageState.APPROVED if self.is_standing else PageState.CHANGED

    @property
    def blocks(self) -> Sequence[Block]:
        """What an approved page shows; of another one what public sources say."""
        return self.facts.all if self.is_standing else self.facts.sourced

    @property
    def words(self) -> Mapping[str, str]:
        return self.consent.words if self.consent and self.is_standing else {}

    @property
    def approved_at(self) -> datetime | None:
        return self.consent.at if self.consent and self.is_standing else None


@dataclass(frozen=True, slots=True)
class OwnPage:
    """The page of the actor's own member as its seats prepare it. `cleared` and `approved` are the digests that stand,
    empty where none does."""

    line: PageLine
    words: Mapping[str, str]
    digest: str
    cleared: str
    approved: str
    capacity: Capacity
    cleared_at: datetime | None = None

    @property
    def is_cleared(self) -> bool:
        return self.cleared == self.digest

    @property
    def is_approved(self) -> bool:
        return self.approved == self.digest


def consents_of(report: Report) -> Mapping[tuple[str, str], Consent]:
    """The latest of each member and step that was not withdrawn. One query."""
    found = {(row.member_id, row.step): row for row in Consent.objects.filter(report=report)}
    return {place: row for place, row in found.items() if row.withdrawn_at is None}


def page_lines(asked: Asked, facts: Mapping[str, Facts]) -> list[PageLine]:
    """Of every member that has a page, by code. One query."""
    consents = consents_of(asked.report)
    return [_line(asked.report, row, facts[row.code], consents.get((row.key, Step.APPROVED))) for row in asked.members]


def _line(report: Report, member: Member, facts: Facts, consent: Consent | None) -> PageLine:
    is_standing = consent is not None and consent.digest == _digest(report, member, facts, consent.words)
    return PageLine(member, facts, consent, is_standing)


def _digest(report: Report, member: Member, facts: Facts, words: Mapping[str, str]) -> str:
    return page_digest(report.key, member.code, facts.all, words)


def own_page(actor: Actor, report: Report, line: PageLine) -> OwnPage:
    """Page.DoesNotExist for everybody but the seats of that member. Three queries."""
    if actor.is_public or actor.member != line.member.code:
        raise Page.DoesNotExist
    row = Page.objects.filter(report=report, member=line.member).first()
    words: Mapping[str, str] = row.words if row else {}
    consents = consents_of(report)
    cleared, approved = (consents.get((line.member.key, step)) for step in (Step.CLEARED, Step.APPROVED))
    return OwnPage(
        line, words, _digest(report, line.member, line.facts, words), cleared.digest if cleared else "",
        approved.digest if approved else "", capacity(actor, network_body()), cleared.at if cleared else None,
    )  # fmt: skip  # one value
