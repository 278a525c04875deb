"""What participants and members are told: previewed, released, read, withdrawn."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from tejido.engine.proof import canonical_digest
from tejido.ledger.requests import ActorRequest
from tejido.nominations.views.taking_part import participant_or_404
from tejido.web.answers import back, explain, or_404
from tejido.web.components import Download
from tejido.web.downloads import paper_file, unkept

from .. import commands
from ..forms import ReasonForm, TellForm
from ..papers import account_paper
from ..queries.accounts import account_data, accounts_of, public_parts, told_to
from ..queries.traces import traces_of
from ..words import AccountShown, account_shown
from .loading import for_keeper, frame, load

if TYPE_CHECKING:  # views name the types of rows and never touch tables
    from collections.abc import Mapping

    from ..queries.accounts import Told


def _read(request: ActorRequest, key: str) -> Told:
    """What was told, for a seat, or for everybody where it was shown to everybody."""
    with or_404():
        return told_to(request.actor, key, participates=False)


def _shown(data: Mapping[str, Any], language: str, *, in_public: bool) -> AccountShown:
    return account_shown(data, language, public=public_parts(data) if in_public else None)


def _page(request: ActorRequest, told: Told, *, in_public: bool) -> dict[str, Any]:
    seminar = told.seminar
    files = [("pdf", "PDF"), ("docx", "Word")]
    at = [Download(label, reverse("lessons:told_file", args=[seminar.key, ending])) for ending, label in files]
    return {
        "account": told.account,
        "seminar": seminar,
        "shown": _shown(told.data, request.LANGUAGE_CODE, in_public=in_public),
        "files": at,
    }


@require_GET
def told(request: ActorRequest, key: str) -> HttpResponse:
    """You said, we changed: as it was released. For a seat where nothing was released yet, a page that says so."""
    if request.actor.is_public:
        found = _read(request, key)
        return render(request, "lessons/told_public.html", _page(request, found, in_public=True))
    context = load(request, key)
    page = {**frame(request, context), "accounts": accounts_of(context) if context.keeps else []}
    try:
        found = _read(request, key)
    except Http404:
        return render(request, "lessons/told.html", page)
    page |= _page(request, found, in_public=False)
    page["reason_form"] = ReasonForm() if context.keeps else None
    return render(request, "lessons/told.html", page)


@require_GET
def told_file(request: ActorRequest, key: str, ending: str) -> HttpResponse:
    """The same as PDF or Word."""
    found = _read(request, key)
    shown = _shown(found.data, request.LANGUAGE_CODE, in_public=request.actor.is_public)
    paper = account_paper(shown, request.LANGUAGE_CODE, found.account.at)
    notice = _("Demonstration: all of it is invented") if found.data["is_demonstration"] else ""
    return paper_file(request, paper, f"changes-{key}.{ending}", reverse("lessons:told", args=[key]), notice=notice)


@require_GET
def told_to_me(request: ActorRequest) -> HttpResponse:
    """The same for a participant, in the browser that was let in by the link."""
    seminar = participant_or_404(request).call.seminar
    try:
        found = told_to(request.actor, seminar.key, participates=True)
    except ObjectDoesNotExist:
        return unkept(render(request, "lessons/told_public.html", {"seminar": seminar, "is_participant": True}))
    page = {**_page(request, found, in_public=False), "is_participant": True, "files": []}
    return unkept(render(request, "lessons/told_public.html", page))


@require_GET
def preview(request: ActorRequest, key: str) -> HttpResponse:
    """What would be told now, to whoever prepares it; the act that tells exactly this."""
    context = for_keeper(request, key)
    data = account_data(context, traces_of(context))
    is_ready = any(matter["outcome"] for matter in data["matters"])
    page = {
        **frame(request, context),
        "shown": _shown(data, request.LANGUAGE_CODE, in_public=False),
        "in_public": _shown(data, request.LANGUAGE_CODE, in_public=True),
        "form": TellForm(initial={"seen": canonical_digest(data)}) if is_ready else None,
    }
    return render(request, "lessons/preview.html", page)


@require_POST
def releases(request: ActorRequest, key: str) -> HttpResponse:
    context = for_keeper(request, key)
    form = TellForm(request.POST)
    if not form.is_valid():
        explain(request, form)
        return redirect("lessons:preview", key)
    values = form.cleaned_data
    commands.release_account(
        actor=request.actor, seminar=context.seminar, seen=values["seen"], is_public=values["is_public"],
        at=request.now,
    )  # fmt: skip  # one act, read as one
    return back(
        request, reverse("lessons:told", args=[key]), _("Released. Participants and members are being written to.")
    )


@require_POST
def withdrawals(request: ActorRequest, key: str) -> HttpResponse:
    context = for_keeper(request, key)
    form = ReasonForm(request.POST)
    if not form.is_valid():
        explain(request, form)
        return redirect("lessons:told", key)
    commands.withdraw_account(
        actor=request.actor, seminar=context.seminar, reason=form.cleaned_data["reason"], at=request.now
    )
    return back(request, reverse("lessons:told", args=[key]), _("Withdrawn. Nobody reads it here any more."))
