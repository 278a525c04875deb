"""Bodies and their parties."""

from django.db import models

from tejido.ledger.keys import Keyed
from tejido.ledger.names import tree_of

from ..names import BodyKind
from .institutions import Institution
from .network import Member


class Body(Keyed):
    """Whoever agrees on a text together: the network (its parties are members), a National Mechanism (institutions) or
    a committee of the network (the members that joined it)."""

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
    """One of the equals of a body: a member of the network, or an institution of a mechanism. Who left and came back is
    another party with the same code: what the first one said and agreed to stays with its own days."""

    body = models.ForeignKey(Body, models.PROTECT, related_name="+")
    code = models.CharField(max_length=12)
    name = models.JSONField(default=dict)
    member = models.ForeignKey(Member, models.PROTECT, null=True, blank=True, related_name="+")
    institution = models.ForeignKey(Institution, models.PROTECT, null=True, blank=True, related_name="+")
    since = models.DateField()
    until = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["code", "since"]
        constraints = [
            models.UniqueConstraint(
                fields=["body", "code"], condition=models.Q(until=None), name="one_present_party_per_code"
            )
        ]
