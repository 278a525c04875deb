"""Making an entry, correcting it, striking it out, showing it to others."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from tejido.ledger.refusals import ask
from tejido.ledger.requests import ActorRequest, seat_or_404
from tejido.registry.queries import members
from tejido.registry.rules import may_keep_network
from tejido.registry.views.finding import member_or_404
from tejido.web.answers import back, explain

from .. import commands, queries, rules
from ..forms import AudienceForm, CorrectionForm, EntryForm, StrikeForm, as_initial
from ..words import basis_choices
from .loading import asking, load, page_of

if TYPE_CHECKING:  # views name the types of rows and never touch tables
    from tejido.registry.models import Member


@require_http_methods(["GET", "POST"])
def entries(request: ActorRequest) -> HttpResponse:
    """A new entry: the secretariat's, or what a member said in its own name."""
    seat_or_404(request)
    own = member_or_404(request.actor.member) if request.actor.member else None
    ask(rules.may_keep_of(request.actor, own.code) if own else may_keep_network(request.actor))
    form = EntryForm(request.POST or None, **_offered(own))
    if request.method == "POST" and form.is_valid():
        row = commands.make_entry(actor=request.actor, contents=form.contents, member=own, at=request.now)
        done = _("Entered. Only the seats of your member read it until it is shown to others.")
        return back(request, page_of(row.key), done if own else _("Entered. Every seat of the network reads it."))
    lead = _("What your member said about the network in its own name. Its seats alone read it, until it is shown.")
    return asking(
        request,
        form,
        title=_("New entry"),
        lead=lead if own else _("Every seat of the network reads it. It becomes public by a formal act of its own."),
        button=_("Enter"),
        way_back=reverse("promotion:home"),
        without_forums=not queries.forums(),
    )


@require_http_methods(["GET", "POST"])
def corrections(request: ActorRequest, key: str) -> HttpResponse:
    """What an entry says from now on; what it said before is kept."""
    row = load(request, key)
    own = row.member
    ask(rules.may_keep_of(request.actor, own.code if own else "") or rules.stands(row))
    version = queries.line_for(request.actor, key).version
    form = CorrectionForm(request.POST or None, initial=as_initial(version), **_offered(own))
    if request.method == "POST" and form.is_valid():
        reason = form.cleaned_data["reason"]
        commands.correct_entry(actor=request.actor, entry=row, contents=form.contents, reason=reason, at=request.now)
        return back(request, page_of(key), _("Corrected. What it said before is kept."))
    lead = _("What it says now is kept beside the correction.")
    return asking(
        request, form, title=_("Correct an entry"), lead=lead, button=_("Correct the entry"), way_back=page_of(key)
    )


def _offered(own: Member | None) -> dict[str, Any]:
    """What can be chosen. A member that speaks in its own name is offered neither members nor bases."""
    offered: dict[str, Any] = {"forums": queries.forums(), "own": own}
    if own is None:
        found = queries.bases()
        offered |= {"members": [line.member for line in members()], "bases": found.by_choice}
        offered["words"] = basis_choices(found)
    return offered


@require_POST
def strikings(request: ActorRequest, key: str) -> HttpResponse:
    row, form = load(request, key), StrikeForm(request.POST)
    if not form.is_valid():
        explain(request, form)
        return back(request, page_of(key))
    commands.strike_entry(actor=request.actor, entry=row, reason=form.cleaned_data["reason"], at=request.now)
    return back(request, page_of(key), _("Struck out. It no longer counts, and is kept with the reason."))


@require_POST
def showings(request: ActorRequest, key: str) -> HttpResponse:
    row = load(request, key)
    code = row.member.code if row.member else ""
    form = AudienceForm(request.POST, choices=[(each.value, str(each.label)) for each in rules.outward(code)])
    if not form.is_valid():
        explain(request, form)
        return back(request, page_of(key))
    commands.show_entry(actor=request.actor, entry=row, audience=form.cleaned_data["audience"], at=request.now)
    return back(request, page_of(key), _("Shown. These readers see it from now on."))


@require_POST
def hidings(request: ActorRequest, key: str) -> HttpResponse:
    commands.hide_entry(actor=request.actor, entry=load(request, key), at=request.now)
    return back(request, page_of(key), _("Others see it no more. That it was shown is kept."))
