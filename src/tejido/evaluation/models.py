"""Questionnaires, the urn that they are answered into, and open answers as they are read and coded.

No row holds what one person answered. While a questionnaire is open its counts lie in one row, the urn, which every
answer rewrites; open answers lie each by itself under a random number, which is also its place in the table. At closing
the urn becomes the results and is deleted."""

from django.db import models

from tejido.ledger.keys import Keyed
from tejido.seminars.models import Seminar
from tejido.timetable.models import Session

from .names import STEPS, Kind, Occasion


class Questionnaire(Keyed):
    """Questions asked on one occasion of a seminar; without a seminar, a template of the network. `results` is what may
    be published of it, in the form of `lines`, empty before it is closed and where too few answered. `answered` and
    `participants` are how many did and could, once it is closed; `answered` is None where they were too few."""

    seminar = models.ForeignKey(Seminar, models.PROTECT, null=True, blank=True, related_name="+")
    session = models.ForeignKey(Session, models.PROTECT, null=True, blank=True, related_name="+")
    occasion = models.CharField(max_length=8, choices=Occasion.choices)
    source = models.ForeignKey("self", models.SET_NULL, null=True, blank=True, related_name="+")
    title = models.JSONField()
    is_demonstration = models.BooleanField(default=False)
    at = models.DateTimeField()
    office = models.CharField(max_length=120)
    opened_at = models.DateTimeField(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    released_at = models.DateTimeField(null=True, blank=True)
    answered = models.PositiveIntegerField(null=True, blank=True)
    participants = models.PositiveIntegerField(null=True, blank=True)
    results = models.JSONField(default=dict)

    class Meta:
        ordering = ["at", "key"]

    @property
    def is_open(self) -> bool:
        return self.opened_at is not None and self.closed_at is None


class Question(Keyed):
    """`root` is the same for this question in every questionnaire that was copied from the same one: by it results
    compare. `options` has a wording per language for each choice, in their order; a scale has none, its five steps are
    always the same."""

    questionnaire = models.ForeignKey(Questionnaire, models.CASCADE, related_name="+")
    root = models.CharField(max_length=12, db_index=True)
    place = models.PositiveIntegerField()
    kind = models.CharField(max_length=8, choices=Kind.choices)
    wording = models.JSONField()
    options = models.JSONField(default=list)
    is_obligatory = models.BooleanField(default=False)

    class Meta:
        ordering = ["place", "key"]

    @property
    def offers(self) -> int:
        """How many choices there are."""
        return len(STEPS) if self.kind == Kind.SCALE else len(self.options)


class Urn(models.Model):
    """What was answered so far, in one row. `cells` counts who answered by sex, grade and branch together; `counts` has
    the tallies of each question, of all and by each of the three alone; `roll` says of each participant only that they
    answered, by the digest of a token that their browser made; `papers` has the tokens of the batches entered from
    paper."""

    questionnaire = models.OneToOneField(Questionnaire, models.CASCADE, primary_key=True, related_name="+")
    cells = models.JSONField(default=dict)
    counts = models.JSONField(default=dict)
    roll = models.JSONField(default=dict)
    papers = models.JSONField(default=list)


class SealedAnswer(models.Model):
    """An open answer in the urn. Its number is random: on SQLite the table lies in the order of these numbers."""

    id = models.BigAutoField(primary_key=True)
    question = models.ForeignKey(Question, models.CASCADE, related_name="+")
    words = models.TextField()


class OpenAnswer(Keyed):
    """An open answer after closing. `paraphrase` replaces the words where they would give their writer away;
    `is_withheld`: nothing of it goes out. Both the words that are replaced and those withheld are erased when the
    results are released. `passages` are ids of the text that the seminar teaches, `topics` keys of the list."""

    question = models.ForeignKey(Question, models.CASCADE, related_name="+")
    words = models.TextField(blank=True)
    language = models.CharField(max_length=20, blank=True)
    paraphrase = models.TextField(blank=True)
    is_withheld = models.BooleanField(default=False)
    is_read = models.BooleanField(default=False)
    passages = models.JSONField(default=list)
    topics = models.JSONField(default=list)
    translations = models.JSONField(default=dict)

    class Meta:
        ordering = ["question__place", "key"]

    @property
    def shown(self) -> str:
        """What goes out of it."""
        return "" if self.is_withheld else self.paraphrase or self.words


class Topic(Keyed):
    """A word of the network's list by which open answers are coded."""

    name = models.JSONField()
    at = models.DateTimeField()
    office = models.CharField(max_length=120)
    retired_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["at", "key"]
