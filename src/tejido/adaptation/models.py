"""Versions of a text: where they come from, what they were brought up to, how they depart, to whom they are shown.

A version is a `Text` of its own whose passages keep the ids of the text that it comes from. Nothing here is changed:
a later row takes the place of an earlier one.
"""

from django.db import models

from tejido.curriculum.models import Edition, Revision, Text
from tejido.ledger.keys import Keyed

from .names import Audience, Kind


class Derivation(Keyed):
    """A text that comes from another one: from a text of this node, or, where `source` is empty, from editions brought
    in as signed files. `origin` says of those whose they are: the network's names, the fingerprint of its key, the
    text's address and titles."""

    text = models.OneToOneField(Text, models.PROTECT, related_name="+")
    source = models.ForeignKey(Text, models.PROTECT, null=True, blank=True, related_name="+")
    origin = models.JSONField(default=dict, blank=True)
    at = models.DateTimeField()
    office = models.CharField(max_length=120)

    class Meta:
        ordering = ["at", "key"]


class BroughtEdition(Keyed):
    """An edition of another network, verified when it was brought in. `record` is the file that proves it."""

    derivation = models.ForeignKey(Derivation, models.PROTECT, related_name="+")
    number = models.PositiveIntegerField()
    digest = models.CharField(max_length=64)
    manifest = models.JSONField()
    record = models.BinaryField()
    at = models.DateTimeField()
    office = models.CharField(max_length=120)

    class Meta:
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["derivation", "number"], name="one_brought_edition_per_number")]


class Uptake(Keyed):
    """What a version was brought up to, one row each time; the first is its beginning.

    `edition` is the number of the edition, or of the revision where the source had none. `digest` and `manifest` are
    the passages that it counts as brought up to: the edition's, but the earlier ones where a change was left for later.
    `before` and `after` are the version's own revisions around it; `before` is empty at the beginning.
    """

    derivation = models.ForeignKey(Derivation, models.PROTECT, related_name="+")
    number = models.PositiveIntegerField()
    edition = models.PositiveIntegerField()
    is_edition = models.BooleanField(default=True)
    theirs = models.CharField(max_length=64)
    digest = models.CharField(max_length=64)
    manifest = models.JSONField()
    left = models.PositiveIntegerField(default=0)
    before = models.ForeignKey(Revision, models.PROTECT, null=True, blank=True, related_name="+")
    after = models.ForeignKey(Revision, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    office = models.CharField(max_length=120)
    seat = models.CharField(max_length=12, blank=True)
    reason = models.CharField(max_length=300, blank=True)
    undone_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["derivation", "number"], name="one_uptake_per_number")]


class Departure(Keyed):
    """Why a version departs in a passage, or in a whole section. `judged` is the digest of what it was declared for, so
    that a reason given for earlier words is told from one that still holds. `mandate` is that of who gave the reason:
    another person approves it."""

    derivation = models.ForeignKey(Derivation, models.PROTECT, related_name="+")
    number = models.PositiveIntegerField()
    subject = models.CharField(max_length=12, blank=True)
    is_section = models.BooleanField(default=False)
    kind = models.CharField(max_length=10, choices=Kind.choices)
    reason = models.TextField()
    language = models.CharField(max_length=20)
    judged = models.CharField(max_length=64)
    at = models.DateTimeField()
    office = models.CharField(max_length=120)
    seat = models.CharField(max_length=12, blank=True)
    mandate = models.CharField(max_length=12, blank=True)
    approved_at = models.DateTimeField(null=True, blank=True)
    approved_office = models.CharField(max_length=120, blank=True)
    approved_seat = models.CharField(max_length=12, blank=True)

    class Meta:
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["derivation", "number"], name="one_departure_per_number")]


class CorePassage(Keyed):
    """The network decided that a passage is core, in the words of an edition; `decided` says where it did so. The lock
    stands in later editions too, until it is lifted; a further row for one of them confirms it in the words there."""

    edition = models.ForeignKey(Edition, models.PROTECT, related_name="+")
    passage = models.CharField(max_length=12)
    decided = models.CharField(max_length=300)
    at = models.DateTimeField()
    office = models.CharField(max_length=120)
    lifted_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["at", "key"]
        constraints = [
            models.UniqueConstraint(
                fields=["edition", "passage"], condition=models.Q(lifted_at=None), name="one_lock_per_passage"
            )
        ]


class Release(Keyed):
    """A version as it was shown to others, from one instant to another. `survey` is how that revision departs, so that
    many versions are laid side by side without reading them all; `departures` is the number of the last reason that was
    given by then."""

    derivation = models.ForeignKey(Derivation, models.PROTECT, related_name="+")
    audience = models.CharField(max_length=8, choices=Audience.choices)
    revision = models.ForeignKey(Revision, models.PROTECT, related_name="+")
    uptake = models.ForeignKey(Uptake, models.PROTECT, related_name="+")
    digest = models.CharField(max_length=64)
    survey = models.JSONField()
    departures = models.PositiveIntegerField(default=0)
    at = models.DateTimeField()
    office = models.CharField(max_length=120)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["at", "key"]
        constraints = [
            models.UniqueConstraint(
                fields=["derivation"], condition=models.Q(withdrawn_at=None), name="one_standing_release_per_version"
            )
        ]
