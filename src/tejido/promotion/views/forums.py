"""The vocabulary of forums, which the secretariat keeps."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from tejido.ledger.refusals import ask
from tejido.ledger.requests import ActorRequest, seat_or_404
from tejido.registry.rules import may_keep_network
from tejido.registry.tabs import together_tabs
from tejido.web.answers import back, or_404

from .. import commands, queries
from ..forms import ForumForm
from ..tabs import promotion_tabs
from .loading import asking


@require_http_methods(["GET", "POST"])
def forums(request: ActorRequest) -> HttpResponse:
    """Every forum with how many entries speak of it; the secretariat adds one."""
    seat_or_404(request)
    if request.method == "POST":
        ask(may_keep_network(request.actor))
    form = ForumForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        commands.enter_forum(
            actor=request.actor, code=form.cleaned_data["code"], name=form.names,
            address=form.cleaned_data["address"], at=request.now,
        )  # fmt: skip  # one act, read as one
        return back(request, request.path, _("The forum is in the vocabulary."))
    page = {
        "lines": queries.forums_with_counts(),
        "form": form if may_keep_network(request.actor) is None else None,
        "family": together_tabs(request.actor, request.path),
        "tabs": promotion_tabs(request.actor, request.path),
    }
    return render(request, "promotion/forums.html", page, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
def forum(request: ActorRequest, key: str) -> HttpResponse:
    """Another name or address of a forum."""
    seat_or_404(request)
    with or_404():
        row = queries.forum_for(key)
    ask(may_keep_network(request.actor))
    initial = {f"name_{tag}": words for tag, words in row.name.items()} | {"address": row.address}
    form = ForumForm(request.POST or None, has_code=True, initial=initial)
    home = reverse("promotion:forums")
    if request.method == "POST" and form.is_valid():
        commands.rename_forum(
            actor=request.actor, forum=row, name=form.names, address=form.cleaned_data["address"], at=request.now
        )
        return back(request, home, _("Every entry of it shows the new name."))
    return asking(request, form, title=_("Name of a forum"), lead="", button=_("Save"), way_back=home)
