"""The description is whole: references lead somewhere, operations have names of their own, and answers fit."""

import re
from dataclasses import dataclass
from typing import Literal

import pytest
from django import forms

from tejido.api.acts import ACTS
from tejido.api.openapi import described
from tejido.api.openapi.inputs import schema_of, takes_files
from tejido.api.openapi.shapes import Shapes
from tejido.api.resources import RESOURCES

from .programs import Program
from .schemas import misfits

pytestmark = pytest.mark.django_db
METHODS = {"get", "post"}


def within(value):
    """Every object in the description."""
    if isinstance(value, dict):
        yield value
        for each in value.values():
            yield from within(each)
    elif isinstance(value, list):
        for each in value:
            yield from within(each)


def operations():
    for path, doors in described()["paths"].items():
        for method, operation in doors.items():
            yield path, method, operation


def resolved(reference):
    found = described()
    for step in reference.removeprefix("#/").split("/"):
        found = found[step]
    return found


def test_every_reference_leads_somewhere_and_every_schema_is_referred_to():
    references = {each["$ref"] for each in within(described()) if "$ref" in each}
    assert [reference for reference in references if not resolved(reference)] == []
    named = {f"#/components/schemas/{name}" for name in described()["components"]["schemas"]}
    assert named - references == set()


def test_every_operation_has_a_name_of_its_own_and_names_the_places_of_its_address():
    names = [operation["operationId"] for _path, _method, operation in operations()]
    assert len(names) == len(set(names)) == 3 + 2 * len(RESOURCES) + len(ACTS)
    assert [name for name in names if not re.fullmatch(r"[a-z0-9_]+", name)] == []
    for path, method, operation in operations():
        places = {each["name"] for each in operation.get("parameters", ()) if each.get("in") == "path"}
        assert (method in METHODS, places) == (True, set(re.findall(r"{(\w+)}", path)))


def test_it_is_openapi_3_1_and_the_same_for_everybody(cast, now):
    answer = Program(language="es").get("/api/v1/openapi.json")
    assert answer.json() == described()
    assert answer.json()["openapi"] == "3.1.0"
    again = Program().get("/api/v1/openapi.json", **{"if-none-match": answer["ETag"]})
    assert again.status_code == 304


def test_what_is_answered_fits_its_schema(program, round_):
    document = described()
    for resource in RESOURCES:
        if resource.needs:
            continue
        answer = program.get(f"/api/v1/{resource.name}/")
        assert answer.status_code == 200, resource.name
        schema = document["paths"][f"/api/v1/{resource.name}/"]["get"]["responses"]["200"]["content"]
        assert list(misfits(answer.json(), schema["application/json"]["schema"], document)) == [], resource.name
    problem = program.get("/api/v1/rounds/000000000000/").json()
    assert list(misfits(problem, document["components"]["schemas"]["Problem"], document)) == []
    assert list(misfits({**problem, "status": "404"}, document["components"]["schemas"]["Problem"], document)) != []
    service = program.get("/api/v1/").json()
    assert list(misfits(service, document["components"]["schemas"]["Service"], document)) == []


## Schemas


@dataclass(frozen=True)
class Leaf:
    """A leaf."""

    key: str
    kind: Literal["a", "b"]
    within: "list[Leaf]"
    number: int | None


def test_a_shape_may_hold_others_of_its_own_kind():
    shapes = Shapes()
    assert shapes.of(Leaf) == {"$ref": "#/components/schemas/Leaf"}
    made = shapes.schemas["Leaf"]
    assert made["description"] == "A leaf."
    assert made["properties"]["within"] == {"type": "array", "items": {"$ref": "#/components/schemas/Leaf"}}
    assert made["properties"]["number"] == {"anyOf": [{"type": "integer"}, {"type": "null"}]}


def test_two_shapes_of_one_name_and_what_is_no_value_are_refused():
    shapes = Shapes()
    shapes.of(Leaf)
    with pytest.raises(TypeError, match="two shapes"):
        shapes.of(type("Leaf", (Leaf,), {"__dataclass_fields__": Leaf.__dataclass_fields__}))
    with pytest.raises(TypeError, match="two shapes"):
        Shapes(taken=["Leaf"]).of(Leaf)
    with pytest.raises(TypeError):
        shapes.of(object)


class AskingForm(forms.Form):
    words = forms.CharField(label="Words", max_length=9)
    choice = forms.ChoiceField(choices=[("a", "A"), ("b", "B")], required=False)
    when = forms.SplitDateTimeField()
    tick = forms.BooleanField()
    file = forms.FileField(required=False)


def test_a_form_is_described_by_its_fields():
    made = schema_of((AskingForm,))
    assert made["properties"]["words"] == {"type": "string", "maxLength": 9, "description": "Words."}
    assert made["properties"]["choice"] == {"type": "string", "enum": ["a", "b"]}
    assert {"when_0", "when_1"} <= set(made["properties"])
    assert made["required"] == ["words"]
    assert takes_files((AskingForm,))
    assert "required" not in schema_of((AskingForm, AskingForm))
    assert schema_of(("seen",))["properties"].keys() == {"seen"}
