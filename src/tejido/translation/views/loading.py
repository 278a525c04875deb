"""What the views of translations start with."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import Http404
from django.urls import reverse

from tejido.curriculum.views.loading import Loaded, load
from tejido.ledger.requests import ActorRequest

from ..queries import Desk, desk_of


@dataclass(frozen=True, slots=True)
class AtDesk:
    """A text with how its translations stand, and what the actor may do."""

    loaded: Loaded
    desk: Desk


def load_desk(request: ActorRequest, slug: str) -> AtDesk:
    """404 for who may not read the text, as for an unknown address."""
    loaded = load(request, slug)
    return AtDesk(loaded, desk_of(loaded.text, loaded.latest))


def load_version(request: ActorRequest, slug: str, language: str) -> AtDesk:
    """404 as well for the negotiated language, and for one that is nobody's here."""
    found = load_desk(request, slug)
    if language not in found.desk.standings:
        raise Http404
    return found


def version_address(slug: str, language: str) -> str:
    return reverse("translation:version", args=[slug, language])
