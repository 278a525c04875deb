"""The page on which a person says on which day they want a weekly letter, and the address by which it ends."""

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseBadRequest
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from tejido.ledger.requests import ActorRequest

from .commands import choose_day, end_letters
from .forms import DayForm
from .pages import page_for
from .queries import is_key_of, wish_with


@require_http_methods(["GET", "POST"])
def settings(request: ActorRequest) -> HttpResponse:
    """Each button is one choice. Below stands what a letter would say now."""
    if not request.user.is_authenticated:
        return redirect("account_login")
    if request.method == "POST":
        form = DayForm(request.POST)
        if not form.is_valid():
            return HttpResponseBadRequest()
        choose_day(account=request.user, day=form.chosen, at=request.now)
        messages.success(
            request, _("You get no weekly letter.") if form.chosen is None else _("Your weekly letter is set.")
        )
        return redirect("digest:settings")
    return render(request, "digest/settings.html", {"page": page_for(request.user, request.now)})


@csrf_exempt  # mail programs send it, without a page of this house (RFC 8058); the address is the proof
@require_http_methods(["GET", "POST"])
def ending(request: ActorRequest, key: str, token: str) -> HttpResponse:
    """Ends the letters without signing in. A program that only follows the link ends nothing: looking asks first."""
    wish = wish_with(key) if is_key_of(key, token) else None
    if wish is None:
        raise Http404
    if request.method == "POST":
        end_letters(key=wish.key)
    has_ended = request.method == "POST" or wish.day is None
    return render(request, "digest/ending.html", {"has_ended": has_ended})
