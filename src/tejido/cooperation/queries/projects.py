"""Projects as an actor may read them: all of it for its members, the joint result for others once it is shown."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet

from tejido.ledger.actors import Actor
from tejido.meetings.models import Meeting
from tejido.meetings.queries.meetings import body_for, meetings_of
from tejido.registry.models import Member
from tejido.registry.queries import network_body

from ..models import (
    Acceptance,
    Confirmation,
    Posting,
    Project,
    ProjectEvaluation,
    ProjectMeeting,
    ProjectParty,
    ProjectPractice,
    ProjectResult,
    ProjectStep,
    Talk,
    Terms,
)
from ..names import Heard
from .postings import open_to


@dataclass(frozen=True, slots=True)
class ProjectContext:
    """A project. `offer` and `request` are those that it came from, each as long as the actor may read it: that a
    member proposed a project from what was shown to it shows it to nobody else. What its members say among themselves
    is loaded for them alone: for everybody else `terms` are those that were agreed, without what they say, and
    everything below `evaluations` is empty."""

    project: Project
    parties: tuple[ProjectParty, ...]
    is_party: bool
    terms: tuple[Terms, ...]
    acceptances: tuple[Acceptance, ...]
    result: ProjectResult | None
    evaluations: tuple[ProjectEvaluation, ...]
    offer: Posting | None = None
    request: Posting | None = None
    confirmations: tuple[Confirmation, ...] = ()
    results: tuple[ProjectResult, ...] = ()
    talks: tuple[Talk, ...] = ()
    steps: tuple[ProjectStep, ...] = ()
    meetings: tuple[ProjectMeeting, ...] = ()
    practices: tuple[ProjectPractice, ...] = ()

    @property
    def codes(self) -> tuple[str, ...]:
        return tuple(party.member.code for party in self.parties)

    @property
    def latest(self) -> Terms:
        """The terms that were proposed last."""
        return self.terms[-1]

    @property
    def agreed(self) -> Terms | None:
        """The last terms that every member has accepted: they hold until other ones are."""
        return next((terms for terms in reversed(self.terms) if not self.lacking(terms)), None)

    @property
    def shown(self) -> Terms:
        """What holds, or else what is proposed."""
        return self.agreed or self.latest

    def accepted_by(self, terms: Terms) -> frozenset[str]:
        return frozenset(row.member.code for row in self.acceptances if row.terms_id == terms.key)

    def lacking(self, terms: Terms) -> tuple[Member, ...]:
        """Who has not accepted these terms."""
        accepted = self.accepted_by(terms)
        return tuple(party.member for party in self.parties if party.member.code not in accepted)

    @property
    def confirmed_by(self) -> frozenset[str]:
        """Who has confirmed the result that stands."""
        key = self.result.key if self.result else ""
        return frozenset(row.member.code for row in self.confirmations if row.result_id == key)

    @property
    def unconfirmed(self) -> tuple[Member, ...]:
        return tuple(party.member for party in self.parties if party.member.code not in self.confirmed_by)

    def shows(self, member: str) -> bool:
        """Whether this member agrees that the network reads the result."""
        return any(party.shows_at for party in self.parties if party.member.code == member)

    @property
    def not_showing(self) -> tuple[Member, ...]:
        return tuple(party.member for party in self.parties if party.shows_at is None)


def project_for(actor: Actor, key: str) -> ProjectContext:
    """Project.DoesNotExist for the public, and for others than its members until its result is shown to the network,
    exactly as for an unknown key. A constant number of queries."""
    if actor.is_public:
        raise Project.DoesNotExist
    row = Project.objects.select_related("member").get(readable(actor), key=key)
    return context_of(row, actor)


def context_of(row: Project, actor: Actor | None = None) -> ProjectContext:
    """Everything of a project for the seats of its members; for another actor what others read. Without an actor
    everything, for the commands."""
    parties = tuple(ProjectParty.objects.filter(project=row).select_related("member"))
    is_party = actor is None or actor.member in {party.member.code for party in parties}
    loaded = _of_all(row, actor, parties, is_party=is_party)
    if is_party:
        loaded |= _of_parties(row) | (_origins(row, actor) if actor else {})
    return ProjectContext(row, parties, is_party, **loaded)


def _origins(row: Project, actor: Actor) -> dict[str, Posting | None]:
    found = open_to(actor, [key for key in (row.offer_id, row.request_id) if key])
    return {"offer": found.get(row.offer_id or ""), "request": found.get(row.request_id or "")}


def readable(actor: Actor) -> Q:
    own = ProjectParty.objects.filter(member__code=actor.member or "-").values("project")
    return Q(key__in=own) | Q(shown_at__isnull=False)


def _of_all(row: Project, actor: Actor | None, parties: Sequence[ProjectParty], *, is_party: bool) -> dict[str, Any]:
    terms = list(Terms.objects.filter(project=row))
    acceptances = tuple(Acceptance.objects.filter(terms__project=row).select_related("member"))
    if not is_party:
        terms = [_title_alone(found) for found in [standing(terms, acceptances, len(parties))] if found]
    return {
        "terms": tuple(terms),
        "acceptances": acceptances,
        "result": ProjectResult.objects.filter(project=row).last(),
        "evaluations": tuple(_evaluations(row, actor, is_party=is_party)),
    }


def _title_alone(terms: Terms) -> Terms:
    """For others: the title and the days of what was agreed, and nothing of what it says."""
    terms.says, terms.conditions = {}, {}
    return terms


def _evaluations(row: Project, actor: Actor | None, *, is_party: bool) -> QuerySet[ProjectEvaluation]:
    heard = Q(heard=Heard.NETWORK) if row.shown_at else Q(pk=None)
    if is_party:
        heard = Q(heard__in=(Heard.PARTNERS, Heard.NETWORK)) | Q(member__code=actor.member if actor else "-")
    rows = ProjectEvaluation.objects.filter(heard, project=row, replaced_at=None)
    return rows.select_related("member").order_by("member__code")


def _of_parties(row: Project) -> dict[str, Any]:
    return {
        "confirmations": tuple(Confirmation.objects.filter(result__project=row).select_related("member")),
        "results": tuple(ProjectResult.objects.filter(project=row)),
        "talks": tuple(Talk.objects.filter(project=row)),
        "steps": tuple(ProjectStep.objects.filter(project=row).select_related("member")),
        "practices": tuple(ProjectPractice.objects.filter(project=row).select_related("member")),
        "meetings": tuple(ProjectMeeting.objects.filter(project=row).select_related("meeting")),
    }


def standing(terms: Sequence[Terms], acceptances: Iterable[Acceptance], parties: int) -> Terms | None:
    """The last terms that all have accepted."""
    times = [row.terms_id for row in acceptances]
    return next((row for row in reversed(terms) if times.count(row.key) == parties), None)


def step_of(context: ProjectContext, key: str) -> ProjectStep:
    """A step of a project that the actor works on. ProjectStep.DoesNotExist otherwise."""
    return ProjectStep.objects.select_related("project").get(project=context.project, key=key)


def network_meetings(actor: Actor) -> list[Meeting]:
    """The meetings of the network that the actor may know of, the latest first."""
    body = network_body()
    return meetings_of(body_for(actor, body.key))
