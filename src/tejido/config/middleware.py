"""From a request to an actor, and from a refusal to a page."""

from collections.abc import Callable
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils import timezone

from tejido.ledger.actors import PUBLIC, Actor
from tejido.ledger.refusals import No, Refusal, Refused
from tejido.ledger.requests import ActorRequest
from tejido.people.freshness import is_fresh
from tejido.registry.queries import actor_for
from tejido.web import held
from tejido.web.answers import was_typed
from tejido.web.downloads import unkept
from tejido.web.instants import clocks

SAFE = {"GET", "HEAD", "OPTIONS"}
# What a read-only node takes: signing in and out, showing the second factor, choosing a seat and a language.
TAKEN_ALWAYS = frozenset(
    {
        "account_login", "account_logout", "account_reauthenticate", "mfa_authenticate", "mfa_reauthenticate",
        "mfa_reauthenticate_webauthn", "mfa_login_webauthn", "people:confirm", "registry:seat", "set_language",
        "custody:confirmations",
        "api:act",  # it says so itself, in the way of programs
    }
)  # fmt: skip  # one list

type_of_next = Callable[[HttpRequest], HttpResponse]


def without_nul(get_response: type_of_next) -> type_of_next:
    """Nobody types a NUL, and PostgreSQL takes none: what an address asks for is read without it."""

    def middleware(request: HttpRequest) -> HttpResponse:
        if any("\0" in part for name, values in request.GET.lists() for part in (name, *values)):
            asked = QueryDict(mutable=True)
            for name, values in request.GET.lists():
                asked.setlist(name.replace("\0", ""), [value.replace("\0", "") for value in values])
            request.GET = asked  # type: ignore[assignment]  # Django's own type is the one that is not to be changed
        return get_response(request)

    return middleware


class ActorMiddleware:
    """Gives every request its `actor`, the signed-in person in the seat they chose or the public, and its clocks."""

    def __init__(self, get_response: type_of_next) -> None:
        self.get_response = get_response

    def __call__(self, request: ActorRequest) -> HttpResponse:
        request.now = timezone.now()
        request.actor, request.mandates = self._actor(request)
        with timezone.override(clocks(getattr(request.user, "zone", "UTC"))):
            response = self.get_response(request)
        if request.user.is_authenticated and "Cache-Control" not in response:
            unkept(response)  # the next person at the same machine reads nothing of it
        return response

    def _actor(self, request: ActorRequest) -> tuple[Actor, list[Any]]:
        account = request.user
        if not account.is_authenticated or account.factor_code:  # a password alone sits in no seat after a reset
            return PUBLIC, []
        return actor_for(str(account.pk), account.current_seat, request.now, is_fresh=is_fresh(request))


class ReadOnlyMiddleware:
    """While the node is read-only nothing that is sent is taken, but for what brings somebody in and out."""

    def __init__(self, get_response: type_of_next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self,
        request: HttpRequest,
        view: object,  # noqa: ARG002  # Django's signature
        args: object,  # noqa: ARG002  # the same
        places: object,  # noqa: ARG002  # the same
    ) -> HttpResponse | None:
        match = request.resolver_match
        if request.method in SAFE or match is None or match.view_name in TAKEN_ALWAYS or not held.why():
            return None
        request.was_turned_away = True  # type: ignore[attr-defined]  # the frame says nothing of what is not shown
        page = {"refusal": Refusal(No.READ_ONLY), "was_typed": was_typed(request)}
        return render(request, "web/refused.html", page, status=503)


class RefusalMiddleware:
    """A refused command becomes a page that says why, in the reader's language."""

    def __init__(self, get_response: type_of_next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: object, args: object, places: dict[str, object]) -> None:  # noqa: ARG002  # Django's signature
        """An address with a NUL in it names nothing; PostgreSQL would not even look."""
        if any("\0" in str(value) for value in places.values()):
            raise Http404

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        request.was_turned_away = True  # type: ignore[attr-defined]  # the frame says nothing of what is not shown
        if not isinstance(exception, Refused):
            return None
        status = 403 if exception.refusal.code in {No.NOT_YOURS, No.NO_SEAT, No.NOT_FRESH} else 409
        page = {"refusal": exception.refusal, "was_typed": was_typed(request)}
        return render(request, "web/refused.html", page, status=status)
