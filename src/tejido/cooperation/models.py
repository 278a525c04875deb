"""Offers and requests of members, and the projects that members agree on. An offer or a request belongs to its member,
a project to all its parties; nobody else reads either until it is shown."""

from datetime import datetime

from django.db import models

from tejido.ledger.keys import Keyed
from tejido.meetings.models import Meeting
from tejido.practices.models import Practice
from tejido.registry.models import Member, Seat

from .names import Heard, Kind, Reach, Side, State, Worth


class Posting(Keyed):
    """An offer or a request. `title`, `says`, `conditions` (who pays what) and `words` (topics, one a comma) are by
    language. `tasks`, `stages`, `themes`, `factors` and `branches` are codes of `mechanisms.names.Topic`, `.Stage`,
    `practices.names.Theme`, `risk.names.Factor` and `registry.names.Branch`; `languages` are tags. `reach` says who
    reads it."""

    member = models.ForeignKey(Member, models.PROTECT, related_name="+")
    side = models.CharField(max_length=8, choices=Side.choices)
    kind = models.CharField(max_length=10, choices=Kind.choices)
    title = models.JSONField(default=dict)
    says = models.JSONField(default=dict)
    words = models.JSONField(default=dict)
    conditions = models.JSONField(default=dict)
    tasks = models.JSONField(default=list)
    stages = models.JSONField(default=list)
    themes = models.JSONField(default=list)
    factors = models.JSONField(default=list)
    branches = models.JSONField(default=list)
    languages = models.JSONField(default=list)
    since = models.DateField(null=True, blank=True)
    until = models.DateField(null=True, blank=True)
    contact = models.ForeignKey(Seat, models.PROTECT, null=True, blank=True, related_name="+")
    reach = models.CharField(max_length=8, choices=Reach.choices, default=Reach.OWN)
    at = models.DateTimeField()
    office = models.CharField(max_length=120)
    shown_at = models.DateTimeField(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    closed_because = models.CharField(max_length=300, blank=True)
    is_demonstration = models.BooleanField(default=False)

    class Meta:
        ordering = ["-at", "key"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(shown_at=None) | ~models.Q(reach=Reach.OWN), name="what_is_shown_has_readers"
            )
        ]

    @property
    def is_open(self) -> bool:
        return self.closed_at is None


class ChosenMember(models.Model):
    """A member to which a posting is shown by name."""

    posting = models.ForeignKey(Posting, models.CASCADE, related_name="+")
    member = models.ForeignKey(Member, models.PROTECT, related_name="+")

    class Meta:
        ordering = ["member__code"]
        constraints = [models.UniqueConstraint(fields=["posting", "member"], name="one_choice_per_member")]


class Showing(Keyed):
    """A posting was shown to others from one instant to another; its digest says what they read."""

    posting = models.ForeignKey(Posting, models.PROTECT, related_name="+")
    reach = models.CharField(max_length=8, choices=Reach.choices)
    members = models.JSONField(default=list)
    digest = models.CharField(max_length=64)
    at = models.DateTimeField()
    office = models.CharField(max_length=120)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["at", "key"]
        constraints = [
            models.UniqueConstraint(
                fields=["posting"], condition=models.Q(withdrawn_at=None), name="one_standing_showing_per_posting"
            )
        ]


class Project(Keyed):
    """What members do together. Its title and everything else that was agreed stand in its `Terms`. `agreed_at` is the
    first instant at which all had accepted the same terms."""

    member = models.ForeignKey(Member, models.PROTECT, related_name="+")
    offer = models.ForeignKey(Posting, models.PROTECT, null=True, blank=True, related_name="+")
    request = models.ForeignKey(Posting, models.PROTECT, null=True, blank=True, related_name="+")
    at = models.DateTimeField()
    office = models.CharField(max_length=120)
    agreed_at = models.DateTimeField(null=True, blank=True)
    completed_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.CharField(max_length=120, blank=True)
    ended_because = models.TextField(blank=True)
    shown_at = models.DateTimeField(null=True, blank=True)
    is_demonstration = models.BooleanField(default=False)

    class Meta:
        ordering = ["-at", "key"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(completed_at=None) | models.Q(ended_at=None), name="a_project_ends_in_one_way"
            ),
            models.CheckConstraint(
                condition=models.Q(shown_at=None) | models.Q(completed_at__isnull=False),
                name="only_what_is_completed_is_shown",
            ),
        ]

    @property
    def state(self) -> State:
        if self.completed_at:
            return State.COMPLETED
        if self.ended_at:
            return State.BROKEN_OFF if self.agreed_at else State.DECLINED
        return State.AGREED if self.agreed_at else State.PROPOSED

    @property
    def over_at(self) -> datetime | None:
        return self.completed_at or self.ended_at


class ProjectParty(models.Model):
    """A member that takes part. `shows_at`: since when it agrees that the network reads the result."""

    project = models.ForeignKey(Project, models.CASCADE, related_name="+")
    member = models.ForeignKey(Member, models.PROTECT, related_name="+")
    shows_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["member__code"]
        constraints = [models.UniqueConstraint(fields=["project", "member"], name="one_part_per_member")]


class Terms(Keyed):
    """What is proposed: `title`, `says` (what is done) and `conditions` (who gives and pays what) by language, and the
    days. They never change: other terms are a later row, and every member is asked anew. `digest` is what a member
    accepts."""

    project = models.ForeignKey(Project, models.PROTECT, related_name="+")
    number = models.PositiveIntegerField()
    title = models.JSONField(default=dict)
    says = models.JSONField(default=dict)
    conditions = models.JSONField(default=dict)
    since = models.DateField(null=True, blank=True)
    until = models.DateField(null=True, blank=True)
    digest = models.CharField(max_length=64)
    at = models.DateTimeField()
    office = models.CharField(max_length=120)

    class Meta:
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["project", "number"], name="one_set_of_terms_per_number")]


class Acceptance(Keyed):
    """A member accepts exactly these terms."""

    terms = models.ForeignKey(Terms, models.PROTECT, related_name="+")
    member = models.ForeignKey(Member, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    office = models.CharField(max_length=120)

    class Meta:
        ordering = ["at", "key"]
        constraints = [models.UniqueConstraint(fields=["terms", "member"], name="one_acceptance_per_member")]


class Talk(Keyed):
    """A word among the members of a project."""

    project = models.ForeignKey(Project, models.PROTECT, related_name="+")
    language = models.CharField(max_length=20)
    words = models.TextField()
    at = models.DateTimeField()
    office = models.CharField(max_length=120)

    class Meta:
        ordering = ["at", "key"]


class ProjectStep(Keyed):
    """Something to do on the way: what, whose task it is, and by when."""

    project = models.ForeignKey(Project, models.PROTECT, related_name="+")
    member = models.ForeignKey(Member, models.PROTECT, related_name="+")
    language = models.CharField(max_length=20)
    what = models.CharField(max_length=300)
    by = models.DateField(null=True, blank=True)
    at = models.DateTimeField()
    office = models.CharField(max_length=120)
    done_at = models.DateTimeField(null=True, blank=True)
    dropped_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = [models.F("by").asc(nulls_last=True), "at", "key"]


class ProjectMeeting(Keyed):
    """A meeting of the network in which the project was or is spoken of."""

    project = models.ForeignKey(Project, models.PROTECT, related_name="+")
    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    office = models.CharField(max_length=120)

    class Meta:
        ordering = ["meeting__starts_at", "key"]
        constraints = [models.UniqueConstraint(fields=["project", "meeting"], name="one_tie_per_meeting_and_project")]


class ProjectResult(Keyed):
    """What was delivered, as one member wrote it down. A later one takes its place, and all are asked anew."""

    project = models.ForeignKey(Project, models.PROTECT, related_name="+")
    number = models.PositiveIntegerField()
    says = models.JSONField(default=dict)
    digest = models.CharField(max_length=64)
    at = models.DateTimeField()
    office = models.CharField(max_length=120)

    class Meta:
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["project", "number"], name="one_result_per_number")]


class Confirmation(Keyed):
    """A member says of exactly this result that it is so."""

    result = models.ForeignKey(ProjectResult, models.PROTECT, related_name="+")
    member = models.ForeignKey(Member, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    office = models.CharField(max_length=120)

    class Meta:
        ordering = ["at", "key"]
        constraints = [models.UniqueConstraint(fields=["result", "member"], name="one_confirmation_per_member")]


class ProjectPractice(Keyed):
    """The draft of a good practice that a member has begun from a project. It is the member's own."""

    project = models.ForeignKey(Project, models.PROTECT, related_name="+")
    member = models.ForeignKey(Member, models.PROTECT, related_name="+")
    practice = models.OneToOneField(Practice, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    office = models.CharField(max_length=120)

    class Meta:
        ordering = ["at", "key"]
        constraints = [models.UniqueConstraint(fields=["project", "member"], name="one_practice_per_member")]


class ProjectEvaluation(Keyed):
    """What one side says of a project that is over. A later one of the same member stands for it."""

    project = models.ForeignKey(Project, models.PROTECT, related_name="+")
    member = models.ForeignKey(Member, models.PROTECT, related_name="+")
    worth = models.CharField(max_length=8, choices=Worth.choices)
    says = models.JSONField(default=dict)
    heard = models.CharField(max_length=8, choices=Heard.choices, default=Heard.OWN)
    at = models.DateTimeField()
    office = models.CharField(max_length=120)
    replaced_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["at", "key"]
        constraints = [
            models.UniqueConstraint(
                fields=["project", "member"],
                condition=models.Q(replaced_at=None),
                name="one_standing_evaluation_per_member",
            )
        ]


class MatchWish(models.Model):
    """A seat that wants to be told of a new offer or request that matches one of its member's."""

    seat = models.OneToOneField(Seat, models.CASCADE, related_name="+")
    at = models.DateTimeField()
