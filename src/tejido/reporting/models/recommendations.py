"""Recommendations addressed to a member, who is charged with them, and the files that they came in."""

from django.db import models

from tejido.ledger.keys import Keyed
from tejido.registry.models import Institution, Member

from ..names import Duty, Mechanism, Position, Status


class Intake(Keyed):
    """A file with recommendations that a seat has handed in. Nothing of it counts until it is confirmed.

    `sheets` is what was read from it, dropped once it is confirmed; `fields` says what each heading is; `refused` keeps
    the rows that were not taken, each with its number, its faults (code and values) and its cells; `completed` names
    the recommendations that were here and got a text in a further language, each with the language.
    """

    member = models.ForeignKey(Member, models.PROTECT, related_name="+")
    name = models.CharField(max_length=120)
    digest = models.CharField(max_length=64)
    sheets = models.JSONField(default=list)
    sheet = models.PositiveSmallIntegerField(default=0)
    fields = models.JSONField(default=dict)
    language = models.CharField(max_length=20)
    mechanism = models.CharField(max_length=20, choices=Mechanism.choices)
    days = models.CharField(max_length=3)
    refused = models.JSONField(default=list)
    completed = models.JSONField(default=list)
    taken = models.PositiveIntegerField(default=0)
    known = models.PositiveIntegerField(default=0)
    at = models.DateTimeField()
    office = models.CharField(max_length=120)
    confirmed_at = models.DateTimeField(null=True, blank=True)
    undone_at = models.DateTimeField(null=True, blank=True)
    is_demonstration = models.BooleanField(default=False)

    class Meta:
        ordering = ["at", "key"]


class Columns(Keyed):
    """What the headings of its files mean to a member, by the heading in small letters without accents."""

    member = models.OneToOneField(Member, models.PROTECT, related_name="+")
    fields = models.JSONField(default=dict)


class Recommendation(Keyed):
    """What somebody recommended to the member. `texts` by language; `day` as exact as its source; `states` are written
    as the source writes them; `targets` are goals or targets of the SDGs ("16", "16.1").

    That it exists is public at its source. Where the member stands with it is the member's alone: `cluster`, `status`
    and `assessment`, the member's own words by language.
    """

    member = models.ForeignKey(Member, models.PROTECT, related_name="+")
    mechanism = models.CharField(max_length=20, choices=Mechanism.choices)
    body = models.CharField(max_length=200, blank=True)
    symbol = models.CharField(max_length=80, blank=True)
    paragraph = models.CharField(max_length=40, blank=True)
    external = models.CharField(max_length=80, blank=True)
    session = models.CharField(max_length=120, blank=True)
    day = models.CharField(max_length=10, blank=True)
    states = models.JSONField(default=list)
    texts = models.JSONField(default=dict)
    themes = models.JSONField(default=list)
    groups = models.JSONField(default=list)
    targets = models.JSONField(default=list)
    position = models.CharField(max_length=10, choices=Position.choices, default=Position.UNSTATED)
    address = models.URLField(max_length=500, blank=True)
    cluster = models.CharField(max_length=120, blank=True)
    status = models.CharField(max_length=10, choices=Status.choices, default=Status.OPEN)
    assessment = models.JSONField(default=dict)
    assessed_at = models.DateTimeField(null=True, blank=True)
    changed_at = models.DateTimeField(null=True, blank=True)
    intake = models.ForeignKey(Intake, models.PROTECT, null=True, blank=True, related_name="+")
    at = models.DateTimeField()
    office = models.CharField(max_length=120)
    is_demonstration = models.BooleanField(default=False)

    class Meta:
        ordering = ["day", "symbol", "paragraph", "at", "key"]
        indexes = [models.Index(fields=["member", "mechanism"], name="recommendations_of_member")]

    @property
    def reference(self) -> str:
        """How people name it: the document and the paragraph, or the body and the session."""
        return ", ".join(filter(None, (self.symbol or self.body, self.paragraph or self.session)))


class Mark(models.Model):
    """Something by which a recommendation is known again when it comes a second time: its document and paragraph, its
    identifier at the source, or what it says. One recommendation may have several."""

    member = models.ForeignKey(Member, models.PROTECT, related_name="+")
    recommendation = models.ForeignKey(Recommendation, models.CASCADE, related_name="+")
    value = models.CharField(max_length=66)
    intake = models.ForeignKey(Intake, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["member", "value"], name="one_recommendation_per_mark")]


class Charge(models.Model):
    """An institution of the member is charged with a recommendation. `intake`: the file that said so."""

    recommendation = models.ForeignKey(Recommendation, models.CASCADE, related_name="+")
    institution = models.ForeignKey(Institution, models.PROTECT, related_name="+")
    duty = models.CharField(max_length=10, choices=Duty.choices)
    intake = models.ForeignKey(Intake, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ["institution__code", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["recommendation", "institution"], name="one_duty_per_institution")
        ]
