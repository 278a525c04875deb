"""The network, its members, and what dated sources say of them."""

from django.db import models

from tejido.ledger.keys import Keyed

from ..names import BodyKind, MemberKind, Status


class Network(Keyed):
    """The network that this node serves. There is one per data folder.

    `tiers` is what it calls those of its tiers that it names, by the kind of their bodies, in its languages.
    `silence_hours` is how long a silence lasts at least, and `decided` where the network decided that.
    """

    name = models.JSONField(default=dict)
    languages = models.JSONField(default=list)
    negotiated_language = models.CharField(max_length=20, default="es")
    zone = models.CharField(max_length=60, default="America/Argentina/Buenos_Aires")
    is_demonstration = models.BooleanField(default=False)
    tiers = models.JSONField(default=dict, blank=True)
    silence_hours = models.PositiveIntegerField(default=72)
    decided = models.CharField(max_length=300, blank=True)

    def has_tier(self, kind: str) -> bool:
        """Every network has members, and each of them may have a National Mechanism."""
        return kind in {BodyKind.NETWORK, BodyKind.MECHANISM} or kind in self.tiers


class Member(Keyed):
    """A state, or an organisation that observes or is a partner. `code` is a state's ISO 3166-1 alpha-2 code, or what
    an organisation is called for short."""

    kind = models.CharField(max_length=12, choices=MemberKind.choices, default=MemberKind.STATE)
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
