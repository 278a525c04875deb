"""Who served once in a house, and requests to erase them."""

import re
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Max, Q

from tejido.ledger.actors import Actor
from tejido.people.models import Account
from tejido.registry.models import Mandate
from tejido.registry.queries import actor_of, has_other_keeper

from .. import rules
from ..models import Erasing

_KEY = re.compile(r"[0-9a-f]{32}")
_PARTS = ("account", "member", "asked_by__seat__institution__member", "asked_by__account")


@dataclass(frozen=True, slots=True)
class Former:
    """A person who holds no seat any more, as the house that they served in knows them."""

    account: str
    name: str
    until: datetime
    is_asked: bool


@dataclass(frozen=True, slots=True)
class Pending:
    """A request as one actor sees it."""

    row: Erasing
    name: str
    is_home: bool
    is_asker: bool
    may_agree: bool


def _in_house(actor: Actor) -> Q:
    """Mandates of the actor's own house."""
    return Q(seat__institution__member__code=actor.member) if actor.member else Q(seat__institution__member=None)


def formers(actor: Actor, at: datetime) -> list[Former]:
    """Who served in the actor's house and serves nowhere any more, latest first. Two queries; nothing for a seat that
    keeps no house."""
    if not rules.keeps(actor, actor.member):
        return []
    ended = Mandate.objects.filter(_in_house(actor), account__is_active=True, account__is_demonstration=False)
    serving = Mandate.objects.filter(Q(until=None) | Q(until__gt=at)).values("account")
    rows = ended.exclude(account__in=serving).values("account").annotate(last=Max("until")).order_by("-last")
    asked = set(Erasing.objects.filter(settled_at=None, withdrawn_at=None).values_list("account", flat=True))
    names = _names(actor, [row["account"] for row in rows])
    return [
        Former(row["account"].hex, names.get(row["account"], ""), row["last"], row["account"] in asked) for row in rows
    ]


def _names(actor: Actor, accounts: list[UUID]) -> dict[UUID, str]:
    """What the house called them: the name of their last mandate there."""
    rows = Mandate.objects.filter(_in_house(actor), account__in=accounts).order_by("since").select_related("account")
    return {row.account_id: row.name or row.account.name for row in rows}


def person_for(actor: Actor, key: str) -> Account:
    """The account of somebody who served in the actor's house. DoesNotExist otherwise, whether they serve or not."""
    held = Mandate.objects.filter(_in_house(actor), account__is_active=True)
    if not rules.keeps(actor, actor.member) or not _KEY.fullmatch(key):
        raise Account.DoesNotExist
    return Account.objects.get(pk=key, pk__in=held.values("account"))


def serves(account: Account, at: datetime) -> bool:
    """Whether the person holds a seat now, or will."""
    return Mandate.objects.filter(Q(until=None) | Q(until__gt=at), account=account).exists()


def open_erasing(account: Account) -> Erasing | None:
    return Erasing.objects.filter(account=account, settled_at=None, withdrawn_at=None).first()


def has_other(row: Erasing, at: datetime) -> bool:
    """Whether somebody besides whoever asked keeps the seats of the same house."""
    return has_other_keeper(row.asked_by.seat, [str(row.asked_by.account_id)], at)


def pending_for(actor: Actor, at: datetime) -> list[Pending]:
    """The open requests that the actor may know of."""
    if actor.is_public:
        return []
    rows = Erasing.objects.filter(settled_at=None, withdrawn_at=None).select_related(*_PARTS).order_by("asked_at")
    found = [_seen(actor, row, at) for row in rows]
    return [each for each in found if each.is_home or each.may_agree]


def _seen(actor: Actor, row: Erasing, at: datetime) -> Pending:
    member = row.member.code if row.member else ""
    is_home = rules.keeps(actor, member)
    fresh = Actor(**{**{name: getattr(actor, name) for name in actor.__slots__}, "is_fresh": True})
    refused = rules.may_answer(fresh, row, actor_of(row.asked_by), serves=False, has_other=has_other(row, at))
    name = _names(actor, [row.account_id]).get(row.account_id, "") if is_home else ""
    return Pending(row, name, is_home, row.asked_by.seat_id == actor.seat, refused is None)


def erasing_for(actor: Actor, key: str, at: datetime) -> Pending:
    """An open request that the actor may know of. DoesNotExist otherwise."""
    found = next((each for each in pending_for(actor, at) if each.row.key == key), None)
    if found is None:
        raise Erasing.DoesNotExist
    return found
