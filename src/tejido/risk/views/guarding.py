"""What holds for every page here: nothing of it is kept on the way, no report of a fault shows what it held, and what
cannot be read is said plainly."""

from __future__ import annotations

import base64
import binascii
import logging
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables

from tejido.engine.sealing import KEY_LENGTH, NotAuthentic
from tejido.ledger.requests import ActorRequest
from tejido.web.answers import or_404
from tejido.web.downloads import unkept

from ..keys import KeyLost
from ..queries.access import Browser, NotOpen, Opened, opened_for
from ..tabs import tabs

COOKIE = "tejido_risk_key"  # Django leaves out of its reports what is called a key
PATH = "/risk/"  # the browser shows its secret here and nowhere else
UNTOLD = {"csrfmiddlewaretoken", "passphrase", "again"}  # what is not shown again of what was sent

_log = logging.getLogger(__name__)
View = Callable[..., HttpResponse]


def private(view: View) -> View:
    """A page of this app. Not open: it is opened first, and what was typed is kept in the form. Not readable: said."""

    @wraps(view)
    @sensitive_post_parameters()
    @sensitive_variables()
    def guarded(request: ActorRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            answer = view(request, *args, **kwargs)
        except NotOpen as closed:
            answer = _closed(request, closed.admission.analysis_id)
        except (NotAuthentic, KeyLost) as problem:
            answer = _unreadable(request, problem)
        return unkept(answer)

    return guarded


def browser_of(request: ActorRequest) -> Browser:
    """The browser as it is known here. One without a secret has nothing open."""
    try:
        secret = base64.urlsafe_b64decode(request.COOKIES.get(COOKIE, ""))
    except (binascii.Error, ValueError):
        secret = b""
    return Browser(request.session.session_key or "", secret if len(secret) == KEY_LENGTH else b"")


def give_secret(answer: HttpResponse, browser: Browser) -> HttpResponse:
    """The secret goes to the browser and is kept nowhere else. It ends with the browser."""
    answer.set_cookie(
        COOKIE,
        base64.urlsafe_b64encode(browser.secret).decode(),
        path=PATH,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Strict",
    )
    return answer


def load(request: ActorRequest, key: str) -> Opened:
    """The analysis, where it is open; 404 for who is not admitted, as for an unknown key."""
    with or_404():
        return opened_for(request.actor, key, browser_of(request), request.now)


def frame(request: ActorRequest, opened: Opened) -> dict[str, Any]:
    """What every page of an analysis has."""
    analysis = opened.analysis
    return {
        "opened": opened,
        "analysis": analysis,
        "cells": opened.cells,
        "title": opened.cells.get("title", ""),
        "tabs": tabs(analysis.key, request.path),
    }


def _closed(request: ActorRequest, key: str) -> HttpResponse:
    if request.method == "GET":
        return redirect("risk:openings", key)
    sent = [(name, value) for name in request.POST if name not in UNTOLD for value in request.POST.getlist(name)]
    return render(request, "risk/closed.html", {"key": key, "sent": sent}, status=409)


def _unreadable(request: ActorRequest, problem: Exception) -> HttpResponse:
    match = request.resolver_match
    _log.error("A risk analysis cannot be read (%s): %s", type(problem).__name__, match and match.kwargs.get("key"))
    return render(request, "risk/unreadable.html", {"is_lost": isinstance(problem, KeyLost)}, status=409)
