"""How long a school keeps learning records, and from where browsers may ask."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from tejido.ledger.actors import Actor
from tejido.ledger.commands import write_down
from tejido.ledger.refusals import ask

from .. import rules
from ..models import Store
from ..names import Act


@transaction.atomic
def settle(*, actor: Actor, store: Store, months: str, origins: Sequence[str], at: datetime) -> None:
    """From now on statements and documents are kept for so many months, and browsers may ask from these origins."""
    row = (
        Store.objects.select_for_update(of=("self",))
        .select_related("body__member", "body__institution")
        .get(key=store.key)
    )
    ask(rules.may_settle(actor, row, months, origins))
    named = sorted(set(origins))
    Store.objects.filter(key=row.key).update(months=months, origins=named)
    details = {"origins": named}
    write_down(actor, Act.SETTLED, row, at, {"months": int(months)}, tree=row.body.tree, details=details)
