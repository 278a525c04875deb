"""Coming in by a one-time link, preferences, and the way to a second factor."""

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import login
from django.http import HttpResponse
from django.shortcuts import redirect, render, resolve_url
from django.utils.http import url_has_allowed_host_and_scheme, urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from tejido.ledger.refusals import Refusal, Refused
from tejido.ledger.requests import ActorRequest

from .commands import enter_code, keep_preferences, use_link
from .forms import CodeForm, PreferencesForm
from .freshness import place_to_confirm, remember_code
from .names import No
from .queries import open_link


@require_http_methods(["GET", "POST"])
def link(request: ActorRequest, token: str) -> HttpResponse:
    """Asks before the link is used, so that a mail scanner that follows it uses nothing up. One that is no longer
    valid says so at once."""
    if request.method == "GET":
        if open_link(token, request.now) is None:
            raise Refused(Refusal(No.LINK_UNKNOWN))
        return render(request, "people/link.html")
    account = use_link(token=token, at=request.now)
    login(request, account, backend=settings.AUTHENTICATION_BACKENDS[0])
    return redirect("desk:home" if account.has_usable_password() else "account_set_password")


@require_http_methods(["GET", "POST"])
def code(request: ActorRequest) -> HttpResponse:
    """Asks whose second factor was taken off for the code, before a new one is set up."""
    if not request.user.is_authenticated:
        return redirect("account_login")
    if not request.user.factor_code:
        return redirect("mfa_index")
    form = CodeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        enter_code(account=request.user, code=form.cleaned_data["code"], at=request.now)
        remember_code(request, request.user)
        messages.success(request, _("That is the code. Set up a passkey or an authenticator app now."))
        return redirect("mfa_index")
    return render(request, "people/code.html", {"form": form}, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
def preferences(request: ActorRequest) -> HttpResponse:
    """Language and zone of the person, not of the seat."""
    if not request.user.is_authenticated:
        return redirect("account_login")
    form = PreferencesForm(request.POST or None, initial={"language": request.user.language, "zone": request.user.zone})
    if request.method == "POST" and form.is_valid():
        keep_preferences(account=request.user, **form.cleaned_data)
        messages.success(request, _("Your preferences were kept."))
        return _in_language(redirect("people:preferences"), form.cleaned_data["language"])
    return render(request, "people/preferences.html", {"form": form})


def _in_language(response: HttpResponse, language: str) -> HttpResponse:
    response.set_cookie(
        settings.LANGUAGE_COOKIE_NAME,
        language,
        samesite="Lax",
        secure=settings.SESSION_COOKIE_SECURE,
        max_age=31_536_000,
    )
    return response


@require_GET
def confirm(request: ActorRequest) -> HttpResponse:
    """The way to a fresh second factor before a formal act: show it again, or set one up first."""
    if not request.user.is_authenticated:
        return redirect("account_login")
    if request.user.factor_code:
        return redirect("people:code")
    target = request.GET.get("next", "")
    if not url_has_allowed_host_and_scheme(target, allowed_hosts={request.get_host()}):
        target = resolve_url("desk:home")
    place = place_to_confirm(request.user)
    if place is None:
        messages.info(request, _("Formal acts need a second factor. Set up a passkey or an authenticator app first."))
        return redirect("mfa_index")
    return redirect(f"{resolve_url(place)}?{urlencode({'next': target})}")
