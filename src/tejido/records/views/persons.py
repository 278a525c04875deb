"""One person: what the school keeps of somebody who asks for it."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from tejido.ledger.requests import ActorRequest

from .. import queries
from ..forms import PersonForm
from .loading import frame, spaces_or_404


@require_http_methods(["GET", "POST"])
def person(request: ActorRequest) -> HttpResponse:
    """The completions of one document. It is sent and never stands in an address."""
    space = spaces_or_404(request)[0]
    form = PersonForm(request.POST or None)
    page = {**frame(request), "form": form, "is_asked": False}
    if request.method == "POST" and form.is_valid():
        page |= {"is_asked": True, "rows": queries.completions_of_person(space, form.cleaned_data["document"])}
    return render(request, "records/person.html", page, status=422 if form.errors else 200)
