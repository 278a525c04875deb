"""The words of the ledger itself."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

NETWORK = "network"  # the ledger of what concerns all; a member's own is told by its code


def tree_of(member: str) -> str:
    """The ledger of a member's own acts; the network's where no member is named."""
    return f"member:{member}" if member else NETWORK


def trees_known_to(member: str) -> list[str]:
    """The ledgers that the seats of a member may know; the network's own seats, which have no member, know one."""
    return [NETWORK, tree_of(member)] if member else [NETWORK]


class Act(TextChoices):
    RECEIPT_HANDED = "receipt-handed", _("Receipt handed out")
