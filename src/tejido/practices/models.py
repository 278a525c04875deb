"""Good practices: the member's draft, what peers read of it, what is published, and what others made of it.

What others read is always a copy: a submission, a version, a release. The draft is the member's own and no act.
"""

from django.db import models

from tejido.ledger.keys import Keyed
from tejido.mechanisms.models import Paper
from tejido.mechanisms.names import Audience
from tejido.registry.models import Member, Seat

from .names import Field, Origin, Outcome, Recommendation, Status


class Practice(Keyed):
    """A practice in its member's own space. `draft` is as it stands now (see `lines.py`). `origin` and `source` say
    what it was begun from."""

    member = models.ForeignKey(Member, models.PROTECT, related_name="+")
    draft = models.JSONField(default=dict)
    changed_at = models.DateTimeField()
    origin = models.CharField(max_length=10, choices=Origin.choices, blank=True)
    source = models.CharField(max_length=12, blank=True)
    at = models.DateTimeField()
    office = models.CharField(max_length=120)
    dropped_at = models.DateTimeField(null=True, blank=True)
    is_demonstration = models.BooleanField(default=False)

    class Meta:
        ordering = ["at", "key"]


class Proof(Keyed):
    """A file that a practice names as evidence. It is read by whoever reads a copy that names it."""

    practice = models.ForeignKey(Practice, models.PROTECT, related_name="+")
    paper = models.ForeignKey(Paper, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["at", "key"]


class Submission(Keyed):
    """What peers read: a copy of the draft, from the submission until it is taken back, replaced or published."""

    practice = models.ForeignKey(Practice, models.PROTECT, related_name="+")
    number = models.PositiveIntegerField()
    content = models.JSONField()
    digest = models.CharField(max_length=64)
    at = models.DateTimeField()
    office = models.CharField(max_length=120)
    closed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["practice", "number"], name="one_submission_per_number"),
            models.UniqueConstraint(
                fields=["practice"], condition=models.Q(closed_at=None), name="one_open_submission_per_practice"
            ),
        ]


class Readiness(Keyed):
    """A seat is ready to read practices of others, on some themes or on all. The secretariat sees it when it asks."""

    seat = models.ForeignKey(Seat, models.PROTECT, related_name="+")
    themes = models.JSONField(default=list)
    at = models.DateTimeField()
    office = models.CharField(max_length=120)
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["at", "key"]
        constraints = [
            models.UniqueConstraint(
                fields=["seat"], condition=models.Q(ended_at=None), name="one_standing_readiness_per_seat"
            )
        ]


class Review(Keyed):
    """A seat of another member reads a submission. `draft` is what it has written and not given: its own alone."""

    submission = models.ForeignKey(Submission, models.PROTECT, related_name="+")
    seat = models.ForeignKey(Seat, models.PROTECT, related_name="+")
    member = models.ForeignKey(Member, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    office = models.CharField(max_length=120)
    draft = models.JSONField(default=dict)
    declined_at = models.DateTimeField(null=True, blank=True)
    given_at = models.DateTimeField(null=True, blank=True)
    recommendation = models.CharField(max_length=10, choices=Recommendation.choices, blank=True)
    language = models.CharField(max_length=20, blank=True)
    summary = models.TextField(blank=True)

    class Meta:
        ordering = ["at", "key"]
        constraints = [
            models.UniqueConstraint(
                fields=["submission", "member"], condition=models.Q(declined_at=None), name="one_review_per_member"
            ),
            models.CheckConstraint(
                condition=models.Q(given_at=None) | models.Q(declined_at=None), name="a_review_is_given_or_declined"
            ),
        ]


class Remark(Keyed):
    """What a peer remarked on one field."""

    review = models.ForeignKey(Review, models.PROTECT, related_name="+")
    field = models.CharField(max_length=12, choices=Field.choices)
    body = models.TextField()

    class Meta:
        ordering = ["review__given_at", "key"]
        constraints = [models.UniqueConstraint(fields=["review", "field"], name="one_remark_per_field")]


class Reply(Keyed):
    """What the member did with a remark, and why. It may be put otherwise until the practice is published."""

    remark = models.OneToOneField(Remark, models.PROTECT, related_name="reply")
    outcome = models.CharField(max_length=10, choices=Outcome.choices)
    language = models.CharField(max_length=20)
    reason = models.TextField()
    at = models.DateTimeField()
    office = models.CharField(max_length=120)


class Version(Keyed):
    """A published state of a practice: it never changes. `submission` is what peers had read before it."""

    practice = models.ForeignKey(Practice, models.PROTECT, related_name="+")
    number = models.PositiveIntegerField()
    content = models.JSONField()
    digest = models.CharField(max_length=64)
    audience = models.CharField(max_length=8, choices=Audience.choices)
    submission = models.ForeignKey(Submission, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    office = models.CharField(max_length=120)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    reason = models.JSONField(default=dict)

    class Meta:
        ordering = ["practice", "number"]
        constraints = [
            models.UniqueConstraint(fields=["practice", "number"], name="one_version_per_number"),
            models.CheckConstraint(condition=~models.Q(audience=Audience.OWN), name="a_version_is_for_others"),
        ]


class Adaptation(Keyed):
    """What another member made of a version: in that member's own space until it is released."""

    version = models.ForeignKey(Version, models.PROTECT, related_name="+")
    practice = models.ForeignKey(Practice, models.PROTECT, related_name="+")
    member = models.ForeignKey(Member, models.PROTECT, related_name="+")
    draft = models.JSONField(default=dict)
    changed_at = models.DateTimeField()
    at = models.DateTimeField()
    office = models.CharField(max_length=120)
    is_demonstration = models.BooleanField(default=False)

    class Meta:
        ordering = ["at", "key"]
        constraints = [
            models.UniqueConstraint(fields=["practice", "member"], name="one_adaptation_per_practice_and_member")
        ]


class AdaptationRelease(Keyed):
    """What is told of an adaptation: a copy. A later one takes its place."""

    adaptation = models.ForeignKey(Adaptation, models.PROTECT, related_name="+")
    number = models.PositiveIntegerField()
    content = models.JSONField()
    digest = models.CharField(max_length=64)
    audience = models.CharField(max_length=8, choices=Audience.choices)
    at = models.DateTimeField()
    office = models.CharField(max_length=120)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["adaptation", "number"], name="one_release_per_number"),
            models.UniqueConstraint(
                fields=["adaptation"], condition=models.Q(withdrawn_at=None), name="one_standing_release_per_adaptation"
            ),
        ]

    @property
    def status_words(self) -> str:
        return str(Status(self.content["status"]).label)


class Enquiry(Keyed):
    """A letter between a seat that asks and the contact of a practice. Both members' seats read it, nobody else."""

    practice = models.ForeignKey(Practice, models.PROTECT, related_name="+")
    seat = models.ForeignKey(Seat, models.PROTECT, related_name="+")
    is_answer = models.BooleanField(default=False)
    language = models.CharField(max_length=20)
    words = models.TextField()
    at = models.DateTimeField()
    office = models.CharField(max_length=120)

    class Meta:
        ordering = ["at", "key"]
