"""The mechanism as a body of the register: the member enters it, and institutions join and leave."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from tejido.ledger.refusals import ask
from tejido.ledger.requests import ActorRequest
from tejido.registry.commands import convene_mechanism, join_mechanism, leave_mechanism
from tejido.registry.queries import day_of, institution_for, parties_of
from tejido.registry.rules import may_keep_mechanism
from tejido.registry.views.finding import member_or_404
from tejido.web.answers import back, explain, or_404
from tejido.web.languages import in_my_language

from .. import queries
from ..forms import JoinForm, LeaveForm, MechanismForm
from ..tabs import own_tabs

if TYPE_CHECKING:  # views name the types of rows and never touch tables
    from tejido.registry.models import Member


@require_http_methods(["GET", "POST"])
def convening(request: ActorRequest, code: str) -> HttpResponse:
    """The member enters its mechanism: from then on it has a space of its own, with texts, rounds and adoption."""
    member = member_or_404(code)
    ask(may_keep_mechanism(request.actor, code))
    form = MechanismForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        convene_mechanism(actor=request.actor, member=member, name=form.names, at=request.now)
        done = _("The mechanism has a space of its own now. Its institutions can join.")
        return back(request, reverse("mechanisms:parties", args=[code]), done)
    page = {"form": form, "member": member}
    return render(request, "mechanisms/convening.html", page, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
def parties(request: ActorRequest, code: str) -> HttpResponse:
    """The institutions that take part, with their days; for the member's own seats."""
    member = member_or_404(code)
    if request.actor.is_public or request.actor.member != code:
        raise Http404
    may_keep = may_keep_mechanism(request.actor, code) is None
    try:
        body = queries.mechanism_of(request.actor, code)
    except ObjectDoesNotExist:
        return redirect("mechanisms:convening", code) if may_keep else _without_space(request, member)
    rows = parties_of(body)
    free = [(row.key, in_my_language(row.name)) for row in queries.institutions_outside(body)]
    form = JoinForm(request.POST or None, institutions=free, initial={"since": day_of(request.now)})
    if request.method == "POST" and form.is_valid():
        values = form.cleaned_data
        join_mechanism(
            actor=request.actor, body=body, institution=institution_for(values["institution"]), since=values["since"],
            at=request.now,
        )  # fmt: skip
        return back(request, request.path, _("The institution takes part from that day on."))
    page = {
        "form": form,
        "today": day_of(request.now),
        "member": member,
        "body": body,
        "parties": rows,
        "may_keep": may_keep,
        "can_join": bool(free),
        "tabs": own_tabs(request.actor, code, request.path),
    }
    return render(request, "mechanisms/parties.html", page, status=422 if form.errors else 200)


def _without_space(request: ActorRequest, member: Member) -> HttpResponse:
    """For the seats of the member that cannot give it one."""
    page = {"member": member, "tabs": own_tabs(request.actor, member.code, request.path)}
    return render(request, "mechanisms/without_space.html", page)


@require_POST
def endings(request: ActorRequest, key: str) -> HttpResponse:
    """The institution leaves on a day."""
    with or_404():
        party = queries.party_for(request.actor, key)
    here = reverse("mechanisms:parties", args=[request.actor.member])
    form = LeaveForm(request.POST)
    if not form.is_valid():
        explain(request, form)
        return back(request, here)
    leave_mechanism(actor=request.actor, party=party, until=form.cleaned_data["until"], at=request.now)
    return back(request, here, _("Entered. What the institution said and agreed to stays."))
