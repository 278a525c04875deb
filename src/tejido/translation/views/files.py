"""A language of a text as XLIFF or TMX: taken along, and brought back by way of a preview."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_POST

from tejido.curriculum.commands import Clash
from tejido.curriculum.views.loading import revision_or_404
from tejido.formats import BadFile
from tejido.ledger.refusals import No as Shared
from tejido.ledger.refusals import Refusal, Refused
from tejido.ledger.requests import ActorRequest
from tejido.web.answers import back, explain
from tejido.web.bad_files import sentence
from tejido.web.downloads import saved
from tejido.web.languages import name_of

from .. import commands, pages, queries, rules
from ..forms import FileForm
from ..imports import NotThisLanguage, opened, read_translations, sealed
from ..names import No
from ..papers import FORMATS, bitext_of, file_name
from .loading import AtDesk, load_version, version_address


@require_GET
def files(request: ActorRequest, slug: str, language: str, ending: str) -> HttpResponse:
    """Every passage in both languages, with its id and how it stands."""
    found = load_version(request, slug, language)
    if ending not in FORMATS:
        raise Http404
    kind = FORMATS[ending]
    return saved(kind.make(bitext_of(found.desk, language)), kind.media_type, file_name(found.desk, language, ending))


@require_POST
def imports(request: ActorRequest, slug: str, language: str) -> HttpResponse:
    """What of a file differs from what stands here. Nothing is kept yet."""
    found = load_version(request, slug, language)
    _ask(found)
    form = FileForm(request.POST, request.FILES)
    here = version_address(slug, language)
    if not form.is_valid():
        explain(request, form)
        return back(request, here)
    file = form.cleaned_data["file"]
    try:
        read = read_translations(file.read(), file.name, found.desk, language)
    except BadFile as problem:
        form.add_error("file", sentence(problem))
    except NotThisLanguage as problem:
        form.add_error("file", _not_this(language, problem))
    else:
        return _preview(request, found, language, read)
    explain(request, form)
    return back(request, here)


def _not_this(language: str, problem: NotThisLanguage) -> str:
    said = _("The file has no words in %(language)s. It has: %(found)s.")
    return said % {"language": name_of(language), "found": ", ".join(problem.found)}


def _ask(found: AtDesk) -> None:
    if refusal := rules.may_translate(found.loaded.capacity):
        raise Refused(refusal)


def _preview(request: ActorRequest, found: AtDesk, language: str, read: Any) -> HttpResponse:
    context = {
        "text": found.loaded.text,
        "language": language,
        "read": read,
        "rows": pages.import_lines(found.desk, language, read.rows, queries.glossary_entries()),
        "sealed": sealed(found.desk, language, read),
    }
    return render(request, "translation/import.html", context)


@require_POST
def landings(request: ActorRequest, slug: str, language: str) -> HttpResponse:
    """What was chosen of the preview lands as drafts."""
    found = load_version(request, slug, language)
    _ask(found)
    text, ticks = found.loaded.text, request.POST
    try:
        chosen = opened(ticks.get("sealed", ""), text.key, language, ticks.getlist("leave"), ticks.getlist("take"))
    except ValueError as problem:
        raise Refused(Refusal(No.NOT_FROM_PREVIEW)) from problem
    if not chosen.words:
        raise Refused(Refusal(No.NOTHING_CHOSEN))
    outcome = commands.save_translation(
        actor=request.actor,
        text=text,
        language=language,
        words=chosen.words,
        sources=chosen.sources,
        base=revision_or_404(text, chosen.base),
        by_machine=bool(ticks.get("by_machine")),
        keeps_forbidden=True,
        reason=_("Translations from a file"),
        at=request.now,
    )
    if isinstance(outcome, Clash):
        raise Refused(Refusal(Shared.STALE))
    said = ngettext(
        "%(count)s passage has landed as a draft.", "%(count)s passages have landed as drafts.", outcome.count
    )
    return back(request, version_address(slug, language), said % {"count": outcome.count})
