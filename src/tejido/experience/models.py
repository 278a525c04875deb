"""What is kept of learning records: sealed bytes, and tokens by which only who has the key finds them.

Statements, documents, attachments and what is known of activities are sealed with the key of their store, which lies in
a file outside the database (`keys`). In clear stand when something came, by which key, and of verbs how often.
Big rows point at their store by its number.
"""

from django.db import models

from tejido.ledger.keys import Keyed
from tejido.records.models import Cohort
from tejido.registry.models import Body

from .names import DocumentKind, Kept, Papers, Trouble, Way

TOKEN = 16  # bytes by which something is found


class Store(Keyed):
    """The learning records of one school. `no` is what big rows say, `number` that of its key file. Who writes
    statements locks it; `last` is when the last of them was stored. `origins` are where browsers may ask from."""

    body = models.OneToOneField(Body, models.PROTECT, related_name="+")
    no = models.PositiveIntegerField(unique=True)
    number = models.PositiveIntegerField()
    months = models.CharField(max_length=3, choices=Kept.choices, default=Kept.TWO)
    origins = models.JSONField(default=list)
    last = models.DateTimeField(null=True, blank=True)
    swept_on = models.DateField(null=True, blank=True)
    at = models.DateTimeField()


class Credential(Keyed):
    """A key that the school gave to one of its systems. Of its secret a digest is kept. It acts for the seat that made
    it. `minute` and `used`: how often it asked in the minute that runs."""

    store = models.ForeignKey(Store, models.PROTECT, related_name="+")
    name = models.CharField(max_length=60)
    login = models.CharField(max_length=32, unique=True)
    digest = models.CharField(max_length=64)
    scopes = models.JSONField(default=list)
    limit = models.PositiveIntegerField()
    minute = models.BigIntegerField(default=0)
    used = models.PositiveIntegerField(default=0)
    is_demonstration = models.BooleanField(default=False)
    at = models.DateTimeField()
    office = models.CharField(max_length=120)
    seat = models.CharField(max_length=12)
    mandate = models.CharField(max_length=12)
    role = models.CharField(max_length=24)
    revoked_at = models.DateTimeField(null=True, blank=True)
    revoked_office = models.CharField(max_length=120, blank=True)

    class Meta:
        ordering = ["at", "key"]


class Verb(models.Model):
    """A verb by its IRI, which big rows say by the number of this row."""

    store_no = models.PositiveIntegerField()
    iri = models.TextField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["store_no", "iri"], name="one_number_per_verb")]


class Statement(models.Model):
    """One statement, sealed. `digest` is that of `formats.xapi.digest_of`, under the store's key; `target` the row of
    the statement that it is about, `refers` the id of that statement, also where it is not here."""

    store_no = models.PositiveIntegerField()
    uuid = models.UUIDField()
    credential = models.CharField(max_length=12)
    verb_no = models.BigIntegerField()
    stored = models.DateTimeField()
    happened = models.DateTimeField()
    digest = models.BinaryField(max_length=32)
    sealed = models.BinaryField()
    refers = models.UUIDField(null=True, blank=True)
    is_voiding = models.BooleanField(default=False)
    voided_at = models.DateTimeField(null=True, blank=True)
    target = models.BigIntegerField(null=True, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["store_no", "uuid"], name="one_statement_per_id")]
        indexes = [
            models.Index(fields=["store_no", "id"], name="statement_in_order"),
            models.Index(fields=["store_no", "verb_no", "id"], name="statement_by_verb"),
            models.Index(fields=["store_no", "stored"], name="statement_by_time"),
            models.Index(
                fields=["store_no", "refers"], condition=models.Q(refers__isnull=False), name="statement_by_reference"
            ),
            models.Index(fields=["target"], condition=models.Q(target__isnull=False), name="statement_by_target"),
            models.Index(
                fields=["store_no", "voided_at"], condition=models.Q(voided_at__isnull=False), name="statement_voided"
            ),
        ]


class Mention(models.Model):
    """That a statement has to do with an agent, an activity or a registration, by its token."""

    store_no = models.PositiveIntegerField()
    token = models.BinaryField(max_length=TOKEN)
    way = models.CharField(max_length=1, choices=Way.choices)
    statement = models.BigIntegerField(db_index=True)

    class Meta:
        indexes = [models.Index(fields=["store_no", "token", "way", "statement"], name="mention_by_token")]


class Known(models.Model):
    """What statements told of an activity, sealed: its id and its definition."""

    store_no = models.PositiveIntegerField()
    token = models.BinaryField(max_length=TOKEN)
    sealed = models.BinaryField()
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["store_no", "token"], name="one_row_per_known_activity")]


class File(models.Model):
    """The bytes of an attachment, sealed, once for each that is the same."""

    store_no = models.PositiveIntegerField()
    token = models.BinaryField(max_length=TOKEN)
    sealed = models.BinaryField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["store_no", "token"], name="one_file_per_hash")]


class Use(models.Model):
    """That a statement has an attachment whose bytes are here."""

    file = models.ForeignKey(File, models.CASCADE, related_name="+")
    statement = models.BigIntegerField(db_index=True)


class Document(models.Model):
    """A document of the state or profile resources, sealed with its media type, and beside it its name (`label`).
    `place` stands for what it belongs to (activity and agent), `registration` and `name` for the rest."""

    store_no = models.PositiveIntegerField()
    kind = models.CharField(max_length=8, choices=DocumentKind.choices)
    place = models.BinaryField(max_length=TOKEN)
    registration = models.BinaryField(max_length=TOKEN)
    name = models.BinaryField(max_length=TOKEN)
    label = models.BinaryField()
    sealed = models.BinaryField()
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["store_no", "kind", "place", "registration", "name"], name="one_document_per_place"
            )
        ]
        indexes = [models.Index(fields=["store_no", "at"], name="document_by_time")]


class Link(Keyed):
    """That who completes an activity has completed the course of a cohort. `home` is the system whose accounts are
    named by what `paper` says."""

    store = models.ForeignKey(Store, models.PROTECT, related_name="+")
    cohort = models.ForeignKey(Cohort, models.PROTECT, related_name="+")
    activity = models.CharField(max_length=400)
    home = models.CharField(max_length=400)
    paper = models.CharField(max_length=10, choices=Papers.choices)
    at = models.DateTimeField()
    office = models.CharField(max_length=120)
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_office = models.CharField(max_length=120, blank=True)

    class Meta:
        ordering = ["at", "key"]
        constraints = [
            models.UniqueConstraint(
                fields=["store", "activity"], condition=models.Q(ended_at=None), name="one_cohort_per_activity"
            )
        ]


class Count(models.Model):
    """How many statements with a verb came on a day, also after they are deleted."""

    store_no = models.PositiveIntegerField()
    day = models.DateField()
    verb_no = models.BigIntegerField()
    count = models.PositiveIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["store_no", "day", "verb_no"], name="one_count_of_verb_by_day")]


class Failure(models.Model):
    """How often something went wrong on a day, and the last time of them. What was sent is not kept."""

    store_no = models.PositiveIntegerField()
    day = models.DateField()
    credential = models.CharField(max_length=12)
    trouble = models.CharField(max_length=16, choices=Trouble.choices)
    code = models.CharField(max_length=20, blank=True)
    count = models.PositiveIntegerField()
    last = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["store_no", "day", "credential", "trouble", "code"], name="one_failure_per_kind_and_day"
            )
        ]
