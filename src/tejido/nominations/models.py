"""The call to a seminar, who was nominated, what they need, and what supports them."""

from datetime import datetime, time, timedelta

from django.db import models

from tejido.ledger.keys import Keyed
from tejido.registry.models import Institution, Member
from tejido.registry.names import Branch
from tejido.seminars.models import Seminar
from tejido.web.dates import span
from tejido.web.instants import clocks

from .names import HOLDING, STANDING, Grade, Rank, Sex, Standing


class Call(Keyed):
    """The call to nominate for a seminar. `quota` is the number of principals of each member, `quotas` that of members
    that may send another number, by code. `wishes`: {"women": percent, "spread": bool, "grades": [codes]}. `words`
    holds what the secretariat says in its own words: {"letter" or "note": {language: text}}.

    What persons gave is deleted `kept_days` days after the end of the seminar; `erased_at` is when."""

    seminar = models.OneToOneField(Seminar, models.PROTECT, related_name="+")
    quota = models.PositiveIntegerField()
    quotas = models.JSONField(default=dict)
    alternates = models.PositiveIntegerField(default=0)
    deadline = models.DateTimeField()
    zone = models.CharField(max_length=60)
    wishes = models.JSONField(default=dict)
    words = models.JSONField(default=dict)
    kept_days = models.PositiveIntegerField(default=180)
    at = models.DateTimeField()
    office = models.CharField(max_length=120)
    closed_at = models.DateTimeField(null=True, blank=True)
    given_at = models.DateTimeField(null=True, blank=True)
    listed_at = models.DateTimeField(null=True, blank=True)
    erased_at = models.DateTimeField(null=True, blank=True)

    def quota_of(self, member: str) -> int:
        return int(self.quotas.get(member, self.quota))

    @property
    def begins_at(self) -> datetime:
        """The first instant of the seminar's first day, on the clocks of its place."""
        return self._midnight(self.seminar.since, 0)

    @property
    def ends_at(self) -> datetime:
        """The instant after its last day."""
        return self._midnight(self.seminar.until or self.seminar.since, 1) + timedelta(days=1)

    @property
    def is_kept_until(self) -> datetime:
        """When the personal data are deleted."""
        return self.ends_at + timedelta(days=self.kept_days)

    def _midnight(self, day: str, which: int) -> datetime:
        """Of the first or the last day that a date means. ValueError for what is no date; a seminar has one."""
        found = span(day)
        if found is None:
            raise ValueError(day)
        return datetime.combine(found[which], time.min, clocks(self.seminar.zone))


class Extension(Keyed):
    """More time to nominate, for every member or, with `member`, for one."""

    call = models.ForeignKey(Call, models.PROTECT, related_name="+")
    member = models.ForeignKey(Member, models.PROTECT, null=True, blank=True, related_name="+")
    deadline = models.DateTimeField()
    reason = models.CharField(max_length=300)
    at = models.DateTimeField()
    office = models.CharField(max_length=120)

    class Meta:
        ordering = ["at", "key"]


class Nominee(Keyed):
    """A person whom a member nominates. `place` orders a member's nominations of a rank. The words about the person
    are read by the nominating member's seats and the secretariat, never by another member, and emptied by
    `erased_at`; what is left are the member, the branch of the institution, sex, grade and standing.

    `withheld` lists what is not published (`names.Kept`), `badge` what stands on the badge instead of the name.
    `reason` says why the person was withdrawn or replaced. `seed` makes the token of the person's link together with
    this node's key; the token itself is stored nowhere, and `token_until` is when it ends. `entered` is the digest of
    the seed of the link that was used last: the browser that came in by it is the person's, and no older one.
    `considered_at` is when
    places were first given with this person among the candidates."""

    call = models.ForeignKey(Call, models.PROTECT, related_name="+")
    member = models.ForeignKey(Member, models.PROTECT, related_name="+")
    institution = models.ForeignKey(Institution, models.PROTECT, null=True, blank=True, related_name="+")
    branch = models.CharField(max_length=12, choices=Branch.choices, blank=True)
    rank = models.CharField(max_length=10, choices=Rank.choices)
    place = models.PositiveIntegerField()
    standing = models.CharField(max_length=10, choices=Standing.choices, default=Standing.NOMINATED)
    sex = models.CharField(max_length=8, choices=Sex.choices, default=Sex.UNSAID)
    grade = models.CharField(max_length=10, choices=Grade.choices, default=Grade.MIDDLE)
    name = models.CharField(max_length=120, blank=True)
    post = models.CharField(max_length=200, blank=True)
    email = models.EmailField(blank=True)
    language = models.CharField(max_length=20, default="es")
    is_security = models.BooleanField(default=False)
    is_at_risk = models.BooleanField(default=False)
    withheld = models.JSONField(default=list)
    badge = models.CharField(max_length=60, blank=True)
    shares_email = models.BooleanField(default=False)
    reason = models.CharField(max_length=300, blank=True)
    replaces = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="+")
    seed = models.CharField(max_length=40, blank=True)
    token_digest = models.CharField(max_length=64, blank=True, db_index=True)
    entered = models.CharField(max_length=64, blank=True)
    token_until = models.DateTimeField(null=True, blank=True)
    asked_at = models.DateTimeField(null=True, blank=True)
    submitted_at = models.DateTimeField(null=True, blank=True)
    considered_at = models.DateTimeField(null=True, blank=True)
    at = models.DateTimeField()
    office = models.CharField(max_length=120)
    erased_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["member__code", "rank", "place", "key"]

    @property
    def stands(self) -> bool:
        return self.standing in STANDING

    @property
    def holds_place(self) -> bool:
        return self.standing in HOLDING


class Needs(Keyed):
    """What a participant tells of themselves for the seminar. Deleted with the rest of the personal data. Arrival and
    departure are local times of the place ("2027-05-02 14:30")."""

    nominee = models.OneToOneField(Nominee, models.CASCADE, related_name="+")
    interpretation = models.CharField(max_length=20, blank=True)
    access = models.CharField(max_length=500, blank=True)
    diet = models.CharField(max_length=200, blank=True)
    needs_visa = models.BooleanField(default=False)
    arrival = models.CharField(max_length=16, blank=True)
    arrival_by = models.CharField(max_length=120, blank=True)
    departure = models.CharField(max_length=16, blank=True)
    departure_by = models.CharField(max_length=120, blank=True)
    at = models.DateTimeField()


class SupportingLetter(Keyed):
    """A file by which a member or an institution supports a nomination. Nothing of it is opened here."""

    nominee = models.ForeignKey(Nominee, models.CASCADE, related_name="+")
    name = models.CharField(max_length=120)
    media_type = models.CharField(max_length=80)
    data = models.BinaryField()
    at = models.DateTimeField()

    class Meta:
        ordering = ["at", "key"]
