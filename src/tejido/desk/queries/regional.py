"""What waits for a member in regional initiatives: invitations, and parts without news for long."""

from collections.abc import Iterator
from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _

from tejido.ledger.actors import Actor
from tejido.regional.queries import due_for
from tejido.web.languages import in_my_language

from .items import Waiting


def in_regional_initiatives(actor: Actor, at: datetime) -> Iterator[Waiting]:
    for due in due_for(actor, at):
        page = "regional:initiative" if due.is_invitation else "regional:part"
        words = (
            _("Your member is invited to a regional initiative")
            if due.is_invitation
            else _("Nothing new of your member’s part for six months")
        )
        url = reverse(page, args=[due.initiative.key])
        yield Waiting(words, in_my_language(due.initiative.body.name), url, None, "")
