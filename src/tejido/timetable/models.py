"""The sessions of a seminar."""

from django.db import models

from tejido.ledger.keys import Keyed
from tejido.seminars.models import Seminar


class Session(Keyed):
    """One session of a seminar, from an instant to another, read on the clocks of the seminar's zone.

    `treats` lists the ids of passages and headings of the text that is taught. Sessions with the same `parallel` letter
    are for the same group of participants; without one, for everybody. `number` never changes: it is what people and
    paper lists call the session. `is_counted`: attendance of it counts towards the certificate."""

    seminar = models.ForeignKey(Seminar, models.PROTECT, related_name="+")
    number = models.PositiveIntegerField()
    title = models.JSONField(default=dict)
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    parallel = models.CharField(max_length=1, blank=True)
    treats = models.JSONField(default=list)
    is_counted = models.BooleanField(default=True)
    at = models.DateTimeField()
    office = models.CharField(max_length=120)
    removed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["starts_at", "parallel", "number"]
        constraints = [models.UniqueConstraint(fields=["seminar", "number"], name="one_session_per_number")]
