"""Minutes with every version, decisions, corrections, approval, and what was released to others."""

from django.db import models

from tejido.ledger.keys import Keyed
from tejido.registry.models import Party

from ..names import Audience, Part, Verdict, Way
from .agenda import Item
from .meetings import Meeting


class MinutesText(Keyed):
    """One saved version of the minutes of an item, or of the meeting as a whole, in one language. None is ever
    overwritten."""

    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="+")
    item = models.ForeignKey(Item, models.PROTECT, null=True, blank=True, related_name="+")
    language = models.CharField(max_length=20)
    number = models.PositiveIntegerField()
    markdown = models.TextField()
    digest = models.CharField(max_length=64)
    at = models.DateTimeField()
    office = models.CharField(max_length=120)

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["item", "language", "number"], name="one_version_per_item"),
            models.UniqueConstraint(
                fields=["meeting", "language", "number"], condition=models.Q(item=None), name="one_version_of_the_whole"
            ),
        ]


class MinutesDraft(Keyed):
    """What a seat is writing into the minutes and has not saved. Seen by that seat only; no act of anybody."""

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="+")
    seat = models.CharField(max_length=12)
    item = models.CharField(max_length=12, blank=True)
    language = models.CharField(max_length=20)
    base = models.PositiveIntegerField()
    markdown = models.TextField()
    saved_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["meeting", "seat", "item", "language"], name="one_minutes_draft_per_seat")
        ]


class Decision(Keyed):
    """A decision of a meeting, numbered once and for all."""

    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="+")
    item = models.ForeignKey(Item, models.PROTECT, related_name="+")
    number = models.PositiveIntegerField()
    texts = models.JSONField(default=dict)
    at = models.DateTimeField()
    office = models.CharField(max_length=120)

    class Meta:
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["meeting", "number"], name="one_decision_per_number")]


class Circulation(Keyed):
    """The draft was circulated, and until when corrections are awaited. A later one asks anew."""

    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="+")
    deadline = models.DateTimeField()
    zone = models.CharField(max_length=60)
    digest = models.CharField(max_length=64)
    at = models.DateTimeField()
    office = models.CharField(max_length=120)

    class Meta:
        ordering = ["at", "key"]


class Correction(Keyed):
    """What a party wants to read differently in the minutes, and what was answered."""

    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="+")
    item = models.ForeignKey(Item, models.PROTECT, null=True, blank=True, related_name="+")
    party = models.ForeignKey(Party, models.PROTECT, related_name="+")
    language = models.CharField(max_length=20)
    wording = models.TextField()
    reason = models.TextField()
    at = models.DateTimeField()
    office = models.CharField(max_length=120)
    verdict = models.CharField(max_length=12, choices=Verdict.choices, blank=True)
    answer = models.TextField(blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    answered_by = models.CharField(max_length=120, blank=True)

    class Meta:
        ordering = ["at", "key"]


class Approval(Keyed):
    """The minutes were approved, word for word as `digest` says."""

    meeting = models.OneToOneField(Meeting, models.PROTECT, related_name="+")
    way = models.CharField(max_length=12, choices=Way.choices)
    in_meeting = models.ForeignKey(Meeting, models.PROTECT, null=True, blank=True, related_name="+")
    digest = models.CharField(max_length=64)
    at = models.DateTimeField()
    office = models.CharField(max_length=120)


class Release(Keyed):
    """A copy of a part of the meeting as it stood when it was released. Later changes do not reach it; a later release
    takes its place. A withdrawn one stays here, for those inside, and is shown to nobody else any more."""

    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="+")
    part = models.CharField(max_length=12, choices=Part.choices)
    audience = models.CharField(max_length=12, choices=Audience.choices)
    data = models.JSONField()
    digest = models.CharField(max_length=64)
    at = models.DateTimeField()
    office = models.CharField(max_length=120)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.CharField(max_length=120, blank=True)
    reason = models.TextField(blank=True)

    class Meta:
        ordering = ["at", "key"]
