"""Own spaces: where a member without a mechanism, or one institution alone, keeps texts that nobody else reads."""

from datetime import datetime

from django.db import transaction

from tejido.ledger.actors import Actor
from tejido.ledger.refusals import ask

from .. import rules
from ..models import Body, Institution, Member
from ..names import Act, BodyKind
from .writing import write_down


@transaction.atomic
def open_office(*, actor: Actor, member: Member, institution: Institution | None, at: datetime) -> Body:
    """The own space of a member, or of one of its institutions; the one that is there already where there is one.

    Refused to everybody but the member's keepers, or the institution's representative.
    """
    ask(rules.may_open_office(actor, member.code, institution))
    Member.objects.select_for_update().get(key=member.key)
    found = Body.objects.filter(kind=BodyKind.OFFICE, member=member, institution=institution).first()
    if found is not None:
        return found
    name = institution.name if institution else member.name
    body = Body.objects.create(
        kind=BodyKind.OFFICE, member=member, institution=institution, name=name, requires_clearance=False
    )
    write_down(actor, Act.OFFICE_OPENED, body, at, {"member": member.code}, tree=body.tree)
    return body
