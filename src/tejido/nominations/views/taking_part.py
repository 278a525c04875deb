"""The pages of a participant, in the browser that was let in by the link."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from tejido.ledger.requests import ActorRequest
from tejido.registry.queries import network
from tejido.web.answers import back
from tejido.web.downloads import paper_file, unkept
from tejido.web.languages import in_my_language

from .. import commands, guests, queries
from ..commands.writing import GUEST
from ..forms import NeedsForm, VisaForm, needs_given
from ..pages import doors
from ..papers import Traveller, visa_paper
from ..queries.shown import fellows
from ..rules import before_it_begins
from ..terms import title_of

if TYPE_CHECKING:  # views name the types of rows and never touch tables
    from ..models import Nominee


def participant_or_404(request: ActorRequest) -> Nominee:
    """The participant whose browser asks; to all others there is nothing."""
    try:
        return queries.participant_of(guests.remembered(request))
    except queries.NoSuchLink:
        raise Http404 from None


@require_GET
def home(request: ActorRequest) -> HttpResponse:
    """Where a participant begins. Whoever is not known here is led to where a link is asked for."""
    try:
        row = queries.participant_of(guests.remembered(request))
    except queries.NoSuchLink:
        return redirect("nominations:links")
    seminar = row.call.seminar
    page = {
        "nominee": row,
        "seminar": seminar,
        "title": title_of(seminar),
        "doors": doors(),
        "needs": queries.needs_of(row),
        "may_leave": before_it_begins(row.call, request.now) is None,
    }
    return unkept(render(request, "nominations/taking_part.html", page))


@require_http_methods(["GET", "POST"])
def details(request: ActorRequest) -> HttpResponse:
    """What the participant needs, and what is shown of them."""
    row = participant_or_404(request)
    form = NeedsForm(request.POST or None, initial=needs_given(row, queries.needs_of(row)))
    if request.method == "POST" and form.is_valid():
        commands.tell_needs(nominee=row, given=form.given, at=request.now)
        return back(request, reverse("nominations:taking_part"), _("Saved."))
    page = {"nominee": row, "title": title_of(row.call.seminar), "form": form}
    return unkept(render(request, "nominations/details.html", page, status=422 if form.errors else 200))


@require_http_methods(["GET", "POST"])
def visa(request: ActorRequest) -> HttpResponse:
    """A letter for the consulate. What is typed for it stands on the paper and is kept nowhere."""
    row = participant_or_404(request)
    form = VisaForm(request.POST or None, initial={"name": row.name, "language": row.language})
    if request.method == "POST" and form.is_valid():
        served, language = network(), form.cleaned_data["language"]
        name = in_my_language(served.name) if served else ""
        paper = visa_paper(row, Traveller(**form.told), name, language, request.now)
        return paper_file(request, paper, f"visa.{form.cleaned_data['ending']}", reverse("nominations:visa"))
    page = {"nominee": row, "title": title_of(row.call.seminar), "form": form}
    return unkept(render(request, "nominations/visa.html", page, status=422 if form.errors else 200))


@require_GET
def others(request: ActorRequest) -> HttpResponse:
    """The other participants, as far as each of them shows it."""
    row = participant_or_404(request)
    page = {"title": title_of(row.call.seminar), "rows": fellows(row.call), "call": row.call}
    return unkept(render(request, "nominations/fellows.html", page))


@require_POST
def refusals(request: ActorRequest) -> HttpResponse:
    """Somebody who had confirmed does not come after all."""
    commands.decline_place(nominee=participant_or_404(request), at=request.now)
    guests.forget(request)
    return unkept(render(request, "nominations/declined.html"))


@require_POST
def erasures(request: ActorRequest) -> HttpResponse:
    """The person wants their data deleted now."""
    commands.erase_person(actor=GUEST, nominee=participant_or_404(request), at=request.now)
    guests.forget(request)
    return back(request, reverse("nominations:links"), _("Your data are deleted."))
