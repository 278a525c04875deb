"""Which initiatives there are, and one of them with what the reader may do in it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from tejido.ledger.actors import Actor
from tejido.registry.models import Body, Party
from tejido.registry.queries import day_of, parties_of_record

from .. import rules
from ..models import RegionalCommon, RegionalInitiative, RegionalInvitation, RegionalTurn
from .company import turns_of


@dataclass(frozen=True, slots=True)
class InitiativeLine:
    """An initiative in the list: who takes part, and how the reader's member stands towards it."""

    initiative: RegionalInitiative
    common: RegionalCommon | None
    parties: tuple[Party, ...]
    is_ours: bool
    is_invited: bool


@dataclass(frozen=True, slots=True)
class Context:
    """An initiative for an actor. `turn` is whose turn of coordinating it is, `parties` who takes part today."""

    actor: Actor
    initiative: RegionalInitiative
    parties: tuple[Party, ...]
    company: rules.Company
    turns: tuple[RegionalTurn, ...]
    turn: RegionalTurn | None

    @property
    def body(self) -> Body:
        return self.initiative.body

    @property
    def is_ours(self) -> bool:
        return bool(self.actor.member) and self.actor.member in self.company.members

    @property
    def keeps(self) -> bool:
        return rules.coordinates(self.actor, self.company) is None


def initiatives_for(actor: Actor, at: datetime) -> list[InitiativeLine]:
    """Every initiative that the actor may know of, the latest first: the public those alone that are shown to it. Four
    queries."""
    rows = RegionalInitiative.objects.select_related("body").order_by("-at", "key")
    if actor.is_public:
        rows = rows.exclude(published_at=None)
    found = list(rows)
    bodies, day = [row.body_id for row in found], day_of(at)
    present = [
        p for p in Party.objects.filter(body__in=bodies) if p.since <= day and (p.until is None or day < p.until)
    ]
    commons = {row.initiative_id: row for row in RegionalCommon.objects.filter(initiative__in=found).order_by("number")}
    own = RegionalInvitation.objects.filter(member__code=actor.member or "-", answered_at=None)
    invited = set(own.values_list("initiative_id", flat=True))
    return [_line(actor, row, commons.get(row.key), present, invited) for row in found]


def _line(
    actor: Actor,
    row: RegionalInitiative,
    common: RegionalCommon | None,
    present: Iterable[Party],
    invited: set[str],
) -> InitiativeLine:
    parties = tuple(party for party in present if party.body_id == row.body_id)
    is_ours = bool(actor.member) and any(party.code == actor.member for party in parties)
    return InitiativeLine(row, common, parties, is_ours, row.key in invited)


def context_for(actor: Actor, key: str, at: datetime) -> Context:
    """Every seat of the network knows of every initiative, the public of those that are shown to it.
    RegionalInitiative.DoesNotExist otherwise, exactly as for an unknown key. Three queries."""
    rows = RegionalInitiative.objects.select_related("body__member")
    if actor.is_public:
        rows = rows.exclude(published_at=None)
    row = rows.get(key=key)
    parties, turns = tuple(parties_of_record(row.body, day_of(at))), turns_of(row)
    members = frozenset(party.code for party in parties)
    turn = rules.turn_on(turns, members, day_of(at))
    return Context(actor, row, parties, rules.Company(members, turn.seat_id if turn else ""), tuple(turns), turn)
