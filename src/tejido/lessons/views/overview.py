"""The evaluation of a seminar at a glance, and the acts that begin it: opening, rounds, the meeting."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from tejido.deliberation.pages import round_strip
from tejido.ledger.requests import ActorRequest
from tejido.meetings.words import title_of
from tejido.registry.names import Task
from tejido.seminars.words import seminar_title
from tejido.web.answers import back, explain, or_404
from tejido.web.languages import in_my_language

from .. import commands
from ..forms import LinkMeetingForm, LinkRoundForm, MeetingForm, PlaceForm, RoundForm
from ..names import TEXTS, Part
from ..queries.accounts import counts_of, standing_account
from ..queries.cases import CaseContext, RoundLine, meeting_with, meetings_to_link, round_with, rounds_to_link
from ..queries.next import next_parts
from ..queries.traces import Traced, Traces, traces_of
from ..sentences import of_case
from ..words import sum_words, thread
from .loading import for_keeper, frame, load

if TYPE_CHECKING:  # views name the types of rows and never touch tables
    from datetime import datetime


@require_GET
def lessons(request: ActorRequest, key: str) -> HttpResponse:
    """The evaluation at a glance: who has commented, which meeting discusses it, every matter and how far it came."""
    context = load(request, key)
    traces = traces_of(context)
    counts = counts_of(traces.matters, len(traces.heard.observations))
    page = {
        **frame(request, context),
        "rounds": [_round(line, request.now) for line in context.rounds],
        "texts": [(Part(part).label, context.taught(part)) for part in TEXTS],
        "matters": [_matter(traced, traces) for traced in traces.matters],
        "loose": len(traces.loose),
        "unheard": len(traces.unheard),
        "sum": sum_words(counts),
        "observed": counts["observations"],
        "sentence": of_case(context, traces),
        "next": next_parts(context) if context.case else [],
        "told": standing_account(key),
        **(_acts(context, traces) if context.keeps and context.case else {}),
    }
    return render(request, "lessons/lessons.html", page)


def _round(line: RoundLine, at: datetime) -> dict[str, Any]:
    """A round as its own page shows it: who has released, never what anybody prepares."""
    capacity = line.context.capacity
    own = line.context.party if capacity.may(Task.REMARK) else None
    return {
        "line": line,
        "part": Part(line.part).label,
        "strip": round_strip(line.standing, line.context, at),
        "is_open": line.context.is_open(at),
        "own": own,
        "consolidates": capacity.may(Task.CONSOLIDATE),
    }


def _matter(traced: Traced, traces: Traces) -> dict[str, Any]:
    return {"traced": traced, "matter": traced.line.matter, "thread": thread(traced, traces)}


def _acts(context: CaseContext, traces: Traces) -> dict[str, Any]:
    waiting = [row.line.matter.number for row in traces.matters if not row.line.items and row.line.decision is None]
    return {
        "links": LinkRoundForm(rounds=_linkable(context)) if _linkable(context) else None,
        "meetings": LinkMeetingForm(meetings=_meetings(context)) if _meetings(context) else None,
        "agenda": context.agenda,
        "waiting": waiting,
    }


def _linkable(context: CaseContext) -> list[tuple[str, str]]:
    return [
        (
            f"{part}:{row.key}",
            f"{Part(part).label} · " + _("Round %(number)s") % {"number": row.number}
            + " · " + _("revision %(number)s") % {"number": row.revision.number},
        )
        for part in TEXTS
        for row in rounds_to_link(context, part)
    ]  # fmt: skip  # one choice a round


def _meetings(context: CaseContext) -> list[tuple[str, str]]:
    return [(row.key, f"{title_of(row)} · {row.starts_at:%Y-%m-%d}") for row in meetings_to_link(context)]


def _home(key: str) -> str:
    return reverse("lessons:lessons", args=[key])


@require_POST
def openings(request: ActorRequest, key: str) -> HttpResponse:
    context = load(request, key)
    commands.open_lessons(actor=request.actor, seminar=context.seminar, at=request.now)
    return back(request, _home(key), _("The evaluation is open."))


@require_http_methods(["GET", "POST"])
def rounds(request: ActorRequest, key: str) -> HttpResponse:
    """Opening a round on what was taught, or on the structure."""
    context = for_keeper(request, key)
    parts = [(str(part), str(Part(part).label)) for part in TEXTS if context.taught(part)]
    zone = {"zone": request.user.zone, "part": request.GET.get("part", "")}
    form = RoundForm(request.POST or None, parts=parts, initial=zone)
    if request.method == "POST" and form.is_valid():
        values = form.cleaned_data
        commands.open_round_on(
            actor=request.actor, seminar=context.seminar, part=values["part"], local=values["deadline"],
            zone=values["zone"], reply_days=values["reply_days"],
            invitation={request.LANGUAGE_CODE: values["invitation"]} if values["invitation"] else {}, at=request.now,
        )  # fmt: skip  # one act, read as one
        return back(request, _home(key), _("The round is open. Every member has been told."))
    page = {
        **frame(request, context), "form": form, "title": _("Open a round on what was taught"),
        "consequence": _("The members of record of today are asked for their comments, and every seat is told."),
        "button": _("Open the round"),
    }  # fmt: skip  # one page, read as one
    return render(request, "lessons/form.html", page, status=422 if form.errors else 200)


@require_POST
def round_links(request: ActorRequest, key: str) -> HttpResponse:
    context = for_keeper(request, key)
    form = LinkRoundForm(request.POST, rounds=_linkable(context))
    if not form.is_valid():
        explain(request, form)
        return redirect(_home(key))
    part, round_ = form.chosen
    with or_404():
        row = round_with(round_)
    commands.link_round(actor=request.actor, seminar=context.seminar, part=part, round_=row, at=request.now)
    return back(request, _home(key), _("The round belongs to this evaluation now."))


@require_http_methods(["GET", "POST"])
def meetings(request: ActorRequest, key: str) -> HttpResponse:
    """Preparing the evaluation meeting."""
    context = for_keeper(request, key)
    form = MeetingForm(request.POST or None, initial=_initial(context))
    if request.method == "POST" and form.is_valid():
        commands.prepare_evaluation_meeting(
            actor=request.actor, seminar=context.seminar, plan=form.plan, at=request.now
        )
        return back(request, _home(key), _("The meeting is in preparation. Put the matters on its agenda."))
    page = {
        **frame(request, context), "form": form, "title": _("Prepare the evaluation meeting"),
        "button": _("Put into preparation"),
    }  # fmt: skip  # one page, read as one
    return render(request, "lessons/form.html", page, status=422 if form.errors else 200)


def _initial(context: CaseContext) -> dict[str, Any]:
    """What is known of the meeting already: what it is about, the clocks, the languages."""
    seminar = context.seminar
    name = _("Evaluation of %(seminar)s") % {"seminar": seminar_title(seminar)}
    return {
        "zone": seminar.zone,
        "place": in_my_language(seminar.place),
        "languages": seminar.languages,
        "name_es": name,
    }


@require_POST
def meeting_links(request: ActorRequest, key: str) -> HttpResponse:
    context = for_keeper(request, key)
    form = LinkMeetingForm(request.POST, meetings=_meetings(context))
    if not form.is_valid():
        explain(request, form)
        return redirect(_home(key))
    with or_404():
        row = meeting_with(form.cleaned_data["meeting"])
    commands.link_meeting(actor=request.actor, seminar=context.seminar, meeting=row, at=request.now)
    return back(request, _home(key), _("The meeting belongs to this evaluation now."))


@require_POST
def placings(request: ActorRequest, key: str) -> HttpResponse:
    """Puts the chosen matters on the agenda, or all that wait."""
    context = for_keeper(request, key)
    matters = {row.line.matter.number: row.line.matter for row in traces_of(context).matters}
    form = PlaceForm(request.POST, numbers=list(matters))
    if not form.is_valid():
        explain(request, form)
        return redirect(_home(key))
    chosen = [matters[int(number)] for number in form.cleaned_data["matters"]]
    commands.place_matters(actor=request.actor, seminar=context.seminar, matters=chosen, at=request.now)
    return back(request, _home(key), _("The matters are on the agenda."))
