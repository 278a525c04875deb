"""Cycles of seminars and their parts."""

from django.db import models

from tejido.curriculum.models import Revision, Text
from tejido.ledger.keys import Keyed
from tejido.registry.models import Event, Institution, Member

from .names import UNTOLD, Part, State, StepKind


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
    it is held."""

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
