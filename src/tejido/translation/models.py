"""What is said of translations, and the glossary. How a passage stands is derived from these rows and never stored."""

from django.db import models

from tejido.curriculum.models import Text
from tejido.ledger.keys import Keyed
from tejido.registry.models import Seat

from .names import Standing


class Said(Keyed):
    """What a seat did at an instant."""

    seat_key = models.CharField(max_length=12, blank=True)
    office = models.CharField(max_length=120)
    at = models.DateTimeField()

    class Meta:
        abstract = True

    @property
    def who(self) -> str:
        """The seat, or the office of what has none: the console."""
        return self.seat_key or self.office


class TranslationMark(Said):
    """Somebody's word on what a passage says in a language. It holds for these words made on those of the source:
    `target` and `source` are digests of words."""

    text = models.ForeignKey(Text, models.CASCADE, related_name="+")
    passage = models.CharField(max_length=40)
    language = models.CharField(max_length=20)
    state = models.CharField(max_length=12, choices=Standing.choices)
    target = models.CharField(max_length=64)
    source = models.CharField(max_length=64, blank=True)
    source_language = models.CharField(max_length=20)

    class Meta:
        ordering = ["at", "key"]
        indexes = [models.Index(fields=["text", "language"], name="marks_of_language")]


class TranslationDraft(Keyed):
    """What a seat is typing for a passage and has not saved. Seen by that seat only; no act of anybody. `base` is the
    number of the revision that it was begun on."""

    text = models.ForeignKey(Text, models.CASCADE, related_name="+")
    seat = models.CharField(max_length=12)
    passage = models.CharField(max_length=40)
    language = models.CharField(max_length=20)
    words = models.TextField()
    base = models.PositiveIntegerField()
    saved_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["text", "seat", "passage", "language"], name="one_translation_draft_per_seat"
            )
        ]


class Propagation(Said):
    """A change of the source that was said, with a reason, not to alter the meaning: from these words to those."""

    text = models.ForeignKey(Text, models.CASCADE, related_name="+")
    passage = models.CharField(max_length=40)
    source_language = models.CharField(max_length=20)
    before = models.CharField(max_length=64)
    after = models.CharField(max_length=64)
    reason = models.CharField(max_length=300)

    class Meta:
        ordering = ["at", "key"]


class Assignment(Said):
    """A seat translates a language of a text, or of one section of it: `section` is the id of its heading."""

    text = models.ForeignKey(Text, models.CASCADE, related_name="+")
    language = models.CharField(max_length=20)
    section = models.CharField(max_length=40, blank=True)
    seat = models.ForeignKey(Seat, models.PROTECT, related_name="+")
    until = models.DateField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["at", "key"]
        constraints = [
            models.UniqueConstraint(
                fields=["text", "language", "section", "seat"],
                condition=models.Q(ended_at=None),
                name="one_standing_assignment",
            )
        ]


class Signatory(Said):
    """A seat that was named to sign the concordance of a language of a text."""

    text = models.ForeignKey(Text, models.CASCADE, related_name="+")
    language = models.CharField(max_length=20)
    seat = models.ForeignKey(Seat, models.PROTECT, related_name="+")
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["at", "key"]
        constraints = [
            models.UniqueConstraint(
                fields=["text", "language", "seat"], condition=models.Q(ended_at=None), name="one_standing_signatory"
            )
        ]


class GlossaryEntry(Said):
    """What a concept is called in each language, from one instant to another. A change ends this row and makes a new
    one of the same `concept`.

    `terms` is a list of [language, words, use]; `definition` says what it is, by language.
    """

    concept = models.CharField(max_length=12, db_index=True)
    terms = models.JSONField(default=list)
    definition = models.JSONField(default=dict)
    source = models.CharField(max_length=300, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["at", "key"]
        constraints = [
            models.UniqueConstraint(
                fields=["concept"], condition=models.Q(ended_at=None), name="one_standing_entry_per_concept"
            )
        ]
