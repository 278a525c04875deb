"""Participants have no account. Their link lets their browser in, which then remembers whose it is."""

from datetime import timedelta

from django.http import HttpRequest

REMEMBERED = "participant"
FOR = timedelta(days=30)  # so that a telephone opens the programme all through the seminar


def remember(request: HttpRequest, key: str) -> None:
    """This browser is that of a participant from now on. The session gets a new key, so that nobody fixed it before.
    The session of somebody who is signed in to a seat stays as short as it was."""
    request.session.cycle_key()
    request.session[REMEMBERED] = key
    if not getattr(request, "user", None) or not request.user.is_authenticated:
        request.session.set_expiry(FOR)


def remembered(request: HttpRequest) -> str:
    """The key of the nominee whose browser this is; empty for others."""
    return str(request.session.get(REMEMBERED, ""))


def forget(request: HttpRequest) -> None:
    """Whoever uses this browser next is not the participant."""
    if REMEMBERED in request.session:
        del request.session[REMEMBERED]
        request.session.set_expiry(None)
        request.session.cycle_key()
