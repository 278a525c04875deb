"""What was found of a credential as the child's answer, and back. Nothing in the answer is trusted."""

from __future__ import annotations

import json
from dataclasses import asdict, fields
from typing import Any

from ..frames import raise_refusal
from .reading import Check, CheckCode, Report, Shown


def to_bytes(report: Report) -> bytes:
    checks = [[check.code, check.ok, check.detail] for check in report.checks]
    told = {"checks": checks, "shown": asdict(report.shown)}
    return json.dumps(told, ensure_ascii=True, separators=(",", ":")).encode()


def from_bytes(data: bytes) -> Report:
    """The report in an answer, or the BadFile in it raised. ValueError where it is no answer."""
    try:
        answer = json.loads(data)
        raise_refusal(answer)
        checks = tuple(Check(CheckCode(code), ok is True, _text(detail)) for code, ok, detail in answer["checks"])
        shown = Shown(**{field.name: _text(answer["shown"][field.name]) for field in fields(Shown)})
    except (KeyError, TypeError, AttributeError, RecursionError) as problem:
        raise ValueError("this is no answer") from problem
    if not checks:
        raise ValueError("nothing was checked")
    return Report(checks, shown)


def _text(value: Any) -> str:
    """A text without the lone surrogates and the NUL that JSON can spell and no database can hold."""
    if not isinstance(value, str):
        raise TypeError("this is not a text")
    value.encode()
    return value.replace("\0", "")
