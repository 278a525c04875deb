"""Who is trained: the region, and one member."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET

from tejido.ledger.requests import ActorRequest
from tejido.registry.queries import day_of, members
from tejido.web.answers import or_404
from tejido.web.components import Download

from .. import queries
from ..lines import published
from ..pages.boards import board_shown, region_shown
from ..sheets import board_sheets, publication_json, region_json, region_sheets
from .loading import frame, table_file, year_asked


@require_GET
def home(request: ActorRequest) -> HttpResponse:
    """The region in one year: what members published, and who is missing."""
    asked = year_asked(request)
    region = queries.region(request.actor, asked)
    if region is None and asked is not None:
        raise Http404
    page = {**frame(request), "region": region}
    if region is not None:
        of_record = [line for line in members() if line.is_of_record(day_of(request.now))]
        page |= region_shown(region, of_record)
        page["files"] = _files("figures:file", region.year)
    return render(request, "figures/home.html", page)


@require_GET
def file(request: ActorRequest, ending: str) -> HttpResponse:
    """The figures of the region as a table."""
    region = queries.region(request.actor, year_asked(request))
    if region is None:
        raise Http404
    return table_file(f"trained-{region.year}.{ending}", region_sheets(region), lambda: region_json(region))


@require_GET
def member(request: ActorRequest, code: str) -> HttpResponse:
    with or_404():
        board = queries.board_for(request.actor, code, year_asked(request))
    page: dict[str, Any] = {**frame(request), **board_shown(board), "board": board}
    page["files"] = _files("figures:member_file", board.year, code)
    return render(request, "figures/member.html", page)


@require_GET
def member_file(request: ActorRequest, code: str, ending: str) -> HttpResponse:
    """What a member published, as a table, or as what its digest is of."""
    with or_404():
        board = queries.board_for(request.actor, code, year_asked(request))
        row = queries.publication_for(request.actor, code, board.year)
    name = f"trained-{code}-{board.year}.{ending}"
    return table_file(name, board_sheets(board), lambda: publication_json(row, published(row, code)))


def _files(address: str, year: int, *keys: str) -> list[Download]:
    endings = ("xlsx", "csv", "json")
    return [Download(each.upper(), f"{reverse(address, args=[*keys, each])}?year={year}") for each in endings]
