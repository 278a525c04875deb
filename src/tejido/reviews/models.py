"""The constant national review: each is a round of questions, findings and recommendations with their follow-up, and
the next one begins with what the last one asked."""

from django.db import models

from tejido.indicators.models import Indicator
from tejido.ledger.keys import Keyed
from tejido.mechanisms.models import Paper
from tejido.mechanisms.names import Audience
from tejido.programmes.models import Area, Initiative
from tejido.registry.models import Institution, Member, Seat

from .names import Scope, State


class Review(Keyed):
    """A review of a member, or of one of its areas or initiatives. `earlier` is the one before it; `next_on` the day on
    which the next is to begin."""

    member = models.ForeignKey(Member, models.PROTECT, related_name="+")
    area = models.ForeignKey(Area, models.PROTECT, null=True, blank=True, related_name="+")
    initiative = models.ForeignKey(Initiative, models.PROTECT, null=True, blank=True, related_name="+")
    earlier = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="+")
    title = models.JSONField(default=dict)
    since = models.DateField()
    until = models.DateField(null=True, blank=True)
    next_on = models.DateField(null=True, blank=True)
    at = models.DateTimeField()
    office = models.CharField(max_length=120)
    closed_at = models.DateTimeField(null=True, blank=True)
    is_demonstration = models.BooleanField(default=False)

    class Meta:
        ordering = ["since", "at", "key"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(area=None) | models.Q(initiative=None), name="a_review_has_one_object"
            )
        ]


class Question(Keyed):
    """What is asked, in its languages. `earlier` is the same question in the review before."""

    review = models.ForeignKey(Review, models.PROTECT, related_name="+")
    place = models.PositiveSmallIntegerField()
    words = models.JSONField(default=dict)
    earlier = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="+")
    at = models.DateTimeField()
    office = models.CharField(max_length=120)
    struck_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["place", "key"]
        constraints = [models.UniqueConstraint(fields=["review", "place"], name="one_question_per_place")]


class Invitation(Keyed):
    """A seat of another member reads this review, as far as `scope` says, until the invitation is withdrawn or the
    review closed."""

    review = models.ForeignKey(Review, models.PROTECT, related_name="+")
    seat = models.ForeignKey(Seat, models.PROTECT, related_name="+")
    member = models.ForeignKey(Member, models.PROTECT, related_name="+")
    scope = models.CharField(max_length=10, choices=Scope.choices, default=Scope.QUESTIONS)
    words = models.TextField(blank=True)
    at = models.DateTimeField()
    office = models.CharField(max_length=120)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["at", "key"]
        constraints = [
            models.UniqueConstraint(
                fields=["review", "seat"], condition=models.Q(withdrawn_at=None), name="one_standing_invitation"
            )
        ]


class Finding(Keyed):
    """What was found, and what shows it. Of a peer where there is an `invitation`; then only the reviewed member and
    that peer read it."""

    review = models.ForeignKey(Review, models.PROTECT, related_name="+")
    question = models.ForeignKey(Question, models.PROTECT, null=True, blank=True, related_name="+")
    invitation = models.ForeignKey(Invitation, models.PROTECT, null=True, blank=True, related_name="+")
    words = models.TextField()
    language = models.CharField(max_length=20)
    evidence = models.TextField(blank=True)
    address = models.URLField(max_length=500, blank=True)
    paper = models.ForeignKey(Paper, models.PROTECT, null=True, blank=True, related_name="+")
    initiative = models.ForeignKey(Initiative, models.PROTECT, null=True, blank=True, related_name="+")
    indicator = models.ForeignKey(Indicator, models.PROTECT, null=True, blank=True, related_name="+")
    at = models.DateTimeField()
    office = models.CharField(max_length=120)
    seat = models.CharField(max_length=12, blank=True)
    struck_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["at", "key"]


class Recommendation(Keyed):
    """What should be done, by which institution and by when."""

    review = models.ForeignKey(Review, models.PROTECT, related_name="+")
    number = models.PositiveSmallIntegerField()
    words = models.TextField()
    language = models.CharField(max_length=20)
    institution = models.ForeignKey(Institution, models.PROTECT, null=True, blank=True, related_name="+")
    by = models.DateField(null=True, blank=True)
    standing = models.CharField(max_length=10, choices=State.choices, default=State.OPEN)
    at = models.DateTimeField()
    office = models.CharField(max_length=120)

    class Meta:
        ordering = ["number", "key"]
        constraints = [models.UniqueConstraint(fields=["review", "number"], name="one_recommendation_per_number")]


class FollowUp(Keyed):
    """What was told of a recommendation: how it stands from then on, and what shows it."""

    recommendation = models.ForeignKey(Recommendation, models.PROTECT, related_name="+")
    state = models.CharField(max_length=10, choices=State.choices)
    words = models.TextField(blank=True)
    language = models.CharField(max_length=20)
    address = models.URLField(max_length=500, blank=True)
    paper = models.ForeignKey(Paper, models.PROTECT, null=True, blank=True, related_name="+")
    at = models.DateTimeField()
    office = models.CharField(max_length=120)
    seat = models.CharField(max_length=12, blank=True)

    class Meta:
        ordering = ["at", "key"]


class Summary(Keyed):
    """What was said of a review to others, from one instant to another. `title` is what the review was called then."""

    review = models.ForeignKey(Review, models.PROTECT, related_name="+")
    member = models.ForeignKey(Member, models.PROTECT, related_name="+")
    title = models.JSONField(default=dict)
    words = models.JSONField(default=dict)
    audience = models.CharField(max_length=8, choices=Audience.choices)
    digest = models.CharField(max_length=64)
    at = models.DateTimeField()
    office = models.CharField(max_length=120)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["at", "key"]
        verbose_name_plural = "summaries"
        constraints = [
            models.UniqueConstraint(
                fields=["review"], condition=models.Q(withdrawn_at=None), name="one_standing_summary"
            )
        ]
