"""Comment tables of a round: out as Excel or Word, and back, shown row by row before anything is kept."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from tejido.curriculum.queries import document_of, latest_revision
from tejido.formats import BadFile
from tejido.formats.comments import CommentTable, write_docx, write_xlsx
from tejido.ledger.requests import ActorRequest
from tejido.registry.names import Task
from tejido.web.answers import back, explain, or_404
from tejido.web.bad_files import sentence
from tejido.web.components import Download
from tejido.web.downloads import saved

from .. import commands
from ..forms import TableFileForm
from ..imports.tables import ReadRow, observations_in, opened, remarks_in, said_already, sealed
from ..names import Outcome
from ..queries.comments import comments_of
from ..queries.positions import position_of
from ..queries.rounds import RoundContext, remarks_said
from ..sheets import blank_table, own_table, released_table
from .loading import load_own, load_round, passage_choices, round_language, tabs_of

_ENDINGS = {
    "xlsx": ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", write_xlsx),
    "docx": ("application/vnd.openxmlformats-officedocument.wordprocessingml.document", write_docx),
}


@require_GET
def table(request: ActorRequest, key: str, kind: str, ending: str) -> HttpResponse:
    """`own` is the seat's own position; `released` every released comment; `blank` a table to be filled in."""
    if ending not in _ENDINGS:
        raise Http404
    context, made = _made(request, key, kind)
    media_type, write = _ENDINGS[ending]
    return saved(write(made), media_type, f"{context.text.slug}-{context.round.number}-{kind}.{ending}")


def _made(request: ActorRequest, key: str, kind: str) -> tuple[RoundContext, CommentTable]:
    if kind == "own":
        context, party = load_own(request, key)
        language = round_language(request, context)
        return context, own_table(context, party, position_of(context.round, party), language, request.now)
    context = load_round(request, key)
    language = round_language(request, context)
    if kind == "released":
        return context, released_table(context, comments_of(context.round), language, request.now)
    if kind == "blank":
        return context, blank_table(context, language, request.now)
    raise Http404


@require_POST
def readings(request: ActorRequest, key: str) -> HttpResponse:
    """Shows where each row of a filled table goes. A seat of a party brings remarks, the secretariat observations."""
    context, brings_remarks = _bringing(request, key)
    form = TableFileForm(request.POST, request.FILES)
    here = _home(context, brings_remarks)
    if not form.is_valid():
        explain(request, form)
        return back(request, here)
    file = form.cleaned_data["file"]
    try:
        rows = _rows(context, file.name, file.read(), brings_remarks)
    except BadFile as problem:
        form.add_error("file", sentence(problem))
        explain(request, form)
        return back(request, here)
    return render(request, "deliberation/table.html", _page(request, context, rows, brings_remarks))


def _bringing(request: ActorRequest, key: str) -> tuple[RoundContext, bool]:
    """The round, and whether the seat brings remarks of its own institution. 404 for who can bring neither."""
    context = load_round(request, key)
    if context.capacity.facilitates and context.party is None:
        return context, False
    if context.party is None or not context.capacity.may(Task.REMARK):
        raise Http404
    return context, True


def _home(context: RoundContext, brings_remarks: bool) -> str:
    return reverse(f"deliberation:{'position' if brings_remarks else 'comments'}", args=[context.round.key])


def _rows(context: RoundContext, name: str, raw: bytes, brings_remarks: bool) -> tuple[ReadRow, ...]:
    if brings_remarks:
        return remarks_in(name, raw, document_of(context.round.revision))
    return observations_in(name, raw, comments_of(context.round))


def _page(
    request: ActorRequest, context: RoundContext, rows: tuple[ReadRow, ...], brings_remarks: bool
) -> dict[str, Any]:
    language = round_language(request, context)
    choices = passage_choices(document_of(context.round.revision), language)[1:]
    return {
        "context": context,
        "round": context.round,
        "text": context.text,
        "tabs": tabs_of(request, context),
        "rows": rows,
        "sealed": sealed(rows),
        "brings_remarks": brings_remarks,
        "already": said_already(rows, remarks_said(context.round, request.actor.institution)) if brings_remarks else (),
        "language": language,
        "choices": [("text", _("Text as a whole")), *choices],
        "outcomes": Outcome.choices,
        "home": _home(context, brings_remarks),
    }


@require_POST
def rows(request: ActorRequest, key: str) -> HttpResponse:
    """Keeps the rows of a table that the person has seen: all of them or none."""
    context, brings_remarks = _bringing(request, key)
    try:
        kept, left = opened(request.POST.get("rows", ""), request.POST)
    except ValueError as problem:
        raise Http404 from problem
    language = round_language(request, context)
    if brings_remarks:
        remarks = [commands.BroughtRemark(row.place, language, row.body, row.wording, row.type) for row in kept]
        new = len(commands.bring_remarks(actor=request.actor, round_=context.round, remarks=remarks, at=request.now))
    else:
        new = _dispose(request, context, kept, language)
    done = _("Kept: %(kept)s. Left out: %(left)s.") % {"kept": new, "left": left}
    if already := len(kept) - new:
        done += " " + _("Said already: %(count)s. Nothing is kept twice.") % {"count": already}
    return back(request, _home(context, brings_remarks), done)


def _dispose(request: ActorRequest, context: RoundContext, kept: tuple[ReadRow, ...], language: str) -> int:
    """An accepted comment is carried by the latest revision, if it is later than the one commented on."""
    if not {row.outcome for row in kept} <= set(Outcome.values):
        raise Http404
    answers = [commands.BroughtDisposition(row.place, row.outcome, row.wording) for row in kept]
    with or_404():
        given = commands.bring_dispositions(
            actor=request.actor,
            round_=context.round,
            dispositions=answers,
            language=language,
            revision=latest_revision(context.text),
            at=request.now,
        )
    return len(given)


## What the pages offer


def table_downloads(context: RoundContext, kind: str, language: str) -> tuple[Download, ...]:
    """The comment tables on a page: of the own position, or of all released comments; and the blank one."""
    said = {
        "own": _("our position, in the columns that standards bodies use"),
        "released": _("all released comments with the answers to them"),
        "blank": _("a row for each passage, to be filled in and given back"),
    }

    def one(label: str, which: str, ending: str) -> Download:
        address = reverse("deliberation:table", args=[context.round.key, which, ending])
        return Download(label, f"{address}?language={language}", said[which])

    return (
        one(_("Comment table (Excel)"), kind, "xlsx"),
        one(_("Comment table (Word)"), kind, "docx"),
        one(_("Blank comment table (Excel)"), "blank", "xlsx"),
        one(_("Blank comment table (Word)"), "blank", "docx"),
    )
