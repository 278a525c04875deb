"""What a program sends: JSON, or a form with files."""

from __future__ import annotations

import json
from typing import Any

from django.utils.translation import gettext as _

from tejido.ledger.requests import ActorRequest

from ..calling import Sent
from ..problems import Kind, Problem

JSON, FORMS = "application/json", ("multipart/form-data", "application/x-www-form-urlencoded")
MOST_VALUES = 1000  # as many as Django takes of a form


def read(request: ActorRequest) -> Sent:
    """Problems for what cannot be read. A body of nothing is an act that asks for nothing."""
    if request.content_type in FORMS:
        values = {name: [str(value) for value in several] for name, several in request.POST.lists()}
        return Sent(values, dict(request.FILES.lists()))
    body = request.body
    if not body.strip():
        return Sent()
    if request.content_type != JSON:
        raise Problem(Kind.MEDIA)
    return Sent(_read_json(body))


def _read_json(body: bytes) -> dict[str, list[str]]:
    try:
        said = json.loads(body.decode())
        json.dumps(said, ensure_ascii=False).encode()  # half of a pair of surrogates can be kept by no database
    except (ValueError, RecursionError) as problem:
        raise Problem(Kind.MALFORMED) from problem
    if not isinstance(said, dict):
        raise Problem(Kind.MALFORMED)
    found = {name: _several(value, name) for name, value in said.items()}
    if sum(map(len, found.values())) > MOST_VALUES:
        raise Problem(Kind.TOO_LARGE)
    return {name: several for name, several in found.items() if several}


def _several(value: Any, name: str) -> list[str]:
    """The values of a field as a form would carry them: a box that is not ticked carries none."""
    if isinstance(value, list):
        return [one for each in value for one in _single(each, name)]
    return _single(value, name)


def _single(value: Any, name: str) -> list[str]:
    match value:
        case None | False:
            return []
        case True:
            return ["on"]
        case str():
            return [value]
        case int() | float():
            return [str(value)]
    sentence = _("A value is text, a number, true, false or nothing, or a list of such values.")
    raise Problem(Kind.INPUT, errors={name: [sentence]})
