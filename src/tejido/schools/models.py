"""Training schools, the norms that make courses mandatory, and the populations that they have to reach."""

from datetime import date

from django.db import models

from tejido.adaptation.names import Audience
from tejido.ledger.keys import Keyed
from tejido.mechanisms.names import Grade
from tejido.nominations.names import Sex
from tejido.registry.models import Body, Institution, Member
from tejido.training.models import Course
from tejido.training.names import Officials

from .names import Level, System


class School(Keyed):
    """A training school as its member tells of it, or as a source does.

    A member's own school is one of its institutions; `body` is its own space, once it has one. What a source tells of
    has its `grade`, `source` and `address`, its own `name`, no space, and no member where it belongs to several States.
    `sectors` are codes of `Officials`, `languages` BCP 47 tags, `since` as exact as the source. `audience`: every seat
    of the member at first; what a source tells of is public.
    """

    member = models.ForeignKey(Member, models.PROTECT, null=True, blank=True, related_name="+")
    institution = models.ForeignKey(Institution, models.PROTECT, null=True, blank=True, related_name="+")
    body = models.OneToOneField(Body, models.PROTECT, null=True, blank=True, related_name="+")
    name = models.JSONField(default=dict)
    sectors = models.JSONField(default=list)
    city = models.CharField(max_length=80, blank=True)
    system = models.CharField(max_length=12, choices=System.choices, default=System.UNKNOWN)
    system_name = models.CharField(max_length=80, blank=True)
    languages = models.JSONField(default=list)
    since = models.CharField(max_length=10, blank=True)
    says = models.JSONField(default=dict)
    grade = models.CharField(max_length=4, choices=Grade.choices, default=Grade.OWN)
    source = models.CharField(max_length=300, blank=True)
    address = models.URLField(max_length=500, blank=True)
    audience = models.CharField(max_length=8, choices=Audience.choices, default=Audience.MEMBER)
    at = models.DateTimeField()
    office = models.CharField(max_length=120)
    struck_at = models.DateTimeField(null=True, blank=True)
    struck_because = models.CharField(max_length=300, blank=True)
    is_demonstration = models.BooleanField(default=False)

    class Meta:
        ordering = ["at", "key"]
        constraints = [
            models.UniqueConstraint(
                fields=["institution"], condition=models.Q(struck_at=None), name="one_school_per_institution"
            )
        ]

    @property
    def is_from_source(self) -> bool:
        """Entered from outside, as what a source says; not stated by the member."""
        return self.grade != Grade.OWN


class Obligation(Keyed):
    """A norm makes a course mandatory for cadres (codes of `Officials`), from a day on.

    `course` is empty where it obliges to any course of the space's member for these cadres. `every` is after how many
    months it is taken again, `validity` for how many months a completion counts; both empty where the norm does not
    say. `until` is the first day on which it obliges no more. A row is never rewritten: it ends, and another `follows`
    it. `audience` is empty while the seats of its own state alone read it.
    """

    body = models.ForeignKey(Body, models.PROTECT, related_name="+")
    course = models.ForeignKey(Course, models.PROTECT, null=True, blank=True, related_name="+")
    norm = models.CharField(max_length=300)
    day = models.CharField(max_length=10, blank=True)
    source = models.CharField(max_length=300, blank=True)
    address = models.URLField(max_length=500, blank=True)
    cadres = models.JSONField(default=list)
    every = models.PositiveSmallIntegerField(null=True, blank=True)
    validity = models.PositiveSmallIntegerField(null=True, blank=True)
    credits = models.DecimalField(max_digits=6, decimal_places=2, null=True, blank=True)
    since = models.DateField()
    until = models.DateField(null=True, blank=True)
    ended_because = models.CharField(max_length=300, blank=True)
    follows = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="+")
    audience = models.CharField(max_length=8, choices=Audience.choices, blank=True)
    at = models.DateTimeField()
    office = models.CharField(max_length=120)
    struck_at = models.DateTimeField(null=True, blank=True)
    struck_because = models.CharField(max_length=300, blank=True)
    is_demonstration = models.BooleanField(default=False)

    class Meta:
        ordering = ["-since", "at", "key"]
        indexes = [models.Index(fields=["course", "since"], name="obligations_of_course")]

    def holds_on(self, day: date) -> bool:
        return self.struck_at is None and self.since <= day and (self.until is None or day < self.until)


class Target(Keyed):
    """How many officials a course has to reach in a year: a population by institution (its code in the register or the
    school's own word), cadre, level, sex and province (ISO 3166-2), each empty where all are meant.

    A later row for the same population takes the place of an earlier one, which keeps when it was replaced.
    """

    body = models.ForeignKey(Body, models.PROTECT, related_name="+")
    year = models.PositiveSmallIntegerField()
    institution = models.CharField(max_length=80, blank=True)
    cadre = models.CharField(max_length=16, choices=Officials.choices, blank=True)
    level = models.CharField(max_length=12, choices=Level.choices, blank=True)
    sex = models.CharField(max_length=8, choices=Sex.choices, blank=True)
    province = models.CharField(max_length=6, blank=True)
    number = models.PositiveIntegerField()
    source = models.CharField(max_length=300, blank=True)
    at = models.DateTimeField()
    office = models.CharField(max_length=120)
    replaced_at = models.DateTimeField(null=True, blank=True)
    is_demonstration = models.BooleanField(default=False)

    class Meta:
        ordering = ["-year", "institution", "cadre", "level", "sex", "province", "key"]
        constraints = [
            models.UniqueConstraint(
                fields=["body", "year", "institution", "cadre", "level", "sex", "province"],
                condition=models.Q(replaced_at=None),
                name="one_standing_target_per_population",
            )
        ]


class Delivery(Keyed):
    """A file of populations that a seat has handed in: what was read from it, until it is applied."""

    body = models.ForeignKey(Body, models.PROTECT, related_name="+")
    seat = models.CharField(max_length=12)
    name = models.CharField(max_length=120)
    sheets = models.JSONField(default=list)
    at = models.DateTimeField()

    class Meta:
        verbose_name_plural = "deliveries"
