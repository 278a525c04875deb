"""The vocabulary of forums."""

from datetime import datetime

from django.db import IntegrityError, transaction

from tejido.ledger.actors import Actor
from tejido.ledger.commands import write_down
from tejido.ledger.names import NETWORK
from tejido.ledger.refusals import Refusal, Refused, ask

from .. import rules
from ..models import Forum
from ..names import Act, No


@transaction.atomic
def enter_forum(
    *,
    actor: Actor,
    code: str,
    name: dict[str, str],
    at: datetime,
    address: str = "",
    is_demonstration: bool = False,
) -> Forum:
    """A forum in which the network speaks or is named. Its code is given once."""
    ask(rules.may_keep_forums(actor, name))
    row = Forum(
        code=code, name=name, address=address, at=at, office=actor.office, is_demonstration=is_demonstration
    )  # fmt: skip  # one row of a table, read as one
    try:
        with transaction.atomic():
            row.save(force_insert=True)
    except IntegrityError as problem:
        raise Refused(Refusal(No.FORUM_TAKEN, {"code": code})) from problem
    write_down(actor, Act.FORUM_ENTERED, row, at, {"code": code}, tree=NETWORK, details={"name": name})
    return row


@transaction.atomic
def rename_forum(*, actor: Actor, forum: Forum, name: dict[str, str], at: datetime, address: str = "") -> None:
    """What the forum is called from now on, in every entry of it. What it was called stays in the ledger."""
    row = Forum.objects.select_for_update().get(key=forum.key)
    ask(rules.may_keep_forums(actor, name))
    row.name, row.address = name, address
    row.save(update_fields=["name", "address"])
    write_down(actor, Act.FORUM_RENAMED, row, at, {"code": row.code}, tree=NETWORK, details={"name": name})
