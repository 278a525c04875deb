"""The position of a party: prepared in private, cleared, released. Correction and withdrawal are acts, never edits."""

from django.db import models

from tejido.ledger.keys import Keyed
from tejido.registry.models import Party

from ..names import CommentType, Stance
from .rounds import Remark, Round


class Position(Keyed):
    """Number 1 is the first position of a party in a round; a correction is the next one."""

    round = models.ForeignKey(Round, models.PROTECT, related_name="+")
    party = models.ForeignKey(Party, models.PROTECT, related_name="+")
    number = models.PositiveSmallIntegerField(default=1)
    begun_at = models.DateTimeField()

    class Meta:
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["round", "party", "number"], name="one_position_per_number")]


class Answer(Keyed):
    """The explicit answer to a passage (or, on a heading with `covers_section`, to all below it; or, empty, to the
    text)."""

    position = models.ForeignKey(Position, models.CASCADE, related_name="+")
    passage = models.CharField(max_length=12, blank=True)
    covers_section = models.BooleanField(default=False)
    stance = models.CharField(max_length=12, choices=Stance.choices)
    type = models.CharField(max_length=12, choices=CommentType.choices, default=CommentType.TECHNICAL)
    language = models.CharField(max_length=20)
    wording = models.TextField(blank=True)
    reason = models.TextField(blank=True)
    remark = models.ForeignKey(Remark, models.SET_NULL, null=True, blank=True, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["at", "key"]
        indexes = [models.Index(fields=["position", "passage"], name="answers_by_passage")]


class Clearance(Keyed):
    """The validating authority clears the position word for word: a later change makes the digest differ."""

    position = models.ForeignKey(Position, models.PROTECT, related_name="+")
    digest = models.CharField(max_length=64)
    at = models.DateTimeField()
    office = models.CharField(max_length=120)

    class Meta:
        ordering = ["at"]


class Return(Keyed):
    """The validating authority sends the position back, saying why."""

    position = models.ForeignKey(Position, models.PROTECT, related_name="+")
    reason = models.TextField()
    at = models.DateTimeField()
    office = models.CharField(max_length=120)

    class Meta:
        ordering = ["at"]


class Release(Keyed):
    """The position as all parties see it from now on."""

    position = models.OneToOneField(Position, models.PROTECT, related_name="+")
    digest = models.CharField(max_length=64)
    at = models.DateTimeField()
    office = models.CharField(max_length=120)
    is_late = models.BooleanField(default=False)

    class Meta:
        ordering = ["at"]


class Withdrawal(Keyed):
    release = models.OneToOneField(Release, models.PROTECT, related_name="+")
    reason = models.TextField()
    at = models.DateTimeField()
    office = models.CharField(max_length=120)
