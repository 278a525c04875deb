"""National Mechanisms as bodies: their parties are institutions."""

from datetime import date, datetime

from django.db import transaction

from tejido.ledger.actors import Actor

from ..models import Body, Institution, Member, Party
from ..names import Act, BodyKind
from .writing import Texts, write_down


@transaction.atomic
def convene_mechanism(*, actor: Actor, member: Member, name: Texts, at: datetime) -> Body:
    """The National Mechanism of a member, in the member's own space. Its parties are institutions."""
    body = Body.objects.create(kind=BodyKind.MECHANISM, member=member, name=dict(name), requires_clearance=False)
    write_down(actor, Act.MECHANISM_CONVENED, body, at, {"member": member.code}, tree=body.tree)
    return body


@transaction.atomic
def join_mechanism(*, actor: Actor, body: Body, institution: Institution, since: date, at: datetime) -> Party:
    party = Party.objects.create(
        body=body, code=institution.code, name=institution.name, institution=institution, since=since
    )
    write_down(
        actor,
        Act.PARTY_JOINED,
        party,
        at,
        {"body": body.key, "code": party.code, "since": since.isoformat()},
        tree=body.tree,
    )
    return party
