"""The page of a school: its keys, what came, what went wrong, how long it is kept, and what becomes a record."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from tejido.ledger.requests import ActorRequest
from tejido.records.queries import cohort_for
from tejido.registry.tabs import training_tabs
from tejido.web.addresses import whole
from tejido.web.answers import back, explain, or_404
from tejido.web.downloads import unkept

from .. import commands, queries
from ..forms import KeyForm, LinkForm, SettingForm
from ..words import cohort_words, key_lines


def seat_of_member_or_404(request: ActorRequest) -> None:
    """Seats of the network have no school, and the public none to ask for."""
    if not request.actor.member:
        raise Http404


def _frame(request: ActorRequest) -> dict[str, object]:
    return {"tabs": training_tabs(request.actor, request.path), "endpoint": whole("/xapi/")}


@require_GET
def home(request: ActorRequest) -> HttpResponse:
    seat_of_member_or_404(request)
    found = queries.overview(request.actor, request.now)
    if found is None:
        return render(request, "experience/none.html", _frame(request))
    store, cohorts = found.store, queries.cohorts_to_link(request.actor) if found.may_keep else []
    settings = {"months": store.months, "origins": "\n".join(store.origins)} if store else {}
    page = {
        **_frame(request),
        "found": found,
        "keys": key_lines(found.keys),
        "key_form": KeyForm(auto_id="key_%s"),
        "setting_form": SettingForm(initial=settings, auto_id="setting_%s"),
        "link_form": LinkForm(cohorts=[(each.key, cohort_words(each)) for each in cohorts], auto_id="link_%s"),
        "cohorts": cohorts,
        "links": [(link, cohort_words(link.cohort)) for link in found.links],
    }
    return render(request, "experience/home.html", page)


@require_POST
def made_keys(request: ActorRequest) -> HttpResponse:
    """A new key: its secret is on this answer and nowhere else."""
    with or_404():
        body = queries.own_body(request.actor)
    form = KeyForm(request.POST)
    if not form.is_valid():
        explain(request, form)
        return redirect("experience:home")
    made = commands.make_key(actor=request.actor, body=body, at=request.now, **form.cleaned_data)
    return unkept(render(request, "experience/made.html", {**_frame(request), "made": made}))


@require_POST
def revocations(request: ActorRequest, key: str) -> HttpResponse:
    with or_404():
        credential = queries.own_key(request.actor, key)
    commands.revoke_key(actor=request.actor, credential=credential, at=request.now)
    return back(request, reverse("experience:home"), _("The key opens nothing any more."))


@require_POST
def settings(request: ActorRequest) -> HttpResponse:
    with or_404():
        store = queries.store_for(request.actor)
    form = SettingForm(request.POST)
    if not form.is_valid():
        explain(request, form)
        return redirect("experience:home")
    commands.settle(actor=request.actor, store=store, at=request.now, **form.cleaned_data)
    return back(request, reverse("experience:home"), _("Saved."))


@require_POST
def links(request: ActorRequest) -> HttpResponse:
    with or_404():
        store = queries.store_for(request.actor)
        cohorts = queries.cohorts_to_link(request.actor)
    form = LinkForm(request.POST, cohorts=[(each.key, each.code) for each in cohorts])
    if not form.is_valid():
        explain(request, form)
        return redirect("experience:home")
    with or_404():
        cohort = cohort_for(request.actor, form.cleaned_data["cohort"])
    named = {name: form.cleaned_data[name] for name in ("activity", "home", "paper")}
    commands.link_activity(actor=request.actor, store=store, cohort=cohort, at=request.now, **named)
    return back(request, reverse("experience:home"), _("From now on completions of this activity become records."))


@require_POST
def endings(request: ActorRequest, key: str) -> HttpResponse:
    with or_404():
        link = queries.link_for(request.actor, key)
    commands.unlink_activity(actor=request.actor, link=link, at=request.now)
    return back(request, reverse("experience:home"), _("The link has ended. Records that were made stay."))
