"""The sessions of a seminar, their rooms and their speakers."""

from collections.abc import Mapping

from django.db import models

from tejido.ledger.keys import Keyed
from tejido.seminars.models import Seminar

from .names import PAUSES, Kind, Part


class Room(Keyed):
    """Where sessions take place. `seats` is how many people it holds, where that is known."""

    seminar = models.ForeignKey(Seminar, models.PROTECT, related_name="+")
    name = models.CharField(max_length=120)
    where = models.CharField(max_length=200, blank=True)
    seats = models.PositiveIntegerField(null=True, blank=True)
    at = models.DateTimeField()
    office = models.CharField(max_length=120)
    removed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["name", "key"]
        constraints = [
            models.UniqueConstraint(
                fields=["seminar", "name"], condition=models.Q(removed_at=None), name="one_room_per_name"
            )
        ]


class Speaker(Keyed):
    """Who speaks or moderates. Somebody who asks not to be published is shown by `function` alone; who is taken off the
    list has no words any more."""

    seminar = models.ForeignKey(Seminar, models.PROTECT, related_name="+")
    name = models.CharField(max_length=120, blank=True)
    function = models.JSONField(default=dict)
    institution = models.CharField(max_length=200, blank=True)
    bio = models.JSONField(default=dict)
    is_named = models.BooleanField(default=True)
    at = models.DateTimeField()
    office = models.CharField(max_length=120)
    removed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["name", "key"]

    @property
    def public_name(self) -> str:
        return self.name if self.is_named else ""

    @property
    def public_institution(self) -> str:
        return self.institution if self.is_named else ""

    @property
    def public_bio(self) -> Mapping[str, str]:
        return self.bio if self.is_named else {}


class Session(Keyed):
    """One session of a seminar, from an instant to another, read on the clocks of the seminar's zone.

    `treats` lists the ids of passages and headings of the text that is taught. Sessions with the same `parallel` letter
    are for the same group of participants; without one, for everybody. `number` never changes: it is what people and
    paper lists call the session. `is_counted`: attendance of it counts towards the certificate. `floor` are the
    languages spoken in it, `into` those that it is interpreted into. `follows` is the heading of the structure of the
    seminar that it was made from. `sequence` counts its changes, as calendars want to know."""

    seminar = models.ForeignKey(Seminar, models.PROTECT, related_name="+")
    number = models.PositiveIntegerField()
    title = models.JSONField(default=dict)
    about = models.JSONField(default=dict)
    kind = models.CharField(max_length=12, choices=Kind.choices, default=Kind.SEMINAR)
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    parallel = models.CharField(max_length=1, blank=True)
    room = models.ForeignKey(Room, models.PROTECT, null=True, blank=True, related_name="+")
    floor = models.JSONField(default=list)
    into = models.JSONField(default=list)
    treats = models.JSONField(default=list)
    follows = models.CharField(max_length=12, blank=True)
    is_counted = models.BooleanField(default=True)
    sequence = models.PositiveIntegerField(default=0)
    at = models.DateTimeField()
    office = models.CharField(max_length=120)
    changed_at = models.DateTimeField(null=True, blank=True)
    removed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["starts_at", "parallel", "number"]
        constraints = [models.UniqueConstraint(fields=["seminar", "number"], name="one_session_per_number")]

    @property
    def is_pause(self) -> bool:
        return self.kind in PAUSES


class Appearance(Keyed):
    """Somebody speaks in a session or moderates it. `place` orders those of a session."""

    session = models.ForeignKey(Session, models.PROTECT, related_name="+")
    speaker = models.ForeignKey(Speaker, models.PROTECT, related_name="+")
    part = models.CharField(max_length=12, choices=Part.choices, default=Part.SPEAKS)
    place = models.PositiveIntegerField()

    class Meta:
        ordering = ["place", "key"]
        constraints = [models.UniqueConstraint(fields=["session", "speaker"], name="one_part_per_speaker")]


class MaterialFile(Keyed):
    """A file that belongs to sessions, addressed by its content. `media_type` is what the content says it is."""

    seminar = models.ForeignKey(Seminar, models.PROTECT, related_name="+")
    digest = models.CharField(max_length=64)
    name = models.CharField(max_length=120)
    media_type = models.CharField(max_length=100)
    size = models.PositiveIntegerField()
    data = models.BinaryField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["seminar", "digest"], name="one_material_per_content")]


class Material(Keyed):
    """What is handed out with a session: a file, or an address on another machine."""

    session = models.ForeignKey(Session, models.PROTECT, related_name="+")
    title = models.CharField(max_length=200)
    language = models.CharField(max_length=20, blank=True)
    file = models.ForeignKey(MaterialFile, models.PROTECT, null=True, blank=True, related_name="+")
    url = models.URLField(max_length=300, blank=True)
    at = models.DateTimeField()
    office = models.CharField(max_length=120)

    class Meta:
        ordering = ["at", "key"]


class Announcement(Keyed):
    """The programme as it was told: the first time whole, later with what changed since. `sessions` is the whole of it
    each time, as `lines.told_of` writes it, and `digest` its digest."""

    seminar = models.ForeignKey(Seminar, models.PROTECT, related_name="+")
    number = models.PositiveIntegerField()
    sessions = models.JSONField()
    digest = models.CharField(max_length=64)
    at = models.DateTimeField()
    office = models.CharField(max_length=120)

    class Meta:
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["seminar", "number"], name="one_announcement_per_number")]
