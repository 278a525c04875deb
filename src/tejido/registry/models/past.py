"""What is known of the network's past."""

from django.db import models

from tejido.ledger.keys import Keyed

from ..names import EventKind, Grade, Inferred


class Event(Keyed):
    """A dated event of the network's past (launch, seminar, meeting) with its source. Dates are as exact as the
    source is: a year, a month or a day in ISO 8601.

    `number` is that of a numbered meeting, in Roman numerals. `inferred` says what no source says. An entry that was
    wrong stays, and `corrects` leads from the one that stands to it.
    """

    title = models.JSONField(default=dict)
    kind = models.CharField(max_length=12, choices=EventKind.choices)
    number = models.CharField(max_length=12, blank=True)
    since = models.CharField(max_length=10)
    until = models.CharField(max_length=10, blank=True)
    place = models.JSONField(default=dict)
    says = models.JSONField(default=dict)
    source = models.CharField(max_length=300)
    grade = models.CharField(max_length=1, choices=Grade.choices, default=Grade.SINGLE)
    inferred = models.JSONField(default=list, blank=True)
    corrects = models.OneToOneField("self", models.PROTECT, null=True, blank=True, related_name="+")
    reason = models.CharField(max_length=300, blank=True)
    entered_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["since", "key"]

    @property
    def inferred_words(self) -> list[str]:
        """What was concluded, in words."""
        return [str(Inferred(what).label) for what in self.inferred]
