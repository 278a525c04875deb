"""The register as pages, and the choice of a seat."""

from django.conf import settings
from django.contrib.auth import login
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from tejido.ledger.refusals import Refusal, Refused
from tejido.ledger.requests import ActorRequest
from tejido.people.commands import choose_seat
from tejido.people.names import No

from .. import queries, rules
from ..forms import DepartureForm, InstitutionForm, StandingForm
from ..names import Stand
from .days import shown_day


@require_GET
def members(request: ActorRequest) -> HttpResponse:
    """Members with their dated and sourced status on a day. Public."""
    shown = shown_day(request)
    lines = [(line, line.stand_on(shown.on.day), line.on(shown.on.day)) for line in queries.members()]
    page = {
        "lines": lines,
        "shown": shown,
        "of_record": sum(stand == Stand.OF_RECORD for _, stand, _ in lines),
        "may_keep": rules.may_keep_network(request.actor) is None,
    }
    return render(request, "registry/members.html", page)


@require_GET
def member(request: ActorRequest, code: str) -> HttpResponse:
    """A member on a day: what the sources say, and its institutions and seats for those who take part in the
    network."""
    line = queries.member_line(code)
    if line is None:
        raise Http404
    shown = shown_day(request)
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
    }
    return render(request, "registry/member.html", page)


def _entering() -> dict[str, object]:
    """Forms that share names of fields, each with ids of its own, so that every label has its field."""
    return {"standing": StandingForm(auto_id="standing_%s"), "departure": DepartureForm(auto_id="departure_%s")}


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
    if request.actor.is_public:
        raise Http404
    shown = shown_day(request)
    page = {
        "institutions": queries.network_institutions(request.actor, shown.on),
        "shown": shown,
        **_keeping(rules.may_keep_network(request.actor) is None),
    }
    return render(request, "registry/network.html", page)


@require_POST
def seat(request: ActorRequest) -> HttpResponse:
    """From now on the person acts from this seat. Only from one that they hold."""
    wanted = request.POST.get("seat", "")
    if wanted not in {mandate.seat_id for mandate in request.mandates}:
        raise Refused(Refusal(No.NOT_YOUR_SEAT))
    choose_seat(account=request.user, seat=wanted)
    return redirect("desk:home")


@require_POST
def trial(request: ActorRequest, key: str) -> HttpResponse:
    """One click into a demonstration seat. In any other network this address does not exist."""
    account = queries.demonstration_account(key, request.now)
    if account is None:
        raise Http404
    login(request, account, backend=settings.AUTHENTICATION_BACKENDS[0])
    choose_seat(account=account, seat=key)
    return redirect("desk:home")
