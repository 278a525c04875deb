"""The register of promotion. An entry keeps every version of what it says; the latest one stands."""

from django.db import models

from tejido.deliberation.models import Adoption
from tejido.ledger.keys import Keyed
from tejido.mechanisms.names import Audience
from tejido.meetings.models import Decision
from tejido.registry.models import Member

from .names import Basis, Kind, Voice


class Forum(Keyed):
    """Where the network speaks or is named. The secretariat keeps this vocabulary."""

    code = models.CharField(max_length=12, unique=True)
    name = models.JSONField(default=dict)
    address = models.URLField(max_length=500, blank=True)
    at = models.DateTimeField()
    office = models.CharField(max_length=120)
    is_demonstration = models.BooleanField(default=False)

    class Meta:
        ordering = ["code"]


class ForumEntry(Keyed):
    """One thing that was said or that named the network. `member` is set where a member entered it in its own name:
    then its seats alone read it at first. `shown_at` is when its present readers were given it."""

    member = models.ForeignKey(Member, models.PROTECT, null=True, blank=True, related_name="+")
    audience = models.CharField(max_length=8, choices=Audience.choices)
    shown_at = models.DateTimeField(null=True, blank=True)
    first_public_at = models.DateTimeField(null=True, blank=True)
    at = models.DateTimeField()
    office = models.CharField(max_length=120)
    struck_at = models.DateTimeField(null=True, blank=True)
    struck_because = models.CharField(max_length=300, blank=True)
    is_demonstration = models.BooleanField(default=False)

    class Meta:
        ordering = ["at", "key"]


class ForumVersion(Keyed):
    """What an entry says from one correction to the next. Dates are as exact as the source, in ISO 8601; `spoke` names
    an office, never a person; `speaker` is the member in whose own name something was said. Of the three bases one is
    set where it was said in the network's name, and none otherwise."""

    entry = models.ForeignKey(ForumEntry, models.PROTECT, related_name="+")
    kind = models.CharField(max_length=12, choices=Kind.choices)
    voice = models.CharField(max_length=8, choices=Voice.choices)
    speaker = models.ForeignKey(Member, models.PROTECT, null=True, blank=True, related_name="+")
    forum = models.ForeignKey(Forum, models.PROTECT, related_name="+")
    title = models.JSONField(default=dict)
    session = models.CharField(max_length=200, blank=True)
    since = models.CharField(max_length=10)
    until = models.CharField(max_length=10, blank=True)
    place = models.CharField(max_length=120, blank=True)
    spoke = models.CharField(max_length=200, blank=True)
    languages = models.JSONField(default=list)
    says = models.JSONField(default=dict)
    source = models.CharField(max_length=300)
    basis = models.CharField(max_length=8, choices=Basis.choices, blank=True)
    adoption = models.ForeignKey(Adoption, models.PROTECT, null=True, blank=True, related_name="+")
    decision = models.ForeignKey(Decision, models.PROTECT, null=True, blank=True, related_name="+")
    reason = models.CharField(max_length=300, blank=True)
    at = models.DateTimeField()
    office = models.CharField(max_length=120)
    replaced_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-at", "-key"]
        constraints = [
            models.UniqueConstraint(
                fields=["entry"], condition=models.Q(replaced_at=None), name="one_standing_version_per_entry"
            ),
            models.CheckConstraint(
                condition=(
                    ~models.Q(voice=Voice.NETWORK)
                    | models.Q(basis=Basis.DECISION, decision__isnull=False, adoption=None)
                    | models.Q(basis__in=[Basis.EDITION, Basis.SILENCE], adoption__isnull=False, decision=None)
                ),
                name="networks_name_has_a_basis",
            ),
            models.CheckConstraint(
                condition=~models.Q(voice=Voice.MEMBER) | models.Q(speaker__isnull=False), name="own_name_has_a_member"
            ),
        ]


class ForumDocument(Keyed):
    """A file of an entry, addressed by its content, or an address on another machine; read by whoever reads it."""

    entry = models.ForeignKey(ForumEntry, models.PROTECT, related_name="+")
    title = models.CharField(max_length=200)
    language = models.CharField(max_length=20)
    address = models.URLField(max_length=500, blank=True)
    name = models.CharField(max_length=120, blank=True)
    media_type = models.CharField(max_length=80, blank=True)
    digest = models.CharField(max_length=64, blank=True)
    data = models.BinaryField(null=True, blank=True)
    at = models.DateTimeField()
    office = models.CharField(max_length=120)
    removed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["at", "key"]


class ForumQuote(Keyed):
    """Words as they were said, in their language, with where they can be read."""

    entry = models.ForeignKey(ForumEntry, models.PROTECT, related_name="+")
    words = models.TextField(max_length=2000)
    language = models.CharField(max_length=20)
    source = models.CharField(max_length=300)
    at = models.DateTimeField()
    office = models.CharField(max_length=120)
    removed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["at", "key"]
