"""Recommendations: the list, one with all that belongs to it, and what lacks."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from tejido.ledger.keys import row_digest
from tejido.ledger.refusals import ask, is_saved
from tejido.ledger.requests import ActorRequest
from tejido.registry.queries import day_of
from tejido.web.answers import back, explain, or_404
from tejido.web.editing import carry
from tejido.web.languages import in_my_language

from .. import commands, rules
from ..commands.writing import FACTS
from ..forms import AssessForm, ChargesForm, RecommendationForm, WantedForm
from ..names import Duty, Gap, RowKind
from ..queries.known import hanging
from ..queries.linked import initiatives_linked, sections_linked
from ..queries.loading import recommendation_for
from ..queries.recommendations import Line, Wanted, choices_of, lines_of, recommendations_for
from ..queries.results import values_linked
from ..queries.standing import assessment_digest, charges_digest
from ..queries.tellings import last_told, selections_for
from .linking import link_forms
from .loading import frame, own_member

if TYPE_CHECKING:  # views name the types of rows and never touch tables
    from ..models import Recommendation

PAGE = 50  # recommendations


@require_GET
def home(request: ActorRequest) -> HttpResponse:
    """What others recommended to the member, by what is looked for; and the reports that are awaited."""
    member = own_member(request)
    form = WantedForm(request.GET or None, choices=choices_of(member.code))
    wanted = Wanted.of(form.cleaned_data if form.is_valid() else {})
    lines = recommendations_for(request.actor, wanted)
    pages = Paginator(lines, PAGE)
    awaited = [line for line in selections_for(request.actor, day_of(request.now)) if line.stage]
    page = {
        **frame(request, member),
        "form": form,
        "is_filtered": not wanted.is_empty,
        "lines": pages.get_page(request.GET.get("page")),
        "query": _query(request),
        "awaited": awaited,
    }
    return render(request, "reporting/home.html", page)


def _query(request: ActorRequest) -> str:
    """What is looked for, without the number of the page."""
    asked = request.GET.copy()
    asked.pop("page", None)
    return asked.urlencode()


@require_GET
def gaps(request: ActorRequest) -> HttpResponse:
    """Which recommendations have nothing, and what else lacks."""
    member = own_member(request)
    lines = recommendations_for(request.actor)
    lacking = [(gap, [line for line in lines if gap in line.gaps]) for gap in Gap]
    page = {**frame(request, member), "total": len(lines), "lacking": lacking, "most": PAGE}
    return render(request, "reporting/gaps.html", page)


@require_http_methods(["GET", "POST"])
def entering(request: ActorRequest) -> HttpResponse:
    """One that is entered by hand."""
    member = own_member(request)
    ask(rules.may_keep(request.actor, member.code))
    form = RecommendationForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        row = commands.enter_recommendation(actor=request.actor, member=member, at=request.now, **form.facts)
        return back(request, _page_of(row), _("Entered. Only the seats of your member read it."))
    page = {**frame(request, member), "form": form, "title": _("Enter a recommendation")}
    return render(request, "reporting/form.html", page, status=422 if form.errors else 200)


def _page_of(row: Recommendation) -> str:
    return reverse("reporting:recommendation", args=[row.key])


def _load(request: ActorRequest, key: str) -> Recommendation:
    with or_404():
        return recommendation_for(request.actor, key)


@require_GET
def recommendation(request: ActorRequest, key: str) -> HttpResponse:
    """What was recommended, what the member does for it, who is charged, and to whom it was told."""
    return _shown(request, _load(request, key))


def _shown(request: ActorRequest, row: Recommendation, **late: Any) -> HttpResponse:
    """`late` is a form that was refused, for somebody changed the same meanwhile: what was typed, and what stands."""
    line, key = lines_of([row])[0], row.key
    actor, code = request.actor, row.member.code
    shown = frame(request, row.member)
    may_assess = rules.may_assess(actor, code, {charge.institution_id for charge in line.charges}) is None
    page = {
        **shown,
        "line": line,
        "row": row,
        "initiatives": initiatives_linked(actor, [key]).get(key, ()),
        "values": values_linked(actor, [key]).get(key, ()),
        "sections": sections_linked(actor, [key]).get(key, ()),
        "told": last_told(actor, RowKind.RECOMMENDATION, key),
        "charges": [(Duty(charge.duty).label, charge.institution) for charge in line.charges],
        "assess_form": _assess_form(request, row, keeps=shown["may_keep"]) if may_assess else None,
        "assessment_seen": assessment_digest(row),
        **(_keeping(request, line) if shown["may_keep"] else {}),
        **late,
    }
    return render(request, "reporting/recommendation.html", page, status=422 if late else 200)


def _keeping(request: ActorRequest, line: Line) -> dict[str, Any]:
    """The forms of who keeps it."""
    return {
        "charges_form": _charges_form(request, line),
        "charges_seen": charges_digest(line.row),
        "may_remove": not hanging([line.row.key]),
        **link_forms(request),
    }


def _charges_form(request: ActorRequest, line: Line, data: Any = None) -> ChargesForm:
    rows = choices_of(request.actor.member).institutions
    initial = {str(duty): [row.key for row in line.of(duty)] for duty in Duty}
    return ChargesForm(data, institutions=[(row.key, in_my_language(row.name)) for row in rows], initial=initial)


def _assess_form(request: ActorRequest, row: Recommendation, *, keeps: bool, data: Any = None) -> AssessForm:
    language = request.LANGUAGE_CODE
    initial = {"status": row.status, "cluster": row.cluster, "language": language}
    return AssessForm(data, keeps=keeps, initial={**initial, "words": row.assessment.get(language, "")})


@require_http_methods(["GET", "POST"])
def changing(request: ActorRequest, key: str) -> HttpResponse:
    """Puts right what is said of it at its source."""
    row = _load(request, key)
    ask(rules.may_keep(request.actor, row.member.code))
    names = [name for name in RecommendationForm.base_fields if not name.startswith("text_")]
    initial = {name: getattr(row, name) for name in names}
    initial |= {f"text_{tag}": text for tag, text in row.texts.items()}
    form = RecommendationForm(request.POST or None, initial=initial)
    carry(form, row_digest(row, *FACTS))
    change = partial(commands.change_recommendation, actor=request.actor, recommendation=row, at=request.now)
    if form.is_valid() and is_saved(form, lambda: change(**form.facts)):
        return back(request, _page_of(row), _("Saved."))
    page = {**frame(request, row.member), "form": form, "title": _("Put this recommendation right"), "row": row}
    return render(request, "reporting/form.html", page, status=422 if form.errors else 200)


@require_POST
def assessments(request: ActorRequest, key: str) -> HttpResponse:
    """Where the member stands with it."""
    row = _load(request, key)
    keeps = rules.may_keep(request.actor, row.member.code) is None
    form = _assess_form(request, row, keeps=keeps, data=request.POST)
    if not form.is_valid():
        explain(request, form)
        return redirect(_page_of(row))
    assess = partial(
        commands.assess_recommendation, actor=request.actor, recommendation=row, status=form.cleaned_data["status"],
        cluster=form.cleaned_data.get("cluster", ""), assessment=form.assessment(row.assessment),
        seen=request.POST.get("seen", ""), at=request.now,
    )  # fmt: skip  # one act, read as one
    if not is_saved(form, assess):
        return _shown(request, _load(request, key), assess_form=form)
    return back(request, _page_of(row), _("Saved."))


@require_POST
def charges(request: ActorRequest, key: str) -> HttpResponse:
    """Which institutions are charged with it."""
    row = _load(request, key)
    form = _charges_form(request, lines_of([row])[0], request.POST)
    if not form.is_valid():
        explain(request, form)
        return redirect(_page_of(row))
    charge = partial(
        commands.set_charges, actor=request.actor, recommendation=row, charges=form.charges,
        seen=request.POST.get("seen", ""), at=request.now,
    )  # fmt: skip  # one act, read as one
    if not is_saved(form, charge):
        return _shown(request, _load(request, key), charges_form=form)
    return back(request, _page_of(row), _("Saved."))


@require_POST
def removals(request: ActorRequest, key: str) -> HttpResponse:
    row = _load(request, key)
    commands.remove_recommendation(actor=request.actor, recommendation=row, at=request.now)
    return back(request, reverse("reporting:home"), _("Removed."))
