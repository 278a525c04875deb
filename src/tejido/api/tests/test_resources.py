"""Every collection: its shape, and that it costs the same however long it is."""

import re
from collections import Counter
from dataclasses import fields, is_dataclass
from pathlib import Path
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

import pytest
from django.core.exceptions import ObjectDoesNotExist
from django.db import connection
from django.http import Http404
from django.test.utils import CaptureQueriesContext

from tejido.ledger.actors import PUBLIC
from tejido.programmes.names import Field
from tejido.programmes.tests.doings import initiative

from ..resource import Within
from ..resources import RESOURCES
from .growing import AT, Growing, narrowed

HANDBOOK = Path(__file__).parents[4] / "docs" / "handbook" / "apps" / "api.md"
NOTHING = (ObjectDoesNotExist, Http404)
# Who reads them here. What is no member's, the secretariat reads.
READERS = {"cohorts": "XA/representative/JUS"}
ALDEA = "XA/focal_point"
MOST = {"ledger": 20}  # the desk tells no more


def nested(shape, found):
    """A shape and all that it is made of."""
    if shape in found:
        return found
    found.append(shape)
    for hint in get_type_hints(shape).values():
        for part in parts(hint):
            if is_dataclass(part):
                nested(part, found)
    return found


def parts(hint):
    if get_origin(hint) in {list, dict, Union, UnionType}:
        return [part for one in get_args(hint) for part in parts(one)]
    return [hint]


def test_every_collection_and_every_shape_has_a_name_of_its_own():
    assert [name for name, n in Counter(r.name for r in RESOURCES).items() if n > 1] == []
    shapes: list[Any] = []
    for resource in RESOURCES:
        nested(resource.shape, shapes)
    assert [name for name, n in Counter(shape.__name__ for shape in shapes).items() if n > 1] == []
    assert [shape for shape in shapes if not shape.__doc__ or shape.__doc__.startswith(f"{shape.__name__}(")] == []


def test_a_shape_begins_with_its_key_its_address_and_its_page():
    wrong = [r.name for r in RESOURCES if [f.name for f in fields(r.shape)][:3] != ["key", "address", "page"]]
    assert wrong == []
    assert [r.name for r in RESOURCES if not re.fullmatch(r"[a-z]+(-[a-z]+)*", r.name)] == []
    assert [r.name for r in RESOURCES if not set(r.needs) <= set(r.filters)] == []
    assert [r.name for r in RESOURCES if not (r.page or r.index)] == []  # by which a token's areas are told


def test_the_handbook_says_of_every_collection_by_what_it_is_narrowed_and_whether_it_is_public():
    said = HANDBOOK.read_text(encoding="utf-8").split("## What can be read")[1].split("\n## ")[0]
    lines = [line[1:-1].split("|") for line in said.splitlines() if line.startswith("| `")]
    told = [(name.strip(), filters.strip(), public.strip()) for name, _what, filters, public in lines]
    assert told == [(f"`{r.name}`", filters_of(r), "public" if r.is_public else "") for r in RESOURCES]


def filters_of(resource):
    return ", ".join(f"`{name}`{' (has to be said)' * (name in resource.needs)}" for name in resource.filters)


@pytest.mark.django_db
def test_every_list_costs_the_same_queries_for_one_and_for_three_and_showing_costs_none(cast):
    growing = Growing(cast)
    one = {resource.name: cost(growing, resource) for resource in RESOURCES}
    growing.step()
    growing.step()
    wrong = {}
    for resource in RESOURCES:
        length, listing, showing = cost(growing, resource)
        if (
            length < min(one[resource.name][0] + 2, MOST.get(resource.name, 1000))
            or listing != one[resource.name][1]
            or showing
        ):
            wrong[resource.name] = (one[resource.name], (length, listing, showing))
    assert wrong == {}


def cost(growing, resource):
    """How long a list is, and the queries that listing and showing it make."""
    actor, within = growing.cast.actor(READERS.get(resource.name, ALDEA)), Within(narrowed(growing, resource.name))
    with CaptureQueriesContext(connection) as listing:
        items = list(resource.many(actor, AT, within))
    with CaptureQueriesContext(connection) as showing:
        for item in items:
            resource.show(item, actor, AT)
    return len(items), len(listing), len(showing)


@pytest.mark.django_db
def test_of_a_long_list_the_rows_of_one_page_are_loaded(cast, program):
    for place in range(3):
        initiative(cast, {Field.TITLE: {"es": f"Escuelas {place}"}})
    address, titles = "/api/v1/initiatives/?limit=2&member=XA", []
    while address:
        with CaptureQueriesContext(connection) as made:
            said = program.get(address).json()
        read = [query["sql"] for query in made if query["sql"].startswith('SELECT "programmes_initiative"')]
        assert read
        assert [sql for sql in read if "LIMIT" not in sql] == []
        titles += [each["title"]["es"] for each in said["items"]]
        address = said["next"]
    assert titles == ["Escuelas 0", "Escuelas 1", "Escuelas 2"]


@pytest.mark.django_db
def test_what_nobody_has_is_not_there_and_the_public_finds_nothing_of_a_new_network(cast):
    for resource in RESOURCES:
        for actor in (cast.actor(ALDEA), PUBLIC):
            for key in ("000000000000", "no-hay-tal", "a.b", "a.1", "a.999999999999999999999", "."):
                with pytest.raises(NOTHING):
                    resource.one(actor, AT, key)
