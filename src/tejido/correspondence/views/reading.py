"""The letters of the network, one of them, and what is to be done about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from tejido.ledger.requests import ActorRequest, seat_or_404
from tejido.registry.queries import day_of
from tejido.web.answers import back, explain, or_404
from tejido.web.components import Download
from tejido.web.downloads import paper_file
from tejido.web.languages import name_of

from .. import commands, queries, rules
from ..forms import DutyForm
from ..names import Direction
from ..papers import letter_paper
from ..sentences import asked, on_its_way
from .loading import family, load, page_of

if TYPE_CHECKING:  # views name the types of rows and never touch tables
    from ..models import FormalLetter


@require_GET
def home(request: ActorRequest) -> HttpResponse:
    """Letters to and from other networks, the latest first."""
    seat_or_404(request)
    lines = queries.letters_for(request.actor)
    page = {
        "drafts": [line for line in lines if line.letter.is_draft],
        "lines": [(line, asked(line, request.now)) for line in lines if not line.letter.is_draft],
        "may_draft": rules.may_follow(request.actor) is None,
        "family": family(request),
    }
    return render(request, "correspondence/home.html", page)


@require_GET
def letter(request: ActorRequest, key: str) -> HttpResponse:
    """One letter in its languages, its answer, and what is to be done about it."""
    line = load(request, key)
    row, actor = line.letter, request.actor
    follows = rules.may_follow(actor) is None
    today = day_of(request.now)
    page = {
        "line": line,
        "letter": row,
        "asked": asked(line, request.now),
        "way": on_its_way(queries.way_of(row, request.now)) if _goes_out(row) else None,
        "duties": [(duty, duty.until is not None and duty.until < today) for duty in line.duties],
        "may_write": row.is_draft and rules.may_write(actor) is None,
        "may_send": row.is_draft and follows,
        "may_answer": follows and not line.is_ours and line.answer is None,
        "duty_form": DutyForm() if rules.may_set_duty(actor, row) is None else None,
        "files": [_file(row.key, tag) for tag in row.languages],
        "family": family(request),
    }
    return render(request, "correspondence/letter.html", page)


def _goes_out(row: FormalLetter) -> bool:
    return row.direction == Direction.OUT and not row.is_draft and not row.is_demonstration


def _file(key: str, tag: str) -> Download:
    return Download(f"PDF, {name_of(tag)}", f"{page_of(key)}files/{tag}.pdf")


@require_GET
def paper(request: ActorRequest, key: str, name: str) -> HttpResponse:
    """The letter in one of its languages, as PDF or Word."""
    row = load(request, key).letter
    language = name.rsplit(".", maxsplit=1)[0]
    if language not in row.languages:
        raise Http404
    notice = _("Draft: not sent") if row.is_draft else ""
    notice = notice or (_("Demonstration: invented") if row.is_demonstration else "")
    return paper_file(request, letter_paper(row, language, request.now), name, page_of(key), notice=notice)


@require_POST
def duties(request: ActorRequest, key: str) -> HttpResponse:
    """What is to be done about a received letter, and by when."""
    row, form = load(request, key).letter, DutyForm(request.POST)
    if not form.is_valid():
        explain(request, form)
        return back(request, page_of(key))
    commands.set_duty(
        actor=request.actor, letter=row, language=request.LANGUAGE_CODE, at=request.now, **form.cleaned_data
    )
    return back(request, page_of(key), _("Written down. It stands at the desk of those who follow letters."))


@require_POST
def duty_endings(request: ActorRequest, key: str) -> HttpResponse:
    seat_or_404(request)
    with or_404():
        duty = queries.duty_for(request.actor, key)
    commands.end_duty(actor=request.actor, duty=duty, at=request.now)
    return back(request, page_of(duty.letter_id), _("Written down as done."))
