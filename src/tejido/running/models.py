"""How the work goes that the node does by itself."""

from django.db import models


class Pulse(models.Model):
    """One kind of work: when it was last done, how long that took, and whether it fails. Every node on the database
    writes the same rows: which of them did it does not matter to whoever looks."""

    work = models.CharField(primary_key=True, max_length=40)
    at = models.DateTimeField()  # when it was last begun
    done_at = models.DateTimeField(null=True)  # when it last succeeded
    seconds = models.FloatField(default=0)  # how long it took the last time
    failures = models.PositiveIntegerField(default=0)  # how often it has failed since it succeeded
    problem = models.CharField(max_length=80, blank=True)  # the kind of the last failure; never its words
