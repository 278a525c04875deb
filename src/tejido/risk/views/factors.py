"""The analysis as an outline, its frame, its factors and their evidence."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from tejido.ledger.keys import new_key
from tejido.ledger.requests import ActorRequest
from tejido.web.answers import back

from .. import commands, proof
from ..forms import EntryForm, EvidenceForm, FactorForm, FrameForm
from ..names import Factor
from ..queries.access import Opened
from ..queries.pages import part_of, parts_of
from ..sentences import choice_words
from ..terms import CHOSEN, FRAME, WRITTEN, Clash, Joined
from ..words import FIELDS, GROUPS, GUIDES
from .guarding import frame, load, private


@require_GET
@private
def analysis(request: ActorRequest, key: str) -> HttpResponse:
    """The fourteen factors on one page, as they stand."""
    opened = load(request, key)
    parts = {part.factor: part for part in parts_of(opened)}
    page = {
        "groups": [(name, [(parts[f], GUIDES[f].gloss) for f in factors]) for name, factors in GROUPS],
        "answered": sum(part.is_answered for part in parts.values()),
        "count": len(parts),
    }
    return render(request, "risk/analysis.html", page | frame(request, opened))


@require_http_methods(["GET", "POST"])
@private
def frames(request: ActorRequest, key: str) -> HttpResponse:
    """What is looked at; when it is looked at again, and who was told."""
    opened = load(request, key)
    initial = {name: opened.cells.get(name, "") for name in FRAME} | {"base": opened.analysis.version}
    form, joined = FrameForm(request.POST or None, initial=initial), None
    if request.method == "POST" and form.is_valid():
        joined = save(request, opened, form.cleaned_data["base"], form.changes)
        if not joined.clashes:
            return back(request, reverse("risk:analysis", args=[key]), _("Kept, sealed."))
        form = FrameForm(initial=_after_clash(joined, form.changes, FRAME, "", opened.analysis.version))
    page = {"form": form, "clashes": clashes_shown(joined), "language": opened.analysis.language}
    return render(request, "risk/frame.html", page | frame(request, opened), status=status_of(form, joined))


@require_http_methods(["GET", "POST"])
@private
def factors(request: ActorRequest, key: str, place: str) -> HttpResponse:
    """One factor: what to ask of it, what is said, its evidence."""
    opened = load(request, key)
    factor = _factor(opened, place)
    part, names = part_of(opened.cells, factor, place), (*CHOSEN, *WRITTEN)
    form = FactorForm(request.POST or None, initial={**part.cells, "base": opened.analysis.version})
    joined = None
    if request.method == "POST" and form.is_valid():
        joined = save(request, opened, form.cleaned_data["base"], form.changes(factor))
        if not joined.clashes:
            here = reverse("risk:analysis", args=[key])
            return back(request, f"{here}#part-{factor}", _("Kept, sealed."))
        changes = {name.partition(".")[2]: value for name, value in form.changes(factor).items()}
        form = FactorForm(initial=_after_clash(joined, changes, names, f"{factor}.", opened.analysis.version))
    page = {
        "form": form, "part": part, "guide": GUIDES[factor], "clashes": clashes_shown(joined),
        "language": opened.analysis.language, "beside": _beside(opened, factor),
    }  # fmt: skip  # one page
    return render(request, "risk/factor.html", page | frame(request, opened), status=status_of(form, joined))


@require_http_methods(["GET", "POST"])
@private
def evidence(request: ActorRequest, key: str, place: str) -> HttpResponse:
    """A piece of evidence: a new one, or one that is put right (`entry`)."""
    opened = load(request, key)
    factor = _factor(opened, place)
    entry = request.POST.get("entry") or request.GET.get("entry") or ""
    cell = f"{factor}.e.{entry}"
    if request.method == "GET" and entry and cell not in opened.cells:
        raise Http404
    initial = {**opened.cells.get(cell, {}), "entry": entry, "base": opened.analysis.version}
    form, joined = EvidenceForm(request.POST or None, initial=initial), None
    if request.method == "POST" and form.is_valid():
        own = cell if form.cleaned_data["entry"] else f"{factor}.e.{new_key()}"
        joined = save(request, opened, form.cleaned_data["base"], {own: form.piece})
        if not joined.clashes:
            here = reverse("risk:factor", args=[key, place])
            return back(request, f"{here}#evidence", _("Kept, sealed."))
        form = EvidenceForm(initial={**form.cleaned_data, "base": opened.analysis.version})
    page = {
        "form": form, "part": part_of(opened.cells, factor, place), "clashes": clashes_shown(joined), "entry": entry,
        "language": opened.analysis.language,
    }  # fmt: skip  # one page
    return render(request, "risk/evidence.html", page | frame(request, opened), status=status_of(form, joined))


@require_POST
@private
def evidence_removals(request: ActorRequest, key: str, place: str) -> HttpResponse:
    opened = load(request, key)
    factor, form = _factor(opened, place), EntryForm(request.POST)
    if not form.is_valid():
        raise Http404
    cell = f"{factor}.e.{form.cleaned_data['entry']}"
    commands.remove_evidence(actor=request.actor, opened=opened, cell=cell, at=request.now)
    here = reverse("risk:factor", args=[key, place])
    return back(
        request, f"{here}#evidence", _("Taken out. Earlier versions have it for seven days, or until you delete them.")
    )


def _factor(opened: Opened, place: str) -> Factor:
    found = proof.places(opened.data_key).get(place)
    if found is None:
        raise Http404
    return found


def _beside(opened: Opened, factor: Factor) -> list[tuple[Factor, str]]:
    """The factors before and after, with their places."""
    several = [(each, place) for place, each in proof.places(opened.data_key).items()]
    at = [each for each, _place in several].index(factor)
    return several[max(0, at - 1) : at] + several[at + 1 : at + 2]


def save(request: ActorRequest, opened: Opened, base: int | None, changes: dict[str, Any]) -> Joined:
    return commands.save_cells(actor=request.actor, opened=opened, base=base or 0, changes=changes, at=request.now)


def _after_clash(
    joined: Joined, mine: dict[str, Any], names: tuple[str, ...], start: str, version: int
) -> dict[str, Any]:
    """The form after a clash: my words where we clash, and everywhere else what was joined. Saved once more, it stands
    on the version that was just shown."""
    clashing = {clash.cell for clash in joined.clashes}
    found: dict[str, Any] = {"base": version}
    for name in names:
        cell = f"{start}{name}"
        found[name] = mine[name] if cell in clashing else joined.cells.get(cell, "")
    return found


def clashes_shown(joined: Joined | None) -> list[dict[str, Any]]:
    """Each clash in words: the field, what stood before, what stands now, what I wrote."""
    return [_clash(clash) for clash in joined.clashes] if joined else []


def _clash(clash: Clash) -> dict[str, Any]:
    name = clash.cell.rpartition(".")[2]
    said = {side: _said(name, getattr(clash, side)) for side in ("before", "theirs", "mine")}
    return said | {"field": FIELDS.get(name, FIELDS["what"])}


def _said(name: str, value: Any) -> str:
    if isinstance(value, dict):
        return "\n".join(f"{FIELDS[own]}: {_said(own, said)}" for own, said in value.items() if own in FIELDS and said)
    return choice_words(name, str(value or ""))


def status_of(form: Any, joined: Joined | None) -> int:
    if joined is not None:
        return 409
    return 422 if form.errors else 200
