"""Who wants a weekly letter."""

from datetime import datetime

from django.utils.crypto import constant_time_compare

from tejido.people.models import Account
from tejido.people.queries import guest_token

from ..models import Wish


def wish_of(account: Account) -> Wish | None:
    return Wish.objects.filter(account=account).first()


def wish_with(key: str) -> Wish | None:
    return Wish.objects.filter(pk=key).first()


def due(at: datetime, limit: int) -> list[Wish]:
    """Those whose letter is due, the longest first."""
    found = Wish.objects.filter(next_at__lte=at).order_by("next_at", "key")
    return list(found.select_related("account")[:limit])


def seed_of(key: str) -> str:
    """What the token in the address that ends the letters is made of, with the node's key."""
    return f"weekly:{key}"


def is_key_of(key: str, token: str) -> bool:
    """Whether this node wrote the token into a letter to who has this wish."""
    return constant_time_compare(guest_token(seed_of(key)), token)
