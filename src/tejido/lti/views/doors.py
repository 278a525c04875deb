"""The doors by which somebody comes from a school's system: the first step, the message that answers it, our keys.

They are opened from pages of other sites, so no token of a form of ours guards them: the first step only leads on to
the registered system, and the message is signed by it for this visit and this browser.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from django.http import HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from tejido.formats import lti
from tejido.ledger.requests import ActorRequest
from tejido.web.addresses import whole
from tejido.web.outgoing import Unreachable

from .. import commands, guests, letters, queries
from ..lines import read_target, tool_path
from ..names import Fault
from ..proof import Forged, State, digest, new_secret, read_state, read_step, write_state, write_step
from ..words import language_of
from .turning import TurnedAway, in_language, system_or_turn, turning

if TYPE_CHECKING:  # views name the types of rows and never touch tables
    from ..models import Platform

_LONGEST = 4000  # signs of a hint
_FRESH, _STALE, _SOON = timedelta(hours=1), timedelta(hours=24), timedelta(minutes=1)


@require_GET
def keys(request: ActorRequest) -> HttpResponse:
    """The keys with which this node signs, for whoever checks."""
    answer = JsonResponse(queries.published_keys(request.now))
    answer["Cache-Control"] = "public, max-age=3600"
    return answer


@require_GET
@turning
def outside(request: ActorRequest, key: str, path: str = "") -> HttpResponse:  # noqa: ARG001  # Django's signature
    """The address of something that a course shows, opened without the course. Whose it is is told to nobody."""
    raise TurnedAway(Fault.NOT_BEGUN)


## The first step


@csrf_exempt
@require_http_methods(["GET", "POST"])
@turning
def login(request: ActorRequest, key: str) -> HttpResponse:
    """Somebody comes. The browser is given a cookie, and asked for it, before the system is asked who it is: what the
    system would say is good for one use, and would be lost where the cookie is not kept."""
    row = system_or_turn(key)
    step = _step(row, request.GET if request.method == "GET" else request.POST)
    if cookie := guests.cookie_of(request):
        return _asking(request, row, step, cookie)
    response = redirect(f"{reverse('lti:cookies', args=[key])}?{urlencode({'step': write_step(step)})}")
    guests.give_cookie(response, new_secret())
    return guests.framed(response, queries.origins_of(row))


def _step(row: Platform, given: Mapping[str, str]) -> dict[str, str]:
    """What the system said, where it is that system and means this tool."""
    names = ("iss", "login_hint", "lti_message_hint", "target_link_uri", "client_id", "lti_deployment_id")
    step = {name: given.get(name, "") for name in names}
    if any(len(value) > _LONGEST for value in step.values()):
        raise TurnedAway(Fault.TOO_LARGE, row)
    if step["iss"] != row.issuer:
        raise TurnedAway(Fault.OTHER_ISSUER, row, step["iss"])
    if step["client_id"] not in {"", row.client}:
        raise TurnedAway(Fault.NOT_FOR_US, row, step["client_id"])
    if step["lti_deployment_id"] not in {"", *row.deployments}:
        raise TurnedAway(Fault.OTHER_DEPLOYMENT, row, step["lti_deployment_id"])
    if not step["login_hint"]:
        raise TurnedAway(Fault.NO_HINT, row)
    if not _is_of_tool(row, step["target_link_uri"]):
        raise TurnedAway(Fault.OTHER_TARGET, row, step["target_link_uri"])
    return step


def _is_of_tool(row: Platform, address: str) -> bool:
    """Only the tool itself, or one thing in it, is ever opened."""
    here = whole(tool_path(row.key))
    rest = address.removeprefix(here)
    return address == here or (address.startswith(here) and read_target(rest) is not None)


@require_GET
@turning
def cookies(request: ActorRequest, key: str) -> HttpResponse:
    """Whether the browser keeps the cookie. Where it does not, inside a page of another site, the visit begins again in
    a window of its own."""
    row = system_or_turn(key)
    try:
        step = _step(row, read_step(request.GET.get("step", "")))
    except Forged as problem:
        raise TurnedAway(Fault.STATE_FORGED, row) from problem
    if cookie := guests.cookie_of(request):
        return _asking(request, row, step, cookie)
    again = f"{reverse('lti:login', args=[key])}?{urlencode(step)}"
    response = in_language(request, language_of(request.LANGUAGE_CODE, "es"), "lti/window.html", {"again": again})
    return guests.framed(response, queries.origins_of(row))


def _asking(request: ActorRequest, row: Platform, step: Mapping[str, str], cookie: str) -> HttpResponse:
    """On to the system, which says who it is."""
    nonce = new_secret()
    state = State(row.key, nonce, step["target_link_uri"], digest(cookie), request.now)
    visit = lti.Visit(
        client=row.client,
        redirect=whole(reverse("lti:launches", args=[row.key])),
        login_hint=step["login_hint"],
        message_hint=step["lti_message_hint"],
        state=write_state(state),
        nonce=nonce,
    )
    response = HttpResponseRedirect(lti.authentication_address(row.authorize, visit))
    return guests.framed(response, queries.origins_of(row))


## The message


@csrf_exempt
@require_POST
@turning
def launches(request: ActorRequest, key: str) -> HttpResponse:
    """The system says who comes and what for. Whoever is let in is led to the page of the visit."""
    row = system_or_turn(key)
    if request.POST.get("error"):
        raise TurnedAway(Fault.REFUSED_THERE, row, request.POST["error"][:100])
    state = _state(request, row)
    message = _believed(row, request.POST.get("id_token", ""), state, request)
    came = commands.Came(message, state, whole(""))
    try:
        made = commands.let_in(platform=row, came=came, at=request.now)
    except commands.UsedBefore as problem:
        raise TurnedAway(Fault.NONCE_USED, row) from problem
    return guests.framed(redirect("lti:visit", made.key), queries.origins_of(row))


def _state(request: ActorRequest, row: Platform) -> State:
    """The first step that the message answers: begun here, from this system, in this browser, not long ago."""
    sent, cookie = request.POST.get("state", ""), guests.cookie_of(request)
    if not sent:
        raise TurnedAway(Fault.NO_STATE, row)
    try:
        state = read_state(sent)
    except Forged as problem:
        raise TurnedAway(Fault.STATE_FORGED, row) from problem
    if state.platform != row.key:
        raise TurnedAway(Fault.STATE_OF_ANOTHER, row)
    if state.is_over(request.now):
        raise TurnedAway(Fault.STATE_OVER, row)
    if not cookie:
        raise TurnedAway(Fault.NO_COOKIE, row)
    if digest(cookie) != state.browser:
        raise TurnedAway(Fault.OTHER_BROWSER, row)
    return state


def _believed(row: Platform, token: str, state: State, request: ActorRequest) -> lti.Message:
    """The message, where its signature holds and it is meant for this visit. A key that is not known is asked for once,
    and not again within a minute."""
    expected = lti.Expected(
        issuer=row.issuer,
        client=row.client,
        deployments=frozenset(row.deployments),
        origins=frozenset(queries.origins_of(row)),
        nonce=state.nonce,
        tool=whole(tool_path(row.key)),
    )
    row = _with_keys(row, request, _FRESH)
    try:
        return lti.read_launch(token, queries.keys_of(row), expected, request.now)
    except lti.Unfit as problem:
        if problem.fault != lti.Fault.UNKNOWN_KEY or row.pasted_keys:
            raise TurnedAway(Fault(problem.fault.value), row, problem.what) from problem
    row = _with_keys(row, request, _SOON)
    try:
        return lti.read_launch(token, queries.keys_of(row), expected, request.now)
    except lti.Unfit as problem:
        raise TurnedAway(Fault(problem.fault.value), row, problem.what) from problem


def _with_keys(row: Platform, request: ActorRequest, age: timedelta) -> Platform:
    """The platform with its keys, not older than that. Where they cannot be fetched, those of the last day will do."""
    now = request.now
    if row.pasted_keys or (row.kept_at is not None and now - row.kept_at < age):
        return row
    try:
        return commands.keep_keys(platform=row, raw=letters.fetch_keys(row), at=now)
    except lti.Unfit as problem:
        raise TurnedAway(Fault(problem.fault.value), row) from problem
    except Unreachable as problem:
        if row.kept_at is None or now - row.kept_at >= _STALE:
            raise TurnedAway(Fault.NO_KEYS, row, problem.reason.value) from problem
    return row
