"""Accounts, one-time links, and the choice of a seat."""

import secrets
from datetime import datetime, timedelta

from allauth.account.models import EmailAddress
from django.db import transaction

from tejido.ledger.actors import Actor
from tejido.ledger.commands import record
from tejido.ledger.refusals import Refusal, Refused

from ..models import Account, SignInLink
from ..names import Act, No
from ..queries import digest_of, open_link

LINK_LIFE = timedelta(days=7)


@transaction.atomic
def open_account(
    *, actor: Actor, email: str, name: str, language: str, zone: str, at: datetime, is_demonstration: bool = False
) -> Account:
    """An account without a password: its holder comes in by a one-time link. The ledger keeps its id, not its name."""
    account = Account.objects.create_user(
        email, None, name=name, language=language, zone=zone, is_demonstration=is_demonstration
    )
    record(actor=actor, act=Act.ACCOUNT_OPENED, tree="network", kind="account", object=account.id.hex, at=at)
    return account


@transaction.atomic
def make_link(*, actor: Actor, account: Account, at: datetime, life: timedelta = LINK_LIFE) -> str:
    """The token of a new one-time link. It is shown once and kept only as a digest. Older links of the account that
    nobody has used end by this: of the mails in somebody's box only the last one opens a door."""
    SignInLink.objects.filter(account=account, used_at=None, expires_at__gt=at).update(expires_at=at)
    token = secrets.token_urlsafe(24)
    link = SignInLink.objects.create(account=account, token_digest=digest_of(token), expires_at=at + life)
    record(actor=actor, act=Act.LINK_MADE, tree="network", kind="link", object=link.key, at=at)
    return token


@transaction.atomic
def use_link(*, token: str, at: datetime) -> Account:
    """The account of an unused, unexpired link, which is used up by this. Refused in one and the same way otherwise."""
    link = open_link(token, at)
    unused = SignInLink.objects.filter(token_digest=digest_of(token), used_at=None)
    if link is None or not unused.update(used_at=at):  # of two uses at once the second finds nothing to use up
        raise Refused(Refusal(No.LINK_UNKNOWN))
    EmailAddress.objects.get_or_create(
        user=link.account, email=link.account.email, defaults={"verified": True, "primary": True}
    )  # whoever holds the link was reached at this address
    record(
        actor=Actor(account=link.account_id.hex, office="link"),
        act=Act.LINK_USED,
        tree="network",
        kind="link",
        object=link.key,
        at=at,
    )
    return link.account


def keep_preferences(*, account: Account, language: str, zone: str) -> None:
    """Keeps language and zone. They are the person's own and no act of a seat."""
    Account.objects.filter(pk=account.pk).update(language=language, zone=zone)


def choose_seat(*, account: Account, seat: str) -> None:
    """Remembers the seat that the person acts from. The caller has checked that they hold it."""
    Account.objects.filter(pk=account.pk).update(current_seat=seat)
