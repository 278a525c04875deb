"""Who may teach which edition, on what ground, and which cohorts they taught. No tree is kept: it is reckoned."""

from datetime import date

from django.db import models

from tejido.adaptation.names import Audience
from tejido.curriculum.models import Edition
from tejido.ledger.keys import Keyed
from tejido.presence.models import Certificate
from tejido.records.models import Cohort
from tejido.registry.models import Body

from .names import Ground


class Trainer(Keyed):
    """A person who teaches, in the own space of a school. `person` is the member's pseudonym, as in the records; name
    and document are sealed with the key of the space."""

    space = models.ForeignKey(Body, models.PROTECT, related_name="+")
    person = models.BinaryField(max_length=16)
    sealed = models.BinaryField()
    is_demonstration = models.BooleanField(default=False)
    at = models.DateTimeField()
    office = models.CharField(max_length=120)

    class Meta:
        ordering = ["at", "key"]
        constraints = [models.UniqueConstraint(fields=["space", "person"], name="one_trainer_per_person")]


class Authorisation(Keyed):
    """A trainer may teach an edition from a day on. One of `certificate`, `cohort` and `document` is its ground;
    `until` is the first day on which it holds no more, empty where it does not end."""

    trainer = models.ForeignKey(Trainer, models.PROTECT, related_name="+")
    edition = models.ForeignKey(Edition, models.PROTECT, related_name="+")
    ground = models.CharField(max_length=8, choices=Ground.choices)
    certificate = models.ForeignKey(Certificate, models.PROTECT, null=True, blank=True, related_name="+")
    cohort = models.ForeignKey(Cohort, models.PROTECT, null=True, blank=True, related_name="+")
    document = models.CharField(max_length=300, blank=True)
    since = models.DateField()
    until = models.DateField(null=True, blank=True)
    at = models.DateTimeField()
    office = models.CharField(max_length=120)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_because = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["since", "at", "key"]

    def holds_on(self, day: date) -> bool:
        return self.withdrawn_at is None and self.since <= day and (self.until is None or day < self.until)


class Teaching(Keyed):
    """A trainer taught a cohort."""

    cohort = models.ForeignKey(Cohort, models.PROTECT, related_name="+")
    trainer = models.ForeignKey(Trainer, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    office = models.CharField(max_length=120)
    removed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["at", "key"]
        constraints = [
            models.UniqueConstraint(
                fields=["cohort", "trainer"], condition=models.Q(removed_at=None), name="one_teaching_per_trainer"
            )
        ]


class Release(Keyed):
    """Counts of the trainers of a school who were first authorised in a year. `leaves` are groups of at least five:
    {"editions": [...], "generations": [...], "persons"}; they are made once and never made anew. `audience` is empty
    once it is withdrawn."""

    space = models.ForeignKey(Body, models.PROTECT, related_name="+")
    year = models.PositiveSmallIntegerField()
    leaves = models.JSONField(default=list)
    digest = models.CharField(max_length=64)
    audience = models.CharField(max_length=8, choices=Audience.choices, blank=True)
    at = models.DateTimeField()
    office = models.CharField(max_length=120)

    class Meta:
        ordering = ["-year", "key"]
        constraints = [models.UniqueConstraint(fields=["space", "year"], name="one_release_of_trainers_per_year")]
