"""Texts as sequences of revisions. Passages are stored once, by their digest; a revision is their ordered list."""

from django.db import models

from tejido.ledger.keys import Keyed
from tejido.registry.models import Body

from .names import Readers


class Text(Keyed):
    """A text that a body works on. Its languages and titles are in the reader's languages from the first day."""

    body = models.ForeignKey(Body, models.PROTECT, related_name="+")
    slug = models.SlugField(max_length=80, unique=True)
    title = models.JSONField(default=dict)
    negotiated_language = models.CharField(max_length=20)
    is_demonstration = models.BooleanField(default=False)
    created_at = models.DateTimeField()


class PassageContent(models.Model):
    """The canonical data of one passage, addressed by its digest and shared by every revision that holds it."""

    digest = models.CharField(max_length=64, primary_key=True)
    data = models.JSONField()


class Revision(Keyed):
    """An immutable state of a text. `manifest` is the ordered list of its passages' digests. `made_on` is what its
    writer had open, where that was not the parent and the two were merged."""

    text = models.ForeignKey(Text, models.PROTECT, related_name="+")
    number = models.PositiveIntegerField()
    digest = models.CharField(max_length=64, db_index=True)
    manifest = models.JSONField()
    languages = models.JSONField(default=list)
    parent = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="+")
    made_on = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="+")
    at = models.DateTimeField()
    office = models.CharField(max_length=120)
    seat = models.CharField(max_length=12, blank=True)
    reason = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["text", "number"], name="one_revision_per_number")]


class Edition(Keyed):
    """A revision sealed by the adoption of all. `record` is the file that proves it offline."""

    text = models.ForeignKey(Text, models.PROTECT, related_name="+")
    number = models.PositiveIntegerField()
    revision = models.OneToOneField(Revision, models.PROTECT, related_name="+")
    sealed_at = models.DateTimeField()
    record = models.BinaryField()

    class Meta:
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["text", "number"], name="one_edition_per_number")]


class EditionRelease(Keyed):
    """A mechanism shows an edition to others, from one instant to another. `digest` is what they were shown; it stays
    when the release is withdrawn. With the record, they also see how each institution assented."""

    edition = models.ForeignKey(Edition, models.PROTECT, related_name="+")
    readers = models.CharField(max_length=8, choices=Readers.choices)
    with_record = models.BooleanField(default=False)
    digest = models.CharField(max_length=64)
    at = models.DateTimeField()
    office = models.CharField(max_length=120)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["at", "key"]
        constraints = [
            models.UniqueConstraint(
                fields=["edition"], condition=models.Q(withdrawn_at=None), name="one_standing_release_per_edition"
            )
        ]


class Draft(Keyed):
    """What a seat is writing and has not saved: kept so that a closed lid loses nothing. Seen by that seat only."""

    text = models.ForeignKey(Text, models.CASCADE, related_name="+")
    seat = models.CharField(max_length=12)
    section = models.CharField(max_length=12, blank=True)
    language = models.CharField(max_length=20)
    base = models.ForeignKey(Revision, models.CASCADE, related_name="+")
    markdown = models.TextField()
    saved_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["text", "seat", "section", "language"], name="one_draft_per_seat_and_section"
            )
        ]


class Picture(models.Model):
    """An image of a text, addressed by its content; in the database, so that it lives and dies with the text."""

    text = models.ForeignKey(Text, models.CASCADE, related_name="+")
    digest = models.CharField(max_length=64)
    media_type = models.CharField(max_length=40)
    data = models.BinaryField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["text", "digest"], name="one_picture_per_content")]
