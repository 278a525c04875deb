"""What machines ask: whether the node lives, whether it can answer people, and how it runs.

Answered before anything else can go wrong: without a session and whatever the host's name, because a balancer asks by
number. /healthz asks nothing of the database. /metrics answers only who has the token: behind a proxy everybody comes
from this machine, so that where a request comes from says nothing.
"""

import logging
import time
from collections.abc import Callable

from django.conf import settings
from django.db import close_old_connections
from django.http import HttpRequest, HttpResponse
from django.utils.crypto import constant_time_compare

from .logs import pattern_of
from .metrics import facts, writing
from .metrics.counting import FOLDER, Counting
from .readiness import OK, is_ready, readiness

PLAIN = "text/plain; charset=utf-8"
STATIC = "/static/…"

KNOWN_METHODS = frozenset(
    {"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"}
)  # others are one, so that none adds a row

requests = logging.getLogger("tejido.requests")
type_of_next = Callable[[HttpRequest], HttpResponse]


def probes(get_response: type_of_next) -> type_of_next:
    """Answers the three, counts all others, and writes a line for each where the log is that talkative."""
    counting = Counting(settings.DATA / FOLDER) if settings.METRICS_TOKEN else None
    if counting is not None:
        counting.start()

    def metrics(request: HttpRequest) -> HttpResponse:
        return _metrics(request, counting)

    asked: dict[str, type_of_next] = {"/healthz": _health, "/readyz": _ready, "/metrics": metrics}

    def middleware(request: HttpRequest) -> HttpResponse:
        answer = asked.get(request.path)
        if answer is not None:
            return answer(request)
        began = time.perf_counter()
        response = get_response(request)
        _count(counting, request, response.status_code, time.perf_counter() - began)
        return response

    return middleware


def _health(_request: HttpRequest) -> HttpResponse:
    return HttpResponse("ready\n", content_type=PLAIN)


def _ready(request: HttpRequest) -> HttpResponse:
    """With ?strict also what stands in nobody's way makes it 503: for whoever watches by the status alone."""
    try:
        checks = readiness()
    finally:
        close_old_connections()
    is_well = is_ready(checks) if "strict" not in request.GET else set(checks.values()) == {OK}
    said = "".join(f"{name} {state}\n" for name, state in sorted(checks.items()))
    return HttpResponse(said, content_type=PLAIN, status=200 if is_well else 503)


def _metrics(request: HttpRequest, counting: Counting | None) -> HttpResponse:
    if counting is None or not _is_let_in(request):
        return HttpResponse("not found\n", content_type=PLAIN, status=404)
    try:
        said = facts.safely(lambda: writing.text(facts.families()))
    finally:
        close_old_connections()
    return HttpResponse(writing.requests(counting.sum()) + said, content_type=writing.CONTENT_TYPE)


def _is_let_in(request: HttpRequest) -> bool:
    return constant_time_compare(request.headers.get("Authorization", ""), f"Bearer {settings.METRICS_TOKEN}")


def _count(counting: Counting | None, request: HttpRequest, status: int, seconds: float) -> None:
    pattern = STATIC if request.path.startswith(settings.STATIC_URL) else pattern_of(request)
    method = request.method if request.method in KNOWN_METHODS else "other"
    if counting is not None:
        counting.add((str(method), pattern, status), seconds)
    if requests.isEnabledFor(logging.INFO):
        said = {"method": method, "pattern": pattern, "status": status, "seconds": round(seconds, 4)}
        requests.info("%s %s %s %.4f", method, pattern, status, seconds, extra=said)
