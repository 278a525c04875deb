"""Rounds and what a party sees of its own preparation."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from tejido.curriculum.models import Text
from tejido.ledger.actors import Actor
from tejido.registry.models import Body, Institution, Mandate, Party
from tejido.registry.names import BodyKind, Role
from tejido.registry.queries import bodies_of, capacity
from tejido.registry.rules import Capacity, tasks

from ..models import Contribution, Remark, Round, RoundExtension, RoundParty


@dataclass(frozen=True, slots=True)
class RoundContext:
    """A round as one actor may see it. `deadline` is the one in force, extensions included."""

    round: Round
    capacity: Capacity
    deadline: datetime
    parties: tuple[Party, ...]

    @property
    def text(self) -> Text:
        return self.round.text

    @property
    def body(self) -> Body:
        return self.capacity.body

    @property
    def party(self) -> Party | None:
        """The actor's own party, if it takes part in this round."""
        mine = self.capacity.party
        return mine if mine and any(p.key == mine.key for p in self.parties) else None

    def is_open(self, at: datetime) -> bool:
        return at <= self.deadline


def round_for(actor: Actor, key: str) -> RoundContext:
    """A round of a body in which the actor takes part. Round.DoesNotExist for a stranger, as for an unknown key."""
    row = Round.objects.select_related("text__body__member", "revision").get(key=key)
    if not tasks(actor, row.text.body):
        raise Round.DoesNotExist
    return context_of(actor, row)


def context_of(actor: Actor, row: Round) -> RoundContext:
    places = RoundParty.objects.filter(round=row).select_related("party").order_by("party__code")
    return RoundContext(row, capacity(actor, row.text.body), deadline_of(row), tuple(place.party for place in places))


def deadline_of(row: Round) -> datetime:
    """The deadline in force: the latest extension, or the first deadline."""
    last = RoundExtension.objects.filter(round=row).order_by("deadline").last()
    return max(last.deadline, row.deadline) if last else row.deadline


def rounds_of(text: Text) -> list[Round]:
    return list(Round.objects.filter(text=text).select_related("revision"))


def open_round_of(text: Text, at: datetime) -> Round | None:
    last = Round.objects.filter(text=text).order_by("number").last()
    return last if last and deadline_of(last) >= at else None


def rounds_for(actor: Actor) -> list[Round]:
    """The latest round of every text the actor works on, newest first."""
    rows = Round.objects.filter(text__body__in=bodies_of(actor)).select_related("text__body__member", "revision")
    latest = {row.text_id: row for row in rows.order_by("number")}
    return sorted(latest.values(), key=lambda row: row.opened_at, reverse=True)


def remarks_of(round_: Round, party: Party) -> list[Remark]:
    """The remarks of a party's own institutions that stand. Only ever called for the actor's own party."""
    found = Remark.objects.filter(round=round_, party=party, withdrawn_at=None)
    return list(found.select_related("institution"))


@dataclass(frozen=True, slots=True)
class InstitutionState:
    """What one institution has contributed: how many remarks, and whether it said that it has nothing more."""

    institution: Institution
    remarks: int
    is_done: bool
    is_vacant: bool

    @property
    def is_silent(self) -> bool:
        return not self.remarks and not self.is_done


def institutions_of(round_: Round, party: Party, remarks: Sequence[Remark], at: datetime) -> list[InstitutionState]:
    """Who of the party's institutions has spoken, and who has not ("nothing from Justice yet"). Three queries."""
    done = set(Contribution.objects.filter(round=round_).values_list("institution_id", flat=True))
    if party.institution_id:
        rows = Institution.objects.filter(key=party.institution_id)
    else:
        rows = Institution.objects.filter(member=party.member_id)
    filled = {
        mandate.seat.institution_id
        for mandate in Mandate.objects.filter(seat__institution__in=rows).select_related("seat")
        if mandate.is_valid_at(at) and mandate.seat.role != Role.OBSERVER
    }
    counts: dict[str, int] = {}
    for remark in remarks:
        counts[remark.institution_id] = counts.get(remark.institution_id, 0) + 1
    return [InstitutionState(row, counts.get(row.key, 0), row.key in done, row.key not in filled) for row in rows]


def party_tree(body: Body, party: Party) -> str:
    """The ledger of what a party does among its own."""
    return f"{body.tree}/{party.code}" if body.kind == BodyKind.MECHANISM else f"member:{party.code}"


def remark_for(actor: Actor, key: str) -> Remark:
    """A remark of the actor's own party. Remark.DoesNotExist otherwise."""
    remark = Remark.objects.select_related("round__text__body__member", "institution").get(key=key)
    party = capacity(actor, remark.round.text.body).party
    if party is None or party.key != remark.party_id:
        raise Remark.DoesNotExist
    return remark
