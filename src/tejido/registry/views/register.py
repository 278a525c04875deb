"""The register as pages, and the choice of a seat."""

from django.conf import settings
from django.contrib.auth import login
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from tejido.ledger.refusals import Refusal, Refused
from tejido.ledger.requests import ActorRequest
from tejido.people.commands import choose_seat
from tejido.people.names import No

from .. import queries, rules
from ..names import Stand
from .days import shown_day


@require_GET
def members(request: ActorRequest) -> HttpResponse:
    """Members with their dated and sourced status on a day. Public."""
    shown = shown_day(request)
    lines = [(line, line.stand_on(shown.on.day), line.on(shown.on.day)) for line in queries.members()]
    page = {
        "lines": lines,
        "shown": shown,
        "of_record": sum(stand == Stand.OF_RECORD for _, stand, _ in lines),
        "may_keep": rules.may_keep_network(request.actor) is None,
    }
    return render(request, "registry/members.html", page)


@require_POST
def seat(request: ActorRequest) -> HttpResponse:
    """From now on the person acts from this seat. Only from one that they hold."""
    wanted = request.POST.get("seat", "")
    if wanted not in {mandate.seat_id for mandate in request.mandates}:
        raise Refused(Refusal(No.NOT_YOUR_SEAT))
    choose_seat(account=request.user, seat=wanted)
    return redirect("desk:home")


@require_POST
def trial(request: ActorRequest, key: str) -> HttpResponse:
    """One click into a demonstration seat. In any other network this address does not exist."""
    account = queries.demonstration_account(key, request.now)
    if account is None:
        raise Http404
    login(request, account, backend=settings.AUTHENTICATION_BACKENDS[0])
    choose_seat(account=account, seat=key)
    return redirect("desk:home")
