"""A round: opening it, its overview, its calendar file, and the private remarks of a party's institutions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from tejido.curriculum.views.loading import load as load_text
from tejido.ledger.requests import ActorRequest
from tejido.registry.names import Task
from tejido.translation.freshness import currency_of
from tejido.web.answers import back, explain, or_404
from tejido.web.downloads import saved
from tejido.web.languages import in_my_language
from tejido.web.stretches import stretch

from .. import commands, pages, sentences
from ..calendars import round_calendar
from ..forms import ExtensionForm, OpeningForm, RemarkForm
from ..queries.comments import counts_of
from ..queries.positions import position_of, progress, standing_releases, written_by
from ..queries.rounds import RoundContext, institutions_of, remark_for, remarks_of
from .loading import in_reading, languages_of, load_own, load_round, place_in, round_reading, tabs_of

if TYPE_CHECKING:  # views name the types of rows and never touch tables
    from tejido.registry.models import Party


@require_http_methods(["GET", "POST"])
def opening(request: ActorRequest, slug: str) -> HttpResponse:
    """Opens a round on the latest revision of a text."""
    loaded = load_text(request, slug)
    if not loaded.capacity.facilitates:
        raise Http404
    form = OpeningForm(request.POST or None, initial={"zone": request.user.zone})
    if request.method == "POST" and form.is_valid():
        values = form.cleaned_data
        row = commands.open_round(
            actor=request.actor,
            text=loaded.text,
            revision=loaded.latest,
            local=values["deadline"],
            zone=values["zone"],
            reply_days=values["reply_days"],
            invitation={loaded.language: values["invitation"]} if values["invitation"] else {},
            at=request.now,
        )
        return back(
            request, reverse("deliberation:round", args=[row.key]), _("The round is open. Every member has been told.")
        )
    return render(
        request,
        "deliberation/opening.html",
        {"form": form, "text": loaded.text, "revision": loaded.latest},
        status=422 if form.errors else 200,
    )


@require_GET
def overview(request: ActorRequest, key: str) -> HttpResponse:
    """The round at a glance; for a party's seats also where their own preparation stands."""
    context = load_round(request, key)
    counts = counts_of(context.round)
    standing = progress(context.parties, standing_releases(context.round))
    page = {
        "context": context,
        "round": context.round,
        "text": context.text,
        "tabs": tabs_of(request, context),
        "sentence": sentences.of_round(context, standing, counts.unanswered, request.now),
        "strip": pages.round_strip(standing, context, request.now),
        "counts": counts,
        "own": _own(request, context, context.party) if context.party and context.capacity.may(Task.REMARK) else None,
        "extension": ExtensionForm(initial={"zone": context.round.zone}),
        "may_facilitate": context.capacity.facilitates,
        "is_open": context.is_open(request.now),
    }
    return render(request, "deliberation/round.html", page)


def _own(request: ActorRequest, context: RoundContext, party: Party) -> dict[str, Any]:
    """The party's own preparation: only for its own seats."""
    remarks = remarks_of(context.round, party)
    states = institutions_of(context.round, party, remarks, request.now)
    names = [in_my_language(state.institution.name) for state in states]
    position = position_of(context.round, party)
    return {
        "party": party,
        "institutions": states,
        "institutions_sentence": sentences.of_institutions(states, names),
        "position_sentence": pages.position_sentence(context, position, remarks),
    }


@require_GET
def calendar(request: ActorRequest, key: str) -> HttpResponse:
    """The deadlines of the round as a calendar file."""
    context = load_round(request, key)
    name = f"round-{context.round.number}.ics"
    return saved(round_calendar(context), "text/calendar; charset=utf-8", name)


@require_POST
def extensions(request: ActorRequest, key: str) -> HttpResponse:
    context = load_round(request, key)
    form = ExtensionForm(request.POST)
    here = reverse("deliberation:round", args=[key])
    if not form.is_valid():
        explain(request, form)
        return back(request, here)
    values = form.cleaned_data
    commands.extend_round(
        actor=request.actor, round_=context.round, local=values["deadline"], zone=values["zone"], at=request.now
    )
    return back(request, here, _("The deadline was extended. Every member has been told."))


@require_GET
def reading(request: ActorRequest, key: str) -> HttpResponse:
    """The text with the party's own margin: its institutions' remarks and its position, passage by passage.

    `?at=` opens the forms of one passage, or of the "text" as a whole: without a script as with one.
    """
    context, party = load_own(request, key)
    read, margins = round_reading(request, context), _margins(request, context, party)
    if asked := request.GET.get("at", ""):
        margins = margins.opened(place_in(context, asked), languages_of(context), read.language)
    shown = stretch(read, margins.beside(read), request.GET)
    if shown.is_part:
        return HttpResponse(shown.html)
    page = {
        "context": context,
        "round": context.round,
        "text": context.text,
        "tabs": tabs_of(request, context),
        "reading": read,
        "currency": currency_of(context.text, context.round.revision, read.language),
        "shown": shown,
        "whole_margin": margins.at(""),
        "is_open": context.is_open(request.now) and not context.is_elsewhere,
    }
    return render(request, "deliberation/reading.html", page)


def _margins(request: ActorRequest, context: RoundContext, party: Party) -> pages.Margins:
    return pages.Margins(request, context, remarks_of(context.round, party), written_by(party, context.round))


@require_GET
def margin(request: ActorRequest, key: str, passage: str) -> HttpResponse:
    """The margin of one passage with its form open, as a fragment."""
    context, party = load_own(request, key)
    place, language = place_in(context, passage), round_reading(request, context).language
    return HttpResponse(_margins(request, context, party).opened(place, languages_of(context), language).at(place))


@require_POST
def remarks(request: ActorRequest, key: str) -> HttpResponse:
    """A private remark of the actor's institution."""
    context = load_round(request, key)
    form = RemarkForm(request.POST, languages=languages_of(context))
    here = in_reading(key, request.POST.get("passage", ""))
    if not form.is_valid():
        explain(request, form)
        return back(request, here)
    commands.make_remark(actor=request.actor, round_=context.round, at=request.now, **form.cleaned_data)
    return back(request, here, _("Your remark is kept. Only the seats of your member see it."))


@require_POST
def remark_withdrawals(request: ActorRequest, key: str) -> HttpResponse:
    with or_404():
        remark = remark_for(request.actor, key)
    commands.withdraw_remark(actor=request.actor, remark=remark, at=request.now)
    return back(request, in_reading(remark.round_id, remark.passage), _("The remark was withdrawn."))


@require_POST
def contributions(request: ActorRequest, key: str) -> HttpResponse:
    """The institution has nothing (more) to remark."""
    context = load_round(request, key)
    commands.nothing_to_remark(actor=request.actor, round_=context.round, at=request.now)
    return back(
        request, reverse("deliberation:round", args=[key]), _("Noted: your institution has nothing more to remark.")
    )
