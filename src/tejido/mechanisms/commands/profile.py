"""The profile of a mechanism: dated entries and legal instruments, stated by the member or taken from a source."""

from datetime import date, datetime
from typing import Any, TypeVar

from django.db import transaction

from tejido.ledger.actors import Actor
from tejido.ledger.names import tree_of
from tejido.ledger.refusals import ask
from tejido.registry.models import Body, Member
from tejido.registry.queries import parties_of_record

from .. import rules
from ..models import Dated, Entry, Instrument
from ..names import Act, Audience, Grade, Topic
from .writing import File, keep, write_down

Row = TypeVar("Row", bound=Dated)


@transaction.atomic
def make_entry(
    *, actor: Actor, member: Member, at: datetime, file: File | None = None, grade: str = Grade.OWN, **values: Any
) -> Entry:
    """A dated entry: topic, value, place, since, until, says, source, address.

    The member states it (grade "own"), and at first only its own seats read it; or the secretariat takes it from a
    public source, which is named, and everybody reads it. Neither replaces the other.
    """
    row = _enter(Entry(member=member, at=at, grade=grade, **values), actor, file)
    facts = {"topic": str(row.topic)}
    write_down(actor, Act.ENTRY_MADE, row, at, facts, tree=_tree(row), details=_details(row))
    return row


@transaction.atomic
def enter_instrument(
    *, actor: Actor, member: Member, at: datetime, file: File | None = None, grade: str = Grade.OWN, **values: Any
) -> Instrument:
    """A legal instrument: title, rank, number, since, until, language, says, source, address; the text as a file."""
    row = _enter(Instrument(member=member, at=at, grade=grade, **values), actor, file)
    write_down(actor, Act.INSTRUMENT_ENTERED, row, at, {}, tree=_tree(row), details=_details(row))
    return row


@transaction.atomic
def state_composition(
    *, actor: Actor, member: Member, body: Body, day: date, at: datetime, is_demonstration: bool = False
) -> Entry:
    """The institutions that take part on that day, written down as they are called: so that they can be released
    without opening the register of the mechanism to anybody."""
    names = [dict(party.name) for party in parties_of_record(body, day)]
    return make_entry(
        actor=actor, member=member, at=at, topic=Topic.COMPOSITION, since=day.isoformat(), names=names,
        is_demonstration=is_demonstration,
    )  # fmt: skip  # one row of a table, read as one


@transaction.atomic
def strike(*, actor: Actor, part: Dated, reason: str, at: datetime) -> None:
    """The entry was wrong: it is kept, and no longer counts. Refused while it is released."""
    rows = type(part).objects.select_for_update(of=("self",))  # type: ignore[attr-defined]  # both kinds have rows
    row = rows.select_related("member").get(key=part.key)
    ask(rules.may_strike(actor, row))
    row.struck_at, row.struck_because = at, reason
    row.save(update_fields=["struck_at", "struck_because"])
    write_down(actor, Act.PART_STRUCK, row, at, {}, tree=_tree(row), details={"reason": reason})


def _enter(row: Row, actor: Actor, file: File | None) -> Row:
    if row.is_from_source:
        ask(rules.may_report(actor, row.source))
        row.audience = Audience.PUBLIC
    else:
        ask(rules.may_state(actor, row.member.code))
        row.audience = Audience.OWN
    row.office, row.seat, row.paper = actor.office, actor.seat, keep(row.member, file)
    row.save(force_insert=True)
    return row


def _tree(row: Dated) -> str:
    """What a source says stands in the network's ledger; what a member states in its own."""
    return tree_of("" if row.is_from_source else row.member.code)


def _details(row: Dated) -> dict[str, Any]:
    """What people wrote: sealed in the ledger."""
    said = {"since": row.since, "says": row.says, "source": row.source, "address": row.address}
    if isinstance(row, Entry):
        said |= {"value": row.value, "place": row.place, "names": row.names}
    if isinstance(row, Instrument):
        said |= {"title": row.title, "rank": row.rank, "number": row.number}
    return said
