"""What is answered where the machine fails and not the program: no room on the disk, a database that takes nothing or
is away. Nothing was stored by half, pages can mostly still be read, and what was typed is still in the browser."""

import errno
import sys
from collections.abc import Iterator

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import translation

from tejido.api.problems import Kind, Problem
from tejido.api.resource import ROOT

NO_ROOM, AWAY, BROKEN = 507, 503, 500
AGAIN = "10"  # seconds after which a machine may try again

_SYSTEM = {errno.ENOSPC: NO_ROOM, errno.EDQUOT: NO_ROOM, errno.EROFS: AWAY}
_SQLITE = {13: NO_ROOM, 10: NO_ROOM, 8: AWAY, 5: AWAY, 14: AWAY}  # full, the disk fails, read only, busy, not opened
_POSTGRESQL = {"53100": NO_ROOM, "25006": AWAY, "57P01": AWAY, "57P02": AWAY, "57P03": AWAY, "53300": AWAY}
_CONNECTION = "08"  # how the codes of a connection that broke begin


def answer(request: HttpRequest) -> HttpResponse:
    """Django's handler of what nobody else has handled."""
    return page(request, status_of(sys.exc_info()[1]))


def away(request: HttpRequest) -> HttpResponse:
    return page(request, AWAY)


def page(request: HttpRequest, status: int) -> HttpResponse:
    request.database_failed = status == AWAY  # type: ignore[attr-defined]  # who chooses the database looks at it
    with translation.override(translation.get_language_from_request(request)):
        is_program = request.path_info.startswith(ROOT)
        told = Problem(Kind.FAULT, status=status).said.response() if is_program else None
        response = told or render(None, f"{status}.html", status=status)  # it needs nothing of a request
    if status != BROKEN:
        response["Retry-After"] = AGAIN
    return response


def status_of(problem: BaseException | None) -> int:
    """507, 503, or 500 for what is our own fault."""
    return next((status for one in _chain(problem) if (status := _status(one))), BROKEN)


def _chain(problem: BaseException | None) -> Iterator[BaseException]:
    seen: set[int] = set()
    while problem is not None and id(problem) not in seen:
        seen.add(id(problem))
        yield problem
        problem = problem.__cause__ or problem.__context__


def _status(problem: BaseException) -> int | None:
    if (code := getattr(problem, "sqlite_errorcode", None)) is not None:
        return _SQLITE.get(code & 0xFF)  # the lowest byte is the kind, the others say more
    if hasattr(problem, "sqlstate"):
        return _of_postgresql(problem)
    if isinstance(problem, OSError):
        return _SYSTEM.get(problem.errno or 0)
    return None


def _of_postgresql(problem: BaseException) -> int | None:
    """A connection that was never made, or broke, has no code."""
    import psycopg

    code = getattr(problem, "sqlstate", None)
    if code is None:
        return AWAY if isinstance(problem, psycopg.OperationalError | psycopg.InterfaceError) else None
    return AWAY if code.startswith(_CONNECTION) else _POSTGRESQL.get(code)
