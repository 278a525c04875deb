"""What can be found: one row per passage or record, language and state. It can be made again from what it tells of."""

from datetime import UTC, datetime, timedelta

from django.db import models

from .names import Kind

BITS = 21  # of the number of an entry, for the entries of one millisecond
_FIRST = datetime(1970, 1, 1, tzinfo=UTC)


class Entry(models.Model):
    """`id` begins with the moment since which the passage says so (see `commands/numbering.py`). `terms` holds what is
    looked for, and the filters: who may read it, the language, the state (see `terms.py`). `digest` tells whether the
    row is still true.

    `kind` is one of `Kind`, which grows with the apps that give something to the index. `source` is the text or the
    record, `place` the passage or the part of it. `number` is that of an edition; of a record it says for whom this
    copy is (see `queries/records/values.py`). `day` is as exact as the record knows it, in ISO 8601, and empty for
    passages.
    """

    kind = models.CharField(max_length=12, default=Kind.PASSAGE)
    source = models.CharField(max_length=12)
    place = models.CharField(max_length=12)
    language = models.CharField(max_length=20)
    number = models.PositiveIntegerField(default=0)
    title = models.JSONField(default=dict)
    heading = models.CharField(max_length=200, blank=True)
    words = models.TextField()
    url = models.CharField(max_length=200)
    day = models.CharField(max_length=10, blank=True)
    digest = models.CharField(max_length=64)
    terms = models.TextField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["source", "number", "place", "language"], name="one_entry_per_passage_and_language"
            )
        ]

    @property
    def kind_words(self) -> str:
        return str(Kind(self.kind).label)

    @property
    def since(self) -> datetime:
        """Since when it says so."""
        return _FIRST + timedelta(milliseconds=self.pk >> BITS)
