"""What waits for the secretariat of what is learned from seminars."""

from collections.abc import Iterator
from datetime import datetime

from django.urls import reverse
from django.utils.translation import ngettext

from tejido.ledger.actors import Actor
from tejido.lessons.queries.waiting import without_outcome
from tejido.seminars.words import seminar_title

from .items import Waiting


def learned_from_seminars(actor: Actor, at: datetime) -> Iterator[Waiting]:
    """What was discussed in an evaluation meeting, and of which nobody can read yet what became of it."""
    del at
    for row, count in without_outcome(actor).items():
        what = ngettext(
            "%(count)s matter discussed without an outcome", "%(count)s matters discussed without an outcome", count
        )
        url = reverse("lessons:lessons", args=[row.key])
        yield Waiting(what % {"count": count}, seminar_title(row), url, None, row.zone)
