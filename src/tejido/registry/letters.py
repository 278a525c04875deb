"""The letters by which somebody is invited to a seat, or told that their mandate ends."""

from datetime import datetime, timedelta

from django.utils.translation import gettext as _
from django.utils.translation import override

from tejido.people.models import Account, Letter
from tejido.web.instants import in_zone
from tejido.web.languages import in_my_language

from .models import Mandate, Seat

# A link works for seven days: the invitation to a mandate that begins later leaves when it is near.
BEFOREHAND = timedelta(days=5)


def invitation(mandate: Mandate, at: datetime) -> Letter:
    """In the language of the person. Who has signed in before gets no link: they have a password."""
    account = mandate.account
    is_new = not account.has_usable_password()
    with override(account.language):
        subject = _("You were named: %(title)s") % {"title": in_my_language(mandate.seat.title)}
        lines = [
            _begins(mandate, at),
            _("Come in by this link. It works once, for seven days: {link}")
            if is_new
            else _("You find the seat in the menu at the top when you sign in as usual."),
        ]
    leaves = max(at, mandate.since - BEFOREHAND)
    return _letter(account, f"named-{mandate.key}", subject, lines, leaves, carries_link=is_new)


def _begins(mandate: Mandate, at: datetime) -> str:
    values = _names(mandate.seat)
    if mandate.since <= at:
        return _("You now hold the seat “%(title)s” of %(institution)s.") % values
    values["since"] = in_zone(mandate.since, mandate.account.zone)
    return _("From %(since)s you hold the seat “%(title)s” of %(institution)s.") % values


def farewell(mandate: Mandate, until: datetime, at: datetime) -> Letter:
    """To whoever held the seat: until when, and what they can still do."""
    account = mandate.account
    with override(account.language):
        subject = _("Your mandate ends: %(title)s") % {"title": in_my_language(mandate.seat.title)}
        values = _names(mandate.seat) | {"until": in_zone(until, account.zone)}
        lines = [_("Your mandate in the seat “%(title)s” of %(institution)s ends on %(until)s.") % values]
        if until > at:
            lines.append(_("Until then you can write a note to whoever follows you: it stays with the seat."))
        lines.append(_("What was done from the seat stays with it. Thank you."))
    return _letter(account, f"ends-{mandate.key}-{until:%Y%m%d%H%M%S}", subject, lines, at)


def _names(seat: Seat) -> dict[str, str]:
    return {"title": in_my_language(seat.title), "institution": in_my_language(seat.institution.name)}


def _letter(
    account: Account, occasion: str, subject: str, lines: list[str], at: datetime, *, carries_link: bool = False
) -> Letter:
    return Letter(
        to=account,
        occasion=occasion,
        subject=subject[:200],
        body="\n\n".join(lines),
        carries_link=carries_link,
        queued_at=at,
    )
