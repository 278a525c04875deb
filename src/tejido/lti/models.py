"""Systems of schools in which adopted texts are shown (LTI 1.3), who came from them, and what goes back to them.

Who somebody is, only their own system knows: here they are a digest (`proof.person_of`), and what has to be sent back
or entered stands sealed until it was.
"""

from django.db import models

from tejido.ledger.keys import Keyed
from tejido.records.models import Cohort
from tejido.registry.models import Body

from .names import Kind, Sending


class Platform(Keyed):
    """A system of a school, kept in the school's own space. `issuer`, `client` and `deployments` are as the system
    gives them; `keys_address` is where its keys are published, `pasted_keys` a key set where it has no such place.
    `origins` are those of further pages in which the tool is shown. `kept_keys` are those that were last fetched."""

    body = models.ForeignKey(Body, models.PROTECT, related_name="+")
    name = models.CharField(max_length=120)
    issuer = models.CharField(max_length=500, blank=True)
    client = models.CharField(max_length=255, blank=True)
    deployments = models.JSONField(default=list)
    authorize = models.CharField(max_length=1000, blank=True)
    token = models.CharField(max_length=1000, blank=True)
    audience = models.CharField(max_length=1000, blank=True)
    keys_address = models.CharField(max_length=1000, blank=True)
    pasted_keys = models.JSONField(default=dict, blank=True)
    origins = models.JSONField(default=list, blank=True)
    wants_names = models.BooleanField(default=False)
    is_on = models.BooleanField(default=False)
    is_demonstration = models.BooleanField(default=False)
    kept_keys = models.JSONField(default=dict, blank=True)
    kept_at = models.DateTimeField(null=True, blank=True)
    at = models.DateTimeField()
    office = models.CharField(max_length=120)

    class Meta:
        ordering = ["at", "key"]


class Registration(Keyed):
    """An address by which a system registers itself, once. Only the digest of its secret is kept."""

    platform = models.ForeignKey(Platform, models.CASCADE, related_name="+")
    secret = models.CharField(max_length=64, unique=True)
    until = models.DateTimeField()
    used_at = models.DateTimeField(null=True, blank=True)


class ToolKey(Keyed):
    """A key with which this node signs for systems of schools. It is published from `since`, signs from `signs_from`,
    so that others have fetched it by then, and is published no more after `until`."""

    kid = models.CharField(max_length=64, unique=True)
    public = models.JSONField()
    since = models.DateTimeField()
    signs_from = models.DateTimeField()
    until = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["signs_from", "key"]


class UsedNonce(models.Model):
    """A message that was taken, so that it is taken once."""

    platform = models.ForeignKey(Platform, models.CASCADE, related_name="+")
    digest = models.CharField(max_length=64)
    until = models.DateTimeField(db_index=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["platform", "digest"], name="one_use_of_a_nonce")]


class Launch(Keyed):
    """Somebody came from a platform, and is here until `until` in the browser whose digest this is. `target` is what
    was opened, as `lines.Target` writes it. `sealed` is who it is and what goes back."""

    platform = models.ForeignKey(Platform, models.CASCADE, related_name="+")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    deployment = models.CharField(max_length=255)
    target = models.CharField(max_length=200, blank=True)
    context = models.CharField(max_length=255, blank=True)
    context_title = models.CharField(max_length=300, blank=True)
    link = models.CharField(max_length=255, blank=True)
    line = models.CharField(max_length=2000, blank=True)
    person = models.CharField(max_length=32, blank=True)
    is_learner = models.BooleanField(default=False)
    locale = models.CharField(max_length=40, blank=True)
    browser = models.CharField(max_length=64)
    sealed = models.BinaryField()
    at = models.DateTimeField()
    until = models.DateTimeField(db_index=True)


class Passed(models.Model):
    """Somebody worked through a part of what a course of the platform shows. `digest` is that of the text then."""

    platform = models.ForeignKey(Platform, models.CASCADE, related_name="+")
    context = models.CharField(max_length=255, blank=True)
    person = models.CharField(max_length=32)
    unit = models.CharField(max_length=120)
    digest = models.CharField(max_length=64)
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["platform", "context", "person", "unit"], name="one_passing_per_unit")
        ]


class CourseLink(Keyed):
    """Who has worked through all sessions of the cohort's course, in this course of the platform, is entered into the
    cohort, for the seat that made the link. `refused` counts who could not be entered."""

    platform = models.ForeignKey(Platform, models.PROTECT, related_name="+")
    context = models.CharField(max_length=255)
    title = models.CharField(max_length=300, blank=True)
    cohort = models.ForeignKey(Cohort, models.PROTECT, related_name="+")
    refused = models.PositiveIntegerField(default=0)
    at = models.DateTimeField()
    office = models.CharField(max_length=120)
    role = models.CharField(max_length=32)
    seat = models.CharField(max_length=12)
    mandate = models.CharField(max_length=12)
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["at", "key"]
        constraints = [
            models.UniqueConstraint(
                fields=["platform", "context"], condition=models.Q(ended_at=None), name="one_cohort_per_course"
            )
        ]


class Score(Keyed):
    """A result on its way to the platform; a later one for the same person and activity takes its place. `sealed` is
    for whom it is, and empty once it was sent. `problem` says why it was not."""

    platform = models.ForeignKey(Platform, models.CASCADE, related_name="+")
    link = models.CharField(max_length=255)
    person = models.CharField(max_length=32)
    line = models.CharField(max_length=2000)
    sealed = models.BinaryField()
    given = models.PositiveIntegerField()
    most = models.PositiveIntegerField()
    state = models.CharField(max_length=8, choices=Sending.choices, default=Sending.WAITING)
    at = models.DateTimeField()
    due_at = models.DateTimeField(db_index=True)
    tries = models.PositiveIntegerField(default=0)
    problem = models.CharField(max_length=40, blank=True)

    class Meta:
        ordering = ["due_at", "key"]
        constraints = [models.UniqueConstraint(fields=["platform", "link", "person"], name="one_score_per_activity")]
