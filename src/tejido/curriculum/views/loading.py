"""What every view of a text starts with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils import translation

from tejido.ledger.requests import ActorRequest
from tejido.registry.queries import capacity
from tejido.registry.rules import Capacity
from tejido.web.answers import or_404
from tejido.web.languages import base

from .. import queries
from ..rules import may_write

if TYPE_CHECKING:  # views name the types of rows and never touch tables
    from ..models import Revision, Text


@dataclass(frozen=True, slots=True)
class Loaded:
    """A text with its latest revision and what the actor may do with it."""

    text: Text
    latest: Revision
    capacity: Capacity
    language: str

    @property
    def may_write(self) -> bool:
        return may_write(self.capacity, self.language, self.text.negotiated_language) is None


def load(request: ActorRequest, slug: str) -> Loaded:
    """The text, or 404 for strangers and unknown addresses alike."""
    with or_404():
        text = queries.text_for(request.actor, slug)
        latest = queries.latest_revision(text)
    language = chosen_language(request, latest.languages, text.negotiated_language)
    return Loaded(text, latest, capacity(request.actor, text.body), language)


def chosen_language(request: ActorRequest, languages: list[str], negotiated: str) -> str:
    """The language asked for in the address; else the reader's own where the text has it; else the negotiated one."""
    asked = request.GET.get("language") or request.POST.get("language")
    if asked in languages:
        return asked
    mine = translation.get_language() or ""
    return next((tag for tag in languages if base(tag) == base(mine)), negotiated)


def revision_or_404(text: Text, number: int) -> Revision:
    with or_404():
        return queries.revision_of(text, number)


def number_in(request: ActorRequest, name: str) -> int | None:
    """A whole number of at most eight digits in the address; None for everything else."""
    asked = request.GET.get(name, "")
    return int(asked) if asked.isdecimal() and len(asked) < 9 else None
