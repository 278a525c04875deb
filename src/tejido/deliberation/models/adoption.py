"""A procedure of adoption: who must agree, to which digest, and every act until it is adopted or lapses."""

from django.db import models

from tejido.curriculum.models import Edition, Revision, Text
from tejido.ledger.keys import Keyed
from tejido.registry.models import Party

from ..names import DeclarationKind, ProcedureKind


class Procedure(Keyed):
    """Opened by the secretariat on a text. `deadline` is the first one; extensions stand in rows of their own.
    `meeting` is the key of the meeting whose agenda it stands on, while that is ahead or open."""

    text = models.ForeignKey(Text, models.PROTECT, related_name="+")
    kind = models.CharField(max_length=12, choices=ProcedureKind.choices)
    opened_at = models.DateTimeField()
    deadline = models.DateTimeField(null=True, blank=True)
    zone = models.CharField(max_length=60)
    explanation = models.JSONField(default=dict)
    meeting = models.CharField(max_length=12, blank=True)
    office = models.CharField(max_length=120)

    class Meta:
        ordering = ["opened_at"]


class Proposal(Keyed):
    """The revision on the table: the first when the procedure opens, later ones when the text is changed in it."""

    procedure = models.ForeignKey(Procedure, models.PROTECT, related_name="+")
    revision = models.ForeignKey(Revision, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    reason = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["at"]


class MemberOfRecord(Keyed):
    """Fixed at opening: nobody is added to or taken from the list while the procedure runs."""

    procedure = models.ForeignKey(Procedure, models.PROTECT, related_name="+")
    party = models.ForeignKey(Party, models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["procedure", "party"], name="one_member_of_record")]


class Agreement(Keyed):
    """Explicit agreement to the text as it stood in `proposal`. `passages` names those it speaks to; empty is the
    whole text."""

    procedure = models.ForeignKey(Procedure, models.PROTECT, related_name="+")
    party = models.ForeignKey(Party, models.PROTECT, related_name="+")
    proposal = models.ForeignKey(Proposal, models.PROTECT, related_name="+")
    passages = models.JSONField(default=list)
    at = models.DateTimeField()
    office = models.CharField(max_length=120)

    class Meta:
        ordering = ["at"]


class Objection(Keyed):
    """A reasoned objection with the wording that would lift it. It blocks until the party that raised it lifts it."""

    procedure = models.ForeignKey(Procedure, models.PROTECT, related_name="+")
    party = models.ForeignKey(Party, models.PROTECT, related_name="+")
    passage = models.CharField(max_length=12, blank=True)
    language = models.CharField(max_length=20)
    reason = models.TextField()
    wording = models.TextField(blank=True)
    at = models.DateTimeField()
    office = models.CharField(max_length=120)

    class Meta:
        ordering = ["at"]


class Lifting(Keyed):
    objection = models.OneToOneField(Objection, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    office = models.CharField(max_length=120)


class Extension(Keyed):
    """A longer silence, given by the secretariat before the deadline, on the request of a party or by itself."""

    procedure = models.ForeignKey(Procedure, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    deadline = models.DateTimeField()
    requested_by = models.ForeignKey(Party, models.PROTECT, null=True, blank=True, related_name="+")
    reason = models.CharField(max_length=300, blank=True)
    office = models.CharField(max_length=120)

    class Meta:
        ordering = ["at"]


class ExtensionRequest(Keyed):
    procedure = models.ForeignKey(Procedure, models.PROTECT, related_name="+")
    party = models.ForeignKey(Party, models.PROTECT, related_name="+")
    reason = models.CharField(max_length=300)
    at = models.DateTimeField()
    office = models.CharField(max_length=120)

    class Meta:
        ordering = ["at"]


class Declaration(Keyed):
    """A reservation or interpretative declaration on a passage; it travels with the edition in every language."""

    procedure = models.ForeignKey(Procedure, models.PROTECT, related_name="+")
    party = models.ForeignKey(Party, models.PROTECT, related_name="+")
    kind = models.CharField(max_length=16, choices=DeclarationKind.choices)
    passage = models.CharField(max_length=12, blank=True)
    texts = models.JSONField(default=dict)
    at = models.DateTimeField()
    office = models.CharField(max_length=120)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["at"]


class MeetingDecision(Keyed):
    """The chair declares that nobody present objects. `present` holds the codes of the parties in the room."""

    procedure = models.OneToOneField(Procedure, models.PROTECT, related_name="+")
    present = models.JSONField(default=list)
    at = models.DateTimeField()
    office = models.CharField(max_length=120)


class Adoption(Keyed):
    procedure = models.OneToOneField(Procedure, models.PROTECT, related_name="+")
    edition = models.OneToOneField(Edition, models.PROTECT, related_name="+")
    at = models.DateTimeField()


class Lapse(Keyed):
    """The silence was broken, or the secretariat withdrew the text: nothing was adopted."""

    procedure = models.OneToOneField(Procedure, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    reason = models.CharField(max_length=300, blank=True)
