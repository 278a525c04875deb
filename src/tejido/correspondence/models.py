"""Formal letters to and from sister networks, and what has to be done about them."""

from django.db import models

from tejido.exchange.models import Peer
from tejido.ledger.keys import Keyed

from .names import Direction, Purpose


class FormalLetter(Keyed):
    """A letter with its purpose, in one or more languages. What was sent or received never changes.

    `reference` is what its sender calls it. `foreign` is the key that a received letter has at its sender. `answers` is
    the letter that it answers. `deadline` asks for an answer until that instant, on the clocks of `zone`. `digest` is
    that of what travels. `edit` counts the changes of a draft, so that nobody writes over another's words.
    """

    peer = models.ForeignKey(Peer, models.PROTECT, related_name="+")
    direction = models.CharField(max_length=3, choices=Direction.choices)
    purpose = models.CharField(max_length=16, choices=Purpose.choices)
    reference = models.CharField(max_length=40, blank=True)
    number = models.PositiveIntegerField(null=True, blank=True)
    foreign = models.CharField(max_length=12, blank=True)
    answers = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="+")
    subject = models.JSONField(default=dict)
    words = models.JSONField(default=dict)
    deadline = models.DateTimeField(null=True, blank=True)
    zone = models.CharField(max_length=60, blank=True)
    digest = models.CharField(max_length=64, blank=True)
    edit = models.PositiveIntegerField(default=1)
    at = models.DateTimeField()
    office = models.CharField(max_length=120)
    written_at = models.DateTimeField()
    written_office = models.CharField(max_length=120)
    sent_at = models.DateTimeField(null=True, blank=True)
    sent_office = models.CharField(max_length=120, blank=True)
    discarded_at = models.DateTimeField(null=True, blank=True)
    is_demonstration = models.BooleanField(default=False)

    class Meta:
        ordering = ["-at", "key"]
        constraints = [
            models.UniqueConstraint(
                fields=["peer", "foreign"], condition=~models.Q(foreign=""), name="a_letter_is_received_once"
            ),
            models.UniqueConstraint(fields=["reference"], condition=models.Q(direction="out") & ~models.Q(reference=""),
                                    name="one_reference_per_letter"),
            models.UniqueConstraint(
                fields=["answers"],
                condition=models.Q(direction="out", discarded_at=None),
                name="one_answer_is_drafted",
            ),
        ]  # fmt: skip

    @property
    def is_draft(self) -> bool:
        return self.direction == Direction.OUT and self.sent_at is None

    @property
    def languages(self) -> list[str]:
        """The languages in which it says everything."""
        return [tag for tag in self.subject if self.words.get(tag)]


class LetterDuty(Keyed):
    """What has to be done about a letter, and until which day, on the clocks of the network."""

    letter = models.ForeignKey(FormalLetter, models.PROTECT, related_name="+")
    what = models.CharField(max_length=300)
    language = models.CharField(max_length=20)
    until = models.DateField(null=True, blank=True)
    at = models.DateTimeField()
    office = models.CharField(max_length=120)
    done_at = models.DateTimeField(null=True, blank=True)
    done_office = models.CharField(max_length=120, blank=True)

    class Meta:
        ordering = ["until", "at"]
