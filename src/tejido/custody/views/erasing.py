"""Who served here once, and erasing them."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from tejido.ledger.requests import ActorRequest
from tejido.web.answers import or_404

from .. import commands, queries, rules
from ..names import Place


@require_GET
def persons(request: ActorRequest) -> HttpResponse:
    """Who served in the house and serves nowhere any more, and requests that wait."""
    pending = queries.pending_for(request.actor, request.now)
    if not pending and not rules.keeps(request.actor, request.actor.member):
        raise Http404
    page = {"formers": queries.formers(request.actor, request.now), "pending": pending}
    return render(request, "custody/persons.html", page)


@require_http_methods(["GET", "POST"])
def person(request: ActorRequest, key: str) -> HttpResponse:
    """One of them: asking that they be erased."""
    with or_404():
        account = queries.person_for(request.actor, key)
    if request.method == "POST":
        row = commands.ask_erasing(actor=request.actor, account=account, at=request.now)
        messages.success(request, _("Asked. Nothing is erased until a second person agrees."))
        return redirect("custody:erasing", row.key)
    former = next((each for each in queries.formers(request.actor, request.now) if each.account == key), None)
    return render(request, "custody/person.html", {"former": former, "key": key, "places": Place})


@require_GET
def erasing(request: ActorRequest, key: str) -> HttpResponse:
    """A request, with what goes and what stays."""
    found = _load(request, key)
    return render(request, "custody/erasing.html", {"pending": found, "places": Place})


@require_POST
def agreements(request: ActorRequest, key: str) -> HttpResponse:
    commands.agree_to_erasing(actor=request.actor, erasing=_load(request, key).row, at=request.now)
    messages.success(request, _("Erased. What was bound by a proof stays, without the name wherever that is possible."))
    return redirect("custody:persons" if rules.keeps(request.actor, request.actor.member) else "desk:home")


@require_POST
def withdrawals(request: ActorRequest, key: str) -> HttpResponse:
    commands.withdraw_erasing(actor=request.actor, erasing=_load(request, key).row, at=request.now)
    messages.success(request, _("The request was withdrawn."))
    return redirect("custody:persons")


def _load(request: ActorRequest, key: str) -> queries.Pending:
    with or_404():
        return queries.erasing_for(request.actor, key, request.now)
