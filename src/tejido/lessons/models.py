"""The evaluation of a seminar: its rounds and meetings, the matters that were made of what was said, what was decided
on each, and what participants were told."""

from django.db import models

from tejido.curriculum.models import Revision
from tejido.deliberation.models import Comment, Disposition, Proposal, Round
from tejido.ledger.keys import Keyed
from tejido.meetings.models import Item, Meeting
from tejido.seminars.models import Seminar

from .names import CARRIED, Outcome, Part


class Case(Keyed):
    """The evaluation of one seminar. There is one, from the day the secretariat opens it."""

    seminar = models.OneToOneField(Seminar, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    office = models.CharField(max_length=120)

    class Meta:
        ordering = ["at", "key"]


class CaseRound(Keyed):
    """A round on the text that was taught or on the structure, in which members comment for this evaluation."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="+")
    part = models.CharField(max_length=10, choices=Part.choices)
    round = models.ForeignKey(Round, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    office = models.CharField(max_length=120)

    class Meta:
        ordering = ["at", "key"]
        constraints = [models.UniqueConstraint(fields=["case", "round"], name="one_link_per_round")]


class CaseMeeting(Keyed):
    """A meeting in which the seminar is evaluated; a second one where the first was cancelled, or did not suffice."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="+")
    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    office = models.CharField(max_length=120)

    class Meta:
        ordering = ["at", "key"]
        constraints = [models.UniqueConstraint(fields=["case", "meeting"], name="one_link_per_meeting")]


class Matter(Keyed):
    """What belongs together, under a name: passages of one of the texts, comments of members, observations of
    participants. `said` tells in each language what was observed, for those outside: nobody's own words. `number`
    counts within the evaluation and is never given twice. `passages` are ids; a heading stands for its section."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="+")
    number = models.PositiveIntegerField()
    title = models.JSONField(default=dict)
    said = models.JSONField(default=dict)
    part = models.CharField(max_length=10, choices=Part.choices)
    passages = models.JSONField(default=list)
    at = models.DateTimeField()
    office = models.CharField(max_length=120)
    dissolved_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["case", "number"], name="one_matter_per_number")]


class MatterComment(models.Model):
    matter = models.ForeignKey(Matter, models.CASCADE, related_name="+")
    comment = models.ForeignKey(Comment, models.PROTECT, related_name="+")

    class Meta:
        ordering = ["comment__at", "comment__number"]
        constraints = [models.UniqueConstraint(fields=["matter", "comment"], name="one_comment_per_matter")]


class MatterObservation(models.Model):
    """`observation` is the key by which the evaluation knows what participants observed. Who observed it is known to
    nobody here."""

    matter = models.ForeignKey(Matter, models.CASCADE, related_name="+")
    observation = models.CharField(max_length=40)

    class Meta:
        ordering = ["observation"]
        constraints = [models.UniqueConstraint(fields=["matter", "observation"], name="one_observation_per_matter")]


class MatterItem(Keyed):
    """The matter is on an agenda as this item."""

    matter = models.ForeignKey(Matter, models.PROTECT, related_name="+")
    item = models.ForeignKey(Item, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    office = models.CharField(max_length=120)

    class Meta:
        ordering = ["at", "key"]
        constraints = [models.UniqueConstraint(fields=["matter", "item"], name="one_item_per_matter")]


class Decision(Keyed):
    """What was decided on a matter after it was discussed under `item`. The latest one counts; the earlier ones stay to
    be read. What was taken up names what carries it: the disposition of a comment, a proposal for adoption, or a
    revision."""

    matter = models.ForeignKey(Matter, models.PROTECT, related_name="+")
    outcome = models.CharField(max_length=10, choices=Outcome.choices)
    language = models.CharField(max_length=20)
    reason = models.TextField()
    item = models.ForeignKey(Item, models.PROTECT, related_name="+")
    disposition = models.ForeignKey(Disposition, models.PROTECT, null=True, blank=True, related_name="+")
    proposal = models.ForeignKey(Proposal, models.PROTECT, null=True, blank=True, related_name="+")
    revision = models.ForeignKey(Revision, models.PROTECT, null=True, blank=True, related_name="+")
    at = models.DateTimeField()
    office = models.CharField(max_length=120)

    class Meta:
        ordering = ["at", "key"]

    @property
    def is_taken(self) -> bool:
        return self.outcome in CARRIED


class Account(Keyed):
    """What participants and members are told of what became of their words: a copy of the trace as it stood, without
    anything that was not released. A later one takes its place. `is_public`: everybody may read it."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="+")
    number = models.PositiveIntegerField()
    data = models.JSONField()
    digest = models.CharField(max_length=64)
    is_public = models.BooleanField(default=False)
    at = models.DateTimeField()
    office = models.CharField(max_length=120)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    reason = models.TextField(blank=True)

    class Meta:
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["case", "number"], name="one_account_per_number")]
