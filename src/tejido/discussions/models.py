"""Threads beside the objects of other apps, and what was written in them."""

from datetime import timedelta

from django.db import models

from tejido.ledger.keys import Keyed
from tejido.registry.models import Member, Seat

from .names import Hearing, Letters, Space

EDITED_WITHIN = timedelta(minutes=10)


class Thread(Keyed):
    """A discussion beside an object: `place` is a code of `queries.places`, `object` the slug or key by which that
    app's own loader knows it. `member` is whose space it belongs to; none for the network's."""

    place = models.CharField(max_length=20)
    object = models.CharField(max_length=60)
    member = models.ForeignKey(Member, models.PROTECT, null=True, blank=True, related_name="+")
    subject = models.CharField(max_length=200)
    language = models.CharField(max_length=20)
    seat = models.ForeignKey(Seat, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    office = models.CharField(max_length=120)
    last_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True, blank=True)
    summary = models.TextField(blank=True)
    summary_language = models.CharField(max_length=20, blank=True)
    summary_office = models.CharField(max_length=120, blank=True)
    summed_up_at = models.DateTimeField(null=True, blank=True)
    is_demonstration = models.BooleanField(default=False)

    class Meta:
        ordering = ["-last_at", "key"]
        indexes = [models.Index(fields=["place", "object"], name="threads_of_object")]

    @property
    def space(self) -> Space:
        return Space.OWN if self.member_id else Space.NETWORK


class Message(Keyed):
    """What a seat wrote. `number` counts within the thread. Ten minutes after `at` it never changes; it may be
    withdrawn by its seat and hidden by who keeps the space, and stays as withdrawn or hidden."""

    thread = models.ForeignKey(Thread, models.PROTECT, related_name="+")
    number = models.PositiveIntegerField()
    language = models.CharField(max_length=20)
    words = models.TextField()
    seat = models.ForeignKey(Seat, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    office = models.CharField(max_length=120)
    came_by_mail = models.BooleanField(default=False)
    edited_at = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    hidden_at = models.DateTimeField(null=True, blank=True)
    hidden_by = models.CharField(max_length=120, blank=True)
    hidden_because = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["thread", "number"], name="one_message_per_number")]

    @property
    def stands(self) -> bool:
        return self.withdrawn_at is None and self.hidden_at is None


class Mention(models.Model):
    """A message speaks to a seat."""

    message = models.ForeignKey(Message, models.CASCADE, related_name="+")
    seat = models.ForeignKey(Seat, models.PROTECT, related_name="+")

    class Meta:
        ordering = ["seat__institution__code", "seat__role", "pk"]
        constraints = [models.UniqueConstraint(fields=["message", "seat"], name="one_mention_per_seat")]


class Following(models.Model):
    """A seat has said that it follows a thread, or wants to hear nothing of it."""

    thread = models.ForeignKey(Thread, models.CASCADE, related_name="+")
    seat = models.ForeignKey(Seat, models.CASCADE, related_name="+")
    hearing = models.CharField(max_length=8, choices=Hearing.choices)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["thread", "seat"], name="one_hearing_per_seat")]


class LetterWish(models.Model):
    """How a seat wants to be written to about discussions. Without one, by a digest."""

    seat = models.OneToOneField(Seat, models.CASCADE, related_name="+")
    letters = models.CharField(max_length=8, choices=Letters.choices)


class Notice(models.Model):
    """A seat is to be told of a message at `due_at`. What may still be read then is asked then; the row goes with the
    letter."""

    message = models.ForeignKey(Message, models.CASCADE, related_name="+")
    seat = models.ForeignKey(Seat, models.CASCADE, related_name="+")
    due_at = models.DateTimeField(db_index=True)

    class Meta:
        ordering = ["due_at", "pk"]
        constraints = [models.UniqueConstraint(fields=["message", "seat"], name="one_notice_per_seat")]


class TakenMail(models.Model):
    """A mail that was taken, by the digest of its Message-ID: it is taken once, however often it is delivered."""

    digest = models.CharField(max_length=64, unique=True)
    at = models.DateTimeField()
