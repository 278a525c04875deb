"""Participants have no account. Their link lets their browser in, which then remembers whose it is."""

from django.http import HttpRequest

REMEMBERED = "participant"


def remember(request: HttpRequest, key: str) -> None:
    """This browser is that of a participant from now on. The session gets a new key, so that nobody fixed it before."""
    request.session.cycle_key()
    request.session[REMEMBERED] = key


def remembered(request: HttpRequest) -> str:
    """The key of the nominee whose browser this is; empty for others."""
    return str(request.session.get(REMEMBERED, ""))
