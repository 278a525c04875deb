"""The tokens of a person: what there is, making one for the seat they act from, revoking."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from tejido.ledger.requests import ActorRequest, seat_or_404
from tejido.registry.words import seat_words
from tejido.web.addresses import whole
from tejido.web.answers import back, or_404
from tejido.web.downloads import unkept

from .. import commands
from ..acts.areas import Area
from ..forms import TokenForm
from ..queries import token_of, tokens_of
from ..resource import ROOT

if TYPE_CHECKING:  # views name the types of rows and never touch tables
    from ..models import Token


@require_http_methods(["GET", "POST"])
def tokens(request: ActorRequest) -> HttpResponse:
    """The list; what is sent makes a token, which the answer shows once."""
    if not request.user.is_authenticated:
        return redirect("account_login")
    seat_or_404(request)
    form = TokenForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        made = commands.make_token(actor=request.actor, at=request.now, **form.values(request.now))
        return unkept(render(request, "api/made.html", {"made": made, "service": whole(ROOT)}))
    held = tokens_of(request.user, request.now)
    page = {
        "living": [_worded(each.token) for each in held if each.is_living],
        "dead": [each.token for each in held if not each.is_living],
        "seat": next(seat_words(each.seat) for each in request.mandates if each.key == request.actor.mandate),
        "form": form,
        "service": whole(ROOT),
    }
    return unkept(render(request, "api/tokens.html", page, status=422 if form.errors else 200))


def _worded(token: Token) -> tuple[Token, str, list[str]]:
    """The token, its seat and its areas in words."""
    return token, seat_words(token.mandate.seat), [str(Area(area).label) for area in token.areas]


@require_POST
def revocations(request: ActorRequest, key: str) -> HttpResponse:
    seat_or_404(request)
    with or_404():
        token = token_of(request.user, key)
    commands.revoke_token(actor=request.actor, token=token, at=request.now)
    return back(request, "api:tokens", _("The token was revoked. Nothing is let in by it any more."))
