"""Browsers that come from a school's system: what they keep, what may show them, and how often they may fail.

The one cookie says nothing but that it is the same browser. It is sent inside pages of other sites too; that is why
nothing of a seat hangs on it, and why it is kept apart for each site (partitioned) where the browser can.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.core.cache import cache
from django.http import HttpRequest, HttpResponse

from tejido.web.downloads import unkept
from tejido.web.failures import Failures

from .names import Fault

COOKIE, PATH = "tejido_lti", "/lti/"
_LENGTH = 43  # letters of the secret that we give
FAILURES = Failures("lti", most=60, seconds=60)
_REMEMBERED = 8  # refusals of a system


def cookie_of(request: HttpRequest) -> str:
    """What the browser keeps; empty where it keeps nothing of ours."""
    found = request.COOKIES.get(COOKIE, "")
    return found if len(found) == _LENGTH else ""


def give_cookie(response: HttpResponse, value: str) -> None:
    response.set_cookie(COOKIE, value, path=PATH, secure=True, httponly=True, samesite="None")
    # Python learns this attribute in 3.14; without it, browsers that keep sites apart would drop the cookie.
    response.cookies[COOKIE]["samesite"] = "None; Partitioned"


def framed(response: HttpResponse, origins: Sequence[str], forms_to: Sequence[str] = ()) -> HttpResponse:
    """The answer, to be shown inside pages of these origins alone, with forms that go to `forms_to` as well."""
    rules: dict[str, Any] = {"frame-ancestors": list(origins) or ["'none'"]}
    if forms_to:
        rules["form-action"] = ["'self'", *forms_to]
    response._csp_replace = rules  # type: ignore[attr-defined]  # noqa: SLF001  # how django-csp is told
    response.xframe_options_exempt = bool(origins)
    response["X-Robots-Tag"] = "noindex, nofollow"
    return unkept(response)


## What was refused


@dataclass(frozen=True, slots=True)
class Turned:
    """Somebody who was not let in: why, what it was about, and when."""

    fault: Fault
    what: str
    at: datetime


def note(platform: str, fault: Fault, what: str, at: datetime) -> None:
    """For who looks after the system; forgotten after a day. Nothing of the person is in it."""
    kept = [[fault.value, what[:200], at], *cache.get(_name(platform), [])][:_REMEMBERED]
    cache.set(_name(platform), kept, 86400)


def turned_away(platform: str) -> list[Turned]:
    return [Turned(Fault(code), what, at) for code, what, at in cache.get(_name(platform), [])]


def _name(platform: str) -> str:
    return f"lti-turned:{platform}"
