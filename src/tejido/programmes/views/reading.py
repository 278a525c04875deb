"""Reading: all that may be read, one member, one initiative, and what it said before."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET

from tejido.ledger.requests import ActorRequest
from tejido.registry.queries import seats_by_office
from tejido.registry.rules import may_keep_network
from tejido.registry.tabs import home_tabs
from tejido.registry.views.finding import member_or_404
from tejido.registry.words import seat_words
from tejido.web.answers import or_404

from .. import queries, rules
from ..forms import STEPS, StrikeForm
from ..names import Field
from ..tabs import initiative_tabs
from ..words import facts, lines
from .files import downloads
from .loading import own_or_404
from .searching import wanted_form


@require_GET
def home(request: ActorRequest) -> HttpResponse:
    """All initiatives that the reader may read. Public."""
    form = wanted_form(request)
    wanted = form.wanted
    asked = request.GET.copy()
    asked.pop("page", None)
    page = {
        "form": form,
        "leaf": queries.leaf_for(request.actor, wanted, request.GET.get("page")),
        "overview": queries.overview_for(request.actor) if wanted.is_empty else None,
        "is_empty": wanted.is_empty,
        "names": queries.names_for(request.actor),
        "query": asked.urlencode(),
        "files": downloads(asked.urlencode()),
        "tabs": home_tabs(request.actor, request.path),
        "may_tell": rules.may_tell(request.actor, request.actor.member) is None,
        "may_write": _may_write(request),
    }
    return render(request, "programmes/home.html", page)


def _may_write(request: ActorRequest) -> bool:
    actor = request.actor
    return rules.may_write(actor, actor.member, [actor.institution]) is None


@require_GET
def member(request: ActorRequest, code: str) -> HttpResponse:
    """The areas and initiatives of one member, as far as the reader may read them. Public."""
    of, actor = member_or_404(code), request.actor
    leaf = queries.leaf_for(actor, queries.Wanted(member=code), request.GET.get("page"))
    page = {
        "member": of,
        "areas": queries.areas_for(actor, code),
        "leaf": leaf,
        "names": queries.names_for(actor),
        "is_own": rules.is_own(actor, code),
        "may_tell": rules.may_tell(actor, code) is None,
        "may_write": rules.may_write(actor, code, [actor.institution]) is None,
        "may_report": may_keep_network(actor) is None,
        "tabs": home_tabs(actor, request.path),
    }
    return render(request, "programmes/member.html", page)


@require_GET
def initiative(request: ActorRequest, key: str) -> HttpResponse:
    """One initiative: all of it for its member's own seats, for others what was released to them. Public."""
    found = _seen(request, key)
    row, actor = found.initiative, request.actor
    names = queries.names_for(actor, [found.values])
    readers = queries.standing_releases(row) if found.is_own else None
    page = {
        "seen": found,
        "initiative": row,
        "member": row.member,
        "facts": [fact for fact in facts(found, names, readers) if fact.field != Field.TITLE],
        "names": names,
        "readers": readers,
        "tabs": initiative_tabs(actor, row, request.path),
        **_acts(request, found),
    }
    return render(request, "programmes/initiative.html", page)


def _seen(request: ActorRequest, key: str) -> queries.Seen:
    with or_404():
        return queries.initiative_for(request.actor, key)


def _acts(request: ActorRequest, found: queries.Seen) -> dict[str, Any]:
    """What the reader may do with it."""
    row = found.initiative
    named = found.values.get(Field.INSTITUTION, {}).get("key", "")
    may_change = rules.may_change(request.actor, row, [named]) is None
    return {
        "may_change": may_change,
        "may_release": rules.may_release(request.actor, row) is None,
        "steps": [(name, label) for name, (label, _form) in STEPS.items()] if may_change else [],
        "strike_form": StrikeForm(),
    }


@require_GET
def revisions(request: ActorRequest, key: str) -> HttpResponse:
    """What was changed when and by which office, the latest first: for the member's own seats alone."""
    row = own_or_404(request, key)
    found = queries.revisions_of(row)
    names = queries.names_for(request.actor, [{field: now} for one in found for field, _before, now in one.fields])
    told = [
        (one, [(Field(field).label, _lines(field, before, names), _lines(field, now, names))
               for field, before, now in one.fields])
        for one in found
    ]  # fmt: skip
    seats = seats_by_office({one.first.office for one in found})
    page = {
        "initiative": row,
        "member": row.member,
        "title": queries.values_of(row).get(Field.TITLE, {}),
        "revisions": told,
        "offices": {office: seat_words(seat) for office, seat in seats.items()},
        "ended": queries.ended_releases(row),
        "tabs": initiative_tabs(request.actor, row, request.path),
        "nothing": _("nothing"),
    }
    return render(request, "programmes/revisions.html", page)


def _lines(field: str, value: Any, names: queries.Names) -> list[Any]:
    return list(lines(field, value, names)) if value is not None else []
