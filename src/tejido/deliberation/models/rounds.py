"""A round, and what the institutions of each party remark in private."""

from django.db import models

from tejido.curriculum.models import Revision, Text
from tejido.ledger.keys import Keyed
from tejido.registry.models import Institution, Party

from ..names import CommentType


class Round(Keyed):
    """A consultation on one revision. The deadline is an instant; `zone` is the name it is announced in.

    `state` counts the acts that every party may see, so that what is shown to all can be kept in memory until the
    next one.
    """

    text = models.ForeignKey(Text, models.PROTECT, related_name="+")
    revision = models.ForeignKey(Revision, models.PROTECT, related_name="+")
    number = models.PositiveIntegerField()
    opened_at = models.DateTimeField()
    deadline = models.DateTimeField()
    zone = models.CharField(max_length=60)
    reply_until = models.DateTimeField()
    invitation = models.JSONField(default=dict)
    state = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["text", "number"], name="one_round_per_number")]


class RoundExtension(Keyed):
    round = models.ForeignKey(Round, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    deadline = models.DateTimeField()
    office = models.CharField(max_length=120)


class RoundParty(models.Model):
    """A party asked for its position; fixed when the round opens."""

    round = models.ForeignKey(Round, models.PROTECT, related_name="+")
    party = models.ForeignKey(Party, models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["round", "party"], name="one_place_per_party")]


class Remark(Keyed):
    """What an institution says of a passage, seen by its own party only. `passage` is empty for the text as a whole."""

    round = models.ForeignKey(Round, models.PROTECT, related_name="+")
    party = models.ForeignKey(Party, models.PROTECT, related_name="+")
    institution = models.ForeignKey(Institution, models.PROTECT, related_name="+")
    office = models.CharField(max_length=120)
    passage = models.CharField(max_length=12, blank=True)
    language = models.CharField(max_length=20)
    body = models.TextField()
    wording = models.TextField(blank=True)
    type = models.CharField(max_length=12, choices=CommentType.choices, default=CommentType.TECHNICAL)
    at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["at", "key"]
        indexes = [models.Index(fields=["round", "party"], name="remarks_of_party")]


class Contribution(Keyed):
    """An institution says that it has nothing (more) to remark: so its silence is not mistaken for an answer."""

    round = models.ForeignKey(Round, models.PROTECT, related_name="+")
    institution = models.ForeignKey(Institution, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["round", "institution"], name="one_word_per_institution")]
