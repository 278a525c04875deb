"""What the views of discussions start with."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.urls import reverse

from tejido.ledger.requests import ActorRequest
from tejido.registry.tabs import together_tabs
from tejido.web.answers import or_404

from .. import queries
from ..names import Space
from ..queries import ThreadContext
from ..queries.places import Beside

if TYPE_CHECKING:  # views name the types of rows and never touch tables
    from ..models import Message


def beside_or_404(request: ActorRequest, place: str, key: str) -> Beside:
    with or_404():
        return queries.beside_for(request.actor, place, key, request.now)


def thread_or_404(request: ActorRequest, key: str) -> ThreadContext:
    with or_404():
        return queries.thread_for(request.actor, key, request.now)


def message_or_404(request: ActorRequest, key: str, number: int) -> tuple[ThreadContext, Message]:
    context = thread_or_404(request, key)
    with or_404():
        return context, queries.message_of(context, number)


def spaces_for(request: ActorRequest, beside: Beside) -> list[Space]:
    """The spaces in which this seat can begin a thread here: never wider than the readers of the object."""
    shared = [Space.NETWORK] if beside.readers.is_shared else []
    return [*shared, Space.OWN] if request.actor.member else shared


def frame(request: ActorRequest) -> dict[str, Any]:
    return {"tabs": together_tabs(request.actor, request.path)}


def page_of(key: str) -> str:
    return reverse("discussions:thread", args=[key])
