"""Certificates of courses, numbered by their school in one series; what they say, and links for their holders."""

from django.db import models

from tejido.ledger.keys import Keyed
from tejido.presence.models import IssuingKey
from tejido.presence.names import Reason
from tejido.records.models import Cohort
from tejido.registry.models import Body
from tejido.training.models import Course


class Wording(Keyed):
    """What a school's certificates of a course say, by language: title, what was learnt, and the office that signs."""

    space = models.ForeignKey(Body, models.PROTECT, related_name="+")
    course = models.ForeignKey(Course, models.PROTECT, related_name="+")
    title = models.JSONField(default=dict)
    words = models.JSONField(default=dict)
    signatory = models.JSONField(default=dict)
    at = models.DateTimeField()
    office = models.CharField(max_length=120)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["space", "course"], name="one_certificate_wording_per_course")]


class Series(models.Model):
    """The series of a school: `last` is the number that was given last. Who gives numbers locks it, so there are no
    gaps."""

    body = models.OneToOneField(Body, models.PROTECT, related_name="+")
    last = models.PositiveIntegerField(default=0)


class RevocationList(models.Model):
    """A list of what was revoked, and how many of its places were given. Who gives places locks it."""

    number = models.PositiveIntegerField(unique=True)
    given = models.PositiveIntegerField(default=0)


class Issue(Keyed):
    """One formal act: certificates for those of a cohort who had passed by then and had none.

    `data` is all that they say but for name, number and expiry. The completions up to the number `through` are meant,
    `wanted` of them; those up to `after` are done, which is `done` certificates. It changes in the transaction that
    makes them, so that an issue goes on where it was cut off. `replaces` is the number of the one certificate in whose
    place this one was issued.
    """

    space = models.ForeignKey(Body, models.PROTECT, related_name="+")
    cohort = models.ForeignKey(Cohort, models.PROTECT, related_name="+")
    data = models.JSONField()
    through = models.BigIntegerField()
    after = models.BigIntegerField(default=0)
    wanted = models.PositiveIntegerField()
    done = models.PositiveIntegerField(default=0)
    replaces = models.PositiveIntegerField(null=True, blank=True)
    at = models.DateTimeField()
    office = models.CharField(max_length=120)
    seat = models.CharField(max_length=12, blank=True)
    mandate = models.CharField(max_length=12, blank=True)
    finished_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-at", "key"]
        constraints = [
            models.UniqueConstraint(
                fields=["cohort"], condition=models.Q(finished_at=None), name="one_open_issue_per_cohort"
            )
        ]


class Certificate(models.Model):
    """One certificate. `completion` is the number of the record that it certifies, `number` its place in the school's
    series, `place` where its state stands in the lists of what was revoked.

    `sealed` are the code, the salt of the name and the signature, sealed with the key of the space; empty once the
    holder was erased. Nobody finds name or code in the digests that stay, each of 32 bytes: of the code, of the name
    with the code, and of the credential.
    """

    space = models.ForeignKey(Body, models.PROTECT, related_name="+", db_index=False)
    issue = models.ForeignKey(Issue, models.PROTECT, related_name="+")
    issuer = models.ForeignKey(IssuingKey, models.PROTECT, related_name="+", db_index=False)
    completion = models.BigIntegerField()
    number = models.PositiveIntegerField()
    place = models.BigIntegerField(unique=True)
    code_digest = models.BinaryField(max_length=32, unique=True)
    name_digest = models.BinaryField(max_length=32)
    digest = models.BinaryField(max_length=32)
    sealed = models.BinaryField(null=True, blank=True)
    until = models.DateField(null=True, blank=True)
    revoked_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["space", "number"], name="one_course_certificate_per_number"),
            models.UniqueConstraint(
                fields=["completion"], condition=models.Q(revoked_at=None), name="one_certificate_per_completion"
            ),
        ]
        indexes = [
            models.Index(fields=["completion"], name="certificates_of_completion"),
            models.Index(fields=["place"], condition=models.Q(revoked_at__isnull=False), name="revoked_places"),
        ]


class Revocation(Keyed):
    """Why a certificate was revoked, and by which office. `words` are sealed with the key of the space: the school and
    the holder read them."""

    certificate = models.OneToOneField(Certificate, models.PROTECT, related_name="+")
    reason = models.CharField(max_length=12, choices=Reason.choices)
    words = models.BinaryField(null=True, blank=True)
    at = models.DateTimeField()
    office = models.CharField(max_length=120)
    seat = models.CharField(max_length=12, blank=True)


class Handout(Keyed):
    """A link that a school gives to somebody whose records it has, by their pseudonym. Only the digest of its token is
    kept. It lets one browser in once, which then reads until `until`."""

    space = models.ForeignKey(Body, models.PROTECT, related_name="+")
    person = models.BinaryField(max_length=16)
    token_digest = models.CharField(max_length=64, unique=True)
    at = models.DateTimeField()
    office = models.CharField(max_length=120)
    until = models.DateTimeField()
    used_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-at", "key"]
