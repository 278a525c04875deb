"""Accounts, one-time links, the choice of a seat, and letters."""

import secrets
from collections.abc import Iterable
from datetime import datetime, timedelta

from allauth.account.models import EmailAddress
from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.urls import reverse

from tejido.ledger.actors import CLOCK, Actor
from tejido.ledger.commands import record
from tejido.ledger.refusals import Refusal, Refused

from .models import Account, Letter, SignInLink
from .names import GIVE_UP_AFTER, Act, No
from .queries import digest_of, guest_token, open_link, reply_address

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


def queue_letters(*, letters: Iterable[Letter]) -> None:
    """Queues letters in the transaction of the act that caused them. The same occasion never writes to a person
    twice."""
    Letter.objects.bulk_create(letters, ignore_conflicts=True)


def send_queued(*, at: datetime, limit: int = 50) -> int:
    """Sends what waits, one recipient a mail. A failure is counted and tried again; how many went out is returned."""
    sent = 0
    waiting = Letter.objects.filter(sent_at=None, failures__lt=GIVE_UP_AFTER, queued_at__lte=at)
    for letter in waiting.select_related("to").order_by("queued_at")[:limit]:
        try:
            to = letter.to.email if letter.to else letter.address
            _mail(letter, to, at).send()
        except (OSError, ValueError):  # the mail server refused, or the letter cannot be a mail: others still leave
            Letter.objects.filter(key=letter.key).update(failures=letter.failures + 1)
        else:
            sent += Letter.objects.filter(key=letter.key, sent_at=None).update(sent_at=at)
    return sent


def _mail(letter: Letter, to: str, at: datetime) -> EmailMessage:
    """The letter as it is sent, its subject in one line: no header has another. Automatic answers of machines ask for
    none of their own (RFC 3834)."""
    addresses = [(about, reply_address(about, bound)) for about, bound in letter.replies]
    body = _body(letter, at)
    for about, address in addresses:
        body = body.replace(f"{{{about}}}", address)
    reply_to = [address for _about, address in addresses] if len(addresses) == 1 else []
    headers = {"Auto-Submitted": "auto-generated"}
    return EmailMessage(" ".join(letter.subject.split()), body, to=[to], reply_to=reply_to, headers=headers)


def _body(letter: Letter, at: datetime) -> str:
    """What is sent. An invitation gets its link now; of an attempt that failed the one-time link is never known."""
    if letter.page:
        page = letter.page.replace("{token}", guest_token(letter.seed))
        return letter.body.replace("{link}", f"{settings.ORIGIN}{page}")
    if not letter.carries_link or letter.to is None:
        return letter.body
    token = make_link(actor=CLOCK, account=letter.to, at=at)
    return letter.body.replace("{link}", f"{settings.ORIGIN}{reverse('people:link', args=[token])}")


def drop_letters(*, about: str) -> None:
    """Nothing of what was written to somebody without an account is kept: their data are deleted. `about` is the key
    of the row they were written to as, which stands in the occasion of each letter: the address may have changed, and
    others may have the same."""
    Letter.objects.filter(to=None, occasion__contains=about).delete()
