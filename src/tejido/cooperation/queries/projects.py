"""Projects as an actor may read them: all of it for its members, the joint result for others once it is shown."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

from tejido.ledger.actors import Actor
from tejido.registry.models import Member

from ..models import (
    Acceptance,
    Confirmation,
    Project,
    ProjectEvaluation,
    ProjectMeeting,
    ProjectParty,
    ProjectResult,
    ProjectStep,
    Talk,
    Terms,
)
from ..names import Heard, State


@dataclass(frozen=True, slots=True)
class ProjectContext:
    """A project. What its members say among themselves is loaded for them alone: for everybody else `terms` are those
    that were agreed, without what they say, and everything below `evaluations` is empty."""

    project: Project
    parties: tuple[ProjectParty, ...]
    is_party: bool
    terms: tuple[Terms, ...]
    acceptances: tuple[Acceptance, ...]
    result: ProjectResult | None
    evaluations: tuple[ProjectEvaluation, ...]
    confirmations: tuple[Confirmation, ...] = ()
    results: tuple[ProjectResult, ...] = ()
    talks: tuple[Talk, ...] = ()
    steps: tuple[ProjectStep, ...] = ()
    meetings: tuple[ProjectMeeting, ...] = ()

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
    row = Project.objects.select_related("member", "offer__member", "request__member").get(_readable(actor), key=key)
    return context_of(row, actor)


def context_of(row: Project, actor: Actor | None = None) -> ProjectContext:
    """Everything of a project for the seats of its members; for another actor what others read. Without an actor
    everything, for the commands."""
    parties = tuple(ProjectParty.objects.filter(project=row).select_related("member"))
    is_party = actor is None or actor.member in {party.member.code for party in parties}
    loaded = _of_all(row, actor, parties, is_party=is_party) | (_of_parties(row) if is_party else {})
    return ProjectContext(row, parties, is_party, **loaded)


def _readable(actor: Actor) -> Q:
    own = ProjectParty.objects.filter(member__code=actor.member or "-").values("project")
    return Q(key__in=own) | Q(shown_at__isnull=False)


def _of_all(row: Project, actor: Actor | None, parties: Sequence[ProjectParty], *, is_party: bool) -> dict[str, Any]:
    terms = list(Terms.objects.filter(project=row))
    acceptances = tuple(Acceptance.objects.filter(terms__project=row).select_related("member"))
    if not is_party:
        terms = [_title_alone(found) for found in [_standing(terms, acceptances, len(parties))] if found]
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
    return ProjectEvaluation.objects.filter(heard, project=row, replaced_at=None).select_related("member")


def _of_parties(row: Project) -> dict[str, Any]:
    return {
        "confirmations": tuple(Confirmation.objects.filter(result__project=row).select_related("member")),
        "results": tuple(ProjectResult.objects.filter(project=row)),
        "talks": tuple(Talk.objects.filter(project=row)),
        "steps": tuple(ProjectStep.objects.filter(project=row).select_related("member")),
        "meetings": tuple(ProjectMeeting.objects.filter(project=row).select_related("meeting")),
    }


@dataclass(frozen=True, slots=True)
class ProjectLine:
    """A project in a list. `lacks` is what the actor's own member has still to do, empty where nothing is."""

    project: Project
    title: dict[str, str]
    since: date | None
    until: date | None
    members: tuple[Member, ...]
    is_party: bool
    has_accepted: bool
    result: ProjectResult | None
    has_confirmed: bool

    @property
    def state(self) -> State:
        return self.project.state

    @property
    def asks_for_terms(self) -> bool:
        return self.is_party and not self.project.over_at and not self.has_accepted

    @property
    def asks_for_result(self) -> bool:
        """A result was written that the actor's member has not confirmed."""
        return self.is_party and not self.project.over_at and self.result is not None and not self.has_confirmed


def projects_of(actor: Actor) -> list[ProjectLine]:
    """The projects of the actor's member, the latest first, and those whose result others show. Six queries."""
    if actor.is_public:
        return []
    rows = list(Project.objects.select_related("member").filter(_readable(actor)))
    keys = [row.key for row in rows]
    parties = _grouped(ProjectParty.objects.filter(project__in=keys).select_related("member"), "project_id")
    terms = _grouped(Terms.objects.filter(project__in=keys), "project_id")
    acceptances = list(Acceptance.objects.filter(terms__project__in=keys).select_related("member"))
    results = _grouped(ProjectResult.objects.filter(project__in=keys), "project_id")
    confirmations = list(Confirmation.objects.filter(result__project__in=keys, member__code=actor.member or "-"))
    confirmed = {row.result_id for row in confirmations}
    loaded = _Loaded(actor.member, parties, terms, acceptances, results, frozenset(confirmed))
    return [loaded.line(row) for row in rows]


@dataclass(frozen=True, slots=True)
class _Loaded:
    """What belongs to several projects, by their keys."""

    member: str
    parties: dict[str, list[ProjectParty]]
    terms: dict[str, list[Terms]]
    acceptances: list[Acceptance]
    results: dict[str, list[ProjectResult]]
    confirmed: frozenset[str]

    def line(self, row: Project) -> ProjectLine:
        members = tuple(party.member for party in self.parties[row.key])
        terms = self.terms[row.key]
        shown = _standing(terms, self.acceptances, len(members)) or terms[-1]
        result = self.results[row.key][-1] if row.key in self.results else None
        accepted = {each.terms_id for each in self.acceptances if each.member.code == self.member}
        return ProjectLine(
            project=row,
            title=shown.title,
            since=shown.since,
            until=shown.until,
            members=members,
            is_party=self.member in {member.code for member in members},
            has_accepted=terms[-1].key in accepted,
            result=result,
            has_confirmed=result is not None and result.key in self.confirmed,
        )


def _standing(terms: Sequence[Terms], acceptances: Iterable[Acceptance], parties: int) -> Terms | None:
    """The last terms that all have accepted."""
    times = [row.terms_id for row in acceptances]
    return next((row for row in reversed(terms) if times.count(row.key) == parties), None)


def _grouped(rows: Iterable[Any], field: str) -> dict[str, list[Any]]:
    found: dict[str, list[Any]] = {}
    for row in rows:
        found.setdefault(getattr(row, field), []).append(row)
    return found


def projects_for(actor: Actor, since: date, until: date) -> list[ProjectLine]:
    """The projects that the actor may read and that were agreed by the last of these days and not over before the
    first: its own member's, and those whose result is shown."""
    return [line for line in projects_of(actor) if line.project.agreed_at and _falls(line.project, since, until)]


def _falls(row: Project, since: date, until: date) -> bool:
    begun = row.agreed_at is not None and row.agreed_at.date() <= until
    return begun and (row.over_at is None or row.over_at.date() >= since)
