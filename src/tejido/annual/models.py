"""The annual report: its chapters, the page of each member and who approved it, and the copies that were issued."""

from django.db import models

from tejido.ledger.keys import Keyed
from tejido.registry.models import Member

from .names import Audience, ChapterKind, State, Step


class Report(Keyed):
    """A report on the years from `since` to `until`, both included. `is_demonstration`: what is invented for the
    demonstration enters it; into every other report it does not. `opened_at` and `due` are set when the pages are
    opened to the members: they have until the end of that day on the clocks of the network."""

    title = models.JSONField(default=dict)
    since = models.PositiveSmallIntegerField()
    until = models.PositiveSmallIntegerField()
    audience = models.CharField(max_length=8, choices=Audience.choices)
    is_demonstration = models.BooleanField(default=False)
    opened_at = models.DateTimeField(null=True, blank=True)
    due = models.DateField(null=True, blank=True)
    issues = models.PositiveIntegerField(default=0)
    at = models.DateTimeField()
    office = models.CharField(max_length=120)

    class Meta:
        ordering = ["-until", "since", "-at", "key"]
        constraints = [models.CheckConstraint(condition=models.Q(until__gte=models.F("since")), name="years_in_order")]

    @property
    def state(self) -> State:
        if self.issues:
            return State.ISSUED
        return State.WITH_MEMBERS if self.opened_at else State.PREPARATION

    @property
    def years(self) -> str:
        return str(self.since) if self.since == self.until else f"{self.since}–{self.until}"


class Chapter(Keyed):
    """What the secretariat writes before the facts of a chapter, where the chapter stands, and whether it is left
    out."""

    report = models.ForeignKey(Report, models.CASCADE, related_name="+")
    kind = models.CharField(max_length=12, choices=ChapterKind.choices)
    place = models.PositiveSmallIntegerField()
    introduction = models.JSONField(default=dict)
    is_left_out = models.BooleanField(default=False)

    class Meta:
        ordering = ["place", "kind"]
        constraints = [models.UniqueConstraint(fields=["report", "kind"], name="one_chapter_of_a_kind")]


class Page(Keyed):
    """What a member writes in its own words on its page of a report. Until it approves the page its own seats alone
    read it."""

    report = models.ForeignKey(Report, models.CASCADE, related_name="+")
    member = models.ForeignKey(Member, models.PROTECT, related_name="+")
    words = models.JSONField(default=dict)
    at = models.DateTimeField()
    office = models.CharField(max_length=120)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["report", "member"], name="one_page_per_member")]


class Consent(Keyed):
    """The validating authority has cleared, or the member approved, its page exactly as `digest` says. `words` are the
    member's own as they were then. The latest of each step counts, and a withdrawn one does not."""

    report = models.ForeignKey(Report, models.CASCADE, related_name="+")
    member = models.ForeignKey(Member, models.PROTECT, related_name="+")
    step = models.CharField(max_length=8, choices=Step.choices)
    number = models.PositiveIntegerField()
    digest = models.CharField(max_length=64)
    words = models.JSONField(default=dict)
    at = models.DateTimeField()
    office = models.CharField(max_length=120)
    seat = models.CharField(max_length=12)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["report", "member", "step", "number"], name="one_consent_per_number")
        ]


class Issue(Keyed):
    """The report as it was issued: a copy of everything that it says, and the digest of its canonical form. A later
    change of the records does not reach it; what was wrong is put right by the next issue, whose `reason` says so."""

    report = models.ForeignKey(Report, models.PROTECT, related_name="+")
    number = models.PositiveIntegerField()
    data = models.JSONField()
    digest = models.CharField(max_length=64)
    audience = models.CharField(max_length=8, choices=Audience.choices)
    reason = models.JSONField(default=dict)
    at = models.DateTimeField()
    office = models.CharField(max_length=120)

    class Meta:
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["report", "number"], name="one_issue_per_number")]
