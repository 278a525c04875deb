"""A member with what the sources say of it, and the network's own seats."""

from __future__ import annotations

from django.forms import BaseForm
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET

from tejido.ledger.requests import ActorRequest, seat_or_404

from .. import queries, rules
from ..forms import DepartureForm, InstitutionForm, StandingForm
from .days import shown_day

# Forms that share a page share names of fields; each has ids of its own, so that every label has its field.
STANDING, DEPARTURE = "standing_%s", "departure_%s"


@require_GET
def member(request: ActorRequest, code: str) -> HttpResponse:
    """A member on a day: what the sources say, and its institutions and seats for those who take part in the
    network. Public."""
    return member_page(request, code)


def member_page(request: ActorRequest, code: str, **filled: BaseForm) -> HttpResponse:
    """The page with empty forms; those in `filled` come back with what was typed and what is wrong with it."""
    line = queries.member_line(code)
    if line is None:
        raise Http404
    shown = shown_day(request, reverse("registry:member", args=[code]))
    refusal = rules.may_keep(request.actor, code, queries.is_manned(line.member, request.now))
    may_enter = rules.may_keep_network(request.actor) is None
    page = {
        "page": queries.member_page(request.actor, line, shown.on),
        "shown": shown,
        "stand": line.stand_on(shown.on.day),
        "speaking": line.on(shown.on.day),
        "corrections": _corrections(request, line),
        "may_enter": may_enter,
        **(_entering() if may_enter else {}),
        **_keeping(refusal is None),
        **filled,
    }
    return render(request, "registry/member.html", page, status=422 if filled else 200)


def _entering() -> dict[str, object]:
    return {"standing": StandingForm(auto_id=STANDING), "departure": DepartureForm(auto_id=DEPARTURE)}


def _corrections(request: ActorRequest, line: queries.MemberLine) -> tuple[object, ...]:
    if request.actor.is_public:
        return ()
    return queries.corrections_of([line.member.key, *(standing.key for standing in line.standings)])


def _keeping(may_keep: bool) -> dict[str, object]:
    """What a page of institutions needs for who keeps them."""
    if not may_keep:
        return {"may_keep": False}
    return {"may_keep": True, "institution_form": InstitutionForm(sectors=queries.sectors())}


@require_GET
def network(request: ActorRequest) -> HttpResponse:
    """The network's own institutions and seats on a day: secretariat, chair, translators, observers."""
    return network_page(request)


def network_page(request: ActorRequest, **filled: BaseForm) -> HttpResponse:
    """The page with an empty form, or with the one that came back."""
    seat_or_404(request)
    shown = shown_day(request, reverse("registry:network"))
    page = {
        "institutions": queries.network_institutions(request.actor, shown.on),
        "shown": shown,
        **_keeping(rules.may_keep_network(request.actor) is None),
        **filled,
    }
    return render(request, "registry/network.html", page, status=422 if filled else 200)
