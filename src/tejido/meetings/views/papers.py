"""Agenda, minutes and brief as Word and PDF, for exactly those who read their pages."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from tejido.formats.paper import Paper
from tejido.ledger.requests import ActorRequest
from tejido.web.components import Download
from tejido.web.downloads import paper_file

from ..papers.printed import agenda_paper, minutes_paper
from ..papers.printed_brief import brief_paper, confidential
from ..queries.agenda import lines_of
from ..queries.attendance import attendance_of, rooms_of
from ..queries.minutes import reads_minutes, record_of
from .brief import of_meeting, of_round
from .loading import language_for, load_meeting


@require_GET
def paper(request: ActorRequest, key: str, kind: str, ending: str) -> HttpResponse:
    """`agenda`, `minutes` or `brief` of a meeting; minutes for the body only once they were circulated."""
    if kind == "brief":
        made = of_meeting(request, key)
        paper, notice = brief_paper(made, request.LANGUAGE_CODE), confidential(made)
    else:
        paper, notice = _of_meeting(request, key, kind), ""
    return _answer(request, paper, notice, ending, reverse("meetings:meeting", args=[key]))


@require_GET
def round_paper(request: ActorRequest, key: str, ending: str) -> HttpResponse:
    """The brief of a round."""
    made = of_round(request, key)
    paper = brief_paper(made, request.LANGUAGE_CODE)
    return _answer(request, paper, confidential(made), ending, reverse("deliberation:round", args=[key]))


def _of_meeting(request: ActorRequest, key: str, kind: str) -> Paper:
    context = load_meeting(request, key)
    lines, language = lines_of(context.meeting), language_for(request, context)
    if kind == "agenda":
        return agenda_paper(context, lines, language)
    record = record_of(context.meeting)
    if kind != "minutes" or not reads_minutes(context, record):
        raise Http404
    present = attendance_of(context.meeting)
    return minutes_paper(context, lines, record, present, rooms_of([line.item for line in lines], present), language)


def _answer(request: ActorRequest, paper: Paper, notice: str, ending: str, back: str) -> HttpResponse:
    return paper_file(request, paper, f"{slugify(paper.title)[:80] or 'paper'}.{ending}", back, notice=notice)


def paper_downloads(key: str, kind: str, language: str) -> tuple[Download, ...]:
    """What a page of a meeting offers."""
    address = reverse("meetings:paper", args=[key, kind, "pdf"]), reverse("meetings:paper", args=[key, kind, "docx"])
    return (
        Download("PDF", f"{address[0]}?language={language}", _("to print and to file")),
        Download("Word", f"{address[1]}?language={language}", _("to comment on and to change")),
    )
