"""What every act of the register does: ask, change, record."""

from collections.abc import Mapping
from datetime import datetime
from functools import partial
from typing import Any, TypeVar

from django.db import IntegrityError, transaction

from tejido.ledger import commands as ledger
from tejido.ledger.actors import Actor
from tejido.ledger.names import NETWORK
from tejido.ledger.refusals import Refusal, Refused, ask

from .. import rules
from ..models import Institution, Member, Party, Sector
from ..names import No
from ..queries import beside, is_manned

write_down = partial(ledger.write_down, tree=NETWORK)  # the network's ledger, where no other is named

Texts = Mapping[str, str]


Row = TypeVar("Row", Sector, Member, Institution)


def may_be_kept(actor: Actor, member: Member | None, at: datetime) -> Refusal | None:
    return rules.may_keep(actor, member.code if member else "", member is not None and is_manned(member, at))


def may_stand(row: Any) -> Refusal | None:
    """Whether the rules let a row stand as it would be, beside what is in the register."""
    kind = type(row).__name__.lower()
    return rules.is_sound(kind, row, beside(kind, row))


def new_row(row: Row) -> Row:
    """A new row whose code nobody else has. Refused otherwise, also of two at once."""
    ask(rules.is_code(type(row).__name__.lower(), row.code))
    ask(may_stand(row))
    try:
        with transaction.atomic():
            row.save(force_insert=True)
            return row
    except IntegrityError as problem:
        raise Refused(Refusal(No.CODE_TAKEN, {"code": row.code})) from problem


def carry_name(kind: str, row: Any, old: Texts) -> None:
    """What a member or an institution is called now, where its parties were called as it was before."""
    if kind not in {"member", "institution"}:
        return
    for party in Party.objects.filter(**{kind: row}):
        if party.name == old:
            party.name = row.name
            party.save(update_fields=["name"])
