"""Whoever was given a link has no account. It lets their browser in, which then remembers by which link."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import HttpRequest

if TYPE_CHECKING:
    from .models import Handout

REMEMBERED = "transcript"


def remember(request: HttpRequest, handout: Handout) -> None:
    """This browser came in by the link. The session gets a new key, so that nobody fixed it before."""
    request.session.cycle_key()
    request.session[REMEMBERED] = handout.key


def remembered(request: HttpRequest) -> str:
    """The link by which the browser came in; empty for others."""
    return str(request.session.get(REMEMBERED, ""))


def forget(request: HttpRequest) -> None:
    """Whoever uses this browser next is somebody else."""
    if REMEMBERED in request.session:
        del request.session[REMEMBERED]
        request.session.cycle_key()
