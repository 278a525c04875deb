"""What waits for a seat of second factors that were lost."""

from collections.abc import Iterator
from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _

from tejido.custody.queries import resets_for
from tejido.ledger.actors import Actor
from tejido.registry.words import seat_words

from .items import Waiting


def factors_waiting(actor: Actor, at: datetime) -> Iterator[Waiting]:
    """A request to agree to, or one that can still be stopped. One query while nothing is asked for."""
    for each in resets_for(actor, at):
        url = reverse("custody:reset", args=[each.row.key])
        what = _("A second factor to take off: a second person is needed")
        if not each.may_agree:
            what = _("A second factor will be taken off, unless you stop it")
        yield Waiting(what, seat_words(each.row.seat), url, each.row.due_at, "UTC")
