"""What the views of translations start with."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.http import Http404
from django.urls import reverse

from tejido.curriculum.views.loading import Loaded, load
from tejido.ledger.requests import ActorRequest
from tejido.registry.queries import network

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


def glossary_languages(rows: Iterable[Any] = ()) -> list[str]:
    """The languages in which concepts are entered: those of the network, and those that a concept has already."""
    served = network()
    more = {term[0] for row in rows for term in row.terms} | {tag for row in rows for tag in row.definition}
    return list(dict.fromkeys([*(served.languages if served else ()), *sorted(more)]))


def version_address(slug: str, language: str) -> str:
    return reverse("translation:version", args=[slug, language])
