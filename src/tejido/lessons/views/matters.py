"""What was said section by section, and the matters that are made of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from tejido.ledger.requests import ActorRequest
from tejido.web.answers import back, explain, or_404

from .. import commands
from ..commands.matters import Chosen
from ..forms import DecisionForm, MatterForm
from ..names import Part
from ..pages import table_shown
from ..pages.matters import MatterShown, carrier_choices, choices_for, initial_of, matter_shown
from ..queries.carriers import carriers_for
from ..queries.matters import heard, matters_of
from ..queries.sections import table_of
from ..queries.traces import traces_of
from ..rules import may_dissolve
from ..words import changes_shown, thread
from .loading import for_keeper, frame, load_opened

if TYPE_CHECKING:  # views name the types of rows and never touch tables
    from ..queries.cases import CaseContext
    from ..queries.traces import Traced


@require_GET
def sections(request: ActorRequest, key: str) -> HttpResponse:
    """Comments of members and observations of participants side by side, for each text section by section."""
    context = load_opened(request, key)
    said = heard(context)
    lines = matters_of([context.case] if context.case else [], said, keeps=context.keeps)
    tables = [table_of(str(part), context.taught(part), said, lines) for part in Part]
    page = {
        **frame(request, context),
        "tables": [(Part(table.part), table.revision, table_shown(table, request.LANGUAGE_CODE)) for table in tables],
        "is_empty": not said.comments and not said.observations,
        "form": MatterForm() if context.keeps else None,
    }
    return render(request, "lessons/sections.html", page)


def _here(key: str) -> str:
    return reverse("lessons:sections", args=[key])


@require_POST
def matters(request: ActorRequest, key: str) -> HttpResponse:
    """A matter of what was ticked."""
    context = for_keeper(request, key)
    form = MatterForm(request.POST)
    if not form.is_valid():
        explain(request, form)
        return redirect(_here(key))
    made = commands.put_together(
        actor=request.actor, seminar=context.seminar, part=form.cleaned_data["part"], title=form.names,
        chosen=Chosen(**form.chosen), at=request.now,
    )  # fmt: skip  # one act, read as one
    return back(request, reverse("lessons:matter", args=[key, made.number]), _("The matter is put together."))


@require_POST
def gatherings(request: ActorRequest, key: str) -> HttpResponse:
    """A matter for each section of which something was said that belongs to none."""
    context = for_keeper(request, key)
    commands.gather_matters(actor=request.actor, seminar=context.seminar, at=request.now)
    done = _("Matters are put together, one for each section. Give them better names where you can.")
    return back(request, reverse("lessons:lessons", args=[key]), done)


def _traced(context: CaseContext, number: int) -> Traced:
    with or_404():
        return traces_of(context).of(number)


@require_http_methods(["GET", "POST"])
def matter(request: ActorRequest, key: str, number: int) -> HttpResponse:
    """One matter with everything that belongs to it, its way, and what changed; who prepares it changes it here."""
    context = for_keeper(request, key) if request.method == "POST" else load_opened(request, key)
    traces = traces_of(context)
    with or_404():
        traced = traces.of(number)
    form = MatterForm(request.POST or None, has_said=True, initial=initial_of(traced)) if context.keeps else None
    if form is not None and request.method == "POST" and form.is_valid():
        commands.change_matter(
            actor=request.actor, seminar=context.seminar, matter=traced.line.matter, title=form.names, said=form.said,
            chosen=Chosen(**form.chosen), seen=form.cleaned_data["seen"], at=request.now,
        )  # fmt: skip  # one act, read as one
        return back(request, reverse("lessons:matter", args=[key, number]), _("Saved."))
    shown: MatterShown = matter_shown(traced, request.LANGUAGE_CODE)
    page = {
        **frame(request, context),
        "traced": traced,
        "matter": traced.line.matter,
        "shown": shown,
        "thread": thread(traced, traces),
        "changes": changes_shown(traced, request.LANGUAGE_CODE),
        **(_acts(request, context, traced, form) if form is not None else {}),
    }
    return render(request, "lessons/matter.html", page, status=422 if form is not None and form.errors else 200)


def _acts(request: ActorRequest, context: CaseContext, traced: Traced, form: MatterForm) -> dict[str, Any]:
    line = traced.line
    decides = bool(line.discussed)
    carriers = carrier_choices(carriers_for(line, traced.taught)) if decides else []
    here = context.agenda
    return {
        "form": form,
        "choices": choices_for(traced, heard(context), request.LANGUAGE_CODE),
        "decision_form": DecisionForm(carriers=carriers, initial={"language": request.LANGUAGE_CODE})
        if decides
        else None,
        "may_dissolve": may_dissolve(request.actor, line.matter, is_used=line.is_used) is None,
        "may_place": here is not None and all(item.meeting_id != here.key for item in line.items),
    }


@require_POST
def dissolutions(request: ActorRequest, key: str, number: int) -> HttpResponse:
    context = for_keeper(request, key)
    traced = _traced(context, number)
    commands.dissolve_matter(actor=request.actor, seminar=context.seminar, matter=traced.line.matter, at=request.now)
    return back(request, reverse("lessons:lessons", args=[key]), _("The matter is dissolved."))


@require_POST
def decisions(request: ActorRequest, key: str, number: int) -> HttpResponse:
    """What became of the matter."""
    context = for_keeper(request, key)
    traced = _traced(context, number)
    form = DecisionForm(request.POST, carriers=carrier_choices(carriers_for(traced.line, traced.taught)))
    here = reverse("lessons:matter", args=[key, number])
    if not form.is_valid():
        explain(request, form)
        return redirect(here)
    values = form.cleaned_data
    commands.decide_matter(
        actor=request.actor, seminar=context.seminar, matter=traced.line.matter, outcome=values["outcome"],
        language=values["language"], reason=values["reason"], carrier=values.get("carrier", ""), at=request.now,
    )  # fmt: skip  # one act, read as one
    return back(request, here, _("The outcome is written down."))
