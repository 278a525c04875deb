"""The trace: what became of everything that was said, on a page and as files; and where each sentence comes from."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from tejido.curriculum.queries import text_for
from tejido.formats.sheet import write_xlsx
from tejido.ledger.requests import ActorRequest
from tejido.seminars.words import seminar_title
from tejido.web.answers import or_404
from tejido.web.components import Download
from tejido.web.downloads import paper_file, saved

from ..names import Part
from ..pages.origins import changed_passages, origins_shown
from ..papers import trace_paper
from ..queries.accounts import counts_of
from ..queries.cycles import cycle_sum
from ..queries.origins import origins_for
from ..queries.traces import Traced, Traces, traces_of
from ..sheets import trace_sheets
from ..words import changes_shown, sum_words, thread
from .loading import frame, load_opened

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@require_GET
def trace(request: ActorRequest, key: str) -> HttpResponse:
    """Every matter's way, from what was said to the next seminar."""
    context = load_opened(request, key)
    traces = traces_of(context)
    shown = [_shown(traced, traces, request.LANGUAGE_CODE) for traced in traces.matters]
    page = {
        **frame(request, context),
        "sum": sum_words(counts_of(traces.matters, len(traces.heard.observations))),
        "observed": len(traces.heard.observations),
        "parts": [(Part(part), several) for part in Part if (several := _of(shown, part))],
        "loose": traces.loose,
        "unheard": len(traces.unheard),
        "files": _files(key),
    }
    return render(request, "lessons/trace.html", page)


def _shown(traced: Traced, traces: Traces, language: str) -> dict[str, Any]:
    return {
        "matter": traced.line.matter,
        "decision": traced.line.decision,
        "thread": thread(traced, traces),
        "changes": changes_shown(traced, language),
    }


def _of(shown: list[dict[str, Any]], part: Part) -> list[dict[str, Any]]:
    return [each for each in shown if each["matter"].part == part]


def _files(key: str) -> list[Download]:
    several = (("pdf", "PDF", _("to print and to file")), ("docx", "Word", ""), ("xlsx", "Excel", ""))
    return [Download(label, reverse("lessons:trace_file", args=[key, ending]), hint) for ending, label, hint in several]


@require_GET
def trace_file(request: ActorRequest, key: str, ending: str) -> HttpResponse:
    """The trace as PDF, Word or Excel."""
    context = load_opened(request, key)
    traces, language = traces_of(context), request.LANGUAGE_CODE
    name = f"trace-{key}.{ending}"
    if ending == "xlsx":
        return saved(write_xlsx(trace_sheets(traces, language)), _XLSX, name)
    if ending not in {"pdf", "docx"}:
        raise Http404
    title = seminar_title(context.seminar)
    return paper_file(
        request,
        trace_paper(traces, title, language, request.now),
        name,
        reverse("lessons:trace", args=[key]),
        notice=_("Demonstration: all of it is invented") if context.seminar.is_demonstration else "",
    )


@require_GET
def origins(request: ActorRequest, slug: str) -> HttpResponse:
    """Every passage of a text with how often and why it changed."""
    with or_404():
        text = text_for(request.actor, slug)
    found = origins_for(request.actor, text)
    page = {"text": text, "rows": changed_passages(found, request.LANGUAGE_CODE)}
    return render(request, "lessons/origins.html", page)


@require_GET
def origin(request: ActorRequest, slug: str, passage: str) -> HttpResponse:
    """Where one sentence comes from: every state that it had, why it changed, and who was taught it."""
    with or_404():
        text = text_for(request.actor, slug)
    found = origins_for(request.actor, text)
    if not found.line.events_of(passage):
        raise Http404
    page = {"text": text, "shown": origins_shown(found, passage, request.LANGUAGE_CODE)}
    return render(request, "lessons/origin.html", page)


@require_GET
def cycle(request: ActorRequest, key: str) -> HttpResponse:
    """A cycle summed up: how much was said in each part, how much was discussed, how much changed a text."""
    with or_404():
        found = cycle_sum(request.actor, key)
    parts = [
        {
            "seminar": part.seminar,
            "is_open": part.is_open,
            "sum": sum_words(part.counts),
            "changed": [row for row in part.matters if row.chain.has_changed_the_text],
            "waiting": [(row, thread(row, found.traces)) for row in part.matters if row.chain.waits_for],
        }
        for part in found.parts
    ]
    page = {"cycle": found.cycle, "parts": parts, "sum": sum_words(found.counts)}
    return render(request, "lessons/cycle.html", page)
