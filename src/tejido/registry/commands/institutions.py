"""Institutions and their seats."""

from datetime import datetime

from django.db import transaction

from tejido.ledger.actors import Actor
from tejido.ledger.refusals import ask

from .. import rules
from ..models import Institution, Member, Seat
from ..names import Act
from .writing import Texts, may_be_kept, new_row, write_down


@transaction.atomic
def enter_institution(
    *,
    actor: Actor,
    member: Member | None,
    code: str,
    name: Texts,
    branch: str,
    at: datetime,
    is_demonstration: bool = False,
) -> Institution:
    ask(may_be_kept(actor, member, at))
    row = new_row(
        Institution,
        member=member,
        code=code,
        name=dict(name),
        branch=branch,
        is_demonstration=is_demonstration,
    )
    write_down(actor, Act.INSTITUTION_ENTERED, row, at, {"code": code, "member": member.code if member else ""})
    return row


@transaction.atomic
def create_seat(*, actor: Actor, institution: Institution, role: str, title: Texts, at: datetime) -> Seat:
    ask(may_be_kept(actor, institution.member, at))
    ask(rules.is_seat_of(role, institution.member.code if institution.member else ""))
    seat = Seat.objects.create(institution=institution, role=role, title=dict(title))
    write_down(actor, Act.SEAT_CREATED, seat, at, {"office": seat.office})
    return seat
