"""What a member does for a recommendation, linked and unlinked; and the recommendations of one initiative."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from tejido.curriculum.queries import texts_for
from tejido.ledger.requests import ActorRequest
from tejido.mechanisms.queries import passages_to_attach
from tejido.programmes.queries import choices_for, initiative_for
from tejido.programmes.tabs import initiative_tabs
from tejido.web.answers import back, explain, or_404
from tejido.web.languages import in_my_language

from .. import commands
from ..forms import LinkForm, SectionForm, ValueForm
from ..names import RowKind
from ..queries.linked import recommendations_linked
from ..queries.loading import link_for, recommendation_for
from ..queries.recommendations import lines_of
from ..queries.results import evidence_for
from ..queries.tellings import last_told

if TYPE_CHECKING:  # views name the types of rows and never touch tables
    from ..models import Recommendation


def link_forms(request: ActorRequest) -> dict[str, Any]:
    """What can be linked to a recommendation; nothing where there is nothing."""
    initiatives, sections, evidence = choices_for(request.actor), _sections(request), evidence_for(request.actor)
    return {
        "value_form": ValueForm(evidence=evidence, auto_id="value_%s") if evidence else None,
        "link_form": LinkForm(initiatives=initiatives, auto_id="link_%s") if initiatives else None,
        "section_form": SectionForm(sections=sections, auto_id="section_%s") if sections else None,
    }


def _sections(request: ActorRequest) -> list[tuple[str, str]]:
    found = passages_to_attach(texts_for(request.actor))
    return [(place, f"{in_my_language(text)}: {in_my_language(titles)}") for place, text, titles in found]


def _load(request: ActorRequest, key: str) -> Recommendation:
    with or_404():
        return recommendation_for(request.actor, key)


def _page_of(row: Recommendation) -> str:
    return reverse("reporting:recommendation", args=[row.key]) + "#work"


@require_POST
def initiatives(request: ActorRequest, key: str) -> HttpResponse:
    """Initiatives that answer the recommendation."""
    row = _load(request, key)
    form = LinkForm(request.POST, initiatives=choices_for(request.actor))
    if not form.is_valid():
        explain(request, form)
        return redirect(_page_of(row))
    commands.link_initiatives(
        actor=request.actor, recommendations=[row], initiatives=form.cleaned_data["initiatives"],
        note=form.cleaned_data["note"], at=request.now,
    )  # fmt: skip  # one act, read as one
    return back(request, _page_of(row), _("Linked."))


@require_POST
def values(request: ActorRequest, key: str) -> HttpResponse:
    """An indicator, or one of its values, that shows what came of it."""
    row = _load(request, key)
    form = ValueForm(request.POST, evidence=evidence_for(request.actor))
    if not form.is_valid():
        explain(request, form)
        return redirect(_page_of(row))
    indicator, period = form.cleaned_data["evidence"].split("/")
    commands.link_indicator(
        actor=request.actor, recommendation=row, indicator=indicator, period=period, note=form.cleaned_data["note"],
        at=request.now,
    )  # fmt: skip  # one act, read as one
    return back(request, _page_of(row), _("Linked."))


@require_POST
def sections(request: ActorRequest, key: str) -> HttpResponse:
    """A section of a text that answers it."""
    row = _load(request, key)
    form = SectionForm(request.POST, sections=_sections(request))
    if not form.is_valid():
        explain(request, form)
        return redirect(_page_of(row))
    text, passage = form.cleaned_data["section"].split("/")
    line = next(line for line in texts_for(request.actor) if line.text.key == text)
    commands.link_section(
        actor=request.actor, recommendation=row, text=line.text, passage=passage, note=form.cleaned_data["note"],
        at=request.now,
    )  # fmt: skip  # one act, read as one
    return back(request, _page_of(row), _("Linked."))


@require_POST
def removals(request: ActorRequest, kind: str, key: str) -> HttpResponse:
    with or_404():
        link = link_for(request.actor, kind, key)
    commands.unlink(actor=request.actor, link=link, at=request.now)
    return back(request, _page_of(link.recommendation), _("The link is removed."))


@require_GET
def initiative(request: ActorRequest, key: str) -> HttpResponse:
    """Which recommendations an initiative answers, and what was told of it; for its member alone."""
    with or_404():
        one = initiative_for(request.actor, key)
    if not one.is_own:
        raise Http404
    page = {
        "one": one,
        "tabs": initiative_tabs(request.actor, one.initiative, request.path),
        "lines": lines_of(recommendations_linked([key]).get(key, ())),
        "told": last_told(request.actor, RowKind.INITIATIVE, key),
    }
    return render(request, "reporting/initiative.html", page)
