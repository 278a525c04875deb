"""What the views of deliberation start with and end with."""

from collections.abc import Sequence

from django import forms
from django.contrib import messages
from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from tejido.curriculum.queries import document_of
from tejido.curriculum.views.loading import chosen_language
from tejido.engine.document import Document
from tejido.formats.markdown import plain
from tejido.web.components import Tab
from tejido.web.languages import name_of
from tejido.web.reading import Reading, reading

from ..queries.procedures import ProcedureState, procedure_for
from ..queries.rounds import RoundContext, round_for
from ..tabs import round_tabs


def load_round(request: HttpRequest, key: str) -> RoundContext:
    """The round, or 404 for strangers and unknown keys alike."""
    try:
        return round_for(request.actor, key)
    except ObjectDoesNotExist as problem:
        raise Http404 from problem


def load_procedure(request: HttpRequest, key: str) -> ProcedureState:
    try:
        return procedure_for(request.actor, key, request.now)
    except ObjectDoesNotExist as problem:
        raise Http404 from problem


def round_language(request: HttpRequest, context: RoundContext) -> str:
    return chosen_language(request, context.round.revision.languages, context.text.negotiated_language)


def round_reading(request: HttpRequest, context: RoundContext) -> Reading:
    document = document_of(context.round.revision)
    return reading(document, round_language(request, context), f"/texts/{context.text.slug}/pictures/")


def languages_of(context: RoundContext) -> list[tuple[str, str]]:
    return [(tag, name_of(tag)) for tag in context.round.revision.languages]


def passage_choices(document: Document, language: str) -> list[tuple[str, str]]:
    """Every passage by its address and its first words, for a form that speaks to one."""
    found = [("", "—")]
    for passage in reading(document, language).passages:
        words = plain(passage.passage.text(passage.shown_in))
        found.append((passage.id, f"{passage.address}  {words[:60]}{'…' if len(words) > 60 else ''}"))
    return found


def tabs_of(request: HttpRequest, context: RoundContext) -> Sequence[Tab]:
    return round_tabs(context, request.path)


def explain(request: HttpRequest, form: forms.Form) -> None:
    """The errors of a form whose page is another one, as messages: what was typed is not kept, so each error is
    named."""
    for name, errors in form.errors.items():
        label = form.fields[name].label if name in form.fields else ""
        messages.error(request, f"{label}: {' '.join(errors)}" if label else " ".join(errors))


def back(request: HttpRequest, address: str, done: str = "") -> HttpResponse:
    if done:
        messages.success(request, done)
    return redirect(address)
