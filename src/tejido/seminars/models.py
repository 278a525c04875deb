"""Cycles of seminars and their parts, what they cost, and what has to be done for them until when."""

from datetime import date, timedelta

from django.db import models

from tejido.curriculum.models import Revision, Text
from tejido.ledger.keys import Keyed
from tejido.registry.models import Event, Institution, Member

from .names import UNTOLD, Anchor, Cover, Part, Responsible, State, StepKind


class Cycle(Keyed):
    """Seminars that belong together: two parts or more that teach the same text and follow the same structure. The
    structure of the seminar is a text of the network like any other, so that members comment on it and change it by
    the same loop."""

    number = models.PositiveIntegerField(null=True, blank=True)
    title = models.JSONField(default=dict)
    text = models.ForeignKey(Text, models.PROTECT, null=True, blank=True, related_name="+")
    structure = models.ForeignKey(Text, models.PROTECT, null=True, blank=True, related_name="+")
    is_demonstration = models.BooleanField(default=False)
    at = models.DateTimeField()
    office = models.CharField(max_length=120)

    class Meta:
        ordering = ["number", "at", "key"]


class Seminar(Keyed):
    """One part of a cycle. `since` and `until` are days in ISO 8601; of the past also a month or a year, as exact as
    `event`, the sourced entry of the register that it is told by. `zone` is that of the place. `revision` is the state
    of the text that is taught, `structure` that of the structure that is followed. `capacity` is the number of
    places. `sequence` counts what was told of it since it was announced. `is_public`: everybody may read that and when
    it is held. `budget_shown_at`: since when every seat of the network reads its budget, where it does."""

    cycle = models.ForeignKey(Cycle, models.PROTECT, related_name="+")
    part = models.PositiveIntegerField()
    title = models.JSONField(default=dict)
    host = models.ForeignKey(Member, models.PROTECT, null=True, blank=True, related_name="+")
    institution = models.ForeignKey(Institution, models.PROTECT, null=True, blank=True, related_name="+")
    place = models.JSONField(default=dict)
    site = models.JSONField(default=dict)
    since = models.CharField(max_length=10)
    until = models.CharField(max_length=10, blank=True)
    zone = models.CharField(max_length=60)
    languages = models.JSONField(default=list)
    revision = models.ForeignKey(Revision, models.PROTECT, null=True, blank=True, related_name="+")
    structure = models.ForeignKey(Revision, models.PROTECT, null=True, blank=True, related_name="+")
    capacity = models.PositiveIntegerField(null=True, blank=True)
    state = models.CharField(max_length=12, choices=State.choices, default=State.PREPARING)
    sequence = models.PositiveIntegerField(default=0)
    is_public = models.BooleanField(default=False)
    budget_shown_at = models.DateTimeField(null=True, blank=True)
    event = models.ForeignKey(Event, models.PROTECT, null=True, blank=True, related_name="+")
    is_demonstration = models.BooleanField(default=False)
    at = models.DateTimeField()
    office = models.CharField(max_length=120)

    class Meta:
        ordering = ["since", "key"]
        constraints = [models.UniqueConstraint(fields=["cycle", "part"], name="one_seminar_per_part")]

    @property
    def was_announced(self) -> bool:
        return self.state not in UNTOLD


class Step(Keyed):
    """What happened to a seminar, and in which words it was told. `changed` are the codes of what was changed
    (`names.Part`); `revision` the state that was taken."""

    seminar = models.ForeignKey(Seminar, models.PROTECT, related_name="+")
    kind = models.CharField(max_length=16, choices=StepKind.choices)
    words = models.JSONField(default=dict)
    changed = models.JSONField(default=list)
    revision = models.ForeignKey(Revision, models.PROTECT, null=True, blank=True, related_name="+")
    at = models.DateTimeField()
    office = models.CharField(max_length=120)

    class Meta:
        ordering = ["at", "key"]

    @property
    def changed_words(self) -> list[str]:
        return [str(Part(code).label) for code in self.changed]


class BudgetLine(Keyed):
    """Something that a seminar costs. `amount` is what it is reckoned at, `spent` what it cost; both in `currency`, the
    three letters of ISO 4217. `covered_by` says in words who pays or was asked to."""

    seminar = models.ForeignKey(Seminar, models.PROTECT, related_name="+")
    what = models.JSONField(default=dict)
    amount = models.DecimalField(max_digits=11, decimal_places=2)
    currency = models.CharField(max_length=3)
    cover = models.CharField(max_length=8, choices=Cover.choices, default=Cover.OPEN)
    covered_by = models.CharField(max_length=200, blank=True)
    spent = models.DecimalField(max_digits=11, decimal_places=2, null=True, blank=True)
    at = models.DateTimeField()
    office = models.CharField(max_length=120)
    struck_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["at", "key"]


class DutyRow(Keyed):
    """What has to be done, and when: so many days before (negative) or after a day of the seminar."""

    what = models.JSONField(default=dict)
    anchor = models.CharField(max_length=5, choices=Anchor.choices, default=Anchor.SINCE)
    days = models.IntegerField()
    responsible = models.CharField(max_length=12, choices=Responsible.choices, default=Responsible.SECRETARIAT)
    at = models.DateTimeField()
    office = models.CharField(max_length=120)
    struck_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        abstract = True


class TemplateTask(DutyRow):
    """A task of the common checklist, which every further seminar begins with."""

    class Meta:
        ordering = ["anchor", "days", "at", "key"]


class Task(DutyRow):
    """A task of one seminar. `template` is the common one that it was taken from. `done_by` is the office that did it,
    `note` what it said of it."""

    seminar = models.ForeignKey(Seminar, models.PROTECT, related_name="+")
    template = models.ForeignKey(TemplateTask, models.PROTECT, null=True, blank=True, related_name="+")
    done_at = models.DateTimeField(null=True, blank=True)
    done_by = models.CharField(max_length=120, blank=True)
    note = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["anchor", "days", "at", "key"]

    @property
    def due(self) -> date:
        """The day, on the clocks of the place. It moves with the seminar."""
        day = self.seminar.since if self.anchor == Anchor.SINCE else self.seminar.until
        return date.fromisoformat(day) + timedelta(days=self.days)
