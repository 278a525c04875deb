"""A member's own part: written field by field, shown field by field."""

from datetime import datetime
from typing import Any

from django.db import transaction

from tejido.ledger.actors import Actor
from tejido.ledger.names import tree_of
from tejido.ledger.refusals import ask
from tejido.registry.models import Member

from .. import rules
from ..lines import digest_of
from ..models import RegionalInitiative, RegionalPart, RegionalRelease
from ..names import Act
from .locks import locked, write_down


@transaction.atomic
def write_part(
    *, actor: Actor, initiative: RegionalInitiative, field: str, value: dict[str, Any], seen: str, at: datetime
) -> RegionalPart:
    """What the actor's member tells in this field from now on. At first its own seats alone read it; what was released
    of it before stays released as it was. `seen` is the key of what stood in it when the writer began, or empty: nobody
    saves over what a colleague saved meanwhile."""
    found = locked(initiative, at)
    standing = _parts(found.row, actor.member, field)
    ask(rules.may_write(actor, actor.member, found.company) or rules.is_as_seen(standing.first(), seen))
    member = Member.objects.get(code=actor.member)
    standing.update(replaced_at=at)
    row = RegionalPart.objects.create(
        initiative=found.row, member=member, field=field, value=value, at=at, office=actor.office, seat=actor.seat
    )
    facts, details = {"initiative": found.row.key, "field": str(field)}, {"value": value}
    write_down(actor, Act.PART_WRITTEN, row, at, facts, tree=tree_of(member.code), details=details)
    return row


@transaction.atomic
def release_field(
    *, actor: Actor, initiative: RegionalInitiative, field: str, audience: str, seen: str, at: datetime
) -> RegionalRelease:
    """From now on these readers see the field exactly as it stands. An earlier release of it ends.
    `seen` is the key of the part that was read."""
    found = locked(initiative, at)
    part, standing = _parts(found.row, actor.member, field).first(), _shown(found.row, actor.member, field)
    ask(rules.may_release(actor, actor.member, part, standing, audience, seen))
    assert part is not None  # refused above  # noqa: S101
    _end(standing, at)
    row = RegionalRelease.objects.create(
        part=part, initiative=found.row, member_id=part.member_id, field=field, audience=audience,
        digest=digest_of(part), at=at, office=actor.office,
    )  # fmt: skip  # one row of a table, read as one
    facts = {"initiative": found.row.key, "field": str(field), "audience": str(audience), "digest": row.digest}
    write_down(actor, Act.PART_RELEASED, row, at, facts)
    return row


@transaction.atomic
def withdraw_field(*, actor: Actor, initiative: RegionalInitiative, field: str, at: datetime) -> None:
    """Nobody outside the member sees the field any more. That it was shown, and its digest, stay."""
    found = locked(initiative, at)
    standing = _shown(found.row, actor.member, field)
    ask(rules.may_withdraw(actor, actor.member, standing))
    assert standing is not None  # refused above  # noqa: S101
    _end(standing, at)
    facts = {"initiative": found.row.key, "field": str(field), "digest": standing.digest}
    write_down(actor, Act.PART_WITHDRAWN, standing, at, facts)


def _parts(row: RegionalInitiative, member: str, field: str) -> Any:
    return RegionalPart.objects.filter(initiative=row, member__code=member, field=field, replaced_at=None)


def _shown(row: RegionalInitiative, member: str, field: str) -> RegionalRelease | None:
    standing = RegionalRelease.objects.filter(initiative=row, member__code=member, field=field, withdrawn_at=None)
    return standing.first()


def _end(standing: RegionalRelease | None, at: datetime) -> None:
    if standing is not None:
        RegionalRelease.objects.filter(key=standing.key).update(withdrawn_at=at)
