"""Institutions, what they are called over time, and the sectors that the network tells apart."""

from django.db import models

from tejido.ledger.keys import Keyed

from ..names import Branch, Level
from .network import Member


class Sector(Keyed):
    """A word of the network's own vocabulary for what institutions deal with: health, education, justice ..."""

    code = models.CharField(max_length=12, unique=True)
    name = models.JSONField(default=dict)

    class Meta:
        ordering = ["code"]


class Institution(Keyed):
    """A ministry, court, ombudsman ... of a member, or an institution of the network itself (no member).

    `place` is the ISO 3166-2 code of a subnational one. `since` and `until` are empty where nobody knows; `until` is
    the first day on which it is not there any more. `name` is its present name; all are in `InstitutionName`.
    """

    member = models.ForeignKey(Member, models.PROTECT, null=True, blank=True, related_name="+")
    code = models.CharField(max_length=12)
    name = models.JSONField(default=dict)
    branch = models.CharField(max_length=12, choices=Branch.choices, default=Branch.EXECUTIVE)
    sector = models.ForeignKey(Sector, models.PROTECT, null=True, blank=True, related_name="+")
    level = models.CharField(max_length=12, choices=Level.choices, default=Level.NATIONAL)
    place = models.CharField(max_length=6, blank=True)
    place_name = models.CharField(max_length=120, blank=True)
    since = models.DateField(null=True, blank=True)
    until = models.DateField(null=True, blank=True)
    successor = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="+")
    source = models.CharField(max_length=300, blank=True)
    is_demonstration = models.BooleanField(default=False)

    class Meta:
        ordering = ["code"]
        constraints = [
            models.UniqueConstraint(fields=["member", "code"], name="one_code_per_member"),
            models.UniqueConstraint(fields=["code"], condition=models.Q(member=None), name="one_code_in_the_network"),
        ]


class InstitutionName(Keyed):
    """What an institution was called from a day on. `since` is empty for its first known name."""

    institution = models.ForeignKey(Institution, models.PROTECT, related_name="+")
    name = models.JSONField(default=dict)
    since = models.DateField(null=True, blank=True)
    source = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["institution", "since"], name="one_name_per_day")]
