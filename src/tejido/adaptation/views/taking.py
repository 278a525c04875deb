"""Bringing a version up to date: what is offered, change by change, and the one act that takes what was chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from tejido.curriculum.queries import documents_of
from tejido.engine.adaptation import offer
from tejido.ledger.requests import ActorRequest
from tejido.registry.queries import capacity
from tejido.web.answers import back
from tejido.web.languages import base

from .. import commands, queries
from ..forms import choices_in
from ..redline import offered_lines
from ..rules import may_work
from ..tabs import version_tabs
from .loading import language_in, own_or_404

if TYPE_CHECKING:  # views name the types of rows and never touch tables
    from ..queries import Upstream, Version

MOST = 40  # changes on one page


@require_http_methods(["GET", "POST"])
def uptakes(request: ActorRequest, key: str) -> HttpResponse:
    """What is offered, and taking up what was chosen of it."""
    version = own_or_404(request, key)
    upstream = queries.upstream_of(version.derivation, version.uptake)
    language = language_in(request, version.revision.languages, version.text.negotiated_language)
    if request.method == "POST":
        return _take(request, version, upstream, language)
    page = {
        "version": version,
        "derivation": version.derivation,
        "text": version.text,
        "language": language,
        "tabs": version_tabs(version, request.path),
        "upstream": upstream,
        "uptakes": queries.uptakes_of(version.derivation),
        "may_work": may_work(capacity(request.actor, version.text.body)) is None,
        **(_offered(request, version, upstream, language) if upstream else {}),
    }
    return render(request, "adaptation/uptakes.html", page)


def _offered(request: ActorRequest, version: Version, upstream: Upstream, language: str) -> dict[str, object]:
    """The changes, page by page, those that clash first. What is on no page that is sent stays on offer."""
    texts = documents_of([version.uptake, version.revision, upstream])
    before, theirs = texts[version.uptake.digest], texts[upstream.digest]
    found = offer(before, texts[version.revision.digest], theirs)
    source = version.derivation.source_id if upstream.is_edition else None
    core = queries.locked_until(source, upstream.number)
    clashing = [change for change in found.changes if not change.is_clean]
    clean = [change for change in found.changes if change.is_clean]
    leaf = Paginator([*clashing, *clean], MOST).get_page(request.GET.get("page"))
    return {
        "lines": offered_lines(list(leaf), before, theirs, core, language),
        "clean": len(clean),
        "clashing": len(clashing),
        "leaf": leaf,
    }


def _take(request: ActorRequest, version: Version, upstream: Upstream | None, language: str) -> HttpResponse:
    newer = upstream or version.uptake
    texts = documents_of([version.uptake, version.revision, newer])
    found = offer(texts[version.uptake.digest], texts[version.revision.digest], texts[newer.digest])
    choices, reasons = choices_in(request.POST, found)
    row = commands.take_up(
        actor=request.actor, derivation=version.derivation, base=request.POST.get("base", ""),
        ours=request.POST.get("ours", ""), theirs=request.POST.get("theirs", ""), choices=choices, reasons=reasons,
        language=base(language), at=request.now,
    )  # fmt: skip  # one act, read as one
    if row.left:
        messages.success(request, _("Taken. What you left stays on offer."))
        return redirect("adaptation:uptakes", version.derivation.key)
    messages.success(request, _("Taken. Your version is up to date with that edition."))
    return redirect("adaptation:version", version.derivation.key)


@require_POST
def undoings(request: ActorRequest, key: str) -> HttpResponse:
    version = own_or_404(request, key)
    seen = request.POST.get("seen", "")
    _revision, kept = commands.undo(actor=request.actor, derivation=version.derivation, seen=seen, at=request.now)
    said = _("Undone: what was before is back, and what was written since is kept.")
    if kept:
        said = _("Undone. Where others wrote since in the same passages, their words are kept: look at them.")
    return back(request, reverse("adaptation:uptakes", args=[key]), said)
