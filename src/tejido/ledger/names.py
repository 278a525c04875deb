"""The words of the ledger itself."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Act(TextChoices):
    RECEIPT_HANDED = "receipt-handed", _("Receipt handed out")
