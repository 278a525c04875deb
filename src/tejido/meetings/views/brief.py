"""The delegate's brief: a page to be printed, and the same page as one file that opens without any network."""

from __future__ import annotations

import base64
import hashlib
from functools import cache

from django.contrib.staticfiles import finders
from django.http import HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import reverse
from django.views.decorators.http import require_GET

from tejido.deliberation.queries.rounds import round_for
from tejido.ledger.requests import ActorRequest
from tejido.web.answers import or_404
from tejido.web.downloads import saved, unkept

from ..papers.brief import meeting_brief, round_brief
from ..papers.values import Brief
from ..queries.brief import brief_for, round_text
from ..queries.meetings import meeting_for

SHEET = "tejido/brief.css"


@require_GET
def brief(request: ActorRequest, key: str) -> HttpResponse:
    """The brief of a meeting, for the seat that reads it."""
    made, file = of_meeting(request, key), reverse("meetings:brief_file", args=[key])
    return _page(request, made, file, f"/meetings/{key}/", reverse("meetings:paper", args=[key, "brief", "pdf"]))


@require_GET
def brief_file(request: ActorRequest, key: str) -> HttpResponse:
    return _file(of_meeting(request, key))


@require_GET
def round_brief_page(request: ActorRequest, key: str) -> HttpResponse:
    """The brief of a round without a meeting."""
    made, file = of_round(request, key), reverse("meetings:round_brief_file", args=[key])
    return _page(request, made, file, f"/rounds/{key}/", reverse("meetings:round_paper", args=[key, "pdf"]))


@require_GET
def round_brief_file(request: ActorRequest, key: str) -> HttpResponse:
    return _file(of_round(request, key))


def of_meeting(request: ActorRequest, key: str) -> Brief:
    with or_404():
        context = meeting_for(request.actor, key)
    found = brief_for(request.actor, context, request.LANGUAGE_CODE, request.now)
    return meeting_brief(found, request.now)


def of_round(request: ActorRequest, key: str) -> Brief:
    with or_404():
        context = round_for(request.actor, key)
    return round_brief(round_text(request.actor, context, request.LANGUAGE_CODE, request.now), context, request.now)


def _page(request: ActorRequest, made: Brief, file: str, back: str, pdf: str) -> HttpResponse:
    page = {"brief": made, "file": file, "back": back, "sheet": SHEET, "pdf": pdf}
    return unkept(render(request, "meetings/brief.html", page))


def _file(made: Brief) -> HttpResponse:
    """Its style is in it, and it may load nothing: opened from a stick, it asks nobody for anything."""
    style, digest = _sheet()
    said = render_to_string("meetings/brief.html", {"brief": made, "style": style, "style_digest": digest})
    return saved(said, "text/html; charset=utf-8", "brief.html")


@cache
def _sheet() -> tuple[str, str]:
    """The style sheet, and its digest as a policy names it. What stands between the tags is what is hashed."""
    path = finders.find(SHEET)
    with open(str(path), encoding="utf-8") as file:  # a path of Django's
        style = file.read()
    return style, base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
