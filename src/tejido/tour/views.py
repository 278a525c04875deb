"""The tour of a seat, and the page that brings it back."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from tejido.ledger.requests import ActorRequest, seat_or_404

from . import commands
from .pages import places_of, tour_for
from .queries import address_of


@require_GET
def help_page(request: ActorRequest) -> HttpResponse:
    """What the house explains of itself."""
    seat_or_404(request)
    return render(request, "tour/help.html", {"tour": tour_for(request.actor)})


@require_POST
def steps(request: ActorRequest) -> HttpResponse:
    """Ticks a step and leads to its page."""
    seat_or_404(request)
    actor = request.actor
    place = commands.take_step(actor=actor, places=places_of(actor), place=request.POST.get("step", ""))
    if tour_for(actor).is_complete:
        _say_farewell(request)
    return redirect(address_of(place, actor, request.now))


@require_POST
def farewells(request: ActorRequest) -> HttpResponse:
    seat_or_404(request)
    commands.put_away(actor=request.actor, at=request.now)
    _say_farewell(request)
    return redirect("desk:home")


def _say_farewell(request: ActorRequest) -> None:
    messages.success(request, _("The tour is put away. The page “Help” brings it back."))


@require_POST
def returns(request: ActorRequest) -> HttpResponse:
    seat_or_404(request)
    commands.bring_back(actor=request.actor)
    return redirect("desk:home")
