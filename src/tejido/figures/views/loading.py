"""What the views of counts start with."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import Http404, HttpResponse

from tejido.formats.sheet import Sheet, write_csv, write_xlsx
from tejido.ledger.requests import ActorRequest
from tejido.registry.tabs import training_tabs
from tejido.web.downloads import saved

from ..queries import desks
from ..rules import reads_received

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def frame(request: ActorRequest) -> dict[str, Any]:
    """The pages beside this one: those of training, and of counts those that the actor has a part in."""
    actor = request.actor
    return {
        "tabs": training_tabs(actor, request.path),
        "is_member": reads_received(actor, actor.member),
        "is_school": bool(actor.institution) and bool(desks(actor)),
    }


def year_asked(request: ActorRequest) -> int | None:
    """The year in the address; 404 for what is none."""
    said = request.GET.get("year", "")
    if not said:
        return None
    if not (said.isascii() and said.isdigit() and len(said) == 4):
        raise Http404
    return int(said)


def table_file(name: str, sheets: list[Sheet], as_json: Callable[[], str]) -> HttpResponse:
    """The tables as the name ends: all of them, or as CSV the first; 404 for another ending."""
    match name.rpartition(".")[2]:
        case "xlsx":
            return saved(write_xlsx(sheets), XLSX, name)
        case "csv":
            return saved(write_csv(sheets[0]), "text/csv", name)
        case "json":
            return saved(as_json(), "application/json", name)
    raise Http404
