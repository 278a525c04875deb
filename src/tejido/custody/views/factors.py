"""Taking off the second factor of whoever holds a seat."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from tejido.ledger.refusals import Refusal, Refused
from tejido.ledger.requests import ActorRequest, seat_or_404
from tejido.web.answers import or_404
from tejido.web.downloads import unkept

from .. import commands, queries
from ..names import WAIT, No


@require_http_methods(["GET", "POST"])
def factor(request: ActorRequest, key: str) -> HttpResponse:
    """Asking for it, at the seat: only for those who may."""
    with or_404():
        holder = queries.holder_for(request.actor, key, request.now)
    if request.method == "POST":
        commands.ask_reset(actor=request.actor, seat=holder.seat, at=request.now)
        messages.success(request, _("Asked. The person and a second person have been written to."))
        return redirect("custody:factor", key)
    return render(request, "custody/factor.html", {"holder": holder, "hours": _hours()})


@require_GET
def reset(request: ActorRequest, key: str) -> HttpResponse:
    """A request, for whoever may agree to it or stop it."""
    return render(request, "custody/reset.html", {"found": _load(request, key), "hours": _hours()})


@require_POST
def reset_agreements(request: ActorRequest, key: str) -> HttpResponse:
    """The answer shows the code, this once: nobody keeps it, and no letter carries it."""
    found = _load(request, key)
    code = commands.agree_to_reset(actor=request.actor, reset=found.row, at=request.now)
    return unkept(render(request, "custody/code.html", {"code": code, "found": found, "hours": _hours()}))


@require_POST
def reset_stops(request: ActorRequest, key: str) -> HttpResponse:
    commands.stop_reset(actor=request.actor, reset=_load(request, key).row, at=request.now)
    messages.success(request, _("Stopped. The second factor stays."))
    return redirect("desk:home")


@require_http_methods(["GET", "POST"])
def stopping(request: ActorRequest, token: str) -> HttpResponse:
    """The person stops it by the link of their letter, without signing in. A program that only looks stops nothing."""
    if request.method == "POST":
        commands.stop_by_link(token=token, at=request.now)
        messages.success(request, _("Stopped. Your second factor stays."))
        return redirect("desk:home")
    if queries.stopped_by(token, request.now) is None:
        raise Refused(Refusal(No.RESET_SETTLED))
    return render(request, "custody/stopping.html")


def _load(request: ActorRequest, key: str) -> queries.Reset:
    seat_or_404(request)
    with or_404():
        return queries.reset_for(request.actor, key, request.now)


def _hours() -> int:
    return int(WAIT.total_seconds()) // 3600
