"""How far a person has come with the tour of their seat."""

from django.db import models

from tejido.ledger.keys import Keyed
from tejido.registry.models import Mandate


class Walk(Keyed):
    """The steps that were taken, by the names of their places, and whether the tour was put away. One for each mandate:
    who comes back to a seat, or sits in another one, has another. It is the person's own and no act."""

    mandate = models.OneToOneField(Mandate, models.CASCADE, related_name="+")
    taken = models.JSONField(default=list)
    put_away_at = models.DateTimeField(null=True, blank=True)
