"""What waits for a seat among the good practices."""

from collections.abc import Iterator, Mapping
from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tejido.ledger.actors import Actor
from tejido.practices.queries import to_do
from tejido.web.languages import in_my_language

from .items import Waiting


def practices_waiting(actor: Actor, at: datetime) -> Iterator[Waiting]:
    """Nothing of it has a date: peers read when they can."""
    del at
    found = to_do(actor)
    for row in found.reviews:
        yield _line(_("A practice to read"), row.submission.content["title"], "practices:review", row.key)
    for practice, count in found.remarks:
        what = ngettext(
            "%(count)s remark on a practice to answer", "%(count)s remarks on a practice to answer", count
        ) % {"count": count}
        yield _line(what, practice.draft["title"], "practices:draft", practice.key)
    for practice in found.letters:
        yield _line(
            _("A letter about a practice to answer"), practice.draft["title"], "practices:letters", practice.key
        )
    for key, title in found.askings.items():
        yield _line(_("Peers to ask for a practice"), title, "practices:asking", key)


def _line(what: str, title: Mapping[str, str], page: str, key: str) -> Waiting:
    return Waiting(what, in_my_language(title), reverse(page, args=[key]), None, "")
