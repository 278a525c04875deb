"""Which sections of the text that is taught the programme treats."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from tejido.ledger.requests import ActorRequest

from .. import queries
from ..pages import sections_shown
from .loading import frame, programme_or_404


@require_GET
def coverage(request: ActorRequest, key: str) -> HttpResponse:
    """Section by section, with the sessions that treat something in it; what none treats is said first."""
    programme = programme_or_404(request, key)
    seminar = programme.seminar
    document = queries.document_taught(seminar)
    sections = []
    if document is not None and programme.lines:
        language = queries.language_of(seminar, request.LANGUAGE_CODE)
        found = queries.coverage_of(programme, document)
        sections = sections_shown(programme, document, found, language)
    page = {
        **frame(request, seminar),
        "programme": programme,
        "sections": sections,
        "untouched": [section for section in sections if section.is_untouched and section.level <= 2],
    }
    return render(request, "timetable/coverage.html", page)
