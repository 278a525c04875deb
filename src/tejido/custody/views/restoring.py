"""What a restored node is missing."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from tejido.ledger.requests import ActorRequest

from .. import commands, queries, rules


@require_GET
def restoration(request: ActorRequest) -> HttpResponse:
    """What a restored node is missing, for the seats that confirm it."""
    if not rules.may_see_restoration(request.actor):
        raise Http404
    return render(request, "custody/restoration.html", {"waiting": queries.waiting_for(request.actor)})


@require_POST
def confirmations(request: ActorRequest) -> HttpResponse:
    if not rules.may_see_restoration(request.actor):
        raise Http404
    if commands.confirm_restoration(actor=request.actor, at=request.now):
        messages.success(request, _("Confirmed by two persons. The node is written to again."))
    else:
        messages.success(request, _("Confirmed. A second person has to do it as well."))
    return redirect("custody:restoration")
