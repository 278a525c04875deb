"""Transcripts: by the document of a person for the school, and the links that it gives out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from tejido.ledger.refusals import Refusal, Refused
from tejido.ledger.requests import ActorRequest
from tejido.registry.queries import network
from tejido.web.addresses import whole
from tejido.web.answers import back, or_404
from tejido.web.downloads import paper_file, unkept

from .. import commands, queries
from ..forms import PersonForm
from ..names import No
from ..papers import transcript_paper
from ..rules import is_alive
from ..words import entry_words
from .loading import frame, space_or_404

if TYPE_CHECKING:  # views name the types of values
    from ..queries import Transcript


@require_http_methods(["GET", "POST"])
def persons(request: ActorRequest, space: str) -> HttpResponse:
    """Where a document is typed. The number goes into no address."""
    body = space_or_404(request, space)
    form = PersonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        person = queries.person_of(request.actor, body, form.document)
        if person is None:
            raise Refused(Refusal(No.NOBODY_FOUND))
        return redirect("certificates:person", space, person.hex())
    page = {**frame(request, body), "form": form}
    return unkept(render(request, "certificates/persons.html", page, status=422 if form.errors else 200))


def _found(request: ActorRequest, space: str, person: str) -> Transcript:
    body = space_or_404(request, space)
    try:
        asked = bytes.fromhex(person)
    except ValueError as problem:
        raise Http404 from problem
    with or_404():
        return queries.transcript_for(request.actor, body, asked, request.now.date())


@require_GET
def person(request: ActorRequest, space: str, person: str) -> HttpResponse:
    """All that the school has of a person."""
    return _shown(request, _found(request, space, person), "")


def _shown(request: ActorRequest, found: Transcript, link: str) -> HttpResponse:
    links = queries.handouts_of(request.actor, found.space, found.person)
    page = {
        **frame(request, found.space),
        "found": found,
        "person": found.person.hex(),
        "document": found.document.partition(":")[2],
        "entries": [(entry, entry_words(entry)) for entry in found.entries],
        "links": [(row, is_alive(row, request.now)) for row in links],
        "link": link,
    }
    return unkept(render(request, "certificates/person.html", page))


@require_GET
def file(request: ActorRequest, space: str, person: str, ending: str) -> HttpResponse:
    """The transcript as PDF or Word."""
    found = _found(request, space, person)
    return transcript_file(request, found, ending, reverse("certificates:person", args=[space, person]))


def transcript_file(request: ActorRequest, found: Transcript, ending: str, address: str) -> HttpResponse:
    served = network()
    paper = transcript_paper(found, request.LANGUAGE_CODE, served.zone if served else "UTC", request.now)
    return paper_file(request, paper, f"transcript.{ending}", address)


@require_POST
def links(request: ActorRequest, space: str, person: str) -> HttpResponse:
    """A new link for the person. The page that answers shows it, once."""
    found = _found(request, space, person)
    token = commands.give_link(actor=request.actor, space=found.space, person=found.person, at=request.now)
    return _shown(request, found, whole(reverse("certificates:link", args=[token])))


@require_POST
def ends(request: ActorRequest, key: str) -> HttpResponse:
    """A link lets nobody in any more."""
    with or_404():
        row = queries.handout_for(request.actor, key)
    commands.end_link(actor=request.actor, handout=row, at=request.now)
    address = reverse("certificates:person", args=[row.space_id, bytes(row.person).hex()])
    return back(request, address, _("The link is ended."))
