"""Who wants a weekly letter, and when the next one is due."""

from django.db import models

from tejido.ledger.keys import Keyed
from tejido.people.models import Account

from .names import Day


class Wish(Keyed):
    """A person wants a letter on this day of the week; None: no more. It is the person's and not a seat's.

    `next_at` is when the next one is due. `told_at`: what came before is known to the reader. Its key stands in the
    address by which the letters end; what proves that address is made with the node's key and stored nowhere.
    """

    account = models.OneToOneField(Account, models.CASCADE, related_name="+")
    day = models.PositiveSmallIntegerField(choices=Day.choices, null=True, blank=True)
    told_at = models.DateTimeField()
    next_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["next_at"], condition=~models.Q(next_at=None), name="letter_of_a_week_due")]
