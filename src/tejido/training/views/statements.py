"""Statements of coverage: issued, read by those to whom they are shown, printed, shown, withdrawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from tejido.adaptation.rules import keeps
from tejido.ledger.requests import ActorRequest
from tejido.registry.queries import capacity, network, seat_names
from tejido.web.addresses import whole
from tejido.web.answers import back, explain, or_404
from tejido.web.components import Download
from tejido.web.downloads import paper_file, saved
from tejido.web.languages import in_my_language

from .. import commands, queries
from ..forms import AudienceForm, SeenForm
from ..lines import canonical
from ..pages import line_shown, lines_of, objectives_shown, omissions_shown, sentence_of, sessions_shown
from ..papers import statement_notice, statement_paper, statement_seal
from ..words import duration, named, objectives_sentence, obligation_words, seats_in, space_words, which
from .loading import course_or_404

if TYPE_CHECKING:  # views name the types of rows and never touch tables
    from ..queries import Opened


@require_POST
def statements(request: ActorRequest, key: str) -> HttpResponse:
    """Issues one, of exactly what was read."""
    course = course_or_404(request, key)
    form = SeenForm(request.POST)
    seen = form.cleaned_data["seen"] if form.is_valid() else ""
    made = commands.state_coverage(actor=request.actor, course=course, seen=seen, at=request.now)
    return back(request, reverse("training:statement", args=[made.key]), _("Stated. Only your own space reads it yet."))


def _opened(request: ActorRequest, key: str) -> Opened:
    with or_404():
        return queries.statement_for(request.actor, key)


@require_GET
def statement(request: ActorRequest, key: str) -> HttpResponse:
    """What was stated, as it was stated; who may show it finds the forms for it."""
    opened = _opened(request, key)
    row, language = opened.statement, request.LANGUAGE_CODE
    body = row.course.derivation.text.body
    data = row.data
    seats = seat_names(seats_in(data, row.seat))
    page = {
        "opened": opened,
        "statement": row,
        "course": row.course,
        "body": body,
        "data": data,
        "sentence": sentence_of(data),
        "whole": line_shown(data["whole"], language),
        "lines": lines_of(data, language),
        "objectives": objectives_shown(data, language),
        "objectives_sentence": objectives_sentence(data),
        "sessions": sessions_shown(data),
        "omissions": omissions_shown(data, seats),
        "by": named(seats, row.seat, row.office),
        "space": space_words(data, language),
        "which": which(data),
        "obligation": obligation_words(data),
        "total": duration(data["minutes"]),
        "beside": duration(data["beside"]) if data["beside"] else "",
        "files": _downloads(key),
        "may_show": opened.is_own and keeps(request.actor, capacity(request.actor, body)) is None,
        "show_form": AudienceForm(is_of_institution=body.institution_id is not None),
    }
    return render(request, "training/statement.html", page)


def _downloads(key: str) -> list[Download]:
    several = (("pdf", "PDF", _("to print and to file")), ("docx", "Word", ""), ("json", _("The file"), "JSON"))
    return [Download(label, reverse("training:file", args=[key, ending]), hint) for ending, label, hint in several]


@require_GET
def file(request: ActorRequest, key: str, ending: str) -> HttpResponse:
    """The statement as PDF or Word, or the file whose SHA-256 is its digest."""
    opened = _opened(request, key)
    row, language = opened.statement, request.LANGUAGE_CODE
    name = f"{slugify(in_my_language(row.data['course']['titles']))[:60] or 'course'}-{row.number}.{ending}"
    if ending == "json":
        return saved(canonical(row.data), "application/json", name)
    served = network()
    title, zone = (in_my_language(served.name), served.zone) if served else ("", "")
    page = reverse("training:statement", args=[key])
    return paper_file(
        request,
        statement_paper(row, title, zone, language, seat_names(seats_in(row.data, row.seat))),
        name,
        page,
        notice=statement_notice(row, language),
        seal=statement_seal(row, whole(page), language),
    )


@require_POST
def releases(request: ActorRequest, key: str) -> HttpResponse:
    """To whom the statement is shown from now on."""
    row = _opened(request, key).statement
    form = AudienceForm(request.POST, is_of_institution=row.course.derivation.text.body.institution_id is not None)
    if not form.is_valid():
        explain(request, form)
        return redirect("training:statement", key)
    audience = form.cleaned_data["audience"]
    commands.show_statement(actor=request.actor, statement=row, audience=audience, at=request.now)
    return back(request, reverse("training:statement", args=[key]), _("Shown to these readers."))


@require_POST
def withdrawals(request: ActorRequest, key: str) -> HttpResponse:
    row = _opened(request, key).statement
    commands.withdraw_statement(actor=request.actor, statement=row, at=request.now)
    return back(request, reverse("training:statement", args=[key]), _("Withdrawn. Nobody outside sees it any more."))
