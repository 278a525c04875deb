"""What each request reads from, where there is a replica (`config/routing.py`)."""

from collections.abc import Callable

from django.conf import settings
from django.core.exceptions import MiddlewareNotUsed
from django.http import HttpRequest, HttpResponse

from . import faults
from .routing import PRIMARY, REPLICA, primary, reading, replica

SAFE = frozenset({"GET", "HEAD"})
# The cookie of a browser that has sent something.
WROTE = "__Host-wrote" if settings.IS_SECURE else "tejido_wrote"
OWN = 5  # seconds in which it reads from the primary what it sent: more than the replica may be behind

# Pages that may be a second old. Those of a round, a procedure, a meeting, an analysis, an invitation are not among
# them: what is opened to somebody or taken back there holds at once.
MAY_BE_OLDER = frozenset(
    {
        "public",
        "search",
        "curriculum",
        "translation",
        "registry",
        "mechanisms",
        "adaptation",
        "practices",
        "programmes",
        "indicators",
        "regional",
        "annual",
        "figures",
        "lineage",
        "desk",
    }
)


class Reading:
    """Chooses, goes on with the replica when the primary goes away, and says that nothing is taken meanwhile."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        if REPLICA not in settings.DATABASES:
            raise MiddlewareNotUsed
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not primary.is_up():
            return self._without_primary(request)
        response = self._answered(request, PRIMARY)
        if request.method not in SAFE:
            response.set_cookie(
                WROTE, "1", max_age=OWN, httponly=True, samesite="Lax", secure=settings.SESSION_COOKIE_SECURE
            )
        elif getattr(request, "database_failed", False):
            response = self._again(request)
        return response

    def process_view(self, request: HttpRequest, _view: object, _args: object, _places: object) -> None:
        """From here on: who asks is known by now, as the primary says."""
        match = request.resolver_match
        may_be_older = match is not None and not MAY_BE_OLDER.isdisjoint(match.namespaces)
        if request.method in SAFE and may_be_older and WROTE not in request.COOKIES and replica.state().is_fit:
            reading.set(REPLICA)

    def _answered(self, request: HttpRequest, alias: str) -> HttpResponse:
        before = reading.set(alias)
        try:
            return self.get_response(request)
        finally:
            reading.reset(before)

    def _without_primary(self, request: HttpRequest) -> HttpResponse:
        if request.method not in SAFE:
            return faults.away(request)
        request.is_reading_only = True  # type: ignore[attr-defined]  # the frame says so
        return self._answered(request, REPLICA)

    def _again(self, request: HttpRequest) -> HttpResponse:
        """A database went away while it was asked. Nobody has to press the button again for a page."""
        return self._answered(request, PRIMARY) if primary.is_up() else self._without_primary(request)
