"""The letter that asks somebody to agree to a replacement. It names the seat and no person."""

from datetime import datetime

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import override

from tejido.people.models import Account, Letter
from tejido.registry.words import seat_words
from tejido.web.instants import in_zone

from .models import Replacement


def second_needed(row: Replacement, account: Account, at: datetime) -> Letter:
    with override(account.language):
        seat = seat_words(row.seat)
        lines = [
            _("A procedure of adoption is open, and a change in the seat “%(seat)s” was asked for.") % {"seat": seat},
            _("It needs the agreement of a second person until %(until)s. Please look, and agree or refuse:")
            % {"until": in_zone(row.expires_at, account.zone)},
            f"{settings.ORIGIN}/replacements/{row.key}/",
        ]
        subject = _("Your agreement is needed: %(seat)s") % {"seat": seat}
    return Letter(
        to=account, occasion=f"second-{row.key}", subject=subject[:200], body="\n\n".join(lines), queued_at=at
    )
