"""What a member tells of its National Mechanism, part by part. A part is never changed: a later one takes its place.

`audience` says who may read a part. It begins with the seats of the member alone; `Release` keeps every change of it.
"""

from django.db import models

from tejido.curriculum.models import Text
from tejido.ledger.keys import Keyed
from tejido.registry.models import Member

from .names import CHOICES, CHOSEN, Audience, Criterion, Grade, Kind, Level, Rank, Stage, Topic


class Paper(Keyed):
    """A file of a member, addressed by its content; in the database, so that it lives and dies with what it proves."""

    member = models.ForeignKey(Member, models.PROTECT, related_name="+")
    name = models.CharField(max_length=120)
    media_type = models.CharField(max_length=80)
    digest = models.CharField(max_length=64)
    data = models.BinaryField()


class Part(Keyed):
    """What every part has: whose it is, who entered it when, and who may read it."""

    member = models.ForeignKey(Member, models.PROTECT, related_name="+")
    audience = models.CharField(max_length=8, choices=Audience.choices, default=Audience.OWN)
    at = models.DateTimeField()
    office = models.CharField(max_length=120)
    seat = models.CharField(max_length=12, blank=True)
    paper = models.ForeignKey(Paper, models.PROTECT, null=True, blank=True, related_name="+")
    address = models.URLField(max_length=500, blank=True)
    is_demonstration = models.BooleanField(default=False)

    class Meta:
        abstract = True


class Dated(Part):
    """A part of the profile. Dates are as exact as the source: a year, a month or a day."""

    since = models.CharField(max_length=10)
    until = models.CharField(max_length=10, blank=True)
    says = models.JSONField(default=dict)
    source = models.CharField(max_length=300, blank=True)
    grade = models.CharField(max_length=4, choices=Grade.choices, default=Grade.OWN)
    struck_at = models.DateTimeField(null=True, blank=True)
    struck_because = models.CharField(max_length=300, blank=True)

    class Meta:
        abstract = True
        ordering = ["since", "at", "key"]

    @property
    def is_from_source(self) -> bool:
        """Entered from outside, as what a source says; not stated by the member."""
        return self.grade != Grade.OWN

    def holds_on(self, day: str) -> bool:
        """Whether it holds on a day in ISO 8601. What ends in a year or a month holds to its end; what ends on a day
        holds until that day."""
        if self.since > day:
            return False
        if not self.until:
            return True
        return day < self.until if len(self.until) == len("2012-03-29") else day[: len(self.until)] <= self.until

    def stands_on(self, day: str) -> bool:
        """Whether it holds on the day and was not struck out."""
        return self.struck_at is None and self.holds_on(day)


class Entry(Dated):
    """One dated fact. `value` is one of the topic's choices; `place` the ISO 3166-2 code of a subnational seat;
    `names` the institutions of a stated composition, each in its languages."""

    topic = models.CharField(max_length=12, choices=Topic.choices)
    value = models.CharField(max_length=20, blank=True)
    place = models.CharField(max_length=6, blank=True)
    names = models.JSONField(default=list)

    @property
    def label(self) -> str:
        """The choice in words; empty where words alone say it."""
        return str(CHOICES[self.topic](self.value).label) if self.topic in CHOICES else ""


class Instrument(Dated):
    """A legal act that the mechanism rests on."""

    title = models.CharField(max_length=300)
    rank = models.CharField(max_length=12, choices=Rank.choices)
    number = models.CharField(max_length=60, blank=True)
    language = models.CharField(max_length=20)


class Assessment(Keyed):
    """A member looks at its own mechanism on a day, by one version of the catalogue of criteria."""

    member = models.ForeignKey(Member, models.PROTECT, related_name="+")
    day = models.DateField()
    catalogue = models.PositiveSmallIntegerField()
    at = models.DateTimeField()
    office = models.CharField(max_length=120)
    is_demonstration = models.BooleanField(default=False)

    class Meta:
        ordering = ["day", "at", "key"]


class Answer(Part):
    """What a seat answered to one criterion. `replaced_at` tells the answers that a later one stands for."""

    assessment = models.ForeignKey(Assessment, models.PROTECT, related_name="+")
    criterion = models.CharField(max_length=20)
    level = models.CharField(max_length=8, choices=Level.choices)
    value = models.CharField(max_length=20, blank=True)
    language = models.CharField(max_length=20)
    words = models.TextField(blank=True)
    evidence = models.TextField(blank=True)
    replaced_at = models.DateTimeField(null=True, blank=True)

    @property
    def label(self) -> str:
        """What was chosen or counted besides, in words."""
        is_chosen = self.value and self.criterion in CHOSEN
        return str(CHOSEN[self.criterion](self.value).label) if is_chosen else self.value

    class Meta:
        ordering = ["at", "key"]
        constraints = [
            models.UniqueConstraint(
                fields=["assessment", "criterion"],
                condition=models.Q(replaced_at=None),
                name="one_standing_answer_per_criterion",
            )
        ]


class Release(Keyed):
    """A part was shown to others from one instant to another. Its digest stays when the release is withdrawn."""

    member = models.ForeignKey(Member, models.PROTECT, related_name="+")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    part = models.CharField(max_length=12, db_index=True)
    about = models.CharField(max_length=20)
    audience = models.CharField(max_length=8, choices=Audience.choices)
    digest = models.CharField(max_length=64)
    at = models.DateTimeField()
    office = models.CharField(max_length=120)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["at", "key"]
        constraints = [
            models.UniqueConstraint(
                fields=["part"], condition=models.Q(withdrawn_at=None), name="one_standing_release_per_part"
            )
        ]

    @property
    def words(self) -> str:
        """What the part spoke of, in words."""
        if self.kind == Kind.INSTRUMENT:
            return str(Kind.INSTRUMENT.label)
        return str((Topic if self.kind == Kind.ENTRY else Criterion)(self.about).label)


class PlanLine(Keyed):
    """Something that a member means to do for a step. Never shown to anybody else."""

    member = models.ForeignKey(Member, models.PROTECT, related_name="+")
    stage = models.CharField(max_length=20, choices=Stage.choices)
    what = models.CharField(max_length=300)
    who = models.CharField(max_length=120, blank=True)
    by = models.DateField(null=True, blank=True)
    at = models.DateTimeField()
    office = models.CharField(max_length=120)
    done_at = models.DateTimeField(null=True, blank=True)
    removed_at = models.DateTimeField(null=True, blank=True)
    is_demonstration = models.BooleanField(default=False)

    class Meta:
        ordering = [models.F("by").asc(nulls_last=True), "at", "key"]


class Module(Keyed):
    """A passage of a text of the network that helps with a step."""

    stage = models.CharField(max_length=20, choices=Stage.choices)
    text = models.ForeignKey(Text, models.CASCADE, related_name="+")
    passage = models.CharField(max_length=12)
    at = models.DateTimeField()

    class Meta:
        ordering = ["at", "key"]
        constraints = [models.UniqueConstraint(fields=["stage", "text", "passage"], name="one_link_per_step")]


class ModelInstrument(Keyed):
    """A text of the network that serves as a model of a legal instrument of this rank."""

    text = models.OneToOneField(Text, models.CASCADE, related_name="+")
    rank = models.CharField(max_length=12, choices=Rank.choices)
    at = models.DateTimeField()

    class Meta:
        ordering = ["at", "key"]
