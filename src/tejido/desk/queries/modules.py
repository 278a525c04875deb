"""What waits for the secretariat among the discussion modules."""

from collections.abc import Iterator
from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _

from tejido.ledger.actors import Actor
from tejido.modules.queries import proposals_waiting
from tejido.web.languages import in_my_language

from .items import Waiting


def wordings_proposed(actor: Actor, at: datetime) -> Iterator[Waiting]:
    """Nothing of it has a date: a text changes when its keeper is convinced. One query."""
    del at
    for row in proposals_waiting(actor):
        page = reverse("modules:module", args=[row.module_id])
        yield Waiting(_("A proposed wording to take up or to decline"), in_my_language(row.text.title), page, None, "")
