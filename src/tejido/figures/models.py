"""Counts of persons on their way up: prepared in a school, released to its member, shown to others. No row points at a
person, a completion or a cohort; groups are those of `engine.disclosure`.

A group is kept as {"of": {dimension: [values]}, "persons": number}.
"""

from django.db import models

from tejido.curriculum.models import Edition
from tejido.engine.disclosure import Leaf
from tejido.ledger.keys import Keyed
from tejido.registry.models import Body, Member
from tejido.training.models import Course

from .names import LEAST, Audience, Counts


class Draft(Keyed):
    """What a school has counted and may release: read in its own space alone. `data` has the period, how it was told
    apart, and by course what would be seen, with what was joined because it was small."""

    space = models.OneToOneField(Body, models.PROTECT, related_name="+")
    corrects = models.ForeignKey("Release", models.PROTECT, null=True, blank=True, related_name="+")
    data = models.JSONField()
    digest = models.CharField(max_length=64)
    at = models.DateTimeField()
    office = models.CharField(max_length=120)


class Release(Keyed):
    """What a school released to its member. `since` and `until` are the first days of the first and the last month.
    One that was corrected stays, with when it was replaced."""

    space = models.ForeignKey(Body, models.PROTECT, related_name="+")
    member = models.ForeignKey(Member, models.PROTECT, related_name="+")
    since = models.DateField()
    until = models.DateField()
    threshold = models.PositiveSmallIntegerField(default=LEAST)
    dimensions = models.JSONField(default=list)
    digest = models.CharField(max_length=64)
    corrects = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="+")
    at = models.DateTimeField()
    office = models.CharField(max_length=120)
    replaced_at = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    is_demonstration = models.BooleanField(default=False)

    class Meta:
        ordering = ["-since", "-at", "key"]

    @property
    def stands(self) -> bool:
        return self.replaced_at is None and self.withdrawn_at is None


class Part(Keyed):
    """The groups of one course and edition in a release. Its own months: what was too few to be released before is
    counted with what came after it."""

    release = models.ForeignKey(Release, models.PROTECT, related_name="+")
    course = models.ForeignKey(Course, models.PROTECT, related_name="+")
    edition = models.ForeignKey(Edition, models.PROTECT, null=True, blank=True, related_name="+")
    counts = models.CharField(max_length=8, choices=Counts.choices)
    since = models.DateField()
    until = models.DateField()
    groups = models.JSONField()

    class Meta:
        ordering = ["course", "edition", "counts", "since"]

    @property
    def leaves(self) -> tuple[Leaf, ...]:
        return leaves_of(self.groups)


class Publication(Keyed):
    """What a member shows to others of a year: sums of the groups that its schools released, by `keep`. A later one for
    the same readers ends it. `groups` also say the edition and what is counted; `covers` and `targets` what the reader
    needs beside them (`lines.published`)."""

    member = models.ForeignKey(Member, models.PROTECT, related_name="+")
    year = models.PositiveSmallIntegerField()
    audience = models.CharField(max_length=8, choices=Audience.choices)
    keep = models.JSONField(default=list)
    groups = models.JSONField()
    covers = models.JSONField(default=dict)
    targets = models.JSONField(default=list)
    digest = models.CharField(max_length=64)
    at = models.DateTimeField()
    office = models.CharField(max_length=120)
    ended_at = models.DateTimeField(null=True, blank=True)
    is_demonstration = models.BooleanField(default=False)

    class Meta:
        ordering = ["-year", "-at", "key"]
        constraints = [
            models.UniqueConstraint(
                fields=["member", "year", "audience"],
                condition=models.Q(ended_at=None),
                name="one_standing_publication_per_year",
            )
        ]


class Figure(models.Model):
    """A sum of whole groups, as pages read it: of a release or of a publication, so that no page adds up groups. `by`
    is a dimension, empty for the total; `values` the joined values as one text, empty where the persons are not divided
    by it. `edition` is a key, empty for what is taught from none."""

    release = models.ForeignKey(Release, models.CASCADE, null=True, blank=True, related_name="+")
    publication = models.ForeignKey(Publication, models.CASCADE, null=True, blank=True, related_name="+")
    year = models.PositiveSmallIntegerField()
    edition = models.CharField(max_length=12, blank=True)
    counts = models.CharField(max_length=8, choices=Counts.choices)
    by = models.CharField(max_length=12, blank=True)
    values = models.TextField(blank=True)
    persons = models.PositiveIntegerField()

    class Meta:
        indexes = [
            models.Index(fields=["publication", "by"], name="figures_of_publication"),
            models.Index(fields=["release", "by"], name="figures_of_release"),
        ]


def leaves_of(groups: list[dict[str, object]]) -> tuple[Leaf, ...]:
    """Groups as they are kept, as the engine takes them."""
    found = []
    for group in groups:
        of, persons = group["of"], group["persons"]
        assert isinstance(of, dict) and isinstance(persons, int)  # noqa: S101, PT018  # the form in which they are kept
        found.append(Leaf({name: tuple(values) for name, values in of.items()}, persons))
    return tuple(found)
