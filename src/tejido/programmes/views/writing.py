"""Entering and changing an initiative in steps, how it stands, and striking it out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from tejido.ledger.refusals import ask
from tejido.ledger.requests import ActorRequest
from tejido.registry.names import Role
from tejido.registry.rules import may_keep_network
from tejido.registry.views.finding import is_done, member_or_404
from tejido.web.answers import back, explain
from tejido.web.languages import in_my_language

from .. import commands, queries, rules
from ..forms import STEPS, Offered, ReportForm, StatusForm, StrikeForm, WhatStep
from ..lines import fold
from ..names import Field, No, Use
from .loading import initiative_or_404, institution_choices, page_of

if TYPE_CHECKING:  # views name the types of rows and never touch tables
    from ..models import Initiative


@require_http_methods(["GET", "POST"])
def new(request: ActorRequest, code: str) -> HttpResponse:
    """The first step of a new initiative: the member states it, or the secretariat takes it from a source."""
    member, actor = member_or_404(code), request.actor
    is_own = rules.is_own(actor, code)
    ask(rules.may_write(actor, code, [actor.institution]) if is_own else may_keep_network(actor))
    kind = WhatStep if is_own else ReportForm
    form = kind(request.POST or None, offered=_offered(request, code, {}), values={})
    if request.method == "POST" and form.is_valid():
        values: dict[str, Any] = dict(form.given)
        if actor.role == Role.REPRESENTATIVE:
            values[Field.INSTITUTION] = actor.institution
        told = {"code": form.cleaned_data["code"]} if is_own else form.reported  # type: ignore[attr-defined]  # as asked
        made: list[Initiative] = []
        enter = lambda **given: made.append(commands.enter_initiative(**given))  # noqa: E731
        if is_done(form, enter, actor=actor, member=member, values=values, at=request.now, **told):
            return back(request, reverse("programmes:step", args=[made[0].key, "where"]), _done(is_own))
    page = {
        "form": form,
        "member": member,
        "is_own": is_own,
        "steps": _steps("what", None),
        "title": _("A new initiative"),
        "has_next": True,
    }
    return render(request, "programmes/step.html", page, status=422 if form.errors else 200)


def _done(is_own: bool) -> str:
    if is_own:
        return _(
            "Kept. Only the seats of your member read it until you release it. Go on with the next step, now or later."
        )
    return _("Entered, with its source. Everybody can read it.")


@require_http_methods(["GET", "POST"])
def step(request: ActorRequest, key: str, step: str) -> HttpResponse:
    """One step of an initiative that is there already. Each is saved by itself."""
    if step not in STEPS:
        raise Http404
    row = initiative_or_404(request, key)
    values = queries.values_of(row)
    ask(rules.may_change(request.actor, row, [(values.get(Field.INSTITUTION) or {}).get("key", "")]))
    label, kind = STEPS[step]
    shown = {**values, "code": row.code}
    form = kind(
        request.POST or None, offered=_offered(request, row.member.code, values), values=shown, seen=row.revision
    )
    if request.method == "POST" and form.is_valid() and _is_saved(request, row, form, step):
        return _onward(request, key, step)
    page = {
        "form": form,
        "member": row.member,
        "initiative": row,
        "is_own": not row.is_from_source,
        "steps": _steps(step, row),
        "title": in_my_language(values.get(Field.TITLE, {})),
        "step_label": label,
        "has_next": step != list(STEPS)[-1],
    }
    return render(request, "programmes/step.html", page, status=422 if form.errors else 200)


def _is_saved(request: ActorRequest, row: Initiative, form: Any, step: str) -> bool:
    """Nothing different is no fault here: who only reads a step goes on."""
    told = {"code": form.cleaned_data["code"]} if step == "what" and not row.is_from_source else {}
    given = {"values": form.given, "seen": form.cleaned_data["seen"] or 0, "at": request.now, **told}
    is_saved = is_done(form, commands.change_initiative, actor=request.actor, initiative=row, **given)
    return is_saved or form.non_field_errors() == [No.NOTHING_CHANGES.label]


def _onward(request: ActorRequest, key: str, step: str) -> HttpResponse:
    names = list(STEPS)
    if "onward" in request.POST and step != names[-1]:
        return redirect("programmes:step", key, names[names.index(step) + 1])
    return back(request, page_of(key), _("Saved. What others were shown stays as it was until it is released anew."))


def _steps(here: str, row: Initiative | None) -> list[tuple[Any, str, bool]]:
    """Each step with its address, empty as long as there is nothing to change, and whether it is open."""
    return [
        (label, reverse("programmes:step", args=[row.key, name]) if row else "", name == here)
        for name, (label, _form) in STEPS.items()
    ]


def _offered(request: ActorRequest, code: str, values: dict[str, Any]) -> Offered:
    """What the steps let choose from, in the reader's language."""
    kept = {values.get(Field.TYPE, ""), *values.get(Field.GROUPS, ())}
    areas = [(area.key, in_my_language(area.name)) for area in queries.open_areas(code)]
    named = values.get(Field.AREA)
    if named and named["key"] not in dict(areas):
        areas.append((named["key"], in_my_language(named["name"])))
    return Offered(
        types=_terms(Use.TYPE, kept),
        groups=_terms(Use.GROUP, kept),
        areas=areas,
        institutions=institution_choices(code),
        sections=_sections(request, values.get(Field.PASSAGES, ())),
    )


def _terms(use: Use, kept: set[str]) -> list[tuple[str, str]]:
    found = [(key, in_my_language(names)) for key, names in queries.terms_to_choose(use, kept=kept)]
    return sorted(found, key=lambda one: fold(one[1]))


def _sections(request: ActorRequest, named: Sequence[dict[str, str]]) -> list[tuple[str, Any]]:
    """The sections of each text, under its title."""
    kept = {f"{one['text']}/{one['passage']}" for one in named}
    groups: dict[str, list[tuple[str, str]]] = {}
    for section in queries.sections_to_choose(request.actor, kept):
        words = f"{section.address} {in_my_language(section.title)}"
        groups.setdefault(in_my_language(section.text), []).append((section.link, words))
    return list(groups.items())


@require_http_methods(["GET", "POST"])
def statuses(request: ActorRequest, key: str) -> HttpResponse:
    """How it stands from a day on."""
    row = initiative_or_404(request, key)
    values = queries.values_of(row)
    ask(rules.may_change(request.actor, row, [(values.get(Field.INSTITUTION) or {}).get("key", "")]))
    form = StatusForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        told = {name: form.cleaned_data[name] for name in ("state", "since", "source")}
        given = {**told, "reason": form.said("reason"), "at": request.now}
        if is_done(form, commands.change_status, actor=request.actor, initiative=row, **given):
            return back(request, page_of(key), _("Entered. The statuses before stay in the history."))
    page = {
        "form": form,
        "initiative": row,
        "member": row.member,
        "title": values.get(Field.TITLE, {}),
        "history": values.get(Field.STATUS, []),
    }
    return render(request, "programmes/status.html", page, status=422 if form.errors else 200)


@require_POST
def strikings(request: ActorRequest, key: str) -> HttpResponse:
    """It was entered wrongly."""
    row = initiative_or_404(request, key)
    form = StrikeForm(request.POST)
    if not form.is_valid():
        explain(request, form)
        return back(request, page_of(key))
    commands.strike_initiative(actor=request.actor, initiative=row, reason=form.cleaned_data["reason"], at=request.now)
    here = reverse("programmes:member", args=[row.member.code])
    return back(request, here, _("Struck out. It no longer counts, and is kept with the reason."))
