"""What the views of deliberation start with and end with."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from django.http import Http404
from django.urls import reverse

from tejido.curriculum.queries import document_of
from tejido.curriculum.views.loading import chosen_language
from tejido.engine.document import Document
from tejido.formats.markdown import plain
from tejido.ledger.requests import ActorRequest
from tejido.registry.names import Task
from tejido.web.answers import or_404
from tejido.web.components import Tab
from tejido.web.languages import name_of
from tejido.web.reading import Reading, reading

from ..queries.procedures import procedure_for
from ..queries.rounds import RoundContext, round_for
from ..queries.state import ProcedureState
from ..tabs import round_tabs

if TYPE_CHECKING:  # views name the types of rows and never touch tables
    from tejido.registry.models import Party


def load_round(request: ActorRequest, key: str) -> RoundContext:
    with or_404():
        return round_for(request.actor, key)


def load_own(request: ActorRequest, key: str) -> tuple[RoundContext, Party]:
    """The round with the party whose private preparation the seat takes part in; 404 for everybody else."""
    context = load_round(request, key)
    if context.party is None or not context.capacity.may(Task.REMARK):
        raise Http404
    return context, context.party


def load_procedure(request: ActorRequest, key: str) -> ProcedureState:
    with or_404():
        return procedure_for(request.actor, key, request.now)


def round_language(request: ActorRequest, context: RoundContext) -> str:
    return chosen_language(request, context.round.revision.languages, context.text.negotiated_language)


def round_reading(request: ActorRequest, context: RoundContext) -> Reading:
    document = document_of(context.round.revision)
    return reading(document, round_language(request, context), f"/texts/{context.text.slug}/pictures/")


def place_in(context: RoundContext, passage: str) -> str:
    """The place that an address names: "" where it says "text". 404 for a passage that the round's text has not."""
    place = "" if passage == "text" else passage
    if place and place not in document_of(context.round.revision):
        raise Http404
    return place


def in_reading(key: str, passage: str) -> str:
    """The address of a passage among our remarks, or of the text as a whole."""
    return f"{reverse('deliberation:reading', args=[key])}#p-{passage or 'text'}"


def languages_of(context: RoundContext) -> list[tuple[str, str]]:
    return [(tag, name_of(tag)) for tag in context.round.revision.languages]


def passage_choices(document: Document, language: str) -> list[tuple[str, str]]:
    """Every passage by its address and its first words, for a form that speaks to one."""
    found = [("", "—")]
    for passage in reading(document, language).passages:
        words = plain(passage.passage.text(passage.shown_in))
        found.append((passage.id, f"{passage.address}  {words[:60]}{'…' if len(words) > 60 else ''}"))
    return found


def tabs_of(request: ActorRequest, context: RoundContext) -> Sequence[Tab]:
    return round_tabs(context, request.path)
