"""What the views of versions start with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils import translation

from tejido.ledger.requests import ActorRequest
from tejido.web.answers import or_404
from tejido.web.languages import base

from .. import queries

if TYPE_CHECKING:  # views name the types of rows and never touch tables
    from ..queries import Version

START = "start"  # the address of what stands before the first heading


def version_or_404(request: ActorRequest, key: str) -> Version:
    with or_404():
        return queries.version_for(request.actor, key)


def own_or_404(request: ActorRequest, key: str) -> Version:
    """404 for whoever has no part in the space: others learn nothing by trying."""
    with or_404():
        return queries.own_version_for(request.actor, key)


def language_in(request: ActorRequest, languages: list[str], negotiated: str) -> str:
    """The language asked for; else the reader's own where the text has it; else the negotiated one."""
    asked = request.GET.get("language") or request.POST.get("language")
    if asked in languages:
        return asked
    mine = translation.get_language() or ""
    return next((tag for tag in languages if base(tag) == base(mine)), negotiated)


def section_id(address: str) -> str:
    return "" if address == START else address
