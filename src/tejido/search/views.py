"""The page of search; its list alone for those whose browser asks for it while they type."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from tejido.ledger.requests import ActorRequest
from tejido.web.languages import in_my_language

from .forms import asked_in
from .names import Kind, Version
from .queries import PAGE, choices, find


@require_GET
def search(request: ActorRequest) -> HttpResponse:
    """What was found, for whoever may read it. The question stands in the address, so that it can be kept."""
    offered = choices(request.actor)
    asked = asked_in(request.GET, offered, request.LANGUAGE_CODE)
    found = find(request.actor, asked)
    page = {
        "asked": asked,
        "found": found,
        "numbers": range(1, found.pages + 1),
        "start": (found.page - 1) * PAGE + 1,
        "languages": offered.languages,
        "members": sorted(offered.members, key=lambda member: in_my_language(member.name)),
        "kinds": Kind.choices,
        "versions": Version.choices if not request.actor.is_public else Version.choices[1:],
        "has_seat": not request.actor.is_public,
        "question": _question(request),
    }
    return render(request, "search/_found.html" if request.htmx else "search/search.html", page)  # type: ignore[attr-defined]  # set by django-htmx


def _question(request: ActorRequest) -> str:
    """The address without the page, for the links to other pages."""
    kept = request.GET.copy()
    kept.pop("page", None)
    return kept.urlencode()
