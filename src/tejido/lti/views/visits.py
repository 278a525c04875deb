"""What somebody who was let in reads: the text as it is in force, part by part."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from django.core.exceptions import ObjectDoesNotExist
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import translation
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_GET, require_POST

from tejido.ledger.requests import ActorRequest

from .. import commands, guests, queries
from ..forms import PassingForm
from ..names import Fault, Kind
from ..pages import parts_of, text_of, title_of
from ..words import passed_words, result_words, state_words, text_language, whose
from .choosing import choosing
from .loading import interface, place_or_turn, sent_from_visit, shown, visit_or_turn
from .turning import TurnedAway, turning

if TYPE_CHECKING:  # views name the types of rows and never touch tables
    from ..models import Launch
    from ..pages import Part
    from ..queries import Place


@require_GET
@turning
def visit(request: ActorRequest, key: str) -> HttpResponse:
    """The first page of a visit, or another part of what it shows."""
    launch = visit_or_turn(request, key)
    if launch.kind == Kind.CHOOSING:
        return choosing(request, launch)
    place = place_or_turn(launch)
    with translation.override(interface(request, launch)):
        page = _page(request, launch, place)
    return shown(request, launch, "lti/visit.html", page)


def _page(request: ActorRequest, launch: Launch, place: Place) -> dict[str, Any]:
    language = text_language(place.current, interface(request, launch))
    parts = parts_of(place, language)
    number = _number(request, launch, parts)
    part, passed = parts[number - 1], queries.passed_by(launch, place.units)
    return {
        "title": title_of(place, language),
        "place": place,
        "whose": whose(place.current),
        "state": state_words(place.current),
        "language": language,
        "parts": [(each, each.unit in passed) for each in parts],
        "part": part,
        "before": parts[number - 2] if number > 1 else None,
        "after": parts[number] if number < len(parts) else None,
        "blocks": text_of(place, part, language),
        "done": passed_words(passed[part.unit], place.current) if part.unit in passed else "",
        "may_pass": launch.is_learner and bool(launch.person) and bool(part.unit),
        "is_whole": len(passed) == len(place.units),
        "result": result_words(queries.score_of(launch), has_column=bool(launch.line)) if launch.is_learner else "",
    }


def _number(request: ActorRequest, launch: Launch, parts: list[Part]) -> int:
    sent = request.GET.get("part", "1")
    number = int(sent) if sent.isascii() and sent.isdigit() and len(sent) < 5 else 0
    if not 1 <= number <= len(parts):
        raise TurnedAway(Fault.NOT_SHOWN, launch.platform)
    return number


@csrf_exempt  # browsers send no cookie of forms inside pages of other sites; the form has a token of the visit
@require_POST
@turning
def passings(request: ActorRequest, key: str) -> HttpResponse:
    """A learner says that a part is worked through."""
    launch = visit_or_turn(request, key)
    sent_from_visit(request, launch)
    place, form = place_or_turn(launch), PassingForm(request.POST)
    parts = parts_of(place, place.current.text.negotiated_language)
    numbers = {part.unit: part.number for part in parts if part.unit}
    may = form.is_valid() and form.cleaned_data["unit"] in numbers and launch.is_learner and launch.person
    if not may:
        raise TurnedAway(Fault.NOT_FROM_HERE, launch.platform)
    unit = form.cleaned_data["unit"]
    commands.work_through(launch=launch, place=place, unit=unit, at=request.now)
    query = urlencode({"part": numbers[unit]})
    response = redirect(f"{reverse('lti:visit', args=[launch.key])}?{query}#done")
    return guests.framed(response, queries.origins_of(launch.platform))


@require_GET
@turning
def picture(request: ActorRequest, key: str, digest: str) -> HttpResponse:
    """An image of what the activity shows."""
    launch = visit_or_turn(request, key)
    place = place_or_turn(launch)
    try:
        found = queries.picture_of(place.current, digest)
    except ObjectDoesNotExist as problem:
        raise TurnedAway(Fault.NOT_SHOWN, launch.platform) from problem
    response = HttpResponse(bytes(found.data), content_type=found.media_type)
    response["Cache-Control"] = "private, max-age=3600"
    return response
