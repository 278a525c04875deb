"""A new text from files, the languages that a person still has to join, and the text as files."""

from collections.abc import Iterable

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods

from tejido.engine.document import Document, Passage
from tejido.formats import BadFile
from tejido.formats.markdown import write
from tejido.ledger.requests import ActorRequest
from tejido.registry.queries import bodies_facilitated_by, body_for
from tejido.web.answers import explain
from tejido.web.bad_files import sentence
from tejido.web.downloads import saved
from tejido.web.languages import in_my_language
from tejido.web.reading import ReadPassage, reading

from .. import commands, queries
from ..forms import ImportForm, JoinForm
from ..imports import UnknownFile, read_files
from ..rules import may_join
from .loading import load


@require_http_methods(["GET", "POST"])
def new(request: ActorRequest) -> HttpResponse:
    """A new text from Markdown, Word or Akoma Ntoso files in one or several languages."""
    bodies = [(body.key, in_my_language(body.name)) for body in bodies_facilitated_by(request.actor)]
    if not bodies:
        raise Http404
    form = ImportForm(request.POST or None, request.FILES or None, bodies=bodies)
    if request.method == "POST" and form.is_valid():
        answer = _import(request, form)
        if answer:
            return answer
    return render(request, "curriculum/new.html", {"form": form}, status=422 if form.errors else 200)


def _import(request: ActorRequest, form: ImportForm) -> HttpResponse | None:
    """The new text's page, or None with the error in the form: then nothing was made."""
    values = form.cleaned_data
    try:
        source, notices = read_files([(f.name, f.read()) for f in values["files"]], values["negotiated"])
    except BadFile as problem:
        form.add_error("files", sentence(problem))
        return None
    except UnknownFile as problem:
        unknown = _("“%(name)s” is neither Markdown (.md) nor Word (.docx) nor Akoma Ntoso (.xml).")
        form.add_error("files", unknown % {"name": problem.name})
        return None
    text = commands.create_text(
        actor=request.actor,
        body=body_for(request.actor, values["body"]),
        title=values["title"],
        source=source,
        reason=_("Import"),
        at=request.now,
    )
    if notices:
        count = len(notices)
        messages.info(
            request,
            ngettext(
                "%(count)s thing in the file was simplified.", "%(count)s things in the file were simplified.", count
            )
            % {"count": count},
        )
    return redirect("curriculum:text", text.slug)


@require_http_methods(["GET", "POST"])
def languages(request: ActorRequest, slug: str) -> HttpResponse:
    """What did not align between two languages, side by side, for a person to join."""
    loaded = load(request, slug)
    if request.method == "POST":
        form = JoinForm(request.POST)
        if form.is_valid():
            commands.join_passages(actor=request.actor, text=loaded.text, at=request.now, **form.cleaned_data)
            messages.success(request, _("The two passages are one now."))
        else:
            explain(request, form)
        return redirect("curriculum:languages", slug)
    document = queries.document_of(loaded.latest)
    others = [tag for tag in loaded.latest.languages if tag != loaded.text.negotiated_language]
    other = request.GET.get("other", "")
    if other not in others:
        other = next(iter(others), "")
    missing = queries.unjoined(document, tuple(loaded.latest.languages))
    context = {
        "text": loaded.text,
        "languages": loaded.latest.languages,
        "negotiated": loaded.text.negotiated_language,
        "other": other,
        "missing": {tag: len(found) for tag, found in missing.items()},
        "without": _read(document, missing.get(other, ()), loaded.text.negotiated_language),
        "only": _read(document, missing.get(loaded.text.negotiated_language, ()), other, only=other),
        "may_join": may_join(loaded.capacity) is None,
    }
    return render(request, "curriculum/languages.html", context)


def _read(document: Document, passages: Iterable[Passage], language: str, only: str = "") -> list[ReadPassage]:
    wanted = {p.id for p in passages if not only or only in p.languages}
    return [p for p in reading(document, language).passages if p.id in wanted]


@require_GET
def export(request: ActorRequest, slug: str, language: str) -> HttpResponse:
    """The text in one language as Markdown."""
    loaded = load(request, slug)
    if language not in loaded.latest.languages:
        raise Http404
    body = write(queries.document_of(loaded.latest), language)
    return saved(body, "text/markdown; charset=utf-8", f"{slug}.{language}.md")
