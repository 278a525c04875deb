"""What somebody without a seat reads of their own, by the link that their school gave them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from tejido.ledger.requests import ActorRequest
from tejido.presence.proof import canonical
from tejido.presence.records import page_of
from tejido.web.answers import back, or_404
from tejido.web.downloads import saved, unkept

from .. import commands, guests, queries
from ..records import named_credential
from ..words import entry_words
from .certificates import certificate_file
from .persons import transcript_file

if TYPE_CHECKING:  # views name the types of values
    from ..queries import Held, Transcript

ENDINGS = frozenset({"pdf", "json", "named.json"})


@require_http_methods(["GET", "POST"])
def link(request: ActorRequest, token: str) -> HttpResponse:
    """Opens with a button, so that a program that looks at links in mails uses none up."""
    if request.method == "GET":
        return unkept(render(request, "certificates/link.html", {"token": token}))
    guests.remember(request, commands.come_in(token=token, at=request.now))
    return redirect("certificates:mine")


def _mine(request: ActorRequest) -> Transcript:
    """What the school has of whoever came in; to all others there is nothing."""
    with or_404():
        handout = queries.handout_let_in(guests.remembered(request), request.now)
        return queries.transcript(handout.space, bytes(handout.person), request.now.date())


@require_GET
def mine(request: ActorRequest) -> HttpResponse:
    """One's own transcript and certificates."""
    found = _mine(request)
    entries = [(entry, entry_words(entry), _address(entry.certificate)) for entry in found.entries]
    page = {"found": found, "document": found.document.partition(":")[2], "entries": entries}
    return unkept(render(request, "certificates/mine.html", page))


def _address(held: Held | None) -> str:
    return page_of(held.secret.code) if held and held.secret and held.fits else ""


@require_GET
def transcript(request: ActorRequest, ending: str) -> HttpResponse:
    return transcript_file(request, _mine(request), ending, reverse("certificates:mine"))


@require_GET
def file(request: ActorRequest, number: int, ending: str) -> HttpResponse:
    """One's own certificate as PDF, or as a credential, without or with the name in clear."""
    several = [entry.certificate for entry in _mine(request).entries if entry.certificate]
    held = next((each for each in several if each.certificate.number == number and each.fits), None)
    if held is None or ending not in ENDINGS or (held.certificate.revoked_at and ending != "pdf"):
        raise Http404
    if ending == "named.json":
        name = f"certificate-{number}-with-name.json"
        return saved(canonical(named_credential(held)), "application/vc+json", name)
    return certificate_file(request, held, ending, reverse("certificates:mine"))


@require_POST
def leavings(request: ActorRequest) -> HttpResponse:
    """Whoever uses this browser next reads nothing."""
    guests.forget(request)
    return back(request, reverse("certificates:checks"), _("This browser reads nothing of yours any more."))
