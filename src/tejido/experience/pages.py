"""The answers that hold statements: as JSON, or as multipart/mixed with the bytes of their attachments."""

import json
import secrets
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from django.http import HttpResponse

from tejido.formats.xapi import Part, as_ids, canonical, write_parts

from .forms import Request
from .keys import Keys
from .models import Store
from .queries import Page
from .queries.statements import definition_of, files_of

_JSON = "application/json"


def single(store: Store, keys: Keys, data: dict[str, Any], request: Request) -> HttpResponse:
    shown = _shown(store, keys, [data], request)
    return _answer(store, keys, shown, shown[0], request)


def result(store: Store, keys: Keys, page: Page, request: Request, more: str) -> HttpResponse:
    shown = _shown(store, keys, [each.data for each in page.statements], request)
    return _answer(store, keys, shown, {"statements": shown, "more": more}, request)


def _shown(store: Store, keys: Keys, told: Sequence[dict[str, Any]], request: Request) -> list[dict[str, Any]]:
    match request.form:
        case "ids":
            return [as_ids(each) for each in told]
        case "canonical":
            ids = {id for each in told for id in _activities(each)}
            definitions = definition_of(store, keys, ids)
            return [canonical(each, definitions, request.languages) for each in told]
    return list(told)


def _activities(data: Mapping[str, Any]) -> Iterator[str]:
    lists = data.get("context", {}).get("contextActivities", {}).values()
    yield from (activity["id"] for found in lists for activity in found)
    match data["object"].get("objectType", "Activity"):
        case "Activity":
            yield data["object"]["id"]
        case "SubStatement":
            yield from _activities(data["object"])


def _answer(
    store: Store, keys: Keys, statements: Sequence[Mapping[str, Any]], data: Any, request: Request
) -> HttpResponse:
    written = json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()
    if not request.has_files:
        return HttpResponse(written, content_type=_JSON)
    boundary = secrets.token_hex(16)
    parts = [Part({"Content-Type": _JSON}, written), *_files(store, keys, statements)]
    return HttpResponse(write_parts(parts, boundary), content_type=f"multipart/mixed; boundary={boundary}")


def _files(store: Store, keys: Keys, statements: Sequence[Mapping[str, Any]]) -> list[Part]:
    told = {each["sha2"].lower(): each["contentType"] for data in statements for each in _attachments(data)}
    found = files_of(store, keys, told)
    return [
        Part({"Content-Type": told[sha2], "Content-Transfer-Encoding": "binary", "X-Experience-API-Hash": sha2}, body)
        for sha2, body in found.items()
    ]


def _attachments(data: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    yield from data.get("attachments", ())
    if data["object"].get("objectType") == "SubStatement":
        yield from data["object"].get("attachments", ())
