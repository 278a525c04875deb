"""Translating a passage: the source at one side, what it says in the other language at the other."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import formats, timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from tejido.curriculum.commands import Clash
from tejido.curriculum.names import No as TextNo
from tejido.curriculum.queries import document_of
from tejido.curriculum.views.loading import revision_or_404
from tejido.engine.document import Passage
from tejido.engine.translation import State, words_digest
from tejido.ledger.refusals import Refusal, Refused
from tejido.ledger.requests import ActorRequest
from tejido.web.answers import back, explain
from tejido.web.reading import reading

from .. import commands, pages, queries, rules
from ..forms import DraftForm, PropagationForm, TranslationForm
from ..names import No
from ..rules import DRAFTS
from .loading import AtDesk, load_version

# What is told beside what was typed, so that nothing has to be typed again.
KEPT_OPEN = {No.FORBIDDEN_WORDS, No.NOTHING_NEW, TextNo.NOT_THIS_PASSAGE, TextNo.UNCHANGED}


@require_http_methods(["GET", "POST"])
def passage(request: ActorRequest, slug: str, language: str, passage: str) -> HttpResponse:
    """The page on which one passage is translated. A save on an older revision is merged, or shown beside what others
    wrote."""
    found = _load(request, slug, language, passage)
    if request.method == "GET":
        initial = _begun(request, found, language, passage)
        return _page(request, found, language, passage, _form(found, language, passage, initial=initial))
    form = _form(found, language, passage, request.POST)
    if not form.is_valid():
        return _page(request, found, language, passage, form, status=422)
    return _save(request, found, language, passage, form)


def _load(request: ActorRequest, slug: str, language: str, passage: str) -> AtDesk:
    found = load_version(request, slug, language)
    if passage not in found.desk.standings[language]:
        raise Http404
    return found


def _begun(request: ActorRequest, found: AtDesk, language: str, passage: str) -> dict[str, Any]:
    """What the form begins with: the seat's own kept draft, what stands there, or the suggestion that was taken
    over."""
    said = found.desk.document.passage(passage).text(language)
    begun = {"base": found.loaded.latest.number, "words": said}
    if taken := request.GET.get("take", ""):
        offered = queries.suggestions(request.actor, *_source_and_languages(found, language, passage))
        return begun | {"words": next((item.words for item in offered if item.key == taken), said)}
    if request.GET.get("fresh") or rules.may_translate(found.loaded.capacity) is not None:
        return begun
    draft = queries.draft_of(request.actor, found.loaded.text, language, passage)
    if draft is None or draft.words == said:
        return begun
    return {"base": draft.base, "words": draft.words, "kept_at": draft.saved_at}


def _source_and_languages(found: AtDesk, language: str, passage: str) -> tuple[str, tuple[str, str]]:
    negotiated = found.loaded.text.negotiated_language
    return found.desk.document.passage(passage).text(negotiated), (negotiated, language)


def _form(found: AtDesk, language: str, passage: str, data: Any = None, **more: Any) -> TranslationForm:
    place = [found.loaded.text.slug, language, passage]
    checks, draft = (reverse(f"translation:{name}", args=place) for name in ("checks", "draft"))
    return TranslationForm(data, language=language, checks=checks, draft=draft, **more)


def _save(request: ActorRequest, found: AtDesk, language: str, passage: str, form: TranslationForm) -> HttpResponse:
    values = form.cleaned_data
    try:
        outcome = commands.save_translation(
            actor=request.actor,
            text=found.loaded.text,
            language=language,
            words={passage: values["words"]},
            base=revision_or_404(found.loaded.text, values["base"]),
            keeps_forbidden=values["keeps_forbidden"],
            at=request.now,
        )
    except Refused as problem:
        if problem.refusal.code not in KEPT_OPEN:
            raise
        form.add_error("words", problem.refusal.sentence)
        return _page(request, found, language, passage, form, status=422)
    if isinstance(outcome, Clash):
        mine = _form(found, language, passage, initial={**values, "base": outcome.latest.number})
        theirs = document_of(outcome.latest).passage(passage).text(language)
        return _page(request, found, language, passage, mine, status=409, theirs=theirs)
    commands.discard_translation_draft(actor=request.actor, text=found.loaded.text, language=language, passage=passage)
    here = reverse("translation:passage", args=[found.loaded.text.slug, language, passage])
    merged = _("Saved. Somebody else had changed the text meanwhile; both are kept.")
    return back(request, here, merged if outcome.was_merged else _("Saved as a draft. Another seat reviews it."))


def _page(
    request: ActorRequest,
    found: AtDesk,
    language: str,
    passage: str,
    form: TranslationForm,
    *,
    status: int = 200,
    theirs: str = "",
) -> HttpResponse:
    text, document = found.loaded.text, found.desk.document
    standing, row = found.desk.standings[language][passage], document.passage(passage)
    source = row.text(text.negotiated_language)
    before, after = queries.neighbours(found.desk, language, passage)
    entries = queries.glossary_entries()
    may_review = rules.may_translate(found.loaded.capacity) is None and standing.state in DRAFTS
    context = {
        "text": text,
        "revision": found.loaded.latest,
        "language": language,
        "passage": row,
        "place": next(p for p in reading(document, text.negotiated_language).passages if p.id == passage),
        "source": source,
        "standing": standing,
        "change": _change(found, row, standing.since) if standing.state is State.STALE else (),
        "others": [tag for tag in row.languages if tag not in {language, text.negotiated_language}],
        "form": form,
        "theirs": theirs,
        "suggestions": pages.suggestion_lines(
            queries.suggestions(request.actor, *_source_and_languages(found, language, passage)),
            source,
            row.text(language),
        ),
        "terms": pages.term_lines(entries, source, (text.negotiated_language, language)),
        "findings": pages.findings(
            entries, source, str(form["words"].value() or ""), (text.negotiated_language, language)
        ),
        "before": before,
        "after": after,
        "may_translate": rules.may_translate(found.loaded.capacity) is None,
        "may_review": may_review,
        "not_reviewable": _not_reviewable(request, found, row, language) if may_review else None,
        "propagation": _propagation(found, standing.state),
    }
    return render(request, "translation/passage.html", context, status=status)


def _not_reviewable(request: ActorRequest, found: AtDesk, passage: Passage, language: str) -> Refusal | None:
    """Why this seat is not the one that reviews the words as they stand."""
    words = words_digest(passage.text(language))
    writers = queries.writers_of(found.loaded.text, passage.id, language, words)
    return rules.may_review(request.actor, found.desk.standings[language][passage.id], writers)


def _change(found: AtDesk, passage: Passage, since: str) -> tuple[Any, ...]:
    text = found.loaded.text
    then = queries.source_then(text, found.loaded.latest, passage.id, since)
    return pages.change_spans(then, passage.text(text.negotiated_language))


def _propagation(found: AtDesk, state: State) -> PropagationForm | None:
    if state is not State.STALE or rules.may_assign(found.loaded.capacity) is not None:
        return None
    return PropagationForm(initial={"seen": found.loaded.latest.digest})


@require_POST
def draft(request: ActorRequest, slug: str, language: str, passage: str) -> HttpResponse:
    """Keeps what is being typed, for this seat only."""
    found = _load(request, slug, language, passage)
    form = DraftForm(request.POST)
    if not form.is_valid():
        return JsonResponse({"kept": False}, status=422)
    commands.keep_translation_draft(
        actor=request.actor, text=found.loaded.text, language=language, passage=passage, at=request.now,
        **form.cleaned_data,
    )  # fmt: skip  # one act, read as one
    clock = formats.time_format(timezone.localtime(request.now))
    return JsonResponse({"kept": True, "message": _("Draft kept at %(time)s") % {"time": clock}})


@require_POST
def checks(request: ActorRequest, slug: str, language: str, passage: str) -> HttpResponse:
    """What the glossary has to say to what is being typed."""
    found = _load(request, slug, language, passage)
    negotiated = found.loaded.text.negotiated_language
    source = found.desk.document.passage(passage).text(negotiated)
    said = request.POST.get("words", "")[:20_000]
    told = pages.findings(queries.glossary_entries(), source, said, (negotiated, language))
    return render(request, "translation/_checks.html", {"findings": told, "language": language})


@require_POST
def propagations(request: ActorRequest, slug: str, language: str, passage: str) -> HttpResponse:
    """The change of the source does not alter its meaning: what was made on the earlier words holds on."""
    found = _load(request, slug, language, passage)
    form = PropagationForm(request.POST)
    here = reverse("translation:passage", args=[slug, language, passage])
    if not form.is_valid():
        explain(request, form)
        return back(request, here)
    commands.propagate(
        actor=request.actor, text=found.loaded.text, passage=passage, at=request.now, **form.cleaned_data
    )
    return back(
        request, here, _("Kept with its reason. Translations made on the earlier words hold on, in every language.")
    )
