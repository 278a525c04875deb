"""The translation desk: how each language of a text stands, the list of its passages, and the acts on many of them."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_POST

from tejido.ledger.requests import ActorRequest
from tejido.registry.names import Task
from tejido.registry.queries import seat_names
from tejido.registry.words import seat_words
from tejido.web.answers import back, explain, or_404
from tejido.web.components import Download

from .. import commands, pages, queries, rules
from ..forms import AssignmentForm, FileForm, FilterForm, ReviewForm, SeenForm, SignatoriesForm
from ..papers import FORMATS
from .loading import AtDesk, load_desk, load_version, version_address


@require_GET
def desk(request: ActorRequest, slug: str) -> HttpResponse:
    """Languages and states of a text, and who has which part."""
    found = load_desk(request, slug)
    may_assign = rules.may_assign(found.loaded.capacity) is None
    context = {
        "text": found.loaded.text,
        "revision": found.loaded.latest,
        "states": pages.state_columns(),
        "lines": pages.version_lines(found.desk),
        "assignments": pages.assignment_lines(found.desk, request.actor, may_end=may_assign),
        "form": _assignment_form(found) if may_assign else None,
    }
    return render(request, "translation/desk.html", context)


def _assignment_form(found: AtDesk, data: Any = None) -> AssignmentForm:
    text = found.loaded.text
    sections = pages.section_choices(found.desk.document, text.negotiated_language)
    seats = [(seat.key, seat_words(seat)) for seat in queries.translators_of(text.body)]
    return AssignmentForm(data, sections=sections, seats=seats)


@require_POST
def assignments(request: ActorRequest, slug: str) -> HttpResponse:
    found = load_desk(request, slug)
    form = _assignment_form(found, request.POST)
    here = reverse("translation:desk", args=[slug])
    if not form.is_valid():
        explain(request, form)
        return back(request, here)
    values = form.cleaned_data
    seat = seat_names({values.pop("seat")})
    commands.assign(
        actor=request.actor, text=found.loaded.text, seat=next(iter(seat.values())), at=request.now, **values
    )
    return back(request, here, _("Assigned. The seat sees it on its list."))


@require_POST
def assignment_endings(request: ActorRequest, slug: str, key: str) -> HttpResponse:
    found = load_desk(request, slug)
    with or_404():
        row = queries.assignment_for(found.loaded.text, key)
    commands.end_assignment(actor=request.actor, assignment=row, at=request.now)
    return back(
        request, reverse("translation:desk", args=[slug]), _("The assignment has ended. What was translated stays.")
    )


@require_GET
def version(request: ActorRequest, slug: str, language: str) -> HttpResponse:
    """The passages of a language by section, narrowed by state, section and seat."""
    found = load_version(request, slug, language)
    text, latest = found.loaded.text, found.loaded.latest
    sections = pages.section_choices(found.desk.document, text.negotiated_language)
    form = FilterForm(request.GET, sections=sections)
    every = queries.parts_of(found.desk, language, form.asked, request.actor)
    parts, way_on = pages.stretch_of(every, request.GET)
    context = {
        "text": text,
        "revision": latest,
        "language": language,
        "version": found.desk.version(language),
        "filter": form,
        "parts": parts,
        "way_on": way_on,
        "has_drafts": any(row.is_reviewable for part in every for row in part.rows),
        "may_translate": rules.may_translate(found.loaded.capacity) is None,
    }
    if "after" in request.GET:
        return render(request, "translation/_parts.html", context)
    context |= {
        "files": [
            Download(kind.label, reverse("translation:files", args=[slug, language, ending]))
            for ending, kind in FORMATS.items()
        ],
        "file_form": FileForm(),
        **_concordance(request, found, language),
    }
    return render(request, "translation/version.html", context)


def _concordance(request: ActorRequest, found: AtDesk, language: str) -> dict[str, Any]:
    """Who signs, who has signed, and the forms for who may act."""
    text, capacity = found.loaded.text, found.loaded.capacity
    standings, named = found.desk.standings[language], found.desk.signatories.get(language, frozenset())
    seen = queries.version_digest(found.desk.document, language, text.negotiated_language)
    acts = {"seen": seen, "version": seen}
    may_sign = rules.may_sign(request.actor, named, standings, **acts)
    may_declare = rules.may_declare(request.actor, capacity, standings, **acts)
    form = None
    if rules.may_assign(capacity) is None:
        seats = [(seat.key, seat_words(seat)) for seat in queries.seats_of(text.body)]
        form = SignatoriesForm(initial={"seats": sorted(named)}, seats=seats)
    return {
        "seen": seen,
        "signatories": pages.signatory_lines(queries.signatory_rows(text, language), standings),
        "signatories_form": form,
        "may_sign": pages.lacks_only_factor(may_sign),
        "may_declare": pages.lacks_only_factor(may_declare),
        "chairs": Task.CHAIR in capacity.tasks,
    }


@require_POST
def reviews(request: ActorRequest, slug: str, language: str) -> HttpResponse:
    """Marks the passages that were ticked as reviewed."""
    found = load_version(request, slug, language)
    form = ReviewForm(request.POST, ids=list(found.desk.standings[language]))
    here = _way_back(request, slug, language)
    if not form.is_valid():
        explain(request, form)
        return back(request, here)
    made = commands.mark_reviewed(
        actor=request.actor, text=found.loaded.text, language=language, at=request.now, **form.cleaned_data
    )
    count = len(made)
    said = ngettext("%(count)s passage is reviewed.", "%(count)s passages are reviewed.", count)
    return back(request, here, said % {"count": count})


def _way_back(request: ActorRequest, slug: str, language: str) -> str:
    """To the passage that was reviewed by itself, or to the list."""
    if request.POST.get("one") and request.POST.get("passages"):
        return reverse("translation:passage", args=[slug, language, request.POST["passages"]])
    return version_address(slug, language)


@require_POST
def signatories(request: ActorRequest, slug: str, language: str) -> HttpResponse:
    found = load_version(request, slug, language)
    seats = queries.seats_of(found.loaded.text.body)
    form = SignatoriesForm(request.POST, seats=[(seat.key, seat_words(seat)) for seat in seats])
    here = version_address(slug, language)
    if not form.is_valid():
        explain(request, form)
        return back(request, here)
    chosen = [seat for seat in seats if seat.key in form.cleaned_data["seats"]]
    commands.name_signatories(
        actor=request.actor, text=found.loaded.text, language=language, seats=chosen, at=request.now
    )
    return back(request, here, _("Named. They sign once every passage is reviewed."))


@require_POST
def signatures(request: ActorRequest, slug: str, language: str) -> HttpResponse:
    found = load_version(request, slug, language)
    commands.sign_concordance(
        actor=request.actor, text=found.loaded.text, language=language, seen=_seen(request), at=request.now
    )
    return back(request, version_address(slug, language), _("Signed. It holds for exactly these words."))


@require_POST
def declarations(request: ActorRequest, slug: str, language: str) -> HttpResponse:
    found = load_version(request, slug, language)
    commands.declare_authentic(
        actor=request.actor, text=found.loaded.text, language=language, seen=_seen(request), at=request.now
    )
    return back(request, version_address(slug, language), _("Declared authentic, word for word."))


def _seen(request: ActorRequest) -> str:
    form = SeenForm(request.POST)
    if not form.is_valid():
        raise Http404
    return str(form.cleaned_data["seen"])
