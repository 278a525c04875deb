"""When a participant's data are erased, their certificate stays true and says of whom it is no more."""

from datetime import datetime

from django.db import transaction

from tejido.ledger.commands import erase_details
from tejido.nominations.models import Nominee

from ..models import Certificate


@transaction.atomic
def forget_holder(*, nominee: str, at: datetime) -> int:
    """The code and the credential of this nominee's certificates go; their digests stay, by which whoever holds them
    can still have them checked. Nothing where the data were not erased. How many."""
    if not Nominee.objects.filter(key=nominee).exclude(erased_at=None).exists():
        return 0
    rows = Certificate.objects.filter(nominee=nominee, erased_at=None)
    for key in rows.values_list("key", flat=True):
        erase_details(object=key)
    return rows.update(code="", credential=None, reason_words="", erased_at=at)
