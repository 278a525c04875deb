"""Requests for a replacement: only for the seats that keep the same house, and for whoever has to agree."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import F, QuerySet

from tejido.ledger.actors import Actor
from tejido.people.models import Account
from tejido.registry.models import Mandate, Seat
from tejido.registry.names import Role
from tejido.registry.queries import has_other_keeper
from tejido.registry.queries.mandates import held_at
from tejido.registry.rules import keepers_of, may_agree

from ..models import Replacement
from ..rules import is_of_house

_PARTS = (
    "seat__institution__member",
    "outgoing__account",
    "incoming",
    "asked_by__seat__institution__member",
    "asked_by__account",
)


@dataclass(frozen=True, slots=True)
class Request:
    """A request as one actor sees it. `is_home`: the actor keeps the same house and may read the successor's name."""

    row: Replacement
    is_home: bool
    is_asker: bool
    may_agree: bool


def _open() -> QuerySet[Replacement]:
    return Replacement.objects.filter(settled_at=None, closed_at=None).select_related(*_PARTS)


def open_request_of(seat: Seat, at: datetime) -> Replacement | None:
    return next((row for row in _open().filter(seat=seat) if row.is_open_at(at)), None)


def has_another_keeper(row: Replacement, at: datetime) -> bool:
    """Whether somebody besides whoever asked and whoever leaves keeps the seats of the same house."""
    return has_other_keeper(row.seat, _involved(row), at)


def _involved(row: Replacement) -> tuple[str, str]:
    return str(row.asked_by.account_id), str(row.outgoing.account_id)


def requests_for(actor: Actor, at: datetime) -> list[Request]:
    """The open requests that the actor may know of. Two queries."""
    rows = [row for row in _open() if row.is_open_at(at)] if actor.role in _ANSWERING else []
    keepers = _keepers(at) if rows else []
    found = [_seen(actor, row, keepers) for row in rows]
    return [r for r in found if r.is_home or r.may_agree or r.row.asked_by.seat_id == actor.seat]


_ANSWERING = {Role.FOCAL_POINT, Role.ALTERNATE, Role.VALIDATING_AUTHORITY, Role.SECRETARIAT}


def _keepers(at: datetime) -> list[Mandate]:
    held = held_at(at).filter(seat__role__in=_ANSWERING, account__is_active=True)
    return list(held.select_related("seat__institution__member", "account"))


def _seen(actor: Actor, row: Replacement, keepers: Sequence[Mandate]) -> Request:
    code = _code(row.seat)
    others = any(_keeps(m, code) and str(m.account_id) not in _involved(row) for m in keepers)
    is_asker = str(row.asked_by.account_id) == actor.account or row.asked_by.seat_id == actor.seat
    is_home = is_of_house(actor, code)
    return Request(row, is_home, is_asker, not is_asker and may_agree(actor, code, others) is None)


def _code(seat: Seat) -> str:
    member = seat.institution.member
    return member.code if member else ""


def _keeps(mandate: Mandate, code: str) -> bool:
    return mandate.seat.role in keepers_of(code) and _code(mandate.seat) == code


def request_for(actor: Actor, key: str, at: datetime) -> Request:
    """An open request that the actor may know of. Replacement.DoesNotExist otherwise."""
    found = next((request for request in requests_for(actor, at) if request.row.key == key), None)
    if found is None:
        raise Replacement.DoesNotExist
    return found


def seconds_of(row: Replacement, at: datetime) -> list[Account]:
    """Who is written to: the persons who may agree."""
    code, keepers = _code(row.seat), _keepers(at)
    home = {m.account_id: m.account for m in keepers if _keeps(m, code)}
    asker = row.asked_by.account_id
    found = {key: account for key, account in home.items() if key != asker}
    if all(str(key) in _involved(row) for key in found):
        outside = Role.SECRETARIAT if code else Role.FOCAL_POINT
        found |= {m.account_id: m.account for m in keepers if m.seat.role == outside and _code(m.seat) != code}
    return [account for account in found.values() if not account.is_demonstration]


def planned_for(seat: Seat, at: datetime) -> Replacement | None:
    """The change that is settled for this seat, has not come yet, and was not overtaken by another act."""
    found = Replacement.objects.filter(seat=seat, settled_at__isnull=False, ends_at__gt=at)
    return found.filter(outgoing__until=F("ends_at")).select_related(*_PARTS).last()


def due(at: datetime) -> list[tuple[Replacement, datetime]]:
    """Settled changes whose minute has come and that all may know of now, with that minute."""
    found = Replacement.objects.filter(settled_at__isnull=False, told_at=None, ends_at__lte=at)
    rows = found.select_related("outgoing__seat__institution__member", "incoming__seat__institution__member")
    return [(row, row.ends_at) for row in rows if row.ends_at]


def ended_at(row: Replacement, minute: datetime) -> Mandate | None:
    """The mandate that ended in the minute of the change, as it was set. None where it ended before, or goes on."""
    return row.outgoing if row.outgoing.until == minute else None


def begun_at(row: Replacement, minute: datetime) -> Mandate | None:
    """The mandate that began in the minute of the change, as it was set. None where it begins otherwise, or never."""
    incoming = row.incoming
    return incoming if incoming and incoming.since == minute and incoming.is_valid_at(minute) else None
