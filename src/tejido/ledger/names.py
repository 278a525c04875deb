"""The words of the ledger itself."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

NETWORK = "network"  # the ledger of what concerns all; a member's own is told by its code


def tree_of(member: str) -> str:
    """The ledger of a member's own acts; the network's where no member is named."""
    return f"member:{member}" if member else NETWORK


_CLOSED = "closed:"  # how the names of closed ledgers begin


def closed_tree(object: str) -> str:
    """The ledger of one object of which only those who work on it learn that it is there. It stands in no list of what
    was done from a seat or in a member, and in no receipt."""
    return f"{_CLOSED}{object}"


def trees_known_to(member: str) -> list[str]:
    """The ledgers that the seats of a member may know; the network's own seats, which have no member, know one."""
    return [NETWORK, tree_of(member)] if member else [NETWORK]


class Act(TextChoices):
    RECEIPT_HANDED = "receipt-handed", _("Receipt handed out")
