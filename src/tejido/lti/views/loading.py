"""What the pages of a visit start with."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.core.exceptions import ObjectDoesNotExist
from django.http import HttpResponse

from tejido.ledger.requests import ActorRequest

from .. import commands, guests, queries
from ..lines import read_target
from ..names import Fault
from ..proof import form_token, is_form_token
from ..words import language_of
from .turning import TurnedAway, in_language

if TYPE_CHECKING:  # views name the types of rows and never touch tables
    from collections.abc import Sequence

    from ..models import Launch
    from ..queries import Place


def visit_or_turn(request: ActorRequest, key: str) -> Launch:
    """The visit, for the browser in which it was begun, while it lasts and its system is switched on."""
    try:
        launch = queries.launch_of(key)
    except ObjectDoesNotExist as problem:
        raise TurnedAway(Fault.VISIT_OVER) from problem
    if not queries.is_of_browser(launch, guests.cookie_of(request)):
        raise TurnedAway(Fault.VISIT_OVER)
    if launch.until <= request.now:
        raise TurnedAway(Fault.VISIT_OVER, launch.platform)
    if not launch.platform.is_on:
        raise TurnedAway(Fault.SWITCHED_OFF, launch.platform)
    return launch


def sent_from_visit(request: ActorRequest, launch: Launch) -> None:
    """A form that changes something was sent from a page of this visit."""
    if not is_form_token(request.POST.get("token", ""), launch.key, guests.cookie_of(request)):
        raise TurnedAway(Fault.NOT_FROM_HERE, launch.platform)


def place_or_turn(launch: Launch) -> Place:
    """What the activity shows, where it is offered to the school."""
    target = read_target(launch.target)
    if target is None:
        raise TurnedAway(Fault.NOTHING_CHOSEN, launch.platform)
    try:
        return queries.place_of(launch.platform.body, target)
    except ObjectDoesNotExist as problem:
        raise TurnedAway(Fault.NOT_SHOWN, launch.platform, launch.target) from problem


def interface(request: ActorRequest, launch: Launch) -> str:
    """The language of the school's system; of the browser where it says none of ours."""
    return language_of(launch.locale, language_of(request.LANGUAGE_CODE, "es"))


def shown(
    request: ActorRequest, launch: Launch, template: str, page: dict[str, Any], forms_to: Sequence[str] = ()
) -> HttpResponse:
    """A page of the visit: with the way back where the system gave one, and nothing of who may be signed in here."""
    origins = queries.origins_of(launch.platform)
    page |= {
        "launch": launch,
        "platform": launch.platform,
        "token": form_token(launch.key, guests.cookie_of(request)),
        "returns": commands.way_back(launch, origins),
    }
    response = in_language(request, interface(request, launch), template, page)
    return guests.framed(response, origins, forms_to)
