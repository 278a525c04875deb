"""Bodies and their parties."""

from django.db import models

from tejido.ledger.keys import Keyed
from tejido.ledger.names import tree_of

from ..names import BodyKind
from .institutions import Institution
from .network import Member


class Body(Keyed):
    """Whoever agrees on a text together: the network (its parties are members), a National Mechanism (institutions), a
    committee of the network or a regional initiative (the members that joined it).

    A regional community is a body of the network whose parties are the members that belong to it, as sources say; a
    local committee is one of a member whose parties are institutions, in the place that it names.

    Another network (a neighbour) has no parties here: its texts stand as they came.

    An office has no parties: it is where a member without a mechanism, or one institution alone, keeps texts of its
    own. `institution` is set where it is that institution's.
    """

    kind = models.CharField(max_length=12, choices=BodyKind.choices)
    member = models.ForeignKey(Member, models.PROTECT, null=True, blank=True, related_name="+")
    institution = models.ForeignKey(Institution, models.PROTECT, null=True, blank=True, related_name="+")
    name = models.JSONField(default=dict)
    requires_clearance = models.BooleanField(default=True)
    place = models.CharField(max_length=6, blank=True)
    place_name = models.CharField(max_length=120, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["kind"], condition=models.Q(kind=BodyKind.NETWORK), name="one_network_per_data_folder"
            ),
            models.UniqueConstraint(
                fields=["member"],
                condition=models.Q(kind=BodyKind.OFFICE, institution=None),
                name="one_office_per_member",
            ),
            models.UniqueConstraint(
                fields=["institution"], condition=models.Q(kind=BodyKind.OFFICE), name="one_office_per_institution"
            ),
        ]

    @property
    def tree(self) -> str:
        """The ledger that this body's acts are written in. An institution's own is not known to the rest of its
        state."""
        own = tree_of(self.member.code if self.member else "")
        return f"{own}/{self.institution.code}" if self.institution else own


class Party(Keyed):
    """One of the equals of a body: a member of the network, or an institution of a mechanism. Who left and came back is
    another party with the same code: what the first one said and agreed to stays with its own days.

    `node` is the fingerprint of the member's own node on which its positions are prepared, empty where they are
    prepared here.
    """

    body = models.ForeignKey(Body, models.PROTECT, related_name="+")
    code = models.CharField(max_length=12)
    name = models.JSONField(default=dict)
    member = models.ForeignKey(Member, models.PROTECT, null=True, blank=True, related_name="+")
    institution = models.ForeignKey(Institution, models.PROTECT, null=True, blank=True, related_name="+")
    since = models.DateField()
    until = models.DateField(null=True, blank=True)
    source = models.CharField(max_length=300, blank=True)
    node = models.CharField(max_length=40, blank=True)

    class Meta:
        ordering = ["code", "since"]
        constraints = [
            models.UniqueConstraint(
                fields=["body", "code"], condition=models.Q(until=None), name="one_present_party_per_code"
            )
        ]
