"""What can be found: one row per passage, language and state of its text. It can be made again from the texts."""

from django.db import models


class Entry(models.Model):
    """`id` begins with the moment since which the passage says so (see `commands/numbering.py`). `terms` holds what is
    looked for, and the filters: who may read it, the language, the state (see `terms.py`). `digest` tells whether the
    row is still true."""

    source = models.CharField(max_length=12)
    place = models.CharField(max_length=12)
    language = models.CharField(max_length=20)
    number = models.PositiveIntegerField(default=0)
    title = models.JSONField(default=dict)
    heading = models.CharField(max_length=200, blank=True)
    words = models.TextField()
    url = models.CharField(max_length=200)
    digest = models.CharField(max_length=64)
    terms = models.TextField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["source", "number", "place", "language"], name="one_entry_per_passage_and_language"
            )
        ]
