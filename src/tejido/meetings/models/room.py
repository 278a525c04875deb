"""What the room shows, and the calendars that seats subscribe to. Neither is an act of a member."""

from django.db import models

from tejido.ledger.keys import Keyed
from tejido.registry.models import Mandate

from .agenda import Item
from .meetings import Meeting


class Pointer(Keyed):
    """What is on the screen of the room: an item, and a passage of the text that is bound to it. `since` is when the
    item was called, so that its time can run."""

    meeting = models.OneToOneField(Meeting, models.PROTECT, related_name="+")
    item = models.ForeignKey(Item, models.PROTECT, null=True, blank=True, related_name="+")
    passage = models.CharField(max_length=12, blank=True)
    since = models.DateTimeField()


class Feed(Keyed):
    """A calendar that fetches itself what a seat may know of meetings and deadlines. It is read without a password, by
    an address that holds a token; only the token's digest is kept. It ends with the mandate for which it was made.
    """

    mandate = models.ForeignKey(Mandate, models.PROTECT, related_name="+")
    token_digest = models.CharField(max_length=64, unique=True)
    language = models.CharField(max_length=10)
    made_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["made_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["mandate"], condition=models.Q(closed_at=None), name="one_open_feed_per_mandate"
            )
        ]
