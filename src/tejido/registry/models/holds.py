"""What stays as it is while a procedure is open."""

from django.db import models

from tejido.ledger.keys import Keyed

from .bodies import Body


class Hold(Keyed):
    """A procedure is open in the body: until it is lifted, nobody replaces who signs for a party alone.

    Whoever opens the procedure places the hold in the transaction of that act, and lifts it in that of its end.
    """

    body = models.ForeignKey(Body, models.PROTECT, related_name="+")
    kind = models.CharField(max_length=40)
    object = models.CharField(max_length=64)
    placed_at = models.DateTimeField()
    lifted_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["placed_at"]
        constraints = [models.UniqueConstraint(fields=["kind", "object"], name="one_hold_per_procedure")]
