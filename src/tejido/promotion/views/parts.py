"""Documents and quotations of an entry."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from tejido.ledger.requests import ActorRequest, seat_or_404
from tejido.web.answers import back, explain, or_404
from tejido.web.downloads import saved

from .. import commands, queries
from ..forms import DocumentForm, QuoteForm
from .loading import load, page_of


@require_POST
def documents(request: ActorRequest, key: str) -> HttpResponse:
    row, form = load(request, key), DocumentForm(request.POST, request.FILES)
    if not form.is_valid():
        explain(request, form)
        return back(request, page_of(key))
    commands.add_document(actor=request.actor, entry=row, at=request.now, **form.cleaned_data)
    return back(request, page_of(key), _("The document is added. Whoever reads the entry can take it."))


@require_POST
def quotes(request: ActorRequest, key: str) -> HttpResponse:
    row, form = load(request, key), QuoteForm(request.POST)
    if not form.is_valid():
        explain(request, form)
        return back(request, page_of(key))
    commands.add_quote(actor=request.actor, entry=row, at=request.now, **form.cleaned_data)
    return back(request, page_of(key), _("The quotation is added."))


@require_GET
def file(request: ActorRequest, key: str) -> HttpResponse:
    """The file of a document that the reader may read; only ever to be kept, never opened in the page."""
    with or_404():
        row = queries.document_for(request.actor, key)
    if row.data is None:
        raise Http404
    return saved(bytes(row.data), row.media_type, row.name)


@require_POST
def document_removals(request: ActorRequest, key: str) -> HttpResponse:
    seat_or_404(request)
    with or_404():
        row = queries.document_to_remove(request.actor, key)
    commands.remove_document(actor=request.actor, document=row, at=request.now)
    return back(request, page_of(row.entry_id), _("The document is removed."))


@require_POST
def quote_removals(request: ActorRequest, key: str) -> HttpResponse:
    seat_or_404(request)
    with or_404():
        row = queries.quote_to_remove(request.actor, key)
    commands.remove_quote(actor=request.actor, quote=row, at=request.now)
    return back(request, page_of(row.entry_id), _("The quotation is removed."))
