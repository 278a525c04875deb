"""What the school sees of its endpoint: keys, what came, what went wrong."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from tejido.ledger.actors import Actor
from tejido.records.models import Cohort
from tejido.records.queries import cohorts_for
from tejido.registry.models import Body

from ..models import Count, Credential, Failure, Link, Store, Verb
from ..rules import may_keep
from .access import own_body, store_of

DAYS = 14  # that the page looks back
LINES = 60


@dataclass(frozen=True, slots=True)
class Came:
    """How many statements with a verb came on a day."""

    day: date
    verb: str
    count: int


@dataclass(frozen=True, slots=True)
class Overview:
    """The page of a school. `store` is None until the first key is made. `failures` come with the names of keys."""

    body: Body
    store: Store | None
    keys: Sequence[Credential]
    came: Sequence[Came]
    total: int
    failures: Sequence[tuple[Failure, str]]
    links: Sequence[Link]
    may_keep: bool


def overview(actor: Actor, at: datetime) -> Overview | None:
    """None for whoever has no part in a school's space. Eight queries."""
    try:
        body = own_body(actor)
    except Body.DoesNotExist:
        return None
    store, keeps = store_of(body), may_keep(actor, body) is None
    if store is None:
        return Overview(body, None, (), (), 0, (), (), keeps)
    keys = list(Credential.objects.filter(store=store).select_related("store"))
    names = {key.key: key.name for key in keys}
    since = at.date() - timedelta(days=DAYS)
    failures = Failure.objects.filter(store_no=store.no, day__gte=since).order_by("-last")[:LINES]
    links = Link.objects.filter(store=store, ended_at=None).select_related("cohort__course")
    came = _came(store, since)
    return Overview(
        body=body,
        store=store,
        keys=keys,
        came=came[:LINES],
        total=sum(each.count for each in came),
        failures=[(row, names.get(row.credential, "")) for row in failures],
        links=list(links),
        may_keep=keeps,
    )


def _came(store: Store, since: date) -> list[Came]:
    rows = Count.objects.filter(store_no=store.no, day__gte=since).order_by("-day", "-count", "verb_no")
    told = list(rows.values_list("day", "verb_no", "count"))
    verbs = dict(Verb.objects.filter(pk__in={verb for _day, verb, _count in told}).values_list("pk", "iri"))
    return [Came(day, verbs.get(verb, ""), count) for day, verb, count in told]


def cohorts_to_link(actor: Actor) -> list[Cohort]:
    """The cohorts of the actor's own school."""
    body = own_body(actor)
    return [cohort for cohort in cohorts_for(actor) if cohort.space_id == body.key]
