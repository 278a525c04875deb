"""The programme to take along: as a calendar, on paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from tejido.ledger.requests import ActorRequest
from tejido.web.components import Download
from tejido.web.downloads import paper_file, saved

from .. import queries
from ..calendars import programme_calendar
from ..papers import programme_notice, programme_paper
from ..words import group_words
from .loading import programme_or_404

if TYPE_CHECKING:  # views name the types of rows and never touch tables
    from collections.abc import Iterator

    from ..queries import Programme

CALENDAR = "text/calendar; charset=utf-8"


def calendar_file(programme: Programme, group: str) -> HttpResponse:
    """The calendar of the whole programme, or of a group. 404 for a group that it does not have. Higher apps answer
    participants with it."""
    if group and group not in programme.groups:
        raise Http404
    kept = programme.of_group(group) if group else programme
    removed = [row for row in queries.removed_since(programme.seminar) if not group or row.parallel in {"", group}]
    name = f"programme-{group.lower()}.ics" if group else "programme.ics"
    return saved(programme_calendar(kept, removed, group), CALENDAR, name)


@require_GET
def calendar(request: ActorRequest, key: str, group: str = "") -> HttpResponse:
    return calendar_file(programme_or_404(request, key), group)


@require_GET
def paper(request: ActorRequest, key: str, ending: str) -> HttpResponse:
    """The whole programme as PDF or Word, in the reader's language."""
    programme = programme_or_404(request, key)
    made = programme_paper(programme, request.LANGUAGE_CODE)
    name = f"{slugify(made.title)[:80] or 'programme'}.{ending}"
    here = reverse("timetable:programme", args=[key])
    return paper_file(request, made, name, here, notice=programme_notice(programme))


def programme_downloads(programme: Programme) -> list[Download]:
    """What a page of a programme offers to take along."""
    return list(_downloads(programme)) if programme.lines else []


def _downloads(programme: Programme) -> Iterator[Download]:
    key = programme.seminar.key
    yield Download("PDF", reverse("timetable:paper", args=[key, "pdf"]), _("to print"))
    yield Download("Word", reverse("timetable:paper", args=[key, "docx"]), _("to change before printing"))
    yield Download(_("Calendar"), reverse("timetable:calendar", args=[key]), _("for any calendar program"))
    for group in programme.groups:
        yield Download(_("Calendar"), reverse("timetable:group_calendar", args=[key, group]), group_words(group))
