"""What is kept of a risk analysis: who may open it, and bytes that say nothing without its key.

Whatever people write, and which factors they answered, stands in `Version.sealed` and nowhere else. In clear are the
key of the row, whose it is, which seats are admitted, when something was done and until when it is kept.
"""

from datetime import datetime

from django.db import models

from tejido.ledger.keys import Keyed
from tejido.registry.models import Mandate, Member, Seat

from .names import Outcome, Readers


class Analysis(Keyed):
    """One analysis. `wrapped` is its data key, sealed with the key file `number`; where there is a passphrase, `cost`
    says how its key is made of it (salt, n, r, p), and the data key is sealed with that one first.

    A destroyed analysis keeps its row, so that those who had it learn what became of it. `is_shredded`: the key file is
    gone too.
    """

    member = models.ForeignKey(Member, models.PROTECT, related_name="+")
    language = models.CharField(max_length=20)
    at = models.DateTimeField()
    ends_on = models.DateField()
    version = models.PositiveIntegerField(default=1)
    number = models.PositiveSmallIntegerField(default=1)
    wrapped = models.BinaryField()
    cost = models.JSONField(default=dict)
    destroyed_at = models.DateTimeField(null=True, blank=True)
    is_shredded = models.BooleanField(default=False)
    is_demonstration = models.BooleanField(default=False)

    class Meta:
        ordering = ["-at", "key"]
        indexes = [models.Index(fields=["ends_on"], condition=models.Q(destroyed_at=None), name="analysis_by_last_day")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(is_shredded=False) | models.Q(destroyed_at__isnull=False),
                name="only_what_is_destroyed_is_shredded",
            )
        ]

    @property
    def has_passphrase(self) -> bool:
        return bool(self.cost)


class Version(Keyed):
    """The whole analysis as it was saved once, sealed."""

    analysis = models.ForeignKey(Analysis, models.PROTECT, related_name="+")
    number = models.PositiveIntegerField()
    sealed = models.BinaryField()
    at = models.DateTimeField()
    seat = models.CharField(max_length=12)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["analysis", "number"], name="one_sealed_version_per_number")]


class Admission(Keyed):
    """A seat may open the analysis while this mandate is valid. A new holder of the seat is not admitted with it.

    `failures` counts the wrong passphrases in a row, the last one at `failed_at`.
    """

    analysis = models.ForeignKey(Analysis, models.PROTECT, related_name="+")
    seat = models.ForeignKey(Seat, models.PROTECT, related_name="+")
    mandate = models.ForeignKey(Mandate, models.PROTECT, related_name="+")
    leads = models.BooleanField(default=False)
    at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)
    failures = models.PositiveSmallIntegerField(default=0)
    failed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["at", "key"]
        constraints = [
            models.UniqueConstraint(
                fields=["analysis", "seat"], condition=models.Q(ended_at=None), name="one_admission_per_seat"
            )
        ]

    def is_valid_at(self, at: datetime) -> bool:
        """Needs the mandate."""
        return self.ended_at is None and self.mandate.is_valid_at(at)


class Opening(Keyed):
    """The analysis is open in one browser until an instant. `sealed` is the data key, sealed with a secret that only
    that browser has; `browser` a digest by which it is known again."""

    admission = models.ForeignKey(Admission, models.CASCADE, related_name="+")
    browser = models.CharField(max_length=64)
    sealed = models.BinaryField()
    at = models.DateTimeField()
    until = models.DateTimeField(db_index=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["admission", "browser"], name="one_opening_per_browser")]


class Asking(Keyed):
    """A seat asked to release a summary; a second person agrees or refuses. `sealed`: the summary and who is to read
    it, as it was asked."""

    analysis = models.ForeignKey(Analysis, models.PROTECT, related_name="+")
    mandate = models.ForeignKey(Mandate, models.PROTECT, related_name="+")
    sealed = models.BinaryField()
    at = models.DateTimeField()
    expires_at = models.DateTimeField()
    settled_at = models.DateTimeField(null=True, blank=True)
    outcome = models.CharField(max_length=10, choices=Outcome.choices, blank=True)

    class Meta:
        ordering = ["at", "key"]

    def is_open_at(self, at: datetime) -> bool:
        return self.settled_at is None and at < self.expires_at


class Summary(Keyed):
    """What was released: a copy in clear of what was chosen, and of nothing else. `lines`: per factor its code, a
    sentence, and the finding and the confidence where they were chosen. `digest` is of that and of
    `salt`, so that nobody tries words on it. Withdrawn, its words and the salt are erased."""

    analysis = models.ForeignKey(Analysis, models.PROTECT, related_name="+")
    member = models.ForeignKey(Member, models.PROTECT, related_name="+")
    readers = models.CharField(max_length=8, choices=Readers.choices)
    codes = models.JSONField(default=list)  # the members whose seats read it
    language = models.CharField(max_length=20)
    title = models.CharField(max_length=200, blank=True)
    introduction = models.TextField(blank=True)
    lines = models.JSONField(default=list)
    digest = models.CharField(max_length=64)
    salt = models.BinaryField(max_length=16)
    at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    is_demonstration = models.BooleanField(default=False)

    class Meta:
        ordering = ["-at", "key"]
