"""Courses that teach a version of a text: their sessions, the least time that was agreed, what was stated of them."""

from django.db import models

from tejido.adaptation.models import Derivation
from tejido.adaptation.names import Audience
from tejido.curriculum.models import Edition
from tejido.ledger.keys import Keyed

from .names import Method, Officials


class Course(Keyed):
    """A course that teaches a version. `obligation` is the source of its being mandatory, as its school names it; empty
    where it is not known."""

    derivation = models.ForeignKey(Derivation, models.PROTECT, related_name="+")
    title = models.JSONField()
    officials = models.CharField(max_length=16, choices=Officials.choices)
    is_mandatory = models.BooleanField(default=False)
    obligation = models.CharField(max_length=300, blank=True)
    is_demonstration = models.BooleanField(default=False)
    at = models.DateTimeField()
    office = models.CharField(max_length=120)

    class Meta:
        ordering = ["at", "key"]


class CourseSession(Keyed):
    """One session. `place` is its place in the order. `treats` lists passages and headings of the version, a heading
    standing for its whole section: {"id", "minutes"}, the minutes None where the school did not divide its time."""

    course = models.ForeignKey(Course, models.PROTECT, related_name="+")
    place = models.PositiveIntegerField()
    title = models.JSONField()
    minutes = models.PositiveIntegerField()
    method = models.CharField(max_length=12, choices=Method.choices)
    treats = models.JSONField(default=list)
    at = models.DateTimeField()
    office = models.CharField(max_length=120)
    removed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["place", "at", "key"]


class Minimum(Keyed):
    """The least minutes that the network agreed on for a section of an edition, or for the whole where `section` is
    empty. `decided` says where it did so."""

    edition = models.ForeignKey(Edition, models.PROTECT, related_name="+")
    section = models.CharField(max_length=12, blank=True)
    minutes = models.PositiveIntegerField()
    decided = models.CharField(max_length=300)
    at = models.DateTimeField()
    office = models.CharField(max_length=120)
    lifted_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["at", "key"]
        constraints = [
            models.UniqueConstraint(
                fields=["edition", "section"], condition=models.Q(lifted_at=None), name="one_minimum_per_section"
            )
        ]


class Objectives(Keyed):
    """Which passages of an edition say what is to be learned. A later row for the same edition takes the place of an
    earlier one; an edition without a row has those of the edition before it, as far as it has the passages."""

    edition = models.ForeignKey(Edition, models.PROTECT, related_name="+")
    number = models.PositiveIntegerField()
    passages = models.JSONField(default=list)
    at = models.DateTimeField()
    office = models.CharField(max_length=120)

    class Meta:
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["edition", "number"], name="one_list_of_objectives_per_number")]


class Statement(Keyed):
    """What a school's authority states of a course on a day. `data` is all that it says and `digest` the digest of its
    canonical form; the name of no person is in it. `audience` is empty while its own space alone reads it."""

    course = models.ForeignKey(Course, models.PROTECT, related_name="+")
    number = models.PositiveIntegerField()
    data = models.JSONField()
    digest = models.CharField(max_length=64)
    conforms = models.BooleanField()
    at = models.DateTimeField()
    office = models.CharField(max_length=120)
    seat = models.CharField(max_length=12, blank=True)
    audience = models.CharField(max_length=8, choices=Audience.choices, blank=True)
    shown_at = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-number"]
        constraints = [models.UniqueConstraint(fields=["course", "number"], name="one_statement_per_number")]
