"""A request as every view gets it: the middleware has said who acts, and when."""

from datetime import datetime
from typing import Any

from django.http import HttpRequest

from .actors import Actor


class ActorRequest(HttpRequest):
    """`actor` acts, at `now`, an aware instant. `mandates` are those of the person's seats; empty for the public."""

    actor: Actor
    now: datetime
    mandates: list[Any]
    user: Any
    LANGUAGE_CODE: str
