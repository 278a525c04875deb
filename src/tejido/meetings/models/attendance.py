"""Who took part, by party: offices and numbers, never names."""

from django.db import models

from tejido.ledger.keys import Keyed
from tejido.registry.models import Party

from ..names import Presence
from .agenda import Item
from .meetings import Meeting


class Attendance(Keyed):
    """How a party took part in a meeting. `seats` holds the keys of its seats that were there, `persons` how many came.
    `is_own_word`: the party said so itself."""

    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="+")
    party = models.ForeignKey(Party, models.PROTECT, related_name="+")
    presence = models.CharField(max_length=12, choices=Presence.choices)
    represented_by = models.ForeignKey(Party, models.PROTECT, null=True, blank=True, related_name="+")
    seats = models.JSONField(default=list)
    persons = models.PositiveIntegerField(default=0)
    is_own_word = models.BooleanField(default=False)
    at = models.DateTimeField()
    office = models.CharField(max_length=120)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["meeting", "party"], name="one_attendance_per_party")]


class RoomEntry(Keyed):
    """Where it differs from the attendance of the whole meeting: whether a party was in the room for an item."""

    item = models.ForeignKey(Item, models.PROTECT, related_name="+")
    party = models.ForeignKey(Party, models.PROTECT, related_name="+")
    is_present = models.BooleanField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["item", "party"], name="one_room_entry_per_party")]
