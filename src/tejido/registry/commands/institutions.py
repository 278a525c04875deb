"""Institutions and their seats: how they enter the register, change their name, and end."""

from datetime import date, datetime

from django.db import transaction

from tejido.ledger.actors import Actor
from tejido.ledger.refusals import Refusal, ask

from .. import rules
from ..models import Institution, InstitutionName, Member, Seat, Sector
from ..names import Act, Level, No
from ..queries.days import day_of
from .locks import locked_institution, locked_seat
from .writing import Texts, carry_name, may_be_kept, may_stand, new_row, write_down


@transaction.atomic
def enter_institution(
    *,
    actor: Actor,
    member: Member | None,
    code: str,
    name: Texts,
    branch: str,
    at: datetime,
    sector: Sector | None = None,
    level: str = Level.NATIONAL,
    place: str = "",
    place_name: str = "",
    since: date | None = None,
    source: str = "",
    is_demonstration: bool = False,
) -> Institution:
    ask(may_be_kept(actor, member, at))
    row = Institution(
        member=member,
        code=code,
        name=dict(name),
        branch=branch,
        sector=sector,
        level=level,
        place=place,
        place_name=place_name,
        since=since,
        source=source,
        is_demonstration=is_demonstration,
    )
    new_row(row)
    write_down(actor, Act.INSTITUTION_ENTERED, row, at, {"code": code, "member": member.code if member else ""})
    return row


@transaction.atomic
def create_seat(
    *, actor: Actor, institution: Institution, role: str, title: Texts, at: datetime, since: date | None = None
) -> Seat:
    ask(may_be_kept(actor, institution.member, at))
    seat = Seat(institution=locked_institution(institution), role=role, title=dict(title), since=since)
    ask(may_stand(seat))
    seat.save(force_insert=True)
    write_down(actor, Act.SEAT_CREATED, seat, at, {"office": seat.office})
    return seat


@transaction.atomic
def rename_institution(
    *, actor: Actor, institution: Institution, name: Texts, since: date, source: str, at: datetime
) -> InstitutionName:
    """Another name from a day on. The institution keeps its past: what it was called before stays with its dates."""
    ask(may_be_kept(actor, institution.member, at))
    ask(rules.is_of_today(since, day_of(at)))
    names = InstitutionName.objects.filter(institution=institution)
    institution = locked_institution(institution)
    if not names.exists():
        InstitutionName.objects.create(institution=institution, name=institution.name, source=institution.source)
    ask(Refusal(No.NAMED_THAT_DAY) if names.filter(since=since).exists() else None)
    row = InstitutionName.objects.create(institution=institution, name=dict(name), since=since, source=source)
    if not names.filter(since__gt=since).exists():
        earlier, institution.name = institution.name, dict(name)
        institution.save(update_fields=["name"])
        carry_name("institution", institution, earlier)
    facts = {"code": institution.code, "since": since.isoformat()}
    write_down(actor, Act.INSTITUTION_RENAMED, institution, at, facts, details={"source": source})
    return row


@transaction.atomic
def close_institution(
    *, actor: Actor, institution: Institution, until: date, successor: Institution | None, source: str, at: datetime
) -> None:
    """From that day on it is not there any more; what it did goes to its successor, if it has one. Refused while a seat
    of it, or its part in a National Mechanism, goes on."""
    ask(may_be_kept(actor, institution.member, at))
    row = locked_institution(institution)
    ask(rules.is_still_there(row.until))
    row.until, row.successor = until, successor
    ask(may_stand(row))
    row.save(update_fields=["until", "successor"])
    facts = {
        "code": row.code,
        "until": until.isoformat(),
        "successor": successor.code if successor else "",
    }
    write_down(actor, Act.INSTITUTION_CLOSED, row, at, facts, details={"source": source})


@transaction.atomic
def close_seat(*, actor: Actor, seat: Seat, until: date, at: datetime) -> None:
    """From that day on there is no such seat. Nobody may hold it beyond."""
    ask(may_be_kept(actor, seat.institution.member, at))
    row = locked_seat(seat)
    ask(rules.is_still_there(row.until))
    row.until = until
    ask(may_stand(row))
    row.save(update_fields=["until"])
    write_down(actor, Act.SEAT_CLOSED, row, at, {"office": row.office, "until": until.isoformat()})


@transaction.atomic
def enter_sector(*, actor: Actor, code: str, name: Texts, at: datetime) -> Sector:
    """A word of the network's vocabulary. It is entered as an act and never comes in by the way."""
    ask(rules.may_keep_network(actor))
    row = new_row(Sector(code=code, name=dict(name)))
    write_down(actor, Act.SECTOR_ENTERED, row, at, {"code": code})
    return row
