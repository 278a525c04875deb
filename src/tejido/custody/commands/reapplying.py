"""Erasing again what an older backup has brought back."""

from collections import defaultdict
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
from tejido.records.commands import erase_again
from tejido.registry.models import Body

from ..names import Act, Kind
from . import everywhere


@transaction.atomic
def reapply(*, erasures: Iterable[tuple[str, str, datetime]], at: datetime) -> int:
    """Erases again what stands on a list that was kept outside, each with the instant of its erasing, and came back
    with a backup. How many were there."""
    listed = [*erasures]
    found = [(kind, key) for kind, key, _when in listed if _again(kind, key, at)]
    found += [(Kind.TRAINED.value, space) for space in _trained(listed)]
    for kind, key in found:
        facts = {"kind": kind}
        record(actor=CONSOLE, act=Act.ERASURE_REAPPLIED, tree=NETWORK, kind=kind, object=key, at=at, facts=facts)
    return len(found)


def _trained(erasures: Iterable[tuple[str, str, datetime]]) -> list[str]:
    """The space of each person in the records of a school who came back and went again. The line tells no more."""
    by_space: dict[str, dict[str, datetime]] = defaultdict(dict)
    for kind, key, when in erasures:
        if kind == Kind.TRAINED:
            space, _, digest = key.partition(":")
            by_space[space][digest] = when
    spaces = Body.objects.filter(key__in=by_space)
    return [space.key for space in spaces for _ in erase_again(space=space, erased=by_space[space.key])]


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
