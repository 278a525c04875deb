"""Inviting a peer to a review, and taking the invitation back."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from tejido.ledger.refusals import ask
from tejido.ledger.requests import ActorRequest
from tejido.web.answers import back, or_404

from .. import commands, queries, rules
from ..forms import InvitationForm
from ..names import Scope
from ..queries.choices import peers_of, pointed_at
from .loading import load_own, page_of


@require_http_methods(["GET", "POST"])
def invitations(request: ActorRequest, key: str) -> HttpResponse:
    row = load_own(request, key)
    ask(rules.may_keep(request.actor, row))
    form = InvitationForm(
        request.POST or None, seats=peers_of(request.actor, request.now), initial={"scope": Scope.QUESTIONS}
    )
    if request.method == "POST" and form.is_valid():
        values = form.cleaned_data
        commands.invite_peer(
            actor=request.actor, review=row, scope=values["scope"], words=values["words"], at=request.now,
            **pointed_at(seat=values["seat"]),
        )  # fmt: skip  # one act, read as one
        return back(request, page_of(key), _("Invited. The seat gets a letter that says where, and nothing more."))
    page = {"form": form, "review": row}
    return render(request, "reviews/inviting.html", page, status=422 if form.errors else 200)


@require_POST
def withdrawals(request: ActorRequest, key: str) -> HttpResponse:
    with or_404():
        row = queries.sent_invitation_for(request.actor, key)
    commands.withdraw_peer(actor=request.actor, invitation=row, at=request.now)
    return back(request, page_of(row.review_id), _("Withdrawn. The seat reads nothing of it any more."))
