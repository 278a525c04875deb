"""Schemas of what acts ask for: made of the forms of their pages.

A form may add fields when it is made, for example one for each language of the network ("name_es"), and choices that
are the actor's. So other fields are allowed, and only choices that are the same for everybody are listed.
"""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.forms import BaseForm

from ..acts import Asks
from .shapes import Schema

_STRING: Schema = {"type": "string"}
_OTHERS: Schema = {"anyOf": [{"type": ["string", "number", "boolean", "null"]}, {"type": "array"}]}
_KINDS: tuple[tuple[type[forms.Field], Schema], ...] = (
    (forms.BooleanField, {"type": "boolean"}),
    (forms.IntegerField, {"type": ["integer", "string"]}),
    (forms.FileField, {"type": "string", "format": "binary"}),
    (forms.EmailField, {"type": "string", "format": "email"}),
)


def schema_of(asks: Asks) -> Schema:
    """Of several forms every field, none of them required: which one is meant is known when it is sent."""
    properties: dict[str, Schema] = {}
    required: list[str] = []
    for each in asks:
        if isinstance(each, str):
            properties[each] = {"anyOf": [_STRING, {"type": "array", "items": _STRING}]}
        else:
            found = _fields(each)
            properties |= {name: schema for name, (schema, _needed) in found.items()}
            required += [name for name, (_schema, is_needed) in found.items() if is_needed]
    made: Schema = {"type": "object", "properties": properties, "additionalProperties": _OTHERS}
    return made | ({"required": required} if required and len(asks) == 1 else {})


def takes_files(asks: Asks) -> bool:
    several = (each for each in asks if not isinstance(each, str))
    return any(isinstance(field, forms.FileField) for form in several for field in _base(form).values())


def _base(form: type[BaseForm]) -> Mapping[str, forms.Field]:
    fields: Mapping[str, forms.Field] = form.base_fields  # type: ignore[attr-defined]  # set by the metaclass of forms
    return fields


def _fields(form: type[BaseForm]) -> dict[str, tuple[Schema, bool]]:
    """Schema and whether it is needed, by the name under which the field is sent: of a field with several widgets each
    has its own."""
    found: dict[str, tuple[Schema, bool]] = {}
    for name, field in _base(form).items():
        if isinstance(field.widget, forms.MultiWidget):
            for suffix in field.widget.widgets_names:  # type: ignore[attr-defined]  # the stubs do not know it
                found[f"{name}{suffix}"] = (_worded(dict(_STRING), field), False)
        else:
            found[name] = (_worded(_schema(field), field), field.required and not isinstance(field, forms.BooleanField))
    return found


def _schema(field: forms.Field) -> Schema:
    if isinstance(field, forms.MultipleChoiceField | forms.TypedMultipleChoiceField):
        return {"type": "array", "items": _choice(field)}
    if isinstance(field, forms.ChoiceField):
        return _choice(field)
    kind = next((schema for kind, schema in _KINDS if isinstance(field, kind)), _STRING)
    longest = getattr(field, "max_length", None)
    return dict(kind) | ({"maxLength": longest} if longest and kind is _STRING else {})


def _choice(field: Any) -> Schema:
    """The choices that the class itself lists. Where they are made later, or asked for, nothing is said of them."""
    if callable(getattr(field.choices, "func", None)) or not isinstance(field.choices, list):
        return dict(_STRING)
    values = [str(value) for value, label in field.choices if not isinstance(label, list | tuple)]
    return {"type": "string", "enum": values} if values else dict(_STRING)


def _worded(schema: Schema, field: forms.Field) -> Schema:
    said = ". ".join(str(words).strip().rstrip(".") for words in (field.label, field.help_text) if words)
    return schema | ({"description": f"{said}."} if said else {})
