"""The network's memory of itself: members, institutions, seats and mandates, each dated."""

from datetime import datetime

from django.db import models

from tejido.ledger.keys import Keyed
from tejido.ledger.names import tree_of
from tejido.people.models import Account

from .names import BodyKind, Branch, Role, Status


class Network(Keyed):
    """The network that this node serves. There is one per data folder."""

    name = models.JSONField(default=dict)
    languages = models.JSONField(default=list)
    negotiated_language = models.CharField(max_length=20, default="es")
    zone = models.CharField(max_length=60, default="America/Argentina/Buenos_Aires")
    is_demonstration = models.BooleanField(default=False)


class Member(Keyed):
    """A state. `code` is its ISO 3166-1 alpha-2 code."""

    code = models.CharField(max_length=8, unique=True)
    name = models.JSONField(default=dict)
    languages = models.JSONField(default=list)

    class Meta:
        ordering = ["code"]


class Standing(Keyed):
    """What one source says of a member's status from one date to another. Two sources may disagree: then both stand
    here."""

    member = models.ForeignKey(Member, models.PROTECT, related_name="+")
    status = models.CharField(max_length=12, choices=Status.choices)
    since = models.DateField()
    until = models.DateField(null=True, blank=True)
    is_disputed = models.BooleanField(default=False)
    says = models.JSONField(default=dict)
    source = models.CharField(max_length=300)

    class Meta:
        ordering = ["since"]


class Institution(Keyed):
    """A ministry, court, ombudsman ... of a member, or an institution of the network itself (no member)."""

    member = models.ForeignKey(Member, models.PROTECT, null=True, blank=True, related_name="+")
    code = models.CharField(max_length=12)
    name = models.JSONField(default=dict)
    branch = models.CharField(max_length=12, choices=Branch.choices, default=Branch.EXECUTIVE)
    is_demonstration = models.BooleanField(default=False)

    class Meta:
        ordering = ["code"]
        constraints = [
            models.UniqueConstraint(fields=["member", "code"], name="one_code_per_member"),
            models.UniqueConstraint(fields=["code"], condition=models.Q(member=None), name="one_code_in_the_network"),
        ]


class Body(Keyed):
    """Whoever agrees on a text together: the network (its parties are members) or a National Mechanism
    (institutions)."""

    kind = models.CharField(max_length=12, choices=BodyKind.choices)
    member = models.ForeignKey(Member, models.PROTECT, null=True, blank=True, related_name="+")
    name = models.JSONField(default=dict)
    requires_clearance = models.BooleanField(default=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["kind"], condition=models.Q(kind=BodyKind.NETWORK), name="one_network_per_data_folder"
            )
        ]

    @property
    def tree(self) -> str:
        """The ledger that this body's acts are written in."""
        return tree_of(self.member.code if self.member else "")


class Party(Keyed):
    """One of the equals of a body: a member of the network, or an institution of a mechanism."""

    body = models.ForeignKey(Body, models.PROTECT, related_name="+")
    code = models.CharField(max_length=12)
    name = models.JSONField(default=dict)
    member = models.ForeignKey(Member, models.PROTECT, null=True, blank=True, related_name="+")
    institution = models.ForeignKey(Institution, models.PROTECT, null=True, blank=True, related_name="+")
    since = models.DateField()
    until = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["code"]
        constraints = [models.UniqueConstraint(fields=["body", "code"], name="one_party_per_code")]


class Seat(Keyed):
    """An office of an institution. Persons come and go; the seat, its acts and its promises stay."""

    institution = models.ForeignKey(Institution, models.PROTECT, related_name="+")
    role = models.CharField(max_length=24, choices=Role.choices)
    title = models.JSONField(default=dict)

    @property
    def office(self) -> str:
        """The stable label that the ledger keeps."""
        member = self.institution.member
        return f"{member.code if member else 'network'}/{self.role}/{self.institution.code}"


class Mandate(Keyed):
    """A person holds a seat from one instant to another.

    `name` is what whoever appointed them calls them: the account may be known elsewhere under a name that is not
    theirs to read.
    """

    seat = models.ForeignKey(Seat, models.PROTECT, related_name="+")
    account = models.ForeignKey(Account, models.PROTECT, related_name="+")
    name = models.CharField(max_length=120, blank=True)
    since = models.DateTimeField()
    until = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["since"]
        indexes = [models.Index(fields=["account", "since"], name="mandates_of_account")]

    def is_valid_at(self, instant: datetime) -> bool:
        return self.since <= instant and (self.until is None or instant < self.until)


class Event(Keyed):
    """A dated event of the network's past (launch, seminar, meeting) with its source. Dates are as exact as the
    source is."""

    title = models.JSONField(default=dict)
    kind = models.CharField(max_length=12)
    since = models.CharField(max_length=10)
    until = models.CharField(max_length=10, blank=True)
    place = models.JSONField(default=dict)
    says = models.JSONField(default=dict)
    source = models.CharField(max_length=300)

    class Meta:
        ordering = ["since"]
