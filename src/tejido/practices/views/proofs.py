"""What a draft names as evidence, and the sections of adopted texts that it is about."""

from __future__ import annotations

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from tejido.ledger.requests import ActorRequest
from tejido.web.answers import back, explain

from .. import commands, queries
from ..forms import PassageForm, ProofForm
from .loading import own_or_404


@require_POST
def proofs(request: ActorRequest, key: str) -> HttpResponse:
    own = own_or_404(request, key)
    form = ProofForm(request.POST, request.FILES)
    if not form.is_valid():
        explain(request, form)
        return _draft(request, key)
    commands.add_proof(actor=request.actor, practice=own.practice, at=request.now, **form.cleaned_data)
    return _draft(request, key, _("Added to the evidence."))


@require_POST
def proof_removals(request: ActorRequest, key: str, id: str) -> HttpResponse:
    own = own_or_404(request, key)
    commands.remove_proof(actor=request.actor, practice=own.practice, id=id, at=request.now)
    return _draft(request, key, _("Taken out of the draft. Copies that others read keep it."))


@require_POST
def passages(request: ActorRequest, key: str) -> HttpResponse:
    own = own_or_404(request, key)
    found = {row.id: row for row in queries.sections()}
    form = PassageForm(request.POST, sections=[(id, id) for id in found])
    if not form.is_valid():
        explain(request, form)
        return _draft(request, key)
    section = found[form.cleaned_data["section"]]
    commands.add_passage(actor=request.actor, practice=own.practice, passage=section.value, at=request.now)
    return _draft(request, key, _("Linked to the section."))


@require_POST
def passage_removals(request: ActorRequest, key: str, id: str) -> HttpResponse:
    own = own_or_404(request, key)
    commands.remove_passage(actor=request.actor, practice=own.practice, passage=id, at=request.now)
    return _draft(request, key, _("No longer linked."))


def _draft(request: ActorRequest, key: str, done: str = "") -> HttpResponse:
    return back(request, f"{reverse('practices:draft', args=[key])}#evidence", done)
