"""A request as every view gets it: the middleware has said who acts, and when."""

from datetime import datetime
from typing import Any

from django.http import Http404, HttpRequest

from .actors import Actor


class ActorRequest(HttpRequest):
    """`actor` acts, at `now`, an aware instant. `mandates` are those of the person's seats; empty for the public."""

    actor: Actor
    now: datetime
    mandates: list[Any]
    user: Any
    LANGUAGE_CODE: str


def seat_or_404(request: ActorRequest) -> None:
    """What only seats see, and no public page tells of."""
    if request.actor.is_public:
        raise Http404
