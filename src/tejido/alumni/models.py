"""Former participants who agreed to stay reachable."""

from django.db import models

from tejido.ledger.keys import Keyed
from tejido.nominations.models import Nominee
from tejido.registry.models import Institution, Member

from .names import Audience


class Alumnus(Keyed):
    """Somebody who agreed to stay reachable, with their own words. It is a copy of its own: what was given for the
    seminar is deleted on schedule, this stays until it is withdrawn, and then the row is deleted. `shows` lists what
    the audience sees (`names.Field`); the address nobody sees. `seed` makes the token of the person's link."""

    nominee = models.OneToOneField(Nominee, models.PROTECT, related_name="+")
    member = models.ForeignKey(Member, models.PROTECT, related_name="+")
    institution = models.ForeignKey(Institution, models.PROTECT, null=True, blank=True, related_name="+")
    name = models.CharField(max_length=120)
    topic = models.CharField(max_length=200, blank=True)
    languages = models.JSONField(default=list)
    email = models.EmailField()
    language = models.CharField(max_length=20)
    audience = models.CharField(max_length=8, choices=Audience.choices, default=Audience.MEMBER)
    shows = models.JSONField(default=list)
    seed = models.CharField(max_length=40)
    token_digest = models.CharField(max_length=64, db_index=True)
    is_demonstration = models.BooleanField(default=False)
    at = models.DateTimeField()

    class Meta:
        ordering = ["member__code", "key"]
