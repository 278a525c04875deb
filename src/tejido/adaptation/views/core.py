"""Core passages of an edition: which the network locked, where it decided so, and the secretariat's form for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from tejido.curriculum.queries import document_of, edition_for
from tejido.ledger.requests import ActorRequest
from tejido.registry.rules import may_keep_network
from tejido.web.answers import back, explain, or_404
from tejido.web.reading import reading

from .. import commands, queries
from ..forms import CoreForm
from ..redline import locked_lines
from .loading import language_in

if TYPE_CHECKING:  # views name the types of rows and never touch tables
    from tejido.curriculum.models import Edition


@require_http_methods(["GET", "POST"])
def core(request: ActorRequest, slug: str, number: int) -> HttpResponse:
    """The locked passages of an edition of the network; the secretariat locks another one from its section."""
    edition = _edition(request, slug, number)
    if request.method == "POST":
        return _lock(request, edition)
    language = language_in(request, edition.revision.languages, edition.text.negotiated_language)
    document = document_of(edition.revision)
    locks = queries.locks_in(edition)
    ids = {lock.passage for lock in locks}
    read = reading(document, language, f"/texts/{slug}/pictures/")
    page = {
        "text": edition.text,
        "edition": edition,
        "language": language,
        "locked": locked_lines(locks, read.passages, language),
        "open": [passage for passage in read.passages if passage.id not in ids],
        "may_lock": may_keep_network(request.actor) is None,
        "form": CoreForm(),
    }
    return render(request, "adaptation/core.html", page)


def _edition(request: ActorRequest, slug: str, number: int) -> Edition:
    """404 for everything but the network's own editions."""
    with or_404():
        found = edition_for(request.actor, slug, number).edition
    if found.text.body.member_id is not None:
        raise Http404
    return found


def _lock(request: ActorRequest, edition: Edition) -> HttpResponse:
    form = CoreForm(request.POST)
    if not form.is_valid():
        explain(request, form)
        return _back(request, edition)
    commands.lock_core(actor=request.actor, edition=edition, at=request.now, **form.cleaned_data)
    return _back(request, edition, _("Locked. A version that departs from it declares a derogation."))


@require_POST
def confirmations(request: ActorRequest, slug: str, number: int, passage: str) -> HttpResponse:
    """The network keeps the passage core in the words of this edition."""
    edition = _edition(request, slug, number)
    form = CoreForm({**request.POST.dict(), "passage": passage})
    if not form.is_valid():
        explain(request, form)
        return _back(request, edition)
    commands.confirm_core(actor=request.actor, edition=edition, at=request.now, **form.cleaned_data)
    return _back(request, edition, _("Confirmed. It stays locked, in its new words."))


@require_POST
def removals(request: ActorRequest, slug: str, number: int, passage: str) -> HttpResponse:
    edition = _edition(request, slug, number)
    commands.release_core(actor=request.actor, edition=edition, passage=passage, at=request.now)
    return _back(request, edition, _("No longer locked."))


def _back(request: ActorRequest, edition: Edition, done: str = "") -> HttpResponse:
    return back(request, reverse("adaptation:core", args=[edition.text.slug, edition.number]), done)
