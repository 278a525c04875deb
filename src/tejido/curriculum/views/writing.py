"""Editing a section: form, live preview, kept drafts, and the page that shows both sides when two wrote at once."""

from itertools import count

from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import redirect, render, resolve_url
from django.utils import formats, timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from tejido.engine.document import Document, passage_id, section_span
from tejido.formats.markdown import read, write
from tejido.ledger.requests import ActorRequest
from tejido.web.reading import read_once

from .. import commands, queries
from ..forms import SectionForm
from .loading import Loaded, load, revision_or_404

PREAMBLE = "start"  # the address of what stands before the first heading


@require_http_methods(["GET", "POST"])
def section(request: ActorRequest, slug: str, section: str) -> HttpResponse:
    """Edits one section in one language. A save on an older revision is merged, or shown beside what others wrote."""
    loaded = load(request, slug)
    if not loaded.may_write:
        raise Http404
    if request.method == "GET":
        return _edit_page(request, loaded, section, SectionForm(initial=_initial(request, loaded, section)))
    form = SectionForm(request.POST)
    if not form.is_valid():
        return _edit_page(request, loaded, section, form, status=422)
    return _save(request, loaded, section, form)


def _save(request: ActorRequest, loaded: Loaded, section: str, form: SectionForm) -> HttpResponse:
    values = form.cleaned_data
    base = revision_or_404(loaded.text, values["base"])
    outcome = commands.save_section(
        actor=request.actor,
        text=loaded.text,
        section=_id(section),
        language=loaded.language,
        markdown=values["markdown"],
        base=base,
        reason=values["reason"],
        at=request.now,
    )
    if isinstance(outcome, commands.Clash):
        return _clash_page(request, loaded, section, form, outcome)
    commands.discard_draft(actor=request.actor, text=loaded.text, section=_id(section), language=loaded.language)
    anchor = "" if section == PREAMBLE else f"#p-{section}"
    return redirect(f"{resolve_url('curriculum:text', loaded.text.slug)}?language={loaded.language}{anchor}")


def _id(section: str) -> str | None:
    return None if section == PREAMBLE else section


def _initial(request: ActorRequest, loaded: Loaded, section: str) -> dict[str, object]:
    """The section as it stands, or the seat's own kept draft of it."""
    draft = queries.draft_of(request.actor, loaded.text, _id(section), loaded.language)
    if draft and not request.GET.get("fresh"):
        return {"markdown": draft.markdown, "base": draft.base.number, "draft": True}
    try:
        markdown = markdown_of(queries.document_of(loaded.latest), section, loaded.language)
    except KeyError as problem:
        raise Http404 from problem
    return {"markdown": markdown, "base": loaded.latest.number}


def markdown_of(document: Document, section: str, language: str) -> str:
    """One section in one language as people edit it. KeyError where the section is gone."""
    span = section_span(document, _id(section))
    return write(Document.of(document.passages[span.start : span.end]), language)


def _edit_page(
    request: ActorRequest, loaded: Loaded, section: str, form: SectionForm, status: int = 200
) -> HttpResponse:
    context = {
        "text": loaded.text,
        "language": loaded.language,
        "section": section,
        "form": form,
        "latest": loaded.latest,
    }
    return render(request, "curriculum/section.html", context, status=status)


def _clash_page(
    request: ActorRequest, loaded: Loaded, section: str, form: SectionForm, clash: commands.Clash
) -> HttpResponse:
    """409 with the three texts side by side; saving from here is on top of the latest revision."""
    documents = queries.documents_of([clash.base, clash.latest])
    context = {
        "text": loaded.text,
        "language": loaded.language,
        "section": section,
        "clash": clash,
        "base_markdown": markdown_of(documents[clash.base.digest], section, loaded.language),
        "their_markdown": _theirs(documents[clash.latest.digest], section, loaded.language),
        "form": SectionForm(initial={**form.cleaned_data, "base": clash.latest.number}),
    }
    return render(request, "curriculum/clash.html", context, status=409)


def _theirs(document: Document, section: str, language: str) -> str:
    """What others made of the section: nothing, where they took it out."""
    try:
        return markdown_of(document, section, language)
    except KeyError:
        return ""


@require_POST
def preview(request: ActorRequest, slug: str) -> HttpResponse:
    """How what is being typed will read."""
    loaded = load(request, slug)
    numbers = count()
    written = read(
        request.POST.get("markdown", ""), loaded.language, lambda: passage_id(next(numbers).to_bytes(8)[::-1])
    )
    shown = read_once(written, loaded.language, f"/texts/{slug}/pictures/")
    return render(request, "curriculum/_preview.html", {"reading": shown})


@require_POST
def draft(request: ActorRequest, slug: str, section: str) -> HttpResponse:
    """Keeps what is being typed, for this seat only."""
    loaded = load(request, slug)
    form = SectionForm(request.POST)
    if not form.is_valid():
        return JsonResponse({"kept": False}, status=422)
    base = revision_or_404(loaded.text, form.cleaned_data["base"])
    commands.keep_draft(
        actor=request.actor,
        text=loaded.text,
        section=_id(section),
        language=loaded.language,
        markdown=form.cleaned_data["markdown"],
        base=base,
        at=request.now,
    )
    clock = formats.time_format(timezone.localtime(request.now))
    return JsonResponse({"kept": True, "message": _("Draft kept at %(time)s") % {"time": clock}})
