"""The letter by which somebody is invited to a seat."""

from datetime import datetime

from django.utils.translation import gettext as _
from django.utils.translation import override

from tejido.people.models import Letter
from tejido.web.languages import in_my_language

from .models import Mandate


def invitation(mandate: Mandate, at: datetime) -> Letter:
    """In the language of the person. Who has signed in before gets no link: they have a password."""
    account, seat = mandate.account, mandate.seat
    is_new = not account.has_usable_password()
    with override(account.language):
        title, institution = in_my_language(seat.title), in_my_language(seat.institution.name)
        subject = _("You were named: %(title)s") % {"title": title}
        lines = [
            _("You now hold the seat “%(title)s” of %(institution)s.") % {"title": title, "institution": institution}
        ]
        lines.append(
            _("Come in by this link. It works once, for seven days: {link}")
            if is_new
            else _("You find the seat in the menu at the top when you sign in as usual.")
        )
    return Letter(
        to=account,
        occasion=f"named-{mandate.key}",
        subject=subject[:200],
        body="\n\n".join(lines),
        carries_link=is_new,
        queued_at=at,
    )
