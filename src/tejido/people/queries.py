"""Loading accounts, and counting letters."""

from datetime import datetime

from .models import Account, Letter
from .names import GIVE_UP_AFTER


def account_of(key: str) -> Account:
    return Account.objects.get(pk=key)


def account_with(email: str) -> Account | None:
    """The account of an e-mail address, however it is capitalised."""
    return Account.objects.filter(email__iexact=email.strip()).first()


def letters_given_up() -> int:
    """How many letters the mail server refused so often that they are not tried again."""
    return Letter.objects.filter(sent_at=None, failures__gte=GIVE_UP_AFTER).count()


def letters_waiting(since: datetime) -> int:
    """How many letters were queued before this instant and have neither left nor been given up."""
    return Letter.objects.filter(sent_at=None, failures__lt=GIVE_UP_AFTER, queued_at__lt=since).count()
