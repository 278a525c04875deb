"""Completions of linked activities become records of the school, in the cohort that it linked.

What comes twice is entered once: records know a person, a course and a day again. A statement that cannot become a
record stays a statement, and is counted as trouble.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from django.db import transaction

from tejido.formats.roster.documents import Paper, number_of
from tejido.formats.roster.values import Columns, columns
from tejido.formats.xapi import Completion, completion_of
from tejido.formats.xapi import Statement as Told
from tejido.ledger.actors import Actor
from tejido.ledger.refusals import Refused
from tejido.records.commands import enter
from tejido.records.names import Kind, Result
from tejido.registry.queries import network

from ..models import Credential, Link, Store
from ..names import Trouble
from .counting import count_failure

_MOST = 100  # marks: a statement says a share


def actor_of(credential: Credential) -> Actor:
    """A key acts for the seat that made it, in the school's own space."""
    body = credential.store.body
    return Actor(
        seat=credential.seat,
        mandate=credential.mandate,
        office=credential.office,
        role=credential.role,
        institution=body.institution_id or "",
        member=body.member.code if body.member else "",
    )


def enter_completions(store: Store, credential: Credential, told: Iterable[Told], at: datetime) -> None:
    """Enters what these statements say of linked activities. As many queries as there are cohorts, however many
    statements."""
    finished = [found for each in told if (found := completion_of(each)) and found.has_passed is not False]
    if not finished:
        return
    links = Link.objects.select_related("cohort__space", "cohort__course").filter(store=store, ended_at=None)
    named = {activity for each in finished for activity in each.activities}
    by_activity = {link.activity: link for link in links.filter(activity__in=named)}
    of_cohorts: dict[str, list[Completion]] = defaultdict(list)
    nobody = 0
    for each in finished:
        link = next((by_activity[activity] for activity in each.activities if activity in by_activity), None)
        if link and each.home == link.home and number_of(each.account, Paper(link.paper)):
            of_cohorts[link.activity].append(each)
        elif link:
            nobody += 1
    if nobody:
        _count(store, credential, Trouble.NO_PERSON, at, nobody)
    for activity, completions in of_cohorts.items():
        _enter(store, credential, by_activity[activity], completions, at)


def _enter(store: Store, credential: Credential, link: Link, completions: Sequence[Completion], at: datetime) -> None:
    rows = _columns(Paper(link.paper), completions, at)
    try:
        with transaction.atomic():  # a cohort that takes nothing keeps no statement out
            enter(actor=actor_of(credential), cohort=link.cohort, columns=rows, kind=Kind.XAPI, at=at, out_of=_MOST)
    except Refused:
        _count(store, credential, Trouble.NO_COHORT, at, len(rows))


def _columns(paper: Paper, completions: Sequence[Completion], at: datetime) -> Columns:
    """One row for each person and day, as the last statement says it. Days are those of the network's clocks."""
    found = network()
    zone = ZoneInfo(found.zone) if found else ZoneInfo("UTC")
    once = {
        (f"{paper}:{number_of(each.account, paper)}", (each.at or at).astimezone(zone).date().isoformat()): each
        for each in completions
    }
    told = list(once.values())
    return columns(
        [document for document, _day in once],
        [each.name for each in told],
        [day for _document, day in once],
        results=[Result.PASSED if each.has_passed else Result.COMPLETED for each in told],
        scores=[None if each.score is None else round(each.score * 100 * _MOST) for each in told],
    )


def _count(store: Store, credential: Credential, trouble: Trouble, at: datetime, many: int) -> None:
    count_failure(store=store, credential=credential.key, trouble=trouble, at=at, many=many)
