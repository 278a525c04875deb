"""Members and what the sources say of them."""

from datetime import date, datetime
from typing import Any

from django.db import transaction

from tejido.ledger.actors import Actor
from tejido.ledger.refusals import ask

from .. import rules
from ..models import Body, Member, Network, Party, Standing
from ..names import Act, BodyKind, Status
from .writing import Texts, new_row, write_down


@transaction.atomic
def enter_member(*, actor: Actor, code: str, name: Texts, languages: list[str], since: date, at: datetime) -> Member:
    """A member, which is a party of the network from that day on. Its status is what dated sources say of it."""
    ask(rules.may_keep_network(actor))
    member = new_row(Member, code=code, name=dict(name), languages=languages)
    body = Body.objects.get(kind=BodyKind.NETWORK)
    Party.objects.create(body=body, code=code, name=dict(name), member=member, since=since)
    write_down(actor, Act.MEMBER_ENTERED, member, at, {"code": code, "since": since.isoformat()})
    return member


@transaction.atomic
def enter_sourced_member(*, actor: Actor, code: str, name: Texts, since: date, source: str, at: datetime) -> Member:
    """A member together with the source that says so: without a source nobody is of record."""
    languages = list(Network.objects.values_list("languages", flat=True).first() or ["es"])
    member = enter_member(actor=actor, code=code, name=name, languages=languages, since=since, at=at)
    enter_standing(actor=actor, member=member, at=at, status=Status.MEMBER, since=since, says={}, source=source)
    return member


@transaction.atomic
def enter_standing(*, actor: Actor, member: Member, at: datetime, **values: Any) -> Standing:
    """What one source says of a member's status: status, since, until, is_disputed, says (texts), source."""
    ask(rules.may_keep_network(actor))
    standing = Standing.objects.create(member=member, **values)
    facts = {
        "member": member.code,
        "status": str(standing.status),
        "since": standing.since.isoformat(),
    }
    write_down(actor, Act.STATUS_ENTERED, standing, at, facts, details={"source": standing.source})
    return standing
