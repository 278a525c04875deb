"""Requests to take off the second factor of whoever holds a seat."""

from dataclasses import dataclass, replace
from datetime import datetime

from allauth.mfa.models import Authenticator
from django.db.models import QuerySet

from tejido.ledger.actors import Actor
from tejido.people.models import Account
from tejido.people.queries import digest_of
from tejido.registry.models import Mandate, Seat
from tejido.registry.names import Role
from tejido.registry.queries import actor_of, has_other_keeper, mandates_of
from tejido.registry.queries.mandates import held_at
from tejido.registry.rules import keepers_of, may_agree

from .. import rules
from ..models import FactorReset

_PARTS = ("account", "seat__institution__member", "asked_by__seat__institution__member", "agreed_by")


@dataclass(frozen=True, slots=True)
class Reset:
    """A request as one actor sees it. `name` of the person is for their own house alone."""

    row: FactorReset
    name: str
    may_agree: bool
    may_stop: bool


@dataclass(frozen=True, slots=True)
class Holder:
    """Who holds a seat, for whoever may ask that their second factor be taken off."""

    seat: Seat
    account: Account
    name: str
    has_factor: bool
    open: FactorReset | None


def code_of(seat: Seat) -> str:
    """The member whose seat it is; empty for the network's own."""
    member = seat.institution.member
    return member.code if member else ""


def holder_for(actor: Actor, key: str, at: datetime) -> Holder:
    """The holder of a seat, where the actor may ask for them. Mandate.DoesNotExist otherwise, and for demonstration
    accounts, which have nothing to take off."""
    held = held_at(at).filter(seat=key, account__is_active=True, account__is_demonstration=False)
    mandate = held.select_related("account", "seat__institution__member").get()
    others, member = has_others(mandate.seat, [str(mandate.account_id)], at), code_of(mandate.seat)
    if actor.is_public or str(mandate.account_id) == actor.account or may_agree(actor, member, others):
        raise Mandate.DoesNotExist
    name = (mandate.name or mandate.account.name) if rules.keeps(actor, member) else ""
    return Holder(mandate.seat, mandate.account, name, has_factor(mandate.account), open_reset(mandate.account, at))


def has_others(seat: Seat, but: list[str], at: datetime) -> bool:
    """Whether somebody besides these accounts keeps the seats of the same house."""
    return has_other_keeper(seat, but, at)


def has_factor(account: Account) -> bool:
    """Whether there is something to take off, or was: a code that got lost is made anew in the same way."""
    return bool(account.factor_code) or Authenticator.objects.filter(user=account).exists()


def _open() -> QuerySet[FactorReset]:
    return FactorReset.objects.filter(settled_at=None, stopped_at=None).select_related(*_PARTS).order_by("asked_at")


def open_reset(account: Account, at: datetime) -> FactorReset | None:
    """The request that waits for this person's factor to be taken off."""
    return next((row for row in _open().filter(account=account) if row.is_open_at(at)), None)


def houses_of(account: Account, at: datetime) -> set[str]:
    """Where the person serves now: codes of members, the empty one for the network."""
    return {code_of(mandate.seat) for mandate in mandates_of(str(account.pk), at)}


def resets_for(actor: Actor, at: datetime) -> list[Reset]:
    """The open requests that the actor may agree to or stop. Nothing for most seats, which cost no query."""
    if actor.is_public or actor.role not in _ANSWERING:
        return []
    found = [_seen(actor, row, at) for row in _open() if row.is_open_at(at)]
    return [each for each in found if each.may_agree or each.may_stop]


_ANSWERING = keepers_of("any") | keepers_of("") | {Role.FOCAL_POINT}


def reset_for(actor: Actor, key: str, at: datetime) -> Reset:
    """An open request that the actor may agree to or stop. DoesNotExist otherwise."""
    found = next((each for each in resets_for(actor, at) if each.row.key == key), None)
    if found is None:
        raise FactorReset.DoesNotExist
    return found


def stopped_by(token: str, at: datetime) -> FactorReset | None:
    """The open request that this link stops."""
    return next((row for row in _open().filter(stop_digest=digest_of(token)) if row.is_open_at(at)), None)


def _seen(actor: Actor, row: FactorReset, at: datetime) -> Reset:
    fresh = replace(actor, is_fresh=True)
    others = has_others(row.seat, involved(row), at)
    serves = serves_there(row, at)
    refused = rules.may_agree_to_reset(fresh, row, actor_of(row.asked_by), has_other=others, serves=serves, at=at)
    stops = rules.may_stop_reset(actor, row, houses_of(row.account, at), at)
    name = _name_in(row, at) if rules.keeps(actor, code_of(row.seat)) else ""
    return Reset(row, name, refused is None, stops is None)


def _name_in(row: FactorReset, at: datetime) -> str:
    mandate = held_at(at).filter(seat=row.seat, account=row.account).first()
    return (mandate.name if mandate else "") or row.account.name


def serves_there(row: FactorReset, at: datetime) -> bool:
    """Whether the person still serves in the house that asked."""
    return code_of(row.seat) in houses_of(row.account, at)


def involved(row: FactorReset) -> list[str]:
    """Who cannot be the second person."""
    return [str(row.asked_by.account_id), str(row.account_id)]


def keepers(house: str, at: datetime) -> list[Account]:
    """Who keeps the seats of a house."""
    place = {"seat__institution__member__code": house} if house else {"seat__institution__member": None}
    held = held_at(at).filter(seat__role__in=keepers_of(house), account__is_active=True, **place)
    return _reachable(held)


def seconds_of(row: FactorReset, at: datetime) -> list[Account]:
    """Who is written to: the persons who may agree."""
    house = code_of(row.seat)
    home = [each for each in keepers(house, at) if str(each.pk) not in involved(row)]
    if home:
        return home
    outside = held_at(at).filter(
        seat__role=Role.SECRETARIAT if house else Role.FOCAL_POINT,
        seat__institution__member__isnull=bool(house),
        account__is_active=True,
    )
    return [each for each in _reachable(outside) if str(each.pk) not in involved(row)]


def _reachable(held: QuerySet[Mandate]) -> list[Account]:
    accounts = {m.account_id: m.account for m in held.select_related("account") if not m.account.is_demonstration}
    return list(accounts.values())


def due_resets(at: datetime) -> list[FactorReset]:
    """Those that two persons wanted, that nobody stopped, and whose time has come."""
    return list(_open().filter(due_at__lte=at))
