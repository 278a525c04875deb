"""Loading accounts and one-time links, and counting letters."""

import hashlib
from base64 import b32encode
from datetime import datetime

from django.conf import settings
from django.utils.crypto import constant_time_compare, salted_hmac

from .models import Account, Letter, SignInLink
from .names import GIVE_UP_AFTER

REPLY, SIGNED = "reply+", 24  # how a reply address begins, and how many letters of it sign it


def account_of(key: str) -> Account:
    return Account.objects.get(pk=key)


def account_with(email: str) -> Account | None:
    """The account of an e-mail address, however it is capitalised."""
    return Account.objects.filter(email__iexact=email.strip()).first()


def digest_of(token: str) -> str:
    """What is kept of the token of a one-time link."""
    return hashlib.sha256(token.encode()).hexdigest()


def guest_token(seed: str) -> str:
    """The token of a link for somebody without an account: this node's key and a random seed make it, so that it need
    not be stored. Another seed makes another token and, where the first one's digest is dropped, ends that."""
    return salted_hmac("tejido.people.guest", seed, algorithm="sha256").hexdigest()[:40]


def reply_address(about: str, bound: str) -> str:
    """The address at which somebody answers by e-mail: what it is for, and this node's signature over that and over
    whom it is bound to. Small letters only, and short enough for every mail server."""
    return f"{REPLY}{about}{_signature(about, bound)}@{settings.REPLY_DOMAIN}"


def reply_in(address: str) -> tuple[str, str] | None:
    """What a reply address of this node is for, and the signature that has still to be checked. None for any other."""
    name, _, domain = address.lower().rpartition("@")
    is_ours = bool(settings.REPLY_DOMAIN) and domain == settings.REPLY_DOMAIN.lower() and name.startswith(REPLY)
    said = name.removeprefix(REPLY)
    return (said[:-SIGNED], said[-SIGNED:]) if is_ours and len(said) > SIGNED else None


def is_reply(about: str, bound: str, signature: str) -> bool:
    """Whether this node has signed it so."""
    return constant_time_compare(_signature(about, bound), signature)


def _signature(about: str, bound: str) -> str:
    made = salted_hmac("tejido.people.reply", f"{about}:{bound}", algorithm="sha256").digest()
    return b32encode(made).decode().lower()[:SIGNED]


def open_link(token: str, at: datetime) -> SignInLink | None:
    """The link of this token while it lets somebody in. None, without saying which, for one that was used, has
    expired, belongs to a closed account, or never was."""
    unused = SignInLink.objects.filter(token_digest=digest_of(token), used_at=None)
    return unused.filter(expires_at__gt=at, account__is_active=True).select_related("account").first()


def letters_given_up() -> int:
    """How many letters the mail server refused so often that they are not tried again."""
    return Letter.objects.filter(sent_at=None, failures__gte=GIVE_UP_AFTER).count()


def letters_waiting(since: datetime) -> int:
    """How many letters were queued before this instant and have neither left nor been given up."""
    return Letter.objects.filter(sent_at=None, failures__lt=GIVE_UP_AFTER, queued_at__lt=since).count()
