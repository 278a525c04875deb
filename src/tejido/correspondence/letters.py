"""Mail to those who follow letters between networks: that one came, and until when it asks for an answer."""

from datetime import datetime

from django.conf import settings
from django.utils.translation import gettext as _

from tejido.meetings.letters import queue
from tejido.people.models import Account
from tejido.registry.names import Role
from tejido.registry.queries.mandates import held_at
from tejido.web.instants import in_zone

from .models import FormalLetter

_FOLLOWING = (Role.SECRETARIAT, Role.CHAIR)


def tell_of_letter(key: str, at: datetime) -> int:
    """Never what it says: a letter is read where it stands. Returns how many mails are new."""
    letter = FormalLetter.objects.select_related("peer").get(key=key)
    held = held_at(at).filter(seat__role__in=_FOLLOWING, seat__institution__member=None, account__is_active=True)
    accounts: list[Account] = [row.account for row in held.select_related("account")]
    return queue(accounts, lambda: _words(letter), occasion=f"letter:{letter.key}", at=at)


def _words(letter: FormalLetter) -> tuple[str, list[str]]:
    said = {"network": letter.peer.name}
    lines = [_("A letter of %(network)s came in.") % said]
    if letter.deadline is not None:
        until = in_zone(letter.deadline, letter.zone)
        lines.append(_("It asks for an answer until %(until)s.") % {"until": until})
    lines.append(f"{settings.ORIGIN}/correspondence/{letter.key}/")
    return _("A letter of %(network)s") % said, lines
