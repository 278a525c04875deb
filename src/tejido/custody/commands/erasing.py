"""Erasing a person is an act of two persons."""

from datetime import datetime

from django.db import transaction

from tejido.ledger.actors import Actor
from tejido.ledger.commands import write_down
from tejido.ledger.names import tree_of
from tejido.ledger.refusals import ask
from tejido.people.models import Account
from tejido.registry.models import Member
from tejido.registry.queries import actor_of

from .. import rules
from ..models import Erasing
from ..names import Act
from ..queries import open_erasing, serves
from ..queries.erasings import has_other
from . import everywhere


@transaction.atomic
def ask_erasing(*, actor: Actor, account: Account, at: datetime) -> Erasing:
    """A seat that keeps the house asks. Nothing is changed yet."""
    locked = Account.objects.select_for_update().get(pk=account.pk)
    is_open = open_erasing(locked) is not None
    ask(rules.may_ask(actor, actor.member, serves=serves(locked, at), is_open=is_open))
    member = Member.objects.filter(code=actor.member).first() if actor.member else None
    row = Erasing.objects.create(account=locked, member=member, asked_by_id=actor.mandate, asked_at=at)
    _write(actor, Act.ERASING_ASKED, row, at)
    return row


@transaction.atomic
def agree_to_erasing(*, actor: Actor, erasing: Erasing, at: datetime) -> Erasing:
    """Another person agrees, and it is done at once: it cannot be taken back."""
    row = _locked(erasing)
    serving = serves(row.account, at)
    asked = actor_of(row.asked_by)
    ask(rules.may_answer(actor, row, asked, serves=serving, has_other=has_other(row, at)))
    everywhere.empty(row.account, at)
    row.agreed_by_id, row.settled_at = actor.mandate, at
    row.save(update_fields=["agreed_by", "settled_at"])
    _write(actor, Act.ACCOUNT_ERASED, row, at)
    return row


@transaction.atomic
def withdraw_erasing(*, actor: Actor, erasing: Erasing, at: datetime) -> None:
    row = _locked(erasing)
    ask(rules.may_withdraw(actor, row))
    Erasing.objects.filter(key=row.key).update(withdrawn_at=at)
    _write(actor, Act.ERASING_WITHDRAWN, row, at)


def _locked(erasing: Erasing) -> Erasing:
    found = Erasing.objects.select_for_update(of=("self",))
    return found.select_related("account", "member", "asked_by__seat__institution__member").get(key=erasing.key)


def _write(actor: Actor, act: Act, row: Erasing, at: datetime) -> None:
    """In the ledger of the house, without a name."""
    tree = tree_of(row.member.code if row.member else "")
    write_down(actor, act, row, at, {"account": row.account_id.hex}, tree=tree)
