"""Who completed which course, kept in the school's own space: narrow rows, sealed sheets of names, and counts.

A completion says who by a pseudonym that the member's key makes of the document's number. Names and numbers of
documents stand in sheets sealed with a key of the space, and nowhere else. A `Completion` points at nothing by a
foreign key: its numbers are those of `Register`, `Pseudonyms`, `Cohort` and `Value`.
"""

from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper

from tejido.curriculum.models import Edition, Revision
from tejido.ledger.keys import Keyed
from tejido.registry.models import Body, Member
from tejido.training.models import Course

from .names import Kind, Measure, Method, State

ROW_BITS = 27  # of the number of a completion: its row in the batch; the rest is the batch


class RowNumber(models.BigIntegerField):  # type: ignore[type-arg]  # Django's own class takes none
    """A number of eight bytes that is SQLite's own number of the row, so that it needs no index beside the table."""

    def db_type(self, connection: BaseDatabaseWrapper) -> str | None:
        return "integer" if connection.vendor == "sqlite" else super().db_type(connection)


class Pseudonyms(models.Model):
    """A member and the number of the file with the key that makes its pseudonyms."""

    member = models.OneToOneField(Member, models.PROTECT, related_name="+")
    number = models.PositiveIntegerField()


class Register(models.Model):
    """The records of one space, and the number of the file with the key of its sheets. Who writes records locks it;
    `turn` counts how often."""

    body = models.OneToOneField(Body, models.PROTECT, related_name="+")
    pseudonyms = models.ForeignKey(Pseudonyms, models.PROTECT, related_name="+")
    number = models.PositiveIntegerField()
    turn = models.PositiveBigIntegerField(default=0)


class Value(models.Model):
    """A word that big rows say by its number: an institution, a cadre, a course ... `kind` says what it is a word
    for."""

    kind = models.CharField(max_length=12)
    word = models.CharField(max_length=200)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["kind", "word"], name="one_number_per_word")]


class Cohort(Keyed):
    """Who takes a course together. `edition` is the edition of the common text that is taught, empty where the course's
    version comes from none, `revision` the version as it is taught. `no` is what completions say, and `size` how many
    there are."""

    no = models.PositiveIntegerField(unique=True)
    space = models.ForeignKey(Body, models.PROTECT, related_name="+")
    course = models.ForeignKey(Course, models.PROTECT, related_name="+")
    edition = models.ForeignKey(Edition, models.PROTECT, null=True, blank=True, related_name="+")
    revision = models.ForeignKey(Revision, models.PROTECT, related_name="+")
    code = models.CharField(max_length=60)
    title = models.JSONField(default=dict)
    method = models.CharField(max_length=12, choices=Method.choices)
    province = models.CharField(max_length=6, blank=True)
    starts = models.DateField()
    ends = models.DateField()
    minutes = models.PositiveIntegerField()
    size = models.PositiveIntegerField(default=0)
    is_demonstration = models.BooleanField(default=False)
    at = models.DateTimeField()
    office = models.CharField(max_length=120)

    class Meta:
        ordering = ["-starts", "code", "key"]
        constraints = [models.UniqueConstraint(fields=["space", "code"], name="one_cohort_per_code")]


class Completion(models.Model):
    """That a person completed a course on a day. On PostgreSQL a table partitioned by member and year.

    `id` is the number of its batch and its row there (`ROW_BITS`). `is_first` and `is_last`: of the completions of this
    person in this course in this space the first, the last. `score` is in hundredths. Numbers are 0 where nothing was
    stated.
    """

    id = RowNumber(primary_key=True)
    member_no = models.IntegerField()
    space_no = models.IntegerField()
    course_no = models.IntegerField()
    cohort_no = models.IntegerField()
    person = models.BinaryField(max_length=16)
    day = models.DateField()
    result = models.SmallIntegerField()
    score = models.IntegerField(null=True, blank=True)
    minutes = models.IntegerField()
    institution_no = models.IntegerField()
    cadre_no = models.IntegerField()
    level_no = models.IntegerField()
    sex_no = models.IntegerField()
    province_no = models.IntegerField()
    valid_until = models.DateField(null=True, blank=True)
    is_first = models.BooleanField()
    is_last = models.BooleanField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person", "course_no", "space_no", "member_no", "day"], name="one_completion_per_day"
            )
        ]
        indexes = [
            models.Index(fields=["cohort_no", "id"], name="completion_by_cohort"),
            models.Index(
                fields=["space_no", "valid_until", "id"],
                condition=models.Q(is_last=True, valid_until__isnull=False),
                name="completion_that_expires",
            ),
        ]


class Tally(models.Model):
    """How many completions, persons and minutes a cell has. `cuboid` has a bit for each dimension of the person that
    `one` and `other` tell apart, in their order. `period` is a month (202703), a year (2027), or 0 for all time."""

    measure = models.CharField(max_length=1, choices=Measure.choices)
    space_no = models.IntegerField()
    cuboid = models.SmallIntegerField()
    period = models.IntegerField()
    course_no = models.IntegerField()
    edition_no = models.IntegerField()
    one = models.IntegerField()
    other = models.IntegerField()
    completions = models.IntegerField()
    persons = models.IntegerField()
    minutes = models.BigIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["space_no", "measure", "cuboid", "period", "course_no", "edition_no", "one", "other"],
                name="one_tally_per_cell",
            )
        ]


class Batch(Keyed):
    """One file, list or entry by hand. `no` is the first part of the number of its completions.

    `row` is the last row of the file that was done in this `state`; it changes in the transaction that writes rows,
    sheets and tallies, so a batch goes on where it was cut off. `total` is how many rows there are, where it is known.
    Counts: `new` completions, those `known` already, `bad` rows, and rows `left` out because they do not complete.
    `held` says how many certificates stand on its completions: it is not taken back before they are revoked. `out_of`
    is the highest mark that could be reached, where the file or the list says it.
    """

    no = models.PositiveIntegerField(unique=True)
    space = models.ForeignKey(Body, models.PROTECT, related_name="+")
    cohort = models.ForeignKey(Cohort, models.PROTECT, null=True, blank=True, related_name="+")
    kind = models.CharField(max_length=12, choices=Kind.choices)
    state = models.CharField(max_length=10, choices=State.choices)
    digest = models.CharField(max_length=64, blank=True)
    name = models.BinaryField(blank=True, default=b"")
    mapping = models.JSONField(default=dict, blank=True)
    problem = models.CharField(max_length=40, blank=True)
    row = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(null=True, blank=True)
    new = models.PositiveIntegerField(default=0)
    known = models.PositiveIntegerField(default=0)
    bad = models.PositiveIntegerField(default=0)
    left = models.PositiveIntegerField(default=0)
    held = models.PositiveIntegerField(default=0)
    out_of = models.PositiveIntegerField(null=True, blank=True)
    at = models.DateTimeField()
    office = models.CharField(max_length=120)
    seat = models.CharField(max_length=12, blank=True)
    mandate = models.CharField(max_length=12, blank=True)
    entered_at = models.DateTimeField(null=True, blank=True)
    undone_at = models.DateTimeField(null=True, blank=True)
    undone_by = models.CharField(max_length=120, blank=True)

    class Meta:
        ordering = ["-at", "key"]
        indexes = [models.Index(fields=["space", "digest"], name="batch_by_file")]


class Piece(models.Model):
    """A piece of the file of a batch, sealed; it is deleted once the batch is entered or put aside."""

    batch = models.ForeignKey(Batch, models.CASCADE, related_name="+")
    number = models.PositiveIntegerField()
    sealed = models.BinaryField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["batch", "number"], name="one_piece_per_number")]


class Sheet(models.Model):
    """Names and documents of the completions from `first` to `last`, sealed with the key of the space."""

    space_no = models.IntegerField()
    first = models.BigIntegerField(unique=True)
    last = models.BigIntegerField()
    sealed = models.BinaryField()


class Trouble(models.Model):
    """What is wrong with rows of a file, and what stood there, sealed; `first` is the number of the first of them."""

    batch = models.ForeignKey(Batch, models.CASCADE, related_name="+")
    first = models.PositiveIntegerField()
    size = models.PositiveIntegerField()
    sealed = models.BinaryField()

    class Meta:
        ordering = ["first", "pk"]


class Erased(models.Model):
    """That somebody was erased from the records of a space, by a digest of their pseudonym under its key. Files that
    were given before pass over their rows, and a backup that is put back does not keep them."""

    space = models.ForeignKey(Body, models.PROTECT, related_name="+")
    digest = models.CharField(max_length=64)
    at = models.DateTimeField()

    class Meta:
        ordering = ["at", "pk"]
        constraints = [models.UniqueConstraint(fields=["space", "digest"], name="one_erasure_per_person")]


class Remembered(models.Model):
    """What the headings and the words of a school's files mean: said once, and known the next time. `headings` is the
    digest of the set of them; `fields` says by heading what the column is, "" where it is left out; `told` is the
    whole mapping."""

    space = models.ForeignKey(Body, models.PROTECT, related_name="+")
    headings = models.CharField(max_length=64)
    fields = models.JSONField(default=dict)
    told = models.JSONField(default=dict)
    at = models.DateTimeField()

    class Meta:
        ordering = ["-at", "pk"]
        constraints = [models.UniqueConstraint(fields=["space", "headings"], name="one_mapping_per_headings")]


class PaperList(Keyed):
    """A list that is signed on paper, and what was typed from it. `sealed` holds its lines, sealed with the key of the
    space; `digest` is theirs under that key. It is entered while `batch` stands; the countersignature is for these very
    lines."""

    cohort = models.ForeignKey(Cohort, models.PROTECT, related_name="+")
    name = models.CharField(max_length=120)
    day = models.DateField()
    level = models.CharField(max_length=20, blank=True)
    size = models.PositiveIntegerField()
    sealed = models.BinaryField()
    digest = models.CharField(max_length=64)
    batch = models.ForeignKey(Batch, models.PROTECT, null=True, blank=True, related_name="+")
    at = models.DateTimeField()
    office = models.CharField(max_length=120)
    entered_by = models.CharField(max_length=120, blank=True)
    entered_seat = models.CharField(max_length=12, blank=True)
    countersigned_at = models.DateTimeField(null=True, blank=True)
    countersigned_by = models.CharField(max_length=120, blank=True)

    class Meta:
        ordering = ["-day", "-at", "key"]


class Scan(Keyed):
    """A page or several of a signed list, as they were scanned or photographed, sealed with the key of the space."""

    list = models.ForeignKey(PaperList, models.CASCADE, related_name="+")
    media_type = models.CharField(max_length=40)
    size = models.PositiveIntegerField()
    digest = models.CharField(max_length=64)
    sealed = models.BinaryField()
    at = models.DateTimeField()

    class Meta:
        ordering = ["at", "key"]
