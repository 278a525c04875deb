"""The list of members, the profile of a mechanism, and what is entered into it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from tejido.ledger.refusals import ask
from tejido.ledger.requests import ActorRequest
from tejido.registry.queries import day_of
from tejido.registry.rules import may_keep_network
from tejido.registry.views.days import shown_day
from tejido.registry.views.finding import member_or_404
from tejido.web.answers import back, or_404

from .. import commands, queries, rules
from ..forms import EntryForm, InstrumentForm
from ..names import OUTWARD, Topic
from ..tabs import common_tabs, own_tabs
from ..words import NEEDS, UNKNOWN, step_after
from .loading import page_of

if TYPE_CHECKING:  # views name the types of rows and never touch tables
    from tejido.registry.models import Member


@require_GET
def mechanisms(request: ActorRequest) -> HttpResponse:
    """Every member in the order of the register, with what the reader may know. Public."""
    page = {
        "lines": queries.all_members(request.actor, day_of(request.now)),
        "tabs": common_tabs(request.actor, request.path),
    }
    return render(request, "mechanisms/mechanisms.html", page)


@require_GET
def mechanism(request: ActorRequest, code: str) -> HttpResponse:
    """What is told of a member's mechanism, as of a day. Everybody reads what was released to them."""
    shown = shown_day(request)
    with or_404():
        profile = queries.profile_for(request.actor, code, shown.on.day)
    next_step = step_after(profile.stage.value if profile.stage else "")
    page = {
        "profile": profile,
        "member": profile.member,
        "shown": shown,
        "unknown": UNKNOWN,
        "next_step": next_step,
        "needs": NEEDS.get(next_step or "", ()),
        "assessments": queries.released_assessments(request.actor, profile.member),
        "tabs": own_tabs(request.actor, code, request.path),
        "may_state": rules.may_state(request.actor, code) is None,
        "may_report": may_keep_network(request.actor) is None,
        "audiences": OUTWARD,
        "topics": [topic for topic in Topic if topic != Topic.COMPOSITION or may_keep_network(request.actor) is None],
    }
    return render(request, "mechanisms/mechanism.html", page)


@require_http_methods(["GET", "POST"])
def entries(request: ActorRequest, code: str, topic: str) -> HttpResponse:
    """Enters a dated fact: the member states it, or the secretariat takes it from a source."""
    member = member_or_404(code)
    if topic not in Topic.values:
        raise Http404
    is_own = _who_enters(request, code)
    form = EntryForm(
        request.POST or None, request.FILES or None, topic=Topic(topic), is_own=is_own, initial=_initial(request)
    )
    if request.method == "POST" and form.is_valid():
        commands.make_entry(actor=request.actor, member=member, topic=topic, at=request.now, **form.entered)
        return back(request, page_of(code), _done(is_own))
    return _entering(request, member, form, Topic(topic).label)


@require_http_methods(["GET", "POST"])
def instruments(request: ActorRequest, code: str) -> HttpResponse:
    """Enters a legal instrument."""
    member = member_or_404(code)
    is_own = _who_enters(request, code)
    form = InstrumentForm(request.POST or None, request.FILES or None, is_own=is_own, initial=_initial(request))
    if request.method == "POST" and form.is_valid():
        commands.enter_instrument(actor=request.actor, member=member, at=request.now, **form.entered)
        return back(request, page_of(code), _done(is_own))
    return _entering(request, member, form, _("Legal instrument"))


@require_POST
def compositions(request: ActorRequest, code: str) -> HttpResponse:
    """Writes down which institutions take part today, so that the list can be released."""
    member = member_or_404(code)
    with or_404():
        body = queries.mechanism_of(request.actor, code)
    commands.state_composition(actor=request.actor, member=member, body=body, day=day_of(request.now), at=request.now)
    return back(request, page_of(code), _("The composition of today is written down. It can be released now."))


def _who_enters(request: ActorRequest, code: str) -> bool:
    """Whether the member itself states it. Refused to whoever may do neither."""
    is_own = not request.actor.is_public and request.actor.member == code
    ask(rules.may_state(request.actor, code) if is_own else may_keep_network(request.actor))
    return is_own


def _initial(request: ActorRequest) -> dict[str, Any]:
    return {"language": request.LANGUAGE_CODE}


def _done(is_own: bool) -> str:
    if is_own:
        return _("Entered. Only the seats of your member read it until it is released.")
    return _("Entered, with its source. Everybody can read it.")


def _entering(request: ActorRequest, member: Member, form: forms.Form, title: Any) -> HttpResponse:
    page = {"form": form, "member": member, "title": title, "is_own": request.actor.member == member.code}
    return render(request, "mechanisms/entering.html", page, status=422 if form.errors else 200)
