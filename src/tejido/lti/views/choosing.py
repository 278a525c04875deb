"""Choosing what a course of the school's system shows, and sending it back there (LTI Deep Linking)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.core.exceptions import ObjectDoesNotExist
from django.http import HttpResponse
from django.utils import translation
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from tejido.formats import lti
from tejido.ledger.requests import ActorRequest
from tejido.web.addresses import whole

from .. import commands, queries
from ..forms import ChoosingForm
from ..names import Fault, Kind
from ..pages import Shelf, course_shelf, item_of, text_shelf
from ..words import text_language
from .loading import interface, sent_from_visit, shown, visit_or_turn
from .turning import TurnedAway, turning

if TYPE_CHECKING:  # views name the types of rows and never touch tables
    from ..models import Launch

_ICON = "/static/tejido/icon.svg"


def choosing(request: ActorRequest, launch: Launch) -> HttpResponse:
    """What the school can show: texts and courses, whole or one section or session of them."""
    kept = commands.kept_of(launch)
    with translation.override(interface(request, launch)):
        page = {"shelves": _shelves(request, launch), "several": kept["several"], "lines": kept["lines"]}
    return shown(request, launch, "lti/choosing.html", page)


def _shelves(request: ActorRequest, launch: Launch) -> list[Shelf]:
    language = interface(request, launch)
    texts = queries.offered(launch.platform.body)
    documents = queries.documents(texts)
    courses = [course_shelf(taught) for taught in queries.courses_offered(texts)]
    return [*courses, *(text_shelf(found, documents[found.digest], language) for found in texts)]


@csrf_exempt  # browsers send no cookie of forms inside pages of other sites; the form has a token of the visit
@require_POST
@turning
def choices(request: ActorRequest, key: str) -> HttpResponse:
    """What was chosen, signed, on a page with one button that sends it to the course. Nothing chosen is sent as well:
    it leads back."""
    launch = visit_or_turn(request, key)
    sent_from_visit(request, launch)
    form = ChoosingForm(request.POST)
    if launch.kind != Kind.CHOOSING or not form.is_valid():
        raise TurnedAway(Fault.NOT_FROM_HERE, launch.platform)
    kept = commands.kept_of(launch)
    items = _items(request, launch, form, has_lines=bool(kept["lines"]))
    items = items if kept["several"] else items[:1]
    data = [lti.item_data(item, whole(_ICON)) for item in items]
    signed = commands.signed_choice(launch=launch, items=data, at=request.now)
    if not signed:
        raise TurnedAway(Fault.NO_TOOL_KEY, launch.platform)
    page = {"items": items, "address": kept["choice"], "signed": signed}
    return shown(request, launch, "lti/chosen.html", page, forms_to=[lti.origin(kept["choice"])])


def _items(request: ActorRequest, launch: Launch, form: ChoosingForm, *, has_lines: bool) -> list[lti.Item]:
    """Those that are offered to the school."""
    language, found = interface(request, launch), []
    has_column = has_lines and form.cleaned_data["has_column"]
    with translation.override(language):
        for target in form.targets:
            try:
                place = queries.place_of(launch.platform.body, target)
            except ObjectDoesNotExist:
                continue  # withdrawn while the page was open
            words = text_language(place.current, language)
            found.append(item_of(launch.platform, place, words, has_column=has_column))
    return found
