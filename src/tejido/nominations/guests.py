"""Participants have no account. Their link lets their browser in, which then remembers whose it is."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from django.http import HttpRequest

if TYPE_CHECKING:
    from .models import Nominee

REMEMBERED = "participant"
FOR = timedelta(days=30)  # so that a telephone opens the programme all through the seminar


def remember(request: HttpRequest, nominee: Nominee) -> None:
    """This browser is that of a participant from now on. The session gets a new key, so that nobody fixed it before.
    The session of somebody who is signed in to a seat stays as short as it was. Beside the person it keeps by which
    link the browser came in, so that whoever comes in by a later one ends it."""
    request.session.cycle_key()
    request.session[REMEMBERED] = f"{nominee.key}:{nominee.entered}"
    if not getattr(request, "user", None) or not request.user.is_authenticated:
        request.session.set_expiry(FOR)


def remembered(request: HttpRequest) -> str:
    """Whose browser this is, for `queries.participant_of`; empty for others."""
    return str(request.session.get(REMEMBERED, ""))


def forget(request: HttpRequest) -> None:
    """Whoever uses this browser next is not the participant."""
    if REMEMBERED in request.session:
        del request.session[REMEMBERED]
        request.session.set_expiry(None)
        request.session.cycle_key()
