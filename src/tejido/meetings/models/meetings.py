"""A meeting of a body, how it came to its state, and who was invited."""

from django.db import models

from tejido.ledger.keys import Keyed
from tejido.registry.models import Body, Party, Seat

from ..names import UNTOLD, MeetingKind, Reply, State, StepKind


class Meeting(Keyed):
    """A meeting of any body. `state` is changed by acts alone; `Step` says which, when and why.

    Beginning and end are instants, read on the clocks of `zone`. `sequence` counts what was changed of time and place
    after the convocation, as calendars want to know.
    """

    body = models.ForeignKey(Body, models.PROTECT, related_name="+")
    kind = models.CharField(max_length=16, choices=MeetingKind.choices)
    number = models.PositiveIntegerField(null=True, blank=True)
    name = models.JSONField(default=dict)
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    zone = models.CharField(max_length=60)
    place = models.CharField(max_length=300, blank=True)
    room_url = models.URLField(max_length=300, blank=True)
    languages = models.JSONField(default=list)
    state = models.CharField(max_length=12, choices=State.choices, default=State.PREPARING)
    sequence = models.PositiveIntegerField(default=0)
    prepared_at = models.DateTimeField()
    office = models.CharField(max_length=120)

    class Meta:
        ordering = ["starts_at", "key"]
        indexes = [models.Index(fields=["body", "starts_at"], name="meetings_of_body")]

    @property
    def was_convened(self) -> bool:
        return self.state not in UNTOLD


class Step(Keyed):
    """An act that brought the meeting to its next state. A postponement keeps the time that was announced before."""

    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="+")
    kind = models.CharField(max_length=12, choices=StepKind.choices)
    at = models.DateTimeField()
    office = models.CharField(max_length=120)
    words = models.JSONField(default=dict)
    starts_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["at", "key"]
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "kind"], condition=~models.Q(kind=StepKind.POSTPONED), name="one_step_of_a_kind"
            )
        ]


class Invitation(Keyed):
    """A seat was invited: whoever holds it reads and answers it. `party` is whom the seat speaks for, if anybody."""

    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="+")
    seat = models.ForeignKey(Seat, models.PROTECT, related_name="+")
    party = models.ForeignKey(Party, models.PROTECT, null=True, blank=True, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["key"]
        constraints = [models.UniqueConstraint(fields=["meeting", "seat"], name="one_invitation_per_seat")]


class InvitationReply(Keyed):
    """The latest answer of a seat to its invitation; the ledger knows the earlier ones."""

    invitation = models.OneToOneField(Invitation, models.PROTECT, related_name="+")
    says = models.CharField(max_length=12, choices=Reply.choices)
    represented_by = models.ForeignKey(Seat, models.PROTECT, null=True, blank=True, related_name="+")
    note = models.CharField(max_length=300, blank=True)
    at = models.DateTimeField()
    office = models.CharField(max_length=120)
