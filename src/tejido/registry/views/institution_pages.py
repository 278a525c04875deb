"""The directory of institutions, and one institution with its past."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.forms import BaseForm
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_GET

from tejido.engine.document import whole_number
from tejido.ledger.requests import ActorRequest

from .. import queries, rules
from ..forms import ClosingForm, RenamingForm, SeatForm
from ..names import Branch, Level
from .days import shown_day
from .finding import institution_or_404, is_manned

if TYPE_CHECKING:  # views name the types of rows and never touch tables
    from ..models import Institution


# Forms that share a page share names of fields; each has ids of its own, so that every label has its field.
RENAMING, CLOSING, SEAT = "renaming_%s", "closing_%s", "seat_%s"


@require_GET
def directory(request: ActorRequest) -> HttpResponse:
    """Every institution of a day, found by its words, member, branch, sector or level. Public, like members."""
    shown = shown_day(request)
    asked = {name: request.GET.get(name, "")[:80] for name in ("words", "member", "branch", "sector", "level")}
    number = request.GET.get("page", "1")
    found = queries.directory(queries.Wanted(**asked), shown.on, whole_number(number) or 1)
    kept = {name: value for name, value in asked.items() if value}
    if not shown.on.is_today:
        kept["on"] = shown.on.day.isoformat()
    page = {
        "shown": shown,
        "found": found,
        "asked": asked,
        "kept": urlencode(kept),
        "branches": Branch.choices,
        "levels": Level.choices,
    }
    return render(request, "registry/directory.html", page)


@require_GET
def institution(request: ActorRequest, key: str) -> HttpResponse:
    """What an institution is on a day, what it was called before, its seats for those who take part in the network."""
    return institution_page(request, institution_or_404(key))


def institution_page(request: ActorRequest, row: Institution, **filled: BaseForm) -> HttpResponse:
    """The page with empty forms; those in `filled` come back with what was typed and what is wrong with it."""
    shown = shown_day(request, reverse("registry:institution", args=[row.key]))
    code = row.member.code if row.member else ""
    may_keep = rules.may_keep(request.actor, code, is_manned(request, row.member)) is None
    lines = queries.named([row], shown.on.day, is_certain=shown.on.is_today)
    is_own = queries.knows_holders(request.actor, code)
    page = {
        "row": row,
        "line": lines[0],
        "shown": shown,
        "is_there": _is_there(row, shown.on.day),
        "seats": queries.with_seats(request.actor, lines, shown.on, is_own=is_own)[0][1],
        "history": queries.institution_history(request.actor, row),
        "may_keep": may_keep,
        **({**_forms(row), **filled} if may_keep else {}),
    }
    return render(request, "registry/institution.html", page, status=422 if filled else 200)


def _is_there(row: Institution, day: date) -> bool:
    """Whether it was there on that day, as far as is known."""
    return (row.since is None or row.since <= day) and (row.until is None or row.until > day)


def _forms(row: Institution) -> dict[str, object]:
    return {
        "seat_form": SeatForm(is_of_member=row.member is not None, auto_id=SEAT),
        "renaming": RenamingForm(auto_id=RENAMING),
        "closing": ClosingForm(heirs=queries.heirs_of(row), auto_id=CLOSING),
    }
