"""Loading nominees for those who may know of them."""

from django.db.models import QuerySet

from tejido.seminars.models import Seminar

from .models import Nominee
from .names import Standing

RELATED = ("call__seminar__cycle", "member", "institution")


def participants(seminar: Seminar) -> QuerySet[Nominee]:
    """Who takes part in a seminar. Their names are for the secretariat and the member that nominated them."""
    confirmed = Nominee.objects.filter(call__seminar=seminar, standing=Standing.CONFIRMED)
    return confirmed.select_related("member", "institution")


def participant_of(key: str) -> Nominee:
    """The participant whose browser asks (`guests.remembered`). Raises Nominee.DoesNotExist for anybody else."""
    return Nominee.objects.select_related(*RELATED).get(key=key, standing=Standing.CONFIRMED, erased_at=None)
