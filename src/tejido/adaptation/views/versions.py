"""A version: how it departs and why, who approved it, to whom it is shown."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from tejido.ledger.requests import ActorRequest
from tejido.registry.queries import capacity, seat_names
from tejido.web.answers import back, explain
from tejido.web.languages import base

from .. import commands, queries
from ..forms import DepartureForm, SeenForm, ShowForm, SignedForm
from ..lines import judged_on
from ..pages import (
    Depicted,
    approval_lines,
    approver_words,
    depicted,
    section_title,
    sections_of,
    sentence_of,
)
from ..redline import DepartedLine, departed_lines, places_of, seats_in
from ..rules import approves, keeps, may_work
from ..tabs import version_tabs
from .loading import START, language_in, own_or_404, section_id, version_or_404

if TYPE_CHECKING:  # views name the types of rows and never touch tables
    from tejido.registry.rules import Capacity

    from ..queries import Version


@require_GET
def home(request: ActorRequest) -> HttpResponse:
    """The versions of the actor's spaces, and where to lay versions side by side; for the public, the latter alone."""
    page = {
        "own": queries.own_versions(request.actor),
        "common": queries.common_texts(request.actor),
        "may_derive": bool(queries.spaces_of(request.actor)),
    }
    return render(request, "adaptation/home.html", page)


@require_GET
def version(request: ActorRequest, key: str) -> HttpResponse:
    """Section by section what departs, what lacks a reason, and what is offered."""
    found = version_or_404(request, key)
    shown = depicted(found)
    language = language_in(request, found.revision.languages, found.text.negotiated_language)
    upstream = queries.upstream_of(found.derivation, found.uptake) if found.is_own else None
    page = {
        **_frame(request, found, language),
        "sections": sections_of(shown, language),
        "sentence": sentence_of(shown, upstream),
        "upstream": upstream,
        **(_own(request, found, shown, language) if found.is_own else {}),
    }
    return render(request, "adaptation/version.html", page)


def _frame(request: ActorRequest, found: Version, language: str) -> dict[str, Any]:
    return {
        "version": found,
        "derivation": found.derivation,
        "text": found.text,
        "language": language,
        "tabs": version_tabs(found, request.path),
    }


def _own(request: ActorRequest, found: Version, shown: Depicted, language: str) -> dict[str, Any]:
    """What only the version's own seats see, and what they may do."""
    doer = capacity(request.actor, found.text.body)
    return {
        "may_work": may_work(doer) is None,
        **_approving(request, doer, shown, language),
        "may_show": keeps(request.actor, doer) is None,
        "uptakes": queries.uptakes_of(found.derivation),
        "show_form": ShowForm(
            is_of_institution=found.text.body.institution_id is not None,
            initial={"seen": queries.showing_digest(found)},
        ),
        "signed_form": None if found.derivation.source_id else SignedForm(),
        "schools": queries.shown_versions(request.actor, [found.text]),
    }


def _approving(request: ActorRequest, doer: Capacity, shown: Depicted, language: str) -> dict[str, Any]:
    """What waits for approval: what this seat may answer for, and whom it asks for what it gave the reasons of."""
    rows = shown.reasons.waiting
    mine = queries.to_approve(request.actor, rows)
    is_alone = mine.own and approves(doer) is None
    others = queries.other_approvers(request.actor, doer.body, request.now) if is_alone else []
    return {
        "may_approve": approves(doer) is None,
        "waiting": len(rows),
        "approvable": approval_lines(shown, mine.rows, language),
        "own_reasons": len(mine.own),
        "approver_words": approver_words(others),
        "seen": queries.waiting_digest(mine.rows),
    }


@require_GET
def section(request: ActorRequest, key: str, section: str) -> HttpResponse:
    """One section: every passage that departs, word by word, with its reason or the form to give one."""
    found = version_or_404(request, key)
    shown, id = depicted(found), section_id(section)
    if id not in shown.reading.account.sizes:
        raise Http404
    language = language_in(request, found.revision.languages, found.text.negotiated_language)
    page = {
        **_frame(request, found, language),
        "section": section,
        "title": section_title(shown, id, language),
        "lines": _lines(shown, id, language),
        "judged": judged_on(shown.reading.account.by_section.get(id, ())),
        "may_work": found.is_own and may_work(capacity(request.actor, found.text.body)) is None,
        "form": DepartureForm(initial={"language": base(language)}),
    }
    return render(request, "adaptation/section.html", page)


def _lines(shown: Depicted, section: str, language: str) -> Sequence[DepartedLine]:
    several = queries.departed_in(shown.reading.account, section, shown.core, shown.reasons)
    seats = seat_names(seats_in(several))
    return departed_lines(several, language, seats, places_of(shown.reading.base, shown.reading.document))


@require_POST
def departures(request: ActorRequest, key: str) -> HttpResponse:
    """A reason for a passage or a section."""
    found = own_or_404(request, key)
    form = DepartureForm(request.POST)
    if not form.is_valid():
        explain(request, form)
        return redirect("adaptation:version", key)
    values = form.cleaned_data
    commands.declare(actor=request.actor, derivation=found.derivation, at=request.now, **values)
    place = request.POST.get("section", "")
    place = place if place.isalnum() else START
    return back(request, reverse("adaptation:section", args=[key, place]), _("The reason is kept."))


@require_POST
def approvals(request: ActorRequest, key: str) -> HttpResponse:
    found = own_or_404(request, key)
    form = SeenForm(request.POST)
    seen = form.cleaned_data["seen"] if form.is_valid() else ""
    commands.approve(actor=request.actor, derivation=found.derivation, seen=seen, at=request.now)
    return back(request, reverse("adaptation:version", args=[key]), _("Approved."))


@require_POST
def releases(request: ActorRequest, key: str) -> HttpResponse:
    """To whom the version is shown from now on, exactly as it stands."""
    found = own_or_404(request, key)
    form = ShowForm(request.POST, is_of_institution=found.text.body.institution_id is not None)
    if not form.is_valid():
        explain(request, form)
        return redirect("adaptation:version", key)
    commands.show(actor=request.actor, derivation=found.derivation, at=request.now, **form.cleaned_data)
    said = _("Shown. These readers see this version as it stands now, and nothing that is written later.")
    return back(request, reverse("adaptation:version", args=[key]), said)


@require_POST
def withdrawals(request: ActorRequest, key: str) -> HttpResponse:
    found = own_or_404(request, key)
    commands.hide(actor=request.actor, derivation=found.derivation, at=request.now)
    return back(request, reverse("adaptation:version", args=[key]), _("Nobody outside sees this version any more."))
