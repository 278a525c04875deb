"""What waits for the representative of a school: counts that were prepared and not released."""

from collections.abc import Iterator
from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _

from tejido.figures.lines import first_of
from tejido.figures.queries import drafts_to_release
from tejido.figures.words import span_words
from tejido.ledger.actors import Actor

from .items import Waiting


def counts_to_release(actor: Actor, _at: datetime) -> Iterator[Waiting]:
    for row in drafts_to_release(actor):
        months = span_words(first_of(row.data["since"]), first_of(row.data["until"]))
        text = _("Counts of training: %(months)s") % {"months": months}
        what = _("Your school has counted what it may release, and not released it")
        yield Waiting(what, text, reverse("figures:draft", args=[row.key]), None, "")
