"""The call to a seminar and who was nominated."""

from django.db import models

from tejido.ledger.keys import Keyed
from tejido.registry.models import Institution, Member
from tejido.seminars.models import Seminar

from .names import Grade, Rank, Sex, Standing


class Call(Keyed):
    """The call to nominate for a seminar. `quota` is the number of principals of each member. What persons gave is
    deleted `kept_days` days after the end of the seminar."""

    seminar = models.OneToOneField(Seminar, models.PROTECT, related_name="+")
    quota = models.PositiveIntegerField()
    alternates = models.PositiveIntegerField(default=0)
    deadline = models.DateTimeField()
    zone = models.CharField(max_length=60)
    kept_days = models.PositiveIntegerField(default=180)
    at = models.DateTimeField()
    office = models.CharField(max_length=120)


class Nominee(Keyed):
    """A person whom a member nominates. `place` orders a member's nominations of a rank. The words about the person
    are read by the nominating member's seats and the secretariat, never by another member, and emptied by
    `erased_at`; what is left are the member, the institution, sex, grade and standing.

    `seed` makes the token of the person's link together with this node's key; the token itself is stored nowhere."""

    call = models.ForeignKey(Call, models.PROTECT, related_name="+")
    member = models.ForeignKey(Member, models.PROTECT, related_name="+")
    institution = models.ForeignKey(Institution, models.PROTECT, null=True, blank=True, related_name="+")
    rank = models.CharField(max_length=10, choices=Rank.choices)
    place = models.PositiveIntegerField()
    standing = models.CharField(max_length=10, choices=Standing.choices, default=Standing.NOMINATED)
    sex = models.CharField(max_length=8, choices=Sex.choices, default=Sex.UNSAID)
    grade = models.CharField(max_length=10, choices=Grade.choices, default=Grade.MIDDLE)
    name = models.CharField(max_length=120, blank=True)
    post = models.CharField(max_length=200, blank=True)
    email = models.EmailField(blank=True)
    language = models.CharField(max_length=20, default="es")
    seed = models.CharField(max_length=40, blank=True)
    token_digest = models.CharField(max_length=64, blank=True, db_index=True)
    at = models.DateTimeField()
    office = models.CharField(max_length=120)
    erased_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["member__code", "rank", "place", "key"]
