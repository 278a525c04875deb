"""What the views of an evaluation start with."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext as _

from tejido.ledger.requests import ActorRequest
from tejido.web.answers import or_404
from tejido.web.components import Tab

from ..queries.cases import CaseContext, case_for

if TYPE_CHECKING:  # views name the types of rows and never touch tables
    from tejido.seminars.models import Seminar


def load(request: ActorRequest, key: str) -> CaseContext:
    """404 for who may not know of the seminar, as for an unknown key."""
    with or_404():
        return case_for(request.actor, key)


def load_opened(request: ActorRequest, key: str) -> CaseContext:
    """The same; 404 too where nobody has opened the evaluation."""
    context = load(request, key)
    if context.case is None:
        raise Http404
    return context


def for_keeper(request: ActorRequest, key: str) -> CaseContext:
    """An opened evaluation for who prepares it; 404 for others."""
    context = load_opened(request, key)
    if not context.keeps:
        raise Http404
    return context


def frame(request: ActorRequest, context: CaseContext) -> dict[str, Any]:
    """What every page of an evaluation has."""
    return {
        "context": context,
        "seminar": context.seminar,
        "case": context.case,
        "keeps": context.keeps,
        "places": places(context.seminar, request.path) if context.case else [],
    }


def places(seminar: Seminar, path: str) -> list[Tab]:
    names = (
        (_("Evaluation"), "lessons:lessons"),
        (_("By section"), "lessons:sections"),
        (_("Trace"), "lessons:trace"),
        (_("You said, we changed"), "lessons:told"),
    )
    found = [(label, reverse(name, args=[seminar.key])) for label, name in names]
    return [Tab(label, url, path == url) for label, url in found]
