"""What is left out of the lines that the house writes down while it runs, and their two forms.

A line holds codes, numbers and keys. The address of a page may hold the words of a title or a one-time link, and the
message of an exception the values that a database refused: neither is written.
"""

import json
import logging
from datetime import UTC, datetime
from types import TracebackType

from django.http import HttpRequest

NOWHERE = "(no address of this house)"
PLAIN = "%(asctime)s %(levelname)s %(name)s %(message)s"


def pattern_of(request: HttpRequest) -> str:
    """The kind of address that was asked for, without what stands in it."""
    return f"/{request.resolver_match.route}" if request.resolver_match else NOWHERE


class AddressPatterns(logging.Filter):
    """Writes the pattern of an address in place of the address, and of what is suspicious only its kind: Django repeats
    what was sent."""

    def filter(self, record: logging.LogRecord) -> bool:
        request = getattr(record, "request", None)
        if isinstance(request, HttpRequest) and isinstance(record.args, tuple):
            record.args = tuple(pattern_of(request) if said == request.path else said for said in record.args)
        if record.name.startswith("django.security.") and not record.args:
            record.msg = record.name.rpartition(".")[2]
        return True


def kind_of(problem: BaseException) -> str:
    """The class of an exception, with the code of the database or of the system where it has one; never its message."""
    inner = problem.__cause__ or problem
    for name in ("sqlite_errorname", "sqlstate", "errno"):
        if code := getattr(problem, name, None) or getattr(inner, name, None):
            return f"{type(problem).__name__} ({code})"
    return type(problem).__name__


def places(trace: TracebackType | None) -> list[str]:
    """The places in the code that a failure went through, the outermost first."""
    found = []
    while trace is not None:
        code = trace.tb_frame.f_code
        found.append(f"{code.co_filename}:{trace.tb_lineno} {code.co_name}")
        trace = trace.tb_next
    return found


def told(problem: BaseException | None) -> list[dict[str, object]]:
    """A failure and those that it came from, the last one first."""
    found: list[dict[str, object]] = []
    while problem is not None and len(found) < 5:
        found.append({"kind": kind_of(problem), "places": places(problem.__traceback__)})
        problem = problem.__cause__ or (None if problem.__suppress_context__ else problem.__context__)
    return found


class Plain(logging.Formatter):
    """One line, and of a failure its kind and the places in the code."""

    def __init__(self) -> None:
        super().__init__(PLAIN)

    def formatException(self, ei: object) -> str:  # noqa: N802  # logging's name
        _kind, problem, _trace = ei  # type: ignore[misc]  # logging's own triple
        lines = []
        for one in told(problem):  # type: ignore[has-type]
            lines += [f"{one['kind']} at", *(f"  {place}" for place in one["places"])]  # type: ignore[attr-defined]
        return "\n".join(lines)


class Json(logging.Formatter):
    """One JSON object a line: time, level, logger, message; of a failure its kind and places; of a request its method,
    pattern, status and duration."""

    def format(self, record: logging.LogRecord) -> str:
        said: dict[str, object] = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "process": record.process,
            "message": record.getMessage(),
        }
        for name in ("method", "pattern", "status", "seconds"):
            if hasattr(record, name):
                said[name] = getattr(record, name)
        if "status_code" in record.__dict__:  # Django's name for it
            said["status"] = record.__dict__["status_code"]
        if record.exc_info and record.exc_info[1]:
            said["failure"] = told(record.exc_info[1])
        return json.dumps(said, ensure_ascii=False)
