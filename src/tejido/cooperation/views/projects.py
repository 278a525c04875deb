"""A project: proposed, read, agreed on, and the work on it."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from tejido.ledger.requests import ActorRequest
from tejido.meetings.queries.meetings import meeting_for
from tejido.meetings.words import title_of
from tejido.web.answers import back, explain, or_404

from .. import commands, queries
from ..forms import (
    EvaluationForm,
    MeetingForm,
    ProposalForm,
    ReasonForm,
    ResultForm,
    SeenForm,
    StepClosingForm,
    StepForm,
    TalkForm,
    TermsForm,
    spoken,
)
from ..pages import history_of, sentence_of, talks_of
from ..queries import ProjectContext
from ..rules.postings import may_speak
from .loading import frame, named, own_or_404, own_project_or_404, page_of, partners, posting_or_404, project_or_404


@require_http_methods(["GET", "POST"])
def new(request: ActorRequest) -> HttpResponse:
    """Proposes a project, from nothing or from an offer or request of somebody else."""
    own_or_404(request)
    sent = request.POST or request.GET
    opened = [posting_or_404(request, sent[name]) for name in ("other", "own") if sent.get(name)]
    form = ProposalForm(request.POST or None, members=partners(request), initial=_first(request, opened))
    if request.method == "POST" and form.is_valid():
        made = commands.propose_project(
            actor=request.actor, partners=form.cleaned_data["partners"], data=form.given,
            postings=[found.row for found in opened], at=request.now,
        )  # fmt: skip  # one act, read as one
        return redirect("cooperation:project", made.key)
    page = {**frame(request), "form": form, "postings": [found.row for found in opened]}
    return render(request, "cooperation/terms.html", page, status=422 if form.errors else 200)


def _first(request: ActorRequest, opened: list[queries.OpenPosting]) -> dict[str, Any]:
    """What the form begins with: the words of the posting of the other member, or else of one's own."""
    found: dict[str, Any] = {name: request.GET.get(name, "") for name in ("other", "own")}
    for each in reversed(opened):
        found |= spoken(each.row, ("title", "says", "conditions")) | {"since": each.row.since, "until": each.row.until}
    return found | {"partners": [each.row.member.code for each in opened if not each.is_own]}


@require_GET
def project(request: ActorRequest, key: str) -> HttpResponse:
    context = project_or_404(request, key)
    page = {**frame(request), "context": context, "project": context.project, "sentence": sentence_of(context)}
    if context.is_party:
        page |= _for_party(request, context)
    return render(request, "cooperation/project.html", page)


def _for_party(request: ActorRequest, context: ProjectContext) -> dict[str, Any]:
    """What only its members see, and what they can do now."""
    row, actor = context.project, request.actor
    members, language = named([party.member for party in context.parties]), request.LANGUAGE_CODE
    result = context.result
    own = next((each for each in context.evaluations if each.member.code == actor.member), None)
    first = {"worth": own.worth, "heard": own.heard, **spoken(own, ("says",))} if own else {"heard": "own"}
    found: dict[str, Any] = {
        "history": history_of(context),
        "talks": talks_of(context),
        "may_speak": may_speak(actor, actor.member) is None,
        "has_accepted": actor.member in context.accepted_by(context.latest),
        "has_confirmed": actor.member in context.confirmed_by,
        "shows": context.shows(actor.member),
        "practice": next((each for each in context.practices if each.member.code == actor.member), None),
        "evaluation_form": EvaluationForm(initial=first),
    }
    if row.over_at is None:
        found |= {
            "ending": ReasonForm(auto_id="ending_%s"),
            "talking": TalkForm(initial={"language": language}, auto_id="talk_%s"),
            "stepping": StepForm(
                members=members, initial={"language": language, "whose": actor.member}, auto_id="step_%s"
            ),
            "tying": MeetingForm(meetings=_meetings(request)),
            "result_form": ResultForm(initial={"seen": result.digest, **spoken(result, ("says",))} if result else {}),
        }
    return found


def _meetings(request: ActorRequest) -> list[tuple[str, str]]:
    return [(row.key, title_of(row)) for row in queries.network_meetings(request.actor)]


@require_http_methods(["GET", "POST"])
def terms(request: ActorRequest, key: str) -> HttpResponse:
    """Other terms are proposed, and all are asked anew."""
    context = own_project_or_404(request, key)
    latest = context.latest
    first = {**spoken(latest, ("title", "says", "conditions")), "since": latest.since, "until": latest.until}
    form = TermsForm(request.POST or None, initial={**first, "seen": latest.digest})
    if request.method == "POST" and form.is_valid():
        seen = form.cleaned_data["seen"]
        commands.change_terms(actor=request.actor, project=context.project, data=form.given, seen=seen, at=request.now)
        return back(request, page_of("project", key), _("Proposed. Every member is asked anew, yours too."))
    page = {**frame(request), "form": form, "context": context, "project": context.project}
    return render(request, "cooperation/terms.html", page, status=422 if form.errors else 200)


@require_POST
def acceptances(request: ActorRequest, key: str) -> HttpResponse:
    context = own_project_or_404(request, key)
    form = SeenForm(request.POST)
    seen = form.cleaned_data["seen"] if form.is_valid() else ""
    commands.accept_terms(actor=request.actor, project=context.project, seen=seen, at=request.now)
    return back(request, page_of("project", key), _("Your member accepts these terms."))


@require_POST
def talks(request: ActorRequest, key: str) -> HttpResponse:
    context = own_project_or_404(request, key)
    form = TalkForm(request.POST)
    if not form.is_valid():
        explain(request, form)
        return redirect("cooperation:project", key)
    commands.talk(actor=request.actor, project=context.project, at=request.now, **form.cleaned_data)
    return back(request, page_of("project", key) + "#talks", _("The members of the project read it."))


@require_POST
def steps(request: ActorRequest, key: str) -> HttpResponse:
    context = own_project_or_404(request, key)
    form = StepForm(request.POST, members=named([party.member for party in context.parties]))
    if not form.is_valid():
        explain(request, form)
        return redirect("cooperation:project", key)
    commands.plan_step(actor=request.actor, project=context.project, at=request.now, **form.cleaned_data)
    return back(request, page_of("project", key) + "#steps", _("Saved."))


@require_POST
def step_closings(request: ActorRequest, key: str, step: str) -> HttpResponse:
    context = own_project_or_404(request, key)
    with or_404():
        row = queries.step_of(context, step)
    form = StepClosingForm(request.POST)
    is_done = form.is_valid() and form.cleaned_data["how"] == "done"
    commands.close_step(actor=request.actor, step=row, is_done=is_done, at=request.now)
    return back(request, page_of("project", key) + "#steps", _("Saved."))


@require_POST
def meetings(request: ActorRequest, key: str) -> HttpResponse:
    context = own_project_or_404(request, key)
    with or_404():
        meeting = meeting_for(request.actor, request.POST.get("meeting", "")).meeting
    commands.tie_meeting(actor=request.actor, project=context.project, meeting=meeting, at=request.now)
    return back(request, page_of("project", key), _("Saved."))
