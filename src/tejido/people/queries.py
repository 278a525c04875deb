"""Loading accounts and one-time links, and counting letters."""

import hashlib
from base64 import b32encode
from datetime import datetime

from django.conf import settings
from django.db.models import Count, Q, QuerySet
from django.utils.crypto import constant_time_compare, salted_hmac

from .models import Account, Letter, SignInLink
from .names import GIVE_UP_AFTER

_HEARD = str.maketrans("oil", "011")  # what is no letter of a code, and taken for one that is
REPLY, SIGNED = "reply+", 24  # how a reply address begins, and how many letters of it sign it


def account_of(key: str) -> Account:
    return Account.objects.get(pk=key)


def account_with(email: str) -> Account | None:
    """The account of an e-mail address, however it is capitalised."""
    return Account.objects.filter(email__iexact=email.strip()).first()


def digest_of(token: str) -> str:
    """What is kept of the token of a one-time link."""
    return hashlib.sha256(token.encode()).hexdigest()


def code_digest(code: str) -> str:
    """What is kept of the code for a new second factor, however it was typed: with this node's key in it, so that a
    copy of the database alone tries none out."""
    plain = "".join(letter for letter in code.lower() if letter.isalnum()).translate(_HEARD)
    return salted_hmac("tejido.people.factor", plain, algorithm="sha256").hexdigest()


def may_set_up_factor(account: str, at: datetime) -> bool:
    """Whether nothing was taken off this account, or the code was entered minutes ago."""
    row = Account.objects.filter(pk=account).values_list("factor_code", "factor_code_until").first()
    return row is None or not row[0] or (row[1] is not None and at < row[1])


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


def letters_due(at: datetime, limit: int) -> list[Letter]:
    """What is to leave now, the oldest first."""
    rows = _waiting().filter(Q(next_at=None) | Q(next_at__lte=at), queued_at__lte=at, trying_since=None)
    return list(rows.select_related("to").order_by("queued_at", "key")[:limit])


def letters_given_up() -> int:
    """How many letters the mail server refused so often that they are not tried again."""
    return _given_up().count()


def stuck_letters() -> list[Letter]:
    """Those that were given up, the oldest first."""
    return list(_given_up().select_related("to").order_by("queued_at", "key"))


def letters_waiting(since: datetime) -> int:
    """How many letters were queued before this instant and have neither left nor been given up."""
    return _waiting().filter(queued_at__lt=since).count()


def letters_in(at: datetime) -> dict[str, int]:
    """How many letters have not left, by what they wait for: their turn, another try, an answer of the mail server that
    nobody heard, a person."""
    put_off = Q(failures__lt=GIVE_UP_AFTER, trying_since=None, next_at__gt=at)
    trying, given_up = Q(failures__lt=GIVE_UP_AFTER, trying_since__isnull=False), Q(failures__gte=GIVE_UP_AFTER)
    waiting = Q(failures__lt=GIVE_UP_AFTER, trying_since=None, queued_at__lte=at) & ~Q(next_at__gt=at)
    states = {"waiting": waiting, "put_off": put_off, "trying": trying, "given_up": given_up}
    counts = {state: Count("pk", filter=which) for state, which in states.items()}
    return Letter.objects.filter(sent_at=None).aggregate(**counts)


def oldest_letter(at: datetime) -> datetime | None:
    """When the letter was queued that waits longest and was not given up."""
    rows = _waiting().filter(queued_at__lte=at).order_by("queued_at")
    return rows.values_list("queued_at", flat=True).first()


def _waiting() -> QuerySet[Letter]:
    return Letter.objects.filter(sent_at=None, failures__lt=GIVE_UP_AFTER)


def _given_up() -> QuerySet[Letter]:
    return Letter.objects.filter(sent_at=None, failures__gte=GIVE_UP_AFTER)
