"""Word files that come back in a round: sent, previewed by the institution alone, and taken as its remarks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from tejido.curriculum.queries import document_of
from tejido.formats import BadFile
from tejido.ledger.requests import ActorRequest
from tejido.web.answers import back, explain, or_404
from tejido.web.bad_files import sentence

from .. import commands, pages
from ..forms import WordAnswerForm, WordFileForm
from ..imports.word import FoundAll, found_from, read_word_answer, remarks_of
from ..queries.rounds import RoundContext
from ..queries.word import word_answer_for, word_answers_of
from .loading import languages_of, load_own, passage_choices, round_reading, tabs_of

if TYPE_CHECKING:  # views name the types of rows and never touch tables
    from ..models import WordAnswer


@require_http_methods(["GET", "POST"])
def files(request: ActorRequest, key: str) -> HttpResponse:
    """The text as a Word file to take along, and the way back for what was written into it."""
    context, _party = load_own(request, key)
    form = WordFileForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid() and (answer := _kept(request, context, form)):
        return redirect("deliberation:word_answer", answer.key)
    page = {
        "context": context,
        "round": context.round,
        "text": context.text,
        "tabs": tabs_of(request, context),
        "form": form,
        "languages": languages_of(context),
        "answers": word_answers_of(request.actor, context.round),
        "is_open": context.is_open(request.now) and not context.is_elsewhere,
    }
    return render(request, "deliberation/word_files.html", page, status=422 if form.errors else 200)


def _kept(request: ActorRequest, context: RoundContext, form: WordFileForm) -> WordAnswer | None:
    """What was understood of the file, or None with the error in the form: then nothing was kept."""
    file, revision = form.cleaned_data["file"], context.round.revision
    try:
        read = read_word_answer(revision, file.read(), file.name, round_reading(request, context).language)
    except BadFile as problem:
        form.add_error("file", sentence(problem))
        return None
    return commands.keep_word_answer(
        actor=request.actor,
        round_=context.round,
        name=file.name,
        digest=read.digest,
        named=read.named,
        found=read.found.data(),
        at=request.now,
    )


@require_GET
def preview(request: ActorRequest, key: str) -> HttpResponse:
    """Each passage with what it would become; what has no passage, to be placed by hand; and the account of all."""
    answer, context, found = _load(request, key)
    return _page(request, answer, context, found, _form(request, context, found))


def _page(
    request: ActorRequest, answer: WordAnswer, context: RoundContext, found: FoundAll, form: WordAnswerForm
) -> HttpResponse:
    document, read = document_of(context.round.revision), round_reading(request, context)
    chosen = form["take"].value()
    page = {
        "context": context,
        "round": context.round,
        "text": context.text,
        "tabs": tabs_of(request, context),
        "answer": answer,
        "found": found,
        "rows": pages.word_rows(found, document, read),
        "loose": pages.loose_rows(found, document, form),
        "account": pages.account_lines(found),
        "chosen": chosen if form.is_bound else [item.key for item in found.remarks],
        "form": form,
        "may_take": answer.taken_at is None and context.is_open(request.now) and not context.is_elsewhere,
    }
    return render(request, "deliberation/word_answer.html", page, status=422 if form.errors else 200)


@require_POST
def takings(request: ActorRequest, key: str) -> HttpResponse:
    """Makes the remarks. Sent twice, they are made once."""
    answer, context, found = _load(request, key)
    form = _form(request, context, found)
    if not form.is_valid():
        explain(request, form)
        return _page(request, answer, context, found, form)
    values = dict(form.cleaned_data)
    remarks = remarks_of(found, document_of(context.round.revision), values.pop("take"), values)
    made = commands.take_word_answer(actor=request.actor, answer=answer, remarks=remarks, at=request.now)
    done = ngettext("%(count)s remark was made of the file.", "%(count)s remarks were made of the file.", made)
    said = done % {"count": made} if made else _("Every remark of this file is among yours already.")
    return back(request, reverse("deliberation:reading", args=[context.round.key]), said)


def _load(request: ActorRequest, key: str) -> tuple[WordAnswer, RoundContext, FoundAll]:
    """A file of the actor's own institution; 404 for everybody else."""
    with or_404():
        answer = word_answer_for(request.actor, key)
    context, _party = load_own(request, answer.round_id)
    return answer, context, found_from(answer.found)


def _form(request: ActorRequest, context: RoundContext, found: FoundAll) -> WordAnswerForm:
    language = round_reading(request, context).language
    places = passage_choices(document_of(context.round.revision), language)[1:]
    return WordAnswerForm(
        request.POST if request.method == "POST" else None,  # where nothing is ticked it may be empty
        remarks=[item.key for item in found.remarks],
        loose=[(item.key, _("Where it belongs")) for item in found.loose],
        places=places,
    )
