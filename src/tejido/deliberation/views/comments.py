"""Released comments passage by passage, and the answers to them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from tejido.curriculum.queries import document_of, revision_of, revisions_of
from tejido.engine.document import addresses
from tejido.ledger.requests import ActorRequest
from tejido.registry.names import Task
from tejido.translation.freshness import currency_of, marks_of
from tejido.web.answers import back, explain, or_404
from tejido.web.reading import Reading
from tejido.web.stretches import stretch

from .. import commands, pages
from ..forms import DispositionForm, GroupForm, ReplyForm, TableFileForm
from ..queries.comments import (
    CommentLine,
    collisions,
    comment_for,
    commented_passages,
    comments_of,
    disposed_comments_by,
    history_of,
)
from ..queries.rounds import RoundContext
from .loading import languages_of, load_round, place_in, round_reading, tabs_of
from .papers import comments_downloads
from .tables import table_downloads

if TYPE_CHECKING:  # views name the types of rows and never touch tables
    from tejido.curriculum.models import Revision


@require_GET
def comments(request: ActorRequest, key: str) -> HttpResponse:
    """The text with every released comment in the margin. What all may see is kept in memory until the next act."""
    context = load_round(request, key)
    read = round_reading(request, context)
    released = pages.released(context, read)
    shown = stretch(read, released.margins, request.GET)
    if shown.is_part:
        return HttpResponse(shown.html)
    page = {
        "context": context,
        "round": context.round,
        "text": context.text,
        "tabs": tabs_of(request, context),
        "reading": read,
        "currency": currency_of(context.text, context.round.revision, read.language),
        "shown": shown,
        "whole_margin": released.whole,
        "sentence": released.sentence,
        "open_at": released.waiting,
        "ours": _ours(request, context, read),
        "may_facilitate": context.capacity.facilitates,
        "files": (
            *comments_downloads(context, read.language),
            *table_downloads(context, "released", read.language),
        ),
        "table_form": TableFileForm() if context.capacity.facilitates and context.party is None else None,
    }
    return render(request, "deliberation/comments.html", page)


def _ours(request: ActorRequest, context: RoundContext, read: Reading) -> list[tuple[CommentLine, str]]:
    """The comments of the own party whose answers wait for its word, each with the address of its passage."""
    if context.party is None or not context.capacity.may(Task.CONSOLIDATE):
        return []
    addresses = {p.id: p.address for p in read.passages}
    lines = disposed_comments_by({context.round.key: context.party})[context.round.key]
    waiting = [line for line in lines if line.awaits_reply(context, request.now)]
    return [(line, addresses.get(line.comment.passage, "")) for line in waiting]


@require_GET
def passage(request: ActorRequest, key: str, passage: str) -> HttpResponse:
    """Everything on one passage: the comments, the colliding wordings side by side, and the forms to answer them."""
    context = load_round(request, key)
    page = _passage_page(request, context, place_in(context, passage))
    return render(request, "deliberation/passage.html", page)


def _passage_page(request: ActorRequest, context: RoundContext, place: str) -> dict[str, object]:
    document, read = document_of(context.round.revision), round_reading(request, context)
    lines = comments_of(context.round, passage=place, with_withdrawn=True)
    choices = [(line.comment.key, line.label) for line in lines if not line.comment.withdrawn_at]
    tags = pages.tags_beside(context, document, place, read.language, [line.comment for line in lines])
    marks = marks_of(context.text, context.round.revision, place, tags) if len(tags) > 1 else {}
    return {
        "context": context,
        "round": context.round,
        "text": context.text,
        "place": place,
        "passage": next((p for p in read.passages if p.id == place), None),
        "language": read.language,
        "versions": pages.versions(context, document, place, tags, marks),
        "rows": [pages.comment_row(line, context, document, request.now) for line in lines],
        "colliding": pages.colliding(collisions(lines).get(place, []), document),
        "may_facilitate": context.capacity.facilitates and bool(choices),
        "disposition": _disposition_form(context, choices),
        "group": GroupForm(comments=choices) if len(choices) > 1 else None,
        **_reply(context),
        "neighbours": pages.neighbours(read, commented_passages(context.round), place),
    }


def _reply(context: RoundContext) -> dict[str, object]:
    """What a comment's row needs so that the party that made it can answer the disposition."""
    may_reply = context.party is not None and context.capacity.may(Task.CONSOLIDATE)
    return {"reply": ReplyForm(), "own": context.party, "may_reply": may_reply}


def _disposition_form(context: RoundContext, choices: list[tuple[str, str]], data: object = None) -> DispositionForm:
    """The form of an answer. What it says is chosen by a person; the revision alone is filled in, where one only can
    carry a change."""
    later = [
        (r.number, pages.revision_label(r))
        for r in revisions_of(context.text)
        if r.number > context.round.revision.number
    ]
    initial = {
        "revision": later[0][0] if len(later) == 1 else None,
        "language": context.text.negotiated_language,
    }
    return DispositionForm(data, comments=choices, revisions=later, languages=languages_of(context), initial=initial)


@require_POST
def dispositions(request: ActorRequest, key: str) -> HttpResponse:
    """Answers one or several comments of a round at once."""
    context = load_round(request, key)
    lines = comments_of(context.round)
    form = _disposition_form(context, [(line.comment.key, line.label) for line in lines], request.POST)
    here = _address(key, _place(lines, request.POST.getlist("comments")))
    if not form.is_valid():
        explain(request, form)
        return back(request, here)
    values = form.cleaned_data
    values["revision"] = _revision(context, values["revision"])
    commands.dispose(actor=request.actor, round_=context.round, at=request.now, **values)
    return back(request, here, _("Answered. The members that commented see the answer and its reason."))


def _place(lines: list[CommentLine], keys: list[str]) -> str:
    return next((line.comment.passage for line in lines if line.comment.key in keys), "")


def _address(key: str, place: str) -> str:
    return reverse("deliberation:passage", args=[key, place or "text"])


def _revision(context: RoundContext, number: int | None) -> Revision | None:
    """The revision that the form names; it offers the later ones of this text only."""
    return revision_of(context.text, number) if number else None


@require_POST
def groups(request: ActorRequest, key: str) -> HttpResponse:
    context = load_round(request, key)
    lines = comments_of(context.round)
    form = GroupForm(request.POST, comments=[(line.comment.key, line.label) for line in lines])
    here = _address(key, _place(lines, request.POST.getlist("comments")))
    if not form.is_valid():
        explain(request, form)
        return back(request, here)
    commands.group_comments(actor=request.actor, round_=context.round, at=request.now, **form.cleaned_data)
    return back(request, here, _("Grouped: they can be answered together."))


@require_POST
def replies(request: ActorRequest, key: str) -> HttpResponse:
    """The member answers the disposition of its own comment."""
    with or_404():
        line, context = comment_for(request.actor, key)
    form = ReplyForm(request.POST)
    here = _address(context.round.key, line.comment.passage)
    if not form.is_valid():
        explain(request, form)
        return back(request, here)
    commands.answer_disposition(actor=request.actor, comment=line.comment, at=request.now, **form.cleaned_data)
    return back(request, here, _("Your answer is kept."))


@require_GET
def comment(request: ActorRequest, key: str) -> HttpResponse:
    """One comment with its whole history."""
    with or_404():
        line, context = comment_for(request.actor, key)
    document = document_of(context.round.revision)
    page = {
        "context": context,
        "round": context.round,
        "text": context.text,
        "history": history_of(line.comment),
        "row": pages.comment_row(line, context, document, request.now),
        "address": str(addresses(document).get(line.comment.passage, "")) if line.comment.passage else "",
        **_reply(context),
    }
    return render(request, "deliberation/comment.html", page)
