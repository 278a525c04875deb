"""A round: opening it, its overview, its calendar file, and the private remarks of a party's institutions."""

from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from tejido.curriculum.views.loading import load as load_text
from tejido.registry.names import Task
from tejido.web.languages import in_my_language

from .. import commands, pages, sentences
from ..calendars import round_calendar
from ..forms import ExtensionForm, OpeningForm, RemarkForm
from ..queries.comments import comments_of
from ..queries.positions import position_of, progress, standing_releases
from ..queries.rounds import institutions_of, remark_for, remarks_of
from .loading import back, explain, languages_of, load_round, round_reading, tabs_of


@require_http_methods(["GET", "POST"])
def opening(request: HttpRequest, slug: str) -> HttpResponse:
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
def overview(request: HttpRequest, key: str) -> HttpResponse:
    """The round at a glance; for a party's seats also where their own preparation stands."""
    context = load_round(request, key)
    lines = comments_of(context.round)
    standing = progress(context.parties, standing_releases(context.round))
    page = {
        "context": context,
        "round": context.round,
        "text": context.text,
        "tabs": tabs_of(request, context),
        "sentence": sentences.of_round(context, standing, sum(line.needs_answer for line in lines), request.now),
        "strip": pages.round_strip(standing, context, request.now),
        "comments": len(lines),
        "answered": sum(line.disposition is not None for line in lines),
        "own": _own(request, context),
        "extension": ExtensionForm(initial={"zone": context.round.zone}),
        "may_facilitate": context.capacity.facilitates,
        "is_open": context.is_open(request.now),
    }
    return render(request, "deliberation/round.html", page)


def _own(request: HttpRequest, context):  # type: ignore[no-untyped-def]  # a round context
    """The party's own preparation: only for its own seats."""
    if context.party is None or not context.capacity.may(Task.REMARK):
        return None
    remarks = remarks_of(context.round, context.party)
    states = institutions_of(context.round, context.party, remarks, request.now)
    names = [in_my_language(state.institution.name) for state in states]
    position = position_of(context.round, context.party)
    return {
        "party": context.party,
        "remarks": len(remarks),
        "institutions": states,
        "position": position,
        "institutions_sentence": sentences.of_institutions(states, names),
        "position_sentence": sentences.of_position(position, context.body.requires_clearance, context.round.zone),
    }


@require_GET
def calendar(request: HttpRequest, key: str) -> HttpResponse:
    """The deadlines of the round as a calendar file."""
    context = load_round(request, key)
    response = HttpResponse(round_calendar(context), content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="round-{context.round.number}.ics"'
    return response


@require_POST
def extensions(request: HttpRequest, key: str) -> HttpResponse:
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
def reading(request: HttpRequest, key: str) -> HttpResponse:
    """The text with the party's own margin: its institutions' remarks and its position, passage by passage."""
    context = _own_round(request, key)
    at = request.GET.get("at", "")
    read = round_reading(request, context)
    remarks = remarks_of(context.round, context.party)
    position = position_of(context.round, context.party)
    open_form = pages.open_form(request, context, at, languages_of(context), read.language) if at else None
    page = {
        "context": context,
        "round": context.round,
        "text": context.text,
        "tabs": tabs_of(request, context),
        "reading": read,
        "blocks": pages.private_blocks(read, context, remarks, position, request, open_form),
        "whole_margin": pages.private_margin("", remarks, position, request, context, None),
        "is_open": context.is_open(request.now),
    }
    return render(request, "deliberation/reading.html", page)


@require_GET
def margin(request: HttpRequest, key: str, passage: str) -> HttpResponse:
    """The margin of one passage with its form open, as a fragment."""
    context = _own_round(request, key)
    place = "" if passage == "text" else passage
    remarks, position = remarks_of(context.round, context.party), position_of(context.round, context.party)
    read = round_reading(request, context)
    form = pages.open_form(request, context, place, languages_of(context), read.language)
    return HttpResponse(pages.private_margin(place, remarks, position, request, context, form))


def _own_round(request: HttpRequest, key: str):  # type: ignore[no-untyped-def]  # a round context
    context = load_round(request, key)
    if context.party is None or not context.capacity.may(Task.REMARK):
        raise Http404
    return context


@require_POST
def remarks(request: HttpRequest, key: str) -> HttpResponse:
    """A private remark of the actor's institution."""
    context = load_round(request, key)
    form = RemarkForm(request.POST, languages=languages_of(context))
    here = f"{reverse('deliberation:reading', args=[key])}#p-{request.POST.get('passage', '')}"
    if not form.is_valid():
        explain(request, form)
        return back(request, here)
    commands.make_remark(actor=request.actor, round_=context.round, at=request.now, **form.cleaned_data)
    return back(request, here, _("Your remark is kept. Only the seats of your member see it."))


@require_POST
def remark_withdrawals(request: HttpRequest, key: str) -> HttpResponse:
    try:
        remark = remark_for(request.actor, key)
    except ObjectDoesNotExist as problem:
        raise Http404 from problem
    commands.withdraw_remark(actor=request.actor, remark=remark, at=request.now)
    return back(request, reverse("deliberation:reading", args=[remark.round_id]), _("The remark was withdrawn."))


@require_POST
def contributions(request: HttpRequest, key: str) -> HttpResponse:
    """The institution has nothing (more) to remark."""
    context = load_round(request, key)
    commands.nothing_to_remark(actor=request.actor, round_=context.round, at=request.now)
    return back(
        request, reverse("deliberation:round", args=[key]), _("Noted: your institution has nothing more to remark.")
    )
