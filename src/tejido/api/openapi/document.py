"""The whole description. It is the same for everybody: what a token opens is said by the service document."""

import inspect
import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from django.conf import settings
from django.urls import URLPattern, URLResolver, get_resolver
from django.utils import translation

from tejido import __version__

from ..acts import ACTS, GIVE_FILES, area_of
from ..callers import CONFIRMATION
from ..encoding import as_json, plain
from ..paging import MOST, USUAL
from ..problems import STATUS, Kind
from ..resource import ROOT, Resource
from ..resources import RESOURCES
from .inputs import schema_of, takes_files
from .parts import COMMON, PARAMETERS, RESPONSES
from .shapes import Schema, Shapes

_PLACE, _BRACED = re.compile(r"<(?:(\w+):)?(\w+)>"), r"{\2}"
_OPEN: list[dict[str, list[str]]] = [{}, {"token": []}]


@cache
def described() -> Schema:
    """Made once in a process, in English: programs and their makers read it."""
    with translation.override("en"):
        shapes = Shapes(taken=COMMON)
        paths = {**_of_the_service(), **_of_collections(shapes), **_of_acts()}
        document = {
            "openapi": "3.1.0",
            "info": {"title": "Tejido", "version": __version__, "description": _about()},
            "servers": [{"url": settings.ORIGIN}],
            "security": [{"token": []}],
            "paths": paths,
            "components": {
                "securitySchemes": {"token": {"type": "http", "scheme": "bearer"}},
                "parameters": PARAMETERS,
                "responses": RESPONSES,
                "schemas": {**COMMON, **shapes.schemas},
            },
        }
        made: Schema = plain(document)
        return made


@cache
def written() -> bytes:
    """The same as JSON: nearly a megabyte, which nobody should make us write twice."""
    return as_json(described())


def _about() -> str:
    kinds = "\n".join(f"- `{kind.value}` ({int(STATUS[kind])}): {kind.label}" for kind in Kind)
    return (
        "Whatever a seat may see and do, through the rules and commands of the pages. Acts stand at the addresses of "
        f"the house, below `{ROOT}acts/`. Of a form with words in several languages each language has a field of its "
        "own (`name_es`). Problems, by their code:\n\n" + kinds
    )


def _of_the_service() -> dict[str, Schema]:
    service = {"$ref": "#/components/schemas/Service"}
    anything: Schema = {"type": "object"}
    doors = {"": ("service", service), "openapi.json": ("description", anything), "problems/": ("problems", anything)}
    return {
        f"{ROOT}{path}": {"get": {"operationId": name, "responses": _answers(schema), "security": _OPEN}}
        for path, (name, schema) in doors.items()
    }


def _of_collections(shapes: Shapes) -> dict[str, Schema]:
    found: dict[str, Schema] = {}
    for resource in RESOURCES:
        schema = shapes.of(resource.shape)
        about = {"tags": [resource.name], "security": _OPEN if resource.is_public else [{"token": []}]}
        found[f"{ROOT}{resource.name}/"] = {"get": about | _listing(resource, schema)}
        found[f"{ROOT}{resource.name}/{{key}}/"] = {"get": about | _showing(resource, schema)}
    return found


def _listing(resource: Resource[Any], schema: Schema) -> Schema:
    filters = [
        {"name": name, "in": "query", "required": name in resource.needs, "schema": {"type": "string"}}
        for name in resource.filters
    ]
    page = {
        "type": "object",
        "properties": {"items": {"type": "array", "items": schema}, "next": {"type": ["string", "null"]}},
        "required": ["items", "next"],
    }
    parameters = [*filters, *({"$ref": f"#/components/parameters/{name}"} for name in ("limit", "cursor"))]
    return {
        "operationId": f"list_{_word(resource.name)}",
        "summary": f"Lists {resource.name}: {USUAL} in a page, or as many as `limit` says, at most {MOST}.",
        "parameters": parameters,
        "responses": _answers(page),
    }


def _showing(resource: Resource[Any], schema: Schema) -> Schema:
    about = inspect.cleandoc(resource.shape.__doc__ or "").split("\n\n")[0]
    key = {"name": "key", "in": "path", "required": True, "schema": {"type": "string"}}
    name = f"get_{_word(resource.name)}"
    return {"operationId": name, "summary": about, "parameters": [key], "responses": _answers(schema)}


def _of_acts() -> dict[str, Schema]:
    found: dict[str, Schema] = {}
    for name, path in addresses():
        if name in ACTS:
            found[f"{ROOT}acts/{_PLACE.sub(_BRACED, path)}"] = {"post": _acting(name, path)}
    return found


def _acting(name: str, path: str) -> Schema:
    asks = ACTS[name]
    places = [
        {"name": place, "in": "path", "required": True, "schema": {"type": "integer" if kind == "int" else "string"}}
        for kind, place in _PLACE.findall(path)
    ]
    headers = [{"$ref": f"#/components/parameters/{header}"} for header in (CONFIRMATION, "Idempotency-Key")]
    kinds = ["multipart/form-data"] if takes_files(asks) else ["application/json", "multipart/form-data"]
    schema = schema_of(asks)
    return {
        "operationId": _word(name),
        "tags": [f"acts: {area_of(name)}"],
        "parameters": [*places, *headers],
        "requestBody": {"required": "required" in schema, "content": {kind: {"schema": schema} for kind in kinds}},
        "responses": _file() if name in GIVE_FILES else _answers({"$ref": "#/components/schemas/Done"}),
    }


def _answers(schema: Schema) -> Schema:
    return {
        "200": {"description": "As asked.", "content": {"application/json": {"schema": schema}}},
        "default": {"$ref": "#/components/responses/Problem"},
    }


def _file() -> Schema:
    """Every one of these files is JSON, as somebody else reads it: how is said where it is read."""
    return _answers({}) | {"200": {"description": "A file.", "content": {"application/json": {"schema": {}}}}}


def _word(name: str) -> str:
    return re.sub(r"\W", "_", name)


def addresses(resolver: URLResolver | None = None, space: str = "", root: str = "") -> Iterator[tuple[str, str]]:
    """(name, path) of every address of the house, the places in it as Django writes them."""
    for pattern in (resolver or get_resolver()).url_patterns:
        path = f"{root}{pattern.pattern}"
        if isinstance(pattern, URLPattern):
            yield f"{space}{pattern.name}", path
        else:
            yield from addresses(pattern, f"{space}{pattern.namespace}:" if pattern.namespace else space, path)
