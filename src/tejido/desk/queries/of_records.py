"""What waits for who keeps the records of a school."""

from collections.abc import Iterator
from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tejido.ledger.actors import Actor
from tejido.records.names import State
from tejido.records.queries import AHEAD, batches_waiting, how_many_expire, months_later, spaces_of
from tejido.registry.queries import day_of
from tejido.web.dates import in_words

from .items import Waiting


def records_waiting(actor: Actor, at: datetime) -> Iterator[Waiting]:
    """A line for each file that waits for a look or could not be read, and one for all who have to refresh."""
    spaces = spaces_of(actor)
    if not spaces:
        return
    for row in batches_waiting(spaces):
        code = row.cohort.code if row.cohort else ""
        text = _("A file with records waits for you")
        if row.state == State.CHECKED and row.bad:
            text = ngettext(
                "A file waits for you: %(count)s row cannot be taken",
                "A file waits for you: %(count)s rows cannot be taken",
                row.bad,
            ) % {"count": row.bad}
        yield Waiting(text, code, reverse("records:import", args=[row.key]), None, "")
    today = day_of(at)
    until = months_later(today, AHEAD)
    count = how_many_expire(spaces, today, until)
    if count:
        text = ngettext(
            "%(count)s person has to refresh by %(day)s", "%(count)s persons have to refresh by %(day)s", count
        )
        said = text % {"count": count, "day": in_words(until)}
        yield Waiting(said, _("Records of training"), reverse("records:expiring"), None, "")
