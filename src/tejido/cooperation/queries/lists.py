"""Projects in lists: the actor's own, those that others show, and those whose result is due."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from tejido.ledger.actors import Actor
from tejido.registry.models import Member

from ..models import Acceptance, Confirmation, Project, ProjectParty, ProjectResult, Terms
from ..names import State
from .projects import readable, standing


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
    rows = list(Project.objects.select_related("member").filter(readable(actor)))
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
        shown = standing(terms, self.acceptances, len(members)) or terms[-1]
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


def due_projects(day: date) -> list[tuple[Project, tuple[Member, ...], date]]:
    """Agreed projects whose last day by what was agreed has passed, without a result; with their members and that day.
    Four queries."""
    rows = list(Project.objects.filter(agreed_at__isnull=False, completed_at=None, ended_at=None))
    keys = [row.key for row in rows]
    done = set(ProjectResult.objects.filter(project__in=keys).values_list("project_id", flat=True))
    parties = _grouped(ProjectParty.objects.filter(project__in=keys).select_related("member"), "project_id")
    terms = _grouped(Terms.objects.filter(project__in=keys), "project_id")
    acceptances = list(Acceptance.objects.filter(terms__project__in=keys))
    found = []
    for row in rows:
        agreed = standing(terms[row.key], acceptances, len(parties[row.key]))
        if row.key not in done and agreed is not None and agreed.until is not None and agreed.until < day:
            found.append((row, tuple(party.member for party in parties[row.key]), agreed.until))
    return found


def projects_of_pairs(actor: Actor) -> dict[frozenset[str], str]:
    """The keys of the projects of the actor's member that were not broken off, by the keys of the offer and the request
    from which they were proposed. One query."""
    parties = ProjectParty.objects.filter(
        member__code=actor.member, project__ended_at=None, project__offer__isnull=False, project__request__isnull=False
    )
    rows = parties.values_list("project", "project__offer", "project__request")
    return {frozenset({offer, request}): key for key, offer, request in rows}
