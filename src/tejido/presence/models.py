"""Who was at which session, when that is enough, and the certificates that say so."""

from django.db import models

from tejido.ledger.keys import Keyed
from tejido.nominations.models import Nominee
from tejido.seminars.models import Seminar
from tejido.timetable.models import Session

from .names import Reason, Standing, Way


class Number(Keyed):
    """The number of a participant in a seminar: what badges and paper lists say. It is never given twice."""

    seminar = models.ForeignKey(Seminar, models.PROTECT, related_name="+")
    nominee = models.OneToOneField(Nominee, models.PROTECT, related_name="+")
    number = models.PositiveIntegerField()
    at = models.DateTimeField()
    office = models.CharField(max_length=120)

    class Meta:
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["seminar", "number"], name="one_participant_per_number")]


class Mark(Keyed):
    """What was entered of a participant and a session. A correction ends it, so that what stood before stays.

    `office` is empty where participants entered themselves."""

    session = models.ForeignKey(Session, models.PROTECT, related_name="+")
    nominee = models.ForeignKey(Nominee, models.PROTECT, related_name="+")
    standing = models.CharField(max_length=8, choices=Standing.choices)
    way = models.CharField(max_length=8, choices=Way.choices)
    at = models.DateTimeField()
    office = models.CharField(max_length=120, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["at", "key"]
        constraints = [
            models.UniqueConstraint(
                fields=["session", "nominee"], condition=models.Q(ended_at=None), name="one_mark_that_stands"
            )
        ]


class Completion(Keyed):
    """When a seminar counts as completed: `share` percent of the counted sessions attended, and every session of those
    whose keys `obligatory` lists."""

    seminar = models.OneToOneField(Seminar, models.PROTECT, related_name="+")
    share = models.PositiveSmallIntegerField()
    obligatory = models.JSONField(default=list)
    at = models.DateTimeField()
    office = models.CharField(max_length=120)


class Wording(Keyed):
    """What the certificates of a seminar say, by language: title, a sentence on what was learnt, and the office that
    signs. `years` is how long they are valid; without one, for ever."""

    seminar = models.OneToOneField(Seminar, models.PROTECT, related_name="+")
    title = models.JSONField(default=dict)
    words = models.JSONField(default=dict)
    signatory = models.JSONField(default=dict)
    years = models.PositiveSmallIntegerField(null=True, blank=True)
    at = models.DateTimeField()
    office = models.CharField(max_length=120)


class IssuingKey(Keyed):
    """A key that signs certificates, by its public name (did:key). One at a time; those that ended stay known."""

    did = models.CharField(max_length=80, unique=True)
    since = models.DateTimeField()
    until = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["since", "key"]


class Certificate(Keyed):
    """One certificate. `data` is all that it says but for the name. `place` is where its state stands in the list of
    what was revoked.

    Until the holder's data are erased `code` is there, by which it is checked, and `credential`, as it was handed out.
    What stays afterwards is `code_digest`, by which it is still found, `name_digest`, by which a name that somebody
    shows is still compared, and `digest`, the SHA-256 of the credential; nobody finds the name or the code in them."""

    seminar = models.ForeignKey(Seminar, models.PROTECT, related_name="+")
    nominee = models.ForeignKey(Nominee, models.PROTECT, related_name="+")
    issuer = models.ForeignKey(IssuingKey, models.PROTECT, related_name="+")
    number = models.PositiveIntegerField()
    place = models.PositiveIntegerField(unique=True)
    code = models.CharField(max_length=24, blank=True)
    code_digest = models.CharField(max_length=64, unique=True)
    name_digest = models.CharField(max_length=64)
    data = models.JSONField()
    credential = models.JSONField(null=True, blank=True)
    digest = models.CharField(max_length=64)
    at = models.DateTimeField()
    office = models.CharField(max_length=120)
    seat = models.CharField(max_length=12, blank=True)
    until = models.DateTimeField(null=True, blank=True)
    revoked_at = models.DateTimeField(null=True, blank=True)
    revoked_office = models.CharField(max_length=120, blank=True)
    reason = models.CharField(max_length=12, choices=Reason.choices, blank=True)
    reason_words = models.CharField(max_length=400, blank=True)
    erased_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["seminar", "number"], name="one_certificate_per_number"),
            models.UniqueConstraint(
                fields=["nominee"], condition=models.Q(revoked_at=None), name="one_certificate_that_stands"
            ),
        ]
