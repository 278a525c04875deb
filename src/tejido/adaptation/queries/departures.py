"""The reasons for what departs, which of them hold, and which wait for somebody to approve them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from tejido.engine.proof import canonical_digest
from tejido.ledger.actors import Actor
from tejido.registry.models import Body, Mandate
from tejido.registry.names import Role, Task
from tejido.registry.queries import actor_of
from tejido.registry.queries.mandates import held_at
from tejido.registry.rules import is_second, tasks

from ..lines import Account, judged_on
from ..models import Departure
from ..names import Kind
from .core import core_of
from .versions import Version, reading_of


def departures_of(version: Version) -> dict[tuple[str, bool], Departure]:
    """The last reason given for each passage and each section; for others, those of the version that they are shown."""
    found = Departure.objects.filter(derivation=version.derivation)
    if not version.is_own and version.release:
        found = found.filter(number__lte=version.release.departures)
    return {(row.subject, row.is_section): as_shown(row, version) for row in found}


def as_shown(row: Departure, version: Version) -> Departure:
    """The reason as the reader may see it: an approval that came after a showing is not shown with it."""
    release = None if version.is_own else version.release
    if release and row.approved_at and row.approved_at > release.at:
        row.approved_at, row.approved_office, row.approved_seat = None, "", ""
    return row


@dataclass(frozen=True, slots=True)
class Standing:
    """The reasons that hold for what departs now: by passage, whether its own or its section's. A reason that was given
    for other words does not hold any more."""

    holding: Mapping[str, Departure]
    earlier: Mapping[str, Departure]

    def lacks(self, ids: Iterable[str]) -> list[str]:
        return [id for id in ids if id not in self.holding]

    @property
    def waiting(self) -> list[Departure]:
        """The reasons that hold and that nobody has approved, each once."""
        rows = {row.key: row for row in self.holding.values() if row.approved_at is None}
        return sorted(rows.values(), key=lambda row: row.key)


def standing(account: Account, declared: Mapping[tuple[str, bool], Departure], core: frozenset[str]) -> Standing:
    """Which reason holds for which departing passage. A core passage asks for a derogation of its own, which stays a
    reason when the passage is core no longer; the rest may have the reason of its section."""
    holding: dict[str, Departure] = {}
    earlier: dict[str, Departure] = {}
    for section, several in account.by_section.items():
        whole = declared.get((section, True))
        is_whole = whole is not None and whole.judged == judged_on(several)
        for told in several:
            one, is_core = declared.get((told.id, False)), told.id in core
            is_enough = one is not None and (one.kind == Kind.DEROGATED or not is_core)
            if one is not None and is_enough and one.judged == judged_on([told]):
                holding[told.id] = one
            elif whole is not None and is_whole and not is_core:
                holding[told.id] = whole
            elif (before := one or whole) is not None:
                earlier[told.id] = before
    return Standing(holding, earlier)


## What waits for approval


def waiting(version: Version) -> list[Departure]:
    account = reading_of(version).account
    return standing(account, departures_of(version), core_of(version.derivation, version.uptake, account)).waiting


@dataclass(frozen=True, slots=True)
class ToApprove:
    """What waits for approval: `rows` that others gave the reasons of, and the reader's `own`, which another person
    approves."""

    rows: tuple[Departure, ...]
    own: tuple[Departure, ...]


def to_approve(actor: Actor, rows: Iterable[Departure]) -> ToApprove:
    """What of this the actor may answer for. One query at most."""
    several = list(rows)
    mandates = {row.mandate for row in several if row.mandate}
    held = Mandate.objects.filter(key__in=mandates).values_list("key", "account") if mandates else ()
    accounts = {mandate: str(account) for mandate, account in held}
    own = {row.key for row in several if is_second(_giver(row, accounts), actor) is not None}
    return ToApprove(
        tuple(row for row in several if row.key not in own), tuple(row for row in several if row.key in own)
    )


def _giver(row: Departure, accounts: Mapping[str, str]) -> Actor:
    """Who gave the reason. "-" is nobody: of earlier rows the person is not known, and their seat is."""
    return Actor(account=accounts.get(row.mandate, "-"), seat=row.seat or "-")


def other_approvers(actor: Actor, body: Body, at: datetime) -> list[Role]:
    """The roles of the seats, held by others than the actor, that could approve in this space. One query."""
    held = held_at(at).filter(account__is_active=True).exclude(seat=actor.seat)
    rows = held.filter(seat__institution__member=body.member_id).select_related("seat__institution__member", "account")
    others = [actor_of(row) for row in rows if str(row.account_id) != actor.account]
    return sorted({Role(other.role) for other in others if Task.CHAIR in tasks(other, body)})


def waiting_digest(rows: Iterable[Departure]) -> str:
    """The digest of a list of departures as somebody reads it: each with its reason and what that was given for."""
    data = [[row.key, row.kind, row.judged, row.reason] for row in rows]
    return canonical_digest(data)
