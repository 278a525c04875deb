"""Schemas of what is answered: made of the annotations of shapes, so that a shape and its description cannot differ."""

import inspect
import types
from collections.abc import Iterable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

Schema = dict[str, Any]
_PLAIN: Mapping[Any, Schema] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    float: {"type": "number"},
    bool: {"type": "boolean"},
    type(None): {"type": "null"},
    datetime: {"type": "string", "format": "date-time"},
    date: {"type": "string", "format": "date"},
    Any: {},
}


class Shapes:
    """The named schemas, gathered while they are referred to. `taken` are the names that others have."""

    def __init__(self, taken: Iterable[str] = ()) -> None:
        self.schemas: dict[str, Schema] = {}
        self._taken = frozenset(taken)
        self._known: dict[str, type] = {}

    def of(self, annotation: Any) -> Schema:
        """The schema of an annotation. TypeError for one that no shape may have."""
        if annotation in _PLAIN:
            return dict(_PLAIN[annotation])
        if is_dataclass(annotation) and isinstance(annotation, type):
            return self._named(annotation)
        origin, inside = get_origin(annotation), get_args(annotation)
        if origin in {list, tuple}:
            return {"type": "array", "items": self.of(inside[0])}
        if origin is dict:
            return {"type": "object", "additionalProperties": self.of(inside[1])}
        if origin is Literal:
            return {"enum": list(inside)}
        if origin in {Union, types.UnionType}:
            return {"anyOf": [self.of(each) for each in inside]}
        raise TypeError(str(annotation))

    def _named(self, shape: type) -> Schema:
        name = shape.__name__
        if name in self._taken or self._known.setdefault(name, shape) is not shape:
            raise TypeError(f"two shapes are called {name}")
        if name not in self.schemas:
            self.schemas[name] = {}  # a shape may hold others of its own kind
            self.schemas[name] = self._made(shape)
        return {"$ref": f"#/components/schemas/{name}"}

    def _made(self, shape: type) -> Schema:
        hints = get_type_hints(shape)
        names = [each.name for each in fields(shape)]
        properties = {name: self.of(hints[name]) for name in names}
        made: Schema = {"type": "object", "properties": properties, "required": names, "additionalProperties": False}
        return {"description": inspect.cleandoc(shape.__doc__ or ""), **made}
