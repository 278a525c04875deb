"""What a member does for a recommendation: initiatives, values that show it, and sections of texts that answer it."""

from django.db import models

from tejido.curriculum.models import Text
from tejido.indicators.models import Indicator
from tejido.ledger.keys import Keyed
from tejido.programmes.models import Initiative

from .recommendations import Recommendation


class Link(Keyed):
    """Who linked what to a recommendation, when and why (`note`)."""

    recommendation = models.ForeignKey(Recommendation, models.PROTECT, related_name="+")
    note = models.CharField(max_length=300, blank=True)
    at = models.DateTimeField()
    office = models.CharField(max_length=120)

    class Meta:
        abstract = True
        ordering = ["at", "key"]


class InitiativeLink(Link):
    """An initiative of the member answers the recommendation; one answers many, and many answer one."""

    initiative = models.ForeignKey(Initiative, models.PROTECT, related_name="+")

    class Meta(Link.Meta):
        constraints = [models.UniqueConstraint(fields=["recommendation", "initiative"], name="one_link_per_initiative")]


class ValueLink(Link):
    """What an indicator says is evidence: its value of one period, or, where `period` is empty, of every period. A
    corrected value counts as it stands now."""

    indicator = models.ForeignKey(Indicator, models.PROTECT, related_name="+")
    period = models.CharField(max_length=10, blank=True)

    class Meta(Link.Meta):
        constraints = [
            models.UniqueConstraint(fields=["recommendation", "indicator", "period"], name="one_link_per_period")
        ]


class SectionLink(Link):
    """A section of a text: of the curriculum, or of a version of it. `passage` is the id of its heading."""

    text = models.ForeignKey(Text, models.PROTECT, related_name="+")
    passage = models.CharField(max_length=12)

    class Meta(Link.Meta):
        constraints = [
            models.UniqueConstraint(fields=["recommendation", "text", "passage"], name="one_link_per_section")
        ]
