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
from ..forms import InstitutionForm, SeatForm, StandingForm


@require_GET
def members(request: ActorRequest) -> HttpResponse:
    """Members with their dated and sourced status. Public."""
    today = request.now.date()
    lines = [(line, line.is_of_record(today)) for line in queries.members()]
    page = {
        "lines": lines,
        "today": today,
        "may_keep": rules.may_keep_network(request.actor) is None,
    }
    return render(request, "registry/members.html", page)


@require_GET
def member(request: ActorRequest, code: str) -> HttpResponse:
    """A member: what the sources say, and its institutions and seats for those who take part in the network."""
    line = next((line for line in queries.members() if line.member.code == code), None)
    if line is None:
        raise Http404
    refusal = rules.may_keep(request.actor, code, queries.is_manned(line.member, request.now))
    page = {
        "page": queries.member_page(request.actor, line, request.now),
        "is_of_record": line.is_of_record(request.now.date()),
        "may_enter": rules.may_keep_network(request.actor) is None,
        "standing": StandingForm(),
        **_keeping(refusal is None, is_of_member=True),
    }
    return render(request, "registry/member.html", page)


def _keeping(may_keep: bool, *, is_of_member: bool) -> dict[str, object]:
    """What a page of institutions needs for who keeps them."""
    if not may_keep:
        return {"may_keep": False}
    return {"may_keep": True, "institution_form": InstitutionForm(), "seat_form": SeatForm(is_of_member=is_of_member)}


@require_GET
def network(request: ActorRequest) -> HttpResponse:
    """The network's own institutions and seats: secretariat, chair, translators, observers."""
    if request.actor.is_public:
        raise Http404
    page = {
        "institutions": queries.network_institutions(request.actor, request.now),
        **_keeping(rules.may_keep_network(request.actor) is None, is_of_member=False),
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
