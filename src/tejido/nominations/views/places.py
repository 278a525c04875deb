"""The places of a seminar, for the secretariat; the participants, for everybody who may know of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from tejido.formats.sheet import Sheet, write_csv, write_xlsx
from tejido.ledger.requests import ActorRequest
from tejido.web.answers import back
from tejido.web.components import Download
from tejido.web.downloads import saved

from .. import commands, guests
from ..forms import SeenForm
from ..queries import calls, nominations, places, shown, statistics
from ..queries.needs import needs_by_nominee
from ..rules import serves
from ..sheets import nominations_sheet, shown_sheet
from ..words import advice_words
from .loading import call_or_404, frame, nominee_or_404, own_call_or_404, served_call_or_404

if TYPE_CHECKING:  # views name the types of rows and never touch tables
    from ..models import Call

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@require_GET
def table(request: ActorRequest, key: str) -> HttpResponse:
    """Everybody who was nominated, what comes of the places, and how that stands to what was wished."""
    row = served_call_or_404(request, key)
    found = places.places_of(row)
    page = {
        **frame(request, row),
        "places": found,
        "advice": [advice_words(each) for each in found.advice],
        "statistics": statistics.statistics(row),
        "is_open": row.closed_at is None and request.now <= calls.last_deadline(row),
        "files": _files(key, ("nominations", "badges")),
        "confirmed": shown.confirmed_count(row),
    }
    return render(request, "nominations/places.html", page)


def _files(key: str, names: tuple[str, ...]) -> list[Download]:
    labels = {"nominations": _("Nominations and needs"), "badges": _("Badges"), "participants": _("Participants")}
    return [
        Download(labels[name], reverse("nominations:export", args=[key, f"{name}.{ending}"]), ending.upper())
        for name in names
        for ending in ("xlsx", "csv")
    ]


@require_POST
def givings(request: ActorRequest, key: str) -> HttpResponse:
    """The places are given by the rule, exactly as the page showed them."""
    row = served_call_or_404(request, key)
    form = SeenForm(request.POST)
    seen = form.cleaned_data["seen"] if form.is_valid() else ""
    commands.give_places(actor=request.actor, call=row, seen=seen, at=request.now)
    return back(
        request, reverse("nominations:places", args=[key]), _("The places are given. Who was admitted gets a link.")
    )


@require_GET
def export(request: ActorRequest, key: str, name: str) -> HttpResponse:
    """A table as Excel or CSV: nominations with needs for the secretariat, a member's own for its seats; badges for the
    secretariat; participants for everybody to whom the list is shown."""
    kind, _dot, ending = name.rpartition(".")
    if ending not in {"xlsx", "csv"}:
        raise Http404
    sheet = _sheet(request, key, kind)
    body = write_xlsx([sheet]) if ending == "xlsx" else write_csv(sheet)
    return saved(body, XLSX if ending == "xlsx" else "text/csv; charset=utf-8", name)


def _sheet(request: ActorRequest, key: str, kind: str) -> Sheet:
    match kind:
        case "nominations" if serves(request.actor):
            rows = nominations.submitted(served_call_or_404(request, key))
        case "nominations":
            rows = list(nominations.own_nominations(own_call_or_404(request, key), request.actor.member).standing)
        case "badges":
            return shown_sheet(kind, shown.badges(served_call_or_404(request, key)))
        case "participants":
            return shown_sheet(kind, shown.listed(request.actor, _listed_or_404(request, key)))
        case _:
            raise Http404
    return nominations_sheet(rows, needs_by_nominee(rows))


def _listed_or_404(request: ActorRequest, key: str) -> Call:
    row = call_or_404(request, key)
    if row.listed_at is None:
        raise Http404
    return row


@require_GET
def participants(request: ActorRequest, key: str) -> HttpResponse:
    """Who takes part, as the reader may see it. Before the list is shown the secretariat alone finds a page here."""
    row = call_or_404(request, key)
    if row.listed_at is None and not serves(request.actor):
        raise Http404
    page = {
        **frame(request, row),
        "rows": shown.listed(request.actor, row),
        "statistics": statistics.shown_statistics(row),
        "confirmed": shown.confirmed_count(row) if serves(request.actor) else 0,
        "files": _files(key, ("participants",)) if row.listed_at else [],
    }
    return render(request, "nominations/participants.html", page)


@require_POST
def releases(request: ActorRequest, key: str) -> HttpResponse:
    """The list is shown to the network and to the participants."""
    commands.list_participants(actor=request.actor, call=served_call_or_404(request, key), at=request.now)
    return back(request, reverse("nominations:participants", args=[key]), _("The network sees the list now."))


@require_POST
def links(request: ActorRequest, key: str) -> HttpResponse:
    """A new link for somebody who lost theirs."""
    commands.send_link(actor=request.actor, nominee=nominee_or_404(request, key), at=request.now)
    return back(request, reverse("nominations:nominee", args=[key]), _("A new link is on its way."))


@require_POST
def trials(request: ActorRequest, key: str) -> HttpResponse:
    """In a demonstration seminar, whose persons are invented, the pages of a participant can be looked at."""
    row = nominee_or_404(request, key)
    if not row.call.seminar.is_demonstration:
        raise Http404
    guests.remember(request, row)
    return redirect("nominations:taking_part")
