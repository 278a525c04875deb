"""The letter that tells somebody of a token in their name."""

from datetime import datetime

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override

from tejido.people.models import Letter
from tejido.registry.words import seat_words
from tejido.web.instants import in_zone

from .models import Token


def token_made(token: Token, at: datetime) -> Letter:
    account = token.account
    with override(account.language):
        seat = seat_words(token.mandate.seat)
        lines = [
            _("An access token for programs was made with your account, for the seat “%(seat)s”: %(name)s.")
            % {"seat": seat, "name": token.name},
            _("It is valid until %(until)s, and does what its scope says: %(scope)s.")
            % {"until": in_zone(token.expires_at, account.zone), "scope": token.get_scope_display()},
            _("If it was not you, revoke it now and change your password:"),
            f"{settings.ORIGIN}{reverse('api:tokens')}",
        ]
        subject = _("An access token was made with your account")
    return Letter(to=account, occasion=f"token-{token.key}", subject=subject, body="\n\n".join(lines), queued_at=at)
