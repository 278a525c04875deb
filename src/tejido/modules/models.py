"""Discussion modules: steps with readings and questions, what seats contribute, and what came of it."""

from datetime import datetime

from django.db import models

from tejido.curriculum.models import Edition, Revision, Text
from tejido.ledger.keys import Keyed
from tejido.meetings.models import Meeting
from tejido.practices.models import Practice
from tejido.registry.models import Member, Seat

from .names import State


class Module(Keyed):
    """Led by a member. Its own seats alone read it until it is opened; from then on every seat of the network."""

    member = models.ForeignKey(Member, models.PROTECT, related_name="+")
    title = models.JSONField(default=dict)
    goal = models.JSONField(default=dict)
    opens_at = models.DateTimeField()
    closes_at = models.DateTimeField()
    meeting = models.ForeignKey(Meeting, models.PROTECT, null=True, blank=True, related_name="+")
    at = models.DateTimeField()
    office = models.CharField(max_length=120)
    opened_at = models.DateTimeField(null=True, blank=True)
    is_demonstration = models.BooleanField(default=False)

    class Meta:
        ordering = ["opens_at", "key"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(closes_at__gt=models.F("opens_at")), name="a_module_ends_after_it_begins"
            )
        ]

    def state_at(self, at: datetime) -> State:
        """Read from what was done and from the day."""
        if self.opened_at is None:
            return State.PREPARING
        if at < self.opens_at:
            return State.AHEAD
        return State.RUNNING if at < self.closes_at else State.OVER


class Step(Keyed):
    module = models.ForeignKey(Module, models.PROTECT, related_name="+")
    place = models.PositiveIntegerField()
    title = models.JSONField(default=dict)
    says = models.JSONField(default=dict)

    class Meta:
        ordering = ["place", "key"]
        constraints = [models.UniqueConstraint(fields=["module", "place"], name="one_step_per_place")]


class Reading(Keyed):
    """What is read for a step: a section of an adopted edition, or a published practice."""

    step = models.ForeignKey(Step, models.CASCADE, related_name="+")
    edition = models.ForeignKey(Edition, models.PROTECT, null=True, blank=True, related_name="+")
    passage = models.CharField(max_length=12, blank=True)
    practice = models.ForeignKey(Practice, models.PROTECT, null=True, blank=True, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["at", "key"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(edition=None) ^ models.Q(practice=None), name="a_reading_is_a_section_or_a_practice"
            )
        ]


class Question(Keyed):
    step = models.ForeignKey(Step, models.CASCADE, related_name="+")
    words = models.JSONField(default=dict)
    at = models.DateTimeField()

    class Meta:
        ordering = ["at", "key"]


class Contribution(Keyed):
    """What a seat says, in its own language, for the seat. Withdrawn or hidden, its words are shown to nobody; that it
    was there, and why it is hidden, stay."""

    question = models.ForeignKey(Question, models.PROTECT, related_name="+")
    seat = models.ForeignKey(Seat, models.PROTECT, related_name="+")
    language = models.CharField(max_length=20)
    body = models.TextField()
    at = models.DateTimeField()
    office = models.CharField(max_length=120)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    hidden_at = models.DateTimeField(null=True, blank=True)
    hidden_because = models.TextField(blank=True)
    hidden_by = models.CharField(max_length=120, blank=True)

    class Meta:
        ordering = ["at", "key"]

    @property
    def stands(self) -> bool:
        return self.withdrawn_at is None and self.hidden_at is None


class Progress(models.Model):
    """A seat has gone through a step. Nobody but the seat ever reads it."""

    step = models.ForeignKey(Step, models.CASCADE, related_name="+")
    seat = models.CharField(max_length=12)
    at = models.DateTimeField()

    class Meta:
        ordering = ["at", "pk"]
        constraints = [models.UniqueConstraint(fields=["step", "seat"], name="one_progress_per_step_and_seat")]


class Following(models.Model):
    """A seat wants a letter about what is new, at most one a day. `told_at`: what came before is known to it."""

    module = models.ForeignKey(Module, models.CASCADE, related_name="+")
    seat = models.ForeignKey(Seat, models.PROTECT, related_name="+")
    told_at = models.DateTimeField()

    class Meta:
        ordering = ["told_at", "pk"]
        constraints = [models.UniqueConstraint(fields=["module", "seat"], name="one_following_per_module_and_seat")]


class Summary(Keyed):
    """What the leading member says came of it. It may be put otherwise later."""

    module = models.OneToOneField(Module, models.PROTECT, related_name="summary")
    texts = models.JSONField(default=dict)
    at = models.DateTimeField()
    office = models.CharField(max_length=120)


class Proposal(Keyed):
    """Another wording of a passage of the network's text, made of a module. `revision` is what the text said when it
    was proposed; `taken`, the revision that took it up."""

    module = models.ForeignKey(Module, models.PROTECT, related_name="+")
    text = models.ForeignKey(Text, models.PROTECT, related_name="+")
    revision = models.ForeignKey(Revision, models.PROTECT, related_name="+")
    passage = models.CharField(max_length=12)
    language = models.CharField(max_length=20)
    wording = models.TextField()
    reason = models.TextField()
    at = models.DateTimeField()
    office = models.CharField(max_length=120)
    decided_at = models.DateTimeField(null=True, blank=True)
    taken = models.ForeignKey(Revision, models.PROTECT, null=True, blank=True, related_name="+")
    answer = models.TextField(blank=True)

    class Meta:
        ordering = ["at", "key"]
