"""The key of this node, and changing it."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from tejido.ledger.requests import ActorRequest
from tejido.web.answers import or_404
from tejido.web.downloads import saved

from .. import commands, queries, rules
from ..forms import KeyForm


@require_GET
def keys(request: ActorRequest) -> HttpResponse:
    """The key in use, those before it, and what is asked for."""
    _decides(request)
    return _page(request, KeyForm())


def _page(request: ActorRequest, form: KeyForm) -> HttpResponse:
    page = {"keys": queries.keys_for(request.actor, request.now), "form": form}
    return render(request, "custody/keys.html", page, status=422 if form.errors else 200)


def _decides(request: ActorRequest) -> None:
    if not rules.may_see_restoration(request.actor):
        raise Http404


@require_POST
def key_changes(request: ActorRequest) -> HttpResponse:
    """Asking for a change."""
    _decides(request)
    form = KeyForm(request.POST)
    if not form.is_valid():
        return _page(request, form)
    commands.ask_key_change(actor=request.actor, at=request.now, **form.cleaned_data)
    messages.success(request, _("Asked. Nothing is changed until a second person agrees."))
    return redirect("custody:keys")


@require_POST
def key_agreements(request: ActorRequest, key: str) -> HttpResponse:
    with or_404():
        change = queries.change_for(request.actor, key, request.now)
    commands.agree_to_key_change(actor=request.actor, change=change, at=request.now)
    messages.success(request, _("Agreed. The new key is in use as soon as the node is started again."))
    return redirect("custody:keys")


@require_POST
def key_withdrawals(request: ActorRequest, key: str) -> HttpResponse:
    with or_404():
        change = queries.change_for(request.actor, key, request.now)
    commands.withdraw_key_change(actor=request.actor, change=change, at=request.now)
    messages.success(request, _("The request was withdrawn."))
    return redirect("custody:keys")


@require_GET
def key_statement(request: ActorRequest) -> HttpResponse:
    """The file by which the key before vouches for the one in use, for nodes that are reached by hand."""
    _decides(request)
    raw = queries.statement()
    if not raw:
        raise Http404
    return saved(raw, "application/json", "tejido-key.introduction.json")
