"""What of versions waits for a seat: newer editions on offer, reasons to approve, locked passages that changed."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from tejido.curriculum.models import Edition, Text
from tejido.curriculum.queries import latest_revisions
from tejido.ledger.actors import Actor
from tejido.registry.models import Body
from tejido.registry.names import Task
from tejido.registry.rules import may_keep_network, tasks

from ..models import BroughtEdition, CorePassage, Departure, Derivation, Uptake
from ..names import LockState
from .core import core_in, lock_states
from .departures import standing, to_approve
from .versions import Version, accounts_of, as_they_stand, derivations


@dataclass(frozen=True, slots=True)
class Newer:
    """The latest state of a text, and since when there is one."""

    number: int
    is_edition: bool
    digest: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Offered:
    """A version of the seat's to which something newer is offered that nobody has looked at."""

    derivation: Derivation
    newer: Newer


@dataclass(frozen=True, slots=True)
class Approvals:
    """A version with reasons that the seat can approve; `since` is when the first of them was given."""

    derivation: Derivation
    count: int
    since: datetime


@dataclass(frozen=True, slots=True)
class Changed:
    """An edition in which locked passages say something else than they were locked with."""

    edition: Edition
    count: int


@dataclass(frozen=True, slots=True)
class VersionWork:
    offers: tuple[Offered, ...] = ()
    approvals: tuple[Approvals, ...] = ()
    changed: tuple[Changed, ...] = ()


def version_work(actor: Actor, bodies: Iterable[Body]) -> VersionWork:
    """What waits for the seat in its bodies. A constant number of queries, however many versions there are; one where
    there is none, and for the secretariat one more."""
    serves = {body.key: tasks(actor, body) for body in bodies}
    rows = list(derivations().filter(text__body__in=list(serves)))
    mine = [row for row in rows if Task.FACILITATE in serves[row.text.body_id]]
    answers = [row for row in rows if Task.CHAIR in serves[row.text.body_id]]
    changed = _changed() if may_keep_network(actor) is None else ()
    return VersionWork(_offers(mine), _approvals(actor, answers), changed)


## What is offered


def _offers(rows: Sequence[Derivation]) -> tuple[Offered, ...]:
    """Of what was left for later nobody is reminded: it was looked at."""
    if not rows:
        return ()
    found = Uptake.objects.filter(derivation__in=[row.key for row in rows], undone_at=None).order_by("number")
    uptakes = {uptake.derivation_id: uptake for uptake in found.defer("manifest")}
    of_texts = _newest_of_texts([row.source for row in rows if row.source is not None])
    brought = _newest_brought([row for row in rows if row.source_id is None])
    offered = []
    for row in rows:
        newer = of_texts.get(row.source_id) if row.source_id else brought.get(row.key)
        uptake = uptakes[row.key]
        if newer is not None and newer.digest not in {uptake.theirs, uptake.digest}:
            offered.append(Offered(row, newer))
    return tuple(offered)


def _newest_of_texts(sources: Sequence[Text]) -> dict[str, Newer]:
    """Two queries at most: the latest edition of each text, or of a member's own that has none its latest revision."""
    keys = [text.key for text in sources]
    editions = Edition.objects.filter(text__in=keys).select_related("revision").order_by("number")
    listed = editions.defer("record", "revision__manifest") if keys else ()
    found = {row.text_id: Newer(row.number, True, row.revision.digest, row.sealed_at) for row in listed}
    bare = [text for text in sources if text.key not in found and text.body.member_id is not None]
    latest = latest_revisions(bare) if bare else {}
    return found | {key: Newer(row.number, False, row.digest, row.at) for key, row in latest.items()}


def _newest_brought(rows: Sequence[Derivation]) -> dict[str, Newer]:
    if not rows:
        return {}
    found = BroughtEdition.objects.filter(derivation__in=[row.key for row in rows]).order_by("number")
    return {row.derivation_id: Newer(row.number, True, row.digest, row.at) for row in found.defer("record", "manifest")}


## What waits for approval


def _approvals(actor: Actor, rows: Sequence[Derivation]) -> tuple[Approvals, ...]:
    """Texts are read only of versions in which a reason was given that nobody approved."""
    open_ = Departure.objects.filter(derivation__in=[row.key for row in rows], approved_at=None) if rows else ()
    wanted = {row.derivation_id for row in open_}
    versions = as_they_stand(row for row in rows if row.key in wanted) if wanted else []
    if not versions:
        return ()
    waiting = _waiting(versions)
    mine = to_approve(actor, (row for several in waiting.values() for row in several)).rows
    counts = Counter(row.derivation_id for row in mine)
    since = {key: min(row.at for row in mine if row.derivation_id == key) for key in counts}
    return tuple(
        Approvals(v.derivation, counts[v.derivation.key], since[v.derivation.key])
        for v in versions
        if v.derivation.key in counts
    )


def _waiting(versions: Sequence[Version]) -> dict[str, list[Departure]]:
    """The reasons that hold and that nobody approved, by version. Three queries at most."""
    accounts = accounts_of(versions)
    declared: dict[str, dict[tuple[str, bool], Departure]] = {version.derivation.key: {} for version in versions}
    for row in Departure.objects.filter(derivation__in=list(declared)):
        declared[row.derivation_id][row.subject, row.is_section] = row
    sources = {version.derivation.source_id for version in versions}
    locks = list(CorePassage.objects.filter(edition__text__in=sources, lifted_at=None).select_related("edition"))
    found = {}
    for version in versions:
        key = version.derivation.key
        locked = {lock.passage for lock in locks if _binds(lock, version)}
        found[key] = standing(accounts[key], declared[key], core_in(accounts[key], locked)).waiting
    return found


def _binds(lock: CorePassage, version: Version) -> bool:
    uptake = version.uptake
    is_here = lock.edition.text_id == version.derivation.source_id
    return is_here and uptake.is_edition and lock.edition.number <= uptake.edition


## Locked passages


def _changed() -> tuple[Changed, ...]:
    """The latest editions with locked passages that say something else now. Three queries at most."""
    locks = CorePassage.objects.filter(lifted_at=None).select_related("edition__revision").defer("edition__record")
    rows = list(locks.order_by("edition__number"))
    if not rows:
        return ()
    texts = {row.edition.text_id for row in rows}
    editions = Edition.objects.filter(text__in=texts).select_related("text", "revision").defer("record")
    newest = {edition.text_id: edition for edition in editions.order_by("number")}
    states = lock_states(newest.values(), rows)
    counts = Counter(key for key, state in states if state == LockState.CHANGED)
    return tuple(Changed(edition, counts[key]) for key, edition in newest.items() if counts[key])
