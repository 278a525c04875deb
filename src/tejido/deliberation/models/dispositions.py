"""Released comments and what became of each."""

from django.db import models

from tejido.curriculum.models import Revision
from tejido.ledger.keys import Keyed
from tejido.registry.models import Party

from ..names import CommentType, Outcome, ReplyKind, Stance
from .positions import Release
from .rounds import Round


class CommentGroup(Keyed):
    """Comments that say the same and get one answer."""

    round = models.ForeignKey(Round, models.PROTECT, related_name="+")
    label = models.CharField(max_length=200)


class Comment(Keyed):
    """An answer of a released position. `number` counts within the party ("PY-12") and is never given twice."""

    round = models.ForeignKey(Round, models.PROTECT, related_name="+")
    party = models.ForeignKey(Party, models.PROTECT, related_name="+")
    release = models.ForeignKey(Release, models.PROTECT, related_name="+")
    number = models.PositiveSmallIntegerField()
    passage = models.CharField(max_length=12, blank=True)
    covers_section = models.BooleanField(default=False)
    passage_digest = models.CharField(max_length=64, blank=True)
    stance = models.CharField(max_length=12, choices=Stance.choices)
    type = models.CharField(max_length=12, choices=CommentType.choices)
    language = models.CharField(max_length=20)
    wording = models.TextField(blank=True)
    reason = models.TextField(blank=True)
    at = models.DateTimeField()
    group = models.ForeignKey(CommentGroup, models.SET_NULL, null=True, blank=True, related_name="+")
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["at", "party", "number"]
        constraints = [models.UniqueConstraint(fields=["round", "party", "number"], name="one_comment_per_number")]


class Disposition(Keyed):
    """The secretariat's reasoned answer; the latest one counts and the earlier ones stay to be read."""

    comment = models.ForeignKey(Comment, models.PROTECT, related_name="+")
    outcome = models.CharField(max_length=28, choices=Outcome.choices)
    language = models.CharField(max_length=20)
    reason = models.TextField()
    revision = models.ForeignKey(Revision, models.PROTECT, null=True, blank=True, related_name="+")
    at = models.DateTimeField()
    office = models.CharField(max_length=120)

    class Meta:
        ordering = ["at"]


class Reply(Keyed):
    """The member is satisfied or maintains its comment. No row after the date is silence, and is shown as silence."""

    disposition = models.ForeignKey(Disposition, models.PROTECT, related_name="+")
    kind = models.CharField(max_length=12, choices=ReplyKind.choices)
    reason = models.TextField(blank=True)
    at = models.DateTimeField()
    office = models.CharField(max_length=120)

    class Meta:
        ordering = ["at"]
