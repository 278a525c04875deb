"""The modules of the network, and one module with its steps and what came of it."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET

from tejido.ledger.requests import ActorRequest, seat_or_404
from tejido.meetings.words import title_of
from tejido.registry.rules import may_keep_network
from tejido.registry.tabs import together_tabs
from tejido.web.languages import in_my_language

from .. import queries, rules
from ..forms import DeclineForm, ProposalForm, StepForm
from ..queries.plans import plan_digest
from ..words import passage_choices, proposals_shown
from .loading import module_or_404


@require_GET
def home(request: ActorRequest) -> HttpResponse:
    seat_or_404(request)
    page = {
        "lines": queries.modules_for(request.actor, request.now),
        "may_lead": bool(request.actor.member) and rules.may_lead(request.actor, request.actor.member) is None,
        "waiting": queries.proposals_waiting(request.actor),
        "tabs": together_tabs(request.actor, request.path),
    }
    return render(request, "modules/home.html", page)


@require_GET
def module(request: ActorRequest, key: str) -> HttpResponse:
    row, actor = module_or_404(request, key), request.actor
    summary = getattr(row, "summary", None)
    may_lead = rules.may_lead(actor, row.member.code) is None
    drawn = queries.drawn(actor, row)
    may_draw = may_lead and summary is not None
    page = {
        "module": row,
        "state": row.state_at(request.now),
        "title": in_my_language(row.title),
        "steps": queries.steps_of(actor, row),
        "meeting": title_of(row.meeting) if row.meeting else "",
        "summary": summary,
        "practices": drawn.practices,
        "proposals": proposals_shown(drawn.proposals),
        "follows": queries.follows(actor, row),
        "may_lead": may_lead,
        "may_plan": rules.may_plan(actor, row, request.now) is None,
        "plan_seen": plan_digest(row) if may_lead and row.opened_at is None else "",
        "may_draw": may_draw,
        "may_decide": may_keep_network(actor) is None,
        "step_form": StepForm(),
        "decline_form": DeclineForm(),
        "proposal_form": ProposalForm(
            passages=passage_choices(queries.passages_of(row), request.LANGUAGE_CODE) if may_draw else (),
            initial={"language": request.LANGUAGE_CODE},
        ),
        "tabs": together_tabs(actor, reverse("modules:home")),
    }
    return render(request, "modules/module.html", page)
