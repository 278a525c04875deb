"""Rounds and what a party sees of its own preparation."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Exists, OuterRef

from tejido.curriculum.models import Text
from tejido.ledger.actors import Actor
from tejido.registry.models import Body, Institution, Mandate, Party
from tejido.registry.names import OF_INSTITUTIONS, Role, Task
from tejido.registry.queries import bodies_of, capacity
from tejido.registry.rules import Capacity, tasks

from ..models import Adoption, Contribution, Disposition, Remark, Round, RoundExtension, RoundParty
from ..rules.words import compared


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

    def may_prepare(self, task: Task) -> bool:
        """Whether the seat has this task of preparing a position, and its party prepares it here."""
        return self.capacity.may(task) and not self.is_elsewhere

    @property
    def is_elsewhere(self) -> bool:
        """The actor's party prepares its positions on its own node."""
        return self.party is not None and bool(self.party.node)

    @property
    def reply_time(self) -> timedelta:
        """How long the members were promised to answer dispositions."""
        return self.round.reply_until - self.deadline

    def is_open(self, at: datetime) -> bool:
        return at <= self.deadline

    def reply_until(self, disposition: Disposition) -> datetime:
        """Until when a member can answer a disposition: the date of the round, or just as long after a later one."""
        return max(self.round.reply_until, disposition.at + self.reply_time)


def round_for(actor: Actor, key: str) -> RoundContext:
    """A round of a body in which the actor takes part. Round.DoesNotExist for a stranger, as for an unknown key."""
    row = Round.objects.select_related("text__body__member", "revision").get(key=key)
    if not tasks(actor, row.text.body):
        raise Round.DoesNotExist
    return context_of(actor, row)


def context_of(actor: Actor, row: Round) -> RoundContext:
    return contexts_of(actor, [row])[0]


def contexts_of(actor: Actor, rows: Sequence[Round]) -> list[RoundContext]:
    """Several rounds as the actor may see them: two queries, and one for each body."""
    deadlines = deadlines_of(rows)
    parties: dict[str, list[Party]] = {row.key: [] for row in rows}
    places = RoundParty.objects.filter(round__in=parties).select_related("party").order_by("party__code")
    for place in places:
        parties[place.round_id].append(place.party)
    capacities = {body.key: capacity(actor, body) for body in {row.text.body for row in rows}}
    return [
        RoundContext(row, capacities[row.text.body_id], deadlines[row.key], tuple(parties[row.key])) for row in rows
    ]


def deadlines_of(rows: Sequence[Round]) -> dict[str, datetime]:
    """The deadline in force of each round: the latest of its extensions, or the first deadline. One query."""
    found = {row.key: row.deadline for row in rows}
    for extension in RoundExtension.objects.filter(round__in=list(found)):
        found[extension.round_id] = max(found[extension.round_id], extension.deadline)
    return found


def deadline_of(row: Round) -> datetime:
    return deadlines_of([row])[row.key]


def rounds_of(text: Text) -> list[Round]:
    return list(Round.objects.filter(text=text).select_related("revision"))


def has_later(row: Round) -> bool:
    """Whether another round on the same text was opened after this one."""
    return Round.objects.filter(text=row.text_id, number__gt=row.number).exists()


def open_round_of(text: Text, at: datetime) -> Round | None:
    last = Round.objects.filter(text=text).order_by("number").last()
    return last if last and deadline_of(last) >= at else None


def current_rounds_for(actor: Actor, bodies: Sequence[Body] | None = None) -> list[RoundContext]:
    """The latest round of every text that the actor works on and that was not adopted since, newest first. `bodies`:
    the actor's, where they are loaded."""
    bodies = bodies_of(actor) if bodies is None else bodies
    adopted = Adoption.objects.filter(procedure__text=OuterRef("text"), at__gte=OuterRef("opened_at"))
    rows = Round.objects.filter(~Exists(adopted), text__body__in=bodies).order_by("number")
    latest = {row.text_id: row for row in rows.select_related("text__body__member", "revision")}
    return contexts_of(actor, sorted(latest.values(), key=lambda row: row.opened_at, reverse=True))


def remarks_of(round_: Round, party: Party) -> list[Remark]:
    """The remarks of a party's own institutions that stand. Only ever called for the actor's own party."""
    found = Remark.objects.filter(round=round_, party=party, withdrawn_at=None)
    return list(found.select_related("institution"))


SaidWords = tuple[str, str, str, str]  # passage, language, and the words of the remark and of its wording as compared


def remarks_said(round_: Round, institution: str) -> set[SaidWords]:
    """What an institution has said in a round and not taken back. Only ever called for the actor's own institution."""
    standing = Remark.objects.filter(round=round_, institution=institution, withdrawn_at=None)
    rows = standing.values_list("passage", "language", "body", "wording")
    return {(passage, language, compared(body), compared(wording)) for passage, language, body, wording in rows}


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
    return f"{body.tree}/{party.code}" if body.kind in OF_INSTITUTIONS else f"member:{party.code}"


def remark_for(actor: Actor, key: str) -> Remark:
    """A remark of the actor's own party that stands. Remark.DoesNotExist otherwise."""
    remark = Remark.objects.select_related("round__text__body__member", "round__revision", "institution").get(
        key=key, withdrawn_at=None
    )
    party = capacity(actor, remark.round.text.body).party
    if party is None or party.key != remark.party_id:
        raise Remark.DoesNotExist
    return remark
