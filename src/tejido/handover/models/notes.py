"""What the outgoing holder leaves, and what the incoming one says to each open matter. All of it is the seat's own."""

from django.db import models

from tejido.ledger.keys import Keyed
from tejido.registry.models import Mandate

from ..names import Answer


class Note(Keyed):
    """The note of one mandate to the next. `draft` is what is being typed; `markdown` is what was left."""

    mandate = models.OneToOneField(Mandate, models.PROTECT, related_name="+")
    markdown = models.TextField(blank=True)
    language = models.CharField(max_length=20, default="es")
    left_at = models.DateTimeField(null=True, blank=True)
    draft = models.TextField(blank=True)
    drafted_at = models.DateTimeField(null=True, blank=True)


class Addition(Keyed):
    """Words of the outgoing holder to one open matter, by its code; with no code, a promise that no list knows."""

    mandate = models.ForeignKey(Mandate, models.PROTECT, related_name="+")
    code = models.CharField(max_length=40, blank=True)
    words = models.TextField()
    until = models.DateField(null=True, blank=True)
    at = models.DateTimeField()

    class Meta:
        ordering = ["at", "key"]


class Response(Keyed):
    """What the incoming holder says to one matter. The latest counts, and the earlier ones stay."""

    mandate = models.ForeignKey(Mandate, models.PROTECT, related_name="+")
    code = models.CharField(max_length=40)
    answer = models.CharField(max_length=12, choices=Answer.choices)
    words = models.TextField(blank=True)
    at = models.DateTimeField()
    office = models.CharField(max_length=120)

    class Meta:
        ordering = ["at", "key"]
