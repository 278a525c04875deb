"""Erasing again what an older backup has brought back."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction

from tejido.alumni.commands import leave
from tejido.alumni.models import Alumnus
from tejido.ledger.actors import CONSOLE
from tejido.ledger.commands import record
from tejido.ledger.names import NETWORK
from tejido.nominations.commands import erase_person
from tejido.nominations.models import Nominee
from tejido.people.models import Account

from ..names import Act, Kind
from . import everywhere


@transaction.atomic
def reapply(*, erasures: Iterable[tuple[str, str]], at: datetime) -> int:
    """Erases again what stands on a list that was kept outside, and came back with a backup. How many were there."""
    count = 0
    for kind, key in erasures:
        if _again(kind, key, at):
            count += 1
            facts = {"kind": kind}
            record(actor=CONSOLE, act=Act.ERASURE_REAPPLIED, tree=NETWORK, kind=kind, object=key, at=at, facts=facts)
    return count


def _again(kind: str, key: str, at: datetime) -> bool:
    match kind:
        case Kind.ACCOUNT:
            return _account(key, at)
        case Kind.NOMINEE:
            return _nominee(key, at)
        case Kind.ALUMNUS:
            return _alumnus(key, at)
    return False


def _account(key: str, at: datetime) -> bool:
    account = Account.objects.filter(pk=key, is_active=True).first()
    if account is not None:
        everywhere.empty(account, at)
    return account is not None


def _nominee(key: str, at: datetime) -> bool:
    rows = Nominee.objects.filter(key=key, erased_at=None).select_related("call__seminar", "member", "institution")
    row = rows.first()
    if row is not None:
        erase_person(actor=CONSOLE, nominee=row, at=at)
    return row is not None


def _alumnus(key: str, at: datetime) -> bool:
    row = Alumnus.objects.filter(key=key).first()
    if row is not None:
        leave(alumnus=row, at=at)
    return row is not None
