"""A seminar or a cycle made after another one."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from tejido.ledger.refusals import ask
from tejido.ledger.requests import ActorRequest
from tejido.web.answers import back

from .. import commands, queries, rules
from ..forms import CopyForm, CycleCopyForm
from ..forms.working import days_between
from ..rules import Outline
from ..words import cycle_title, seminar_title
from .loading import ask_again, cycle_or_404, must, seminar_or_404


@require_http_methods(["GET", "POST"])
def of_seminar(request: ActorRequest, key: str) -> HttpResponse:
    """Languages, checklist and budget again, on other days."""
    row = seminar_or_404(request, key)
    ask(rules.may_copy_seminar(request.actor, row, 0, ()))
    cycles = [line.cycle for line in queries.cycles_for(request.actor)]
    part = max((found.part for found in queries.parts_of(row.cycle)), default=0) + 1
    form = CopyForm(request.POST or None, cycles=cycles, initial={"cycle": row.cycle_id, "part": part})
    if request.method == "POST" and form.is_valid():
        values = form.cleaned_data
        made = commands.copy_seminar(
            actor=request.actor,
            source=row,
            cycle=form.chosen,
            part=values["part"],
            days=days_between(row.since, values["first"]),
            at=request.now,
        )
        return back(request, reverse("seminars:seminar", args=[made.key]), _prepared())
    way_back = reverse("seminars:seminar", args=[key])
    title, button = _("Prepare a seminar after this one"), _("Prepare it")
    return ask_again(
        request, form, title=title, button=button, way_back=way_back, above=seminar_title(row), note=_what_comes()
    )


def _prepared() -> Any:
    return _("Prepared. Now say who hosts it and where.")


def _what_comes() -> str:
    return _(
        "Title, languages, number of places, checklist and budget come along; host, place, persons and what was covered"
        " or spent do not. It takes the latest state of both texts."
    )


@require_http_methods(["GET", "POST"])
def of_cycle(request: ActorRequest, key: str) -> HttpResponse:
    """The same for every part of a cycle."""
    line = cycle_or_404(request, key)
    ask(rules.may_keep_seminars(request.actor))
    row = line.cycle
    dated = [part.since for part in line.parts if rules.is_copied(part)]
    must(bool(dated))
    form = CycleCopyForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        values = form.cleaned_data
        outline = Outline(values["number"], form.said("title"), row.text, row.structure)
        days = days_between(min(dated), values["first"])
        made = commands.copy_cycle(actor=request.actor, source=row, outline=outline, days=days, at=request.now)
        return back(request, reverse("seminars:cycle", args=[made.key]), _prepared())
    way_back = reverse("seminars:cycle", args=[key])
    title, button = _("Prepare a cycle after this one"), _("Prepare it")
    return ask_again(
        request, form, title=title, button=button, way_back=way_back, above=cycle_title(row), note=_what_comes()
    )
