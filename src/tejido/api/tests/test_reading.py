"""Lists in pages, entity tags, who reads without a token, and what a program is told where there is nothing."""

import base64
import json
from dataclasses import dataclass
from datetime import UTC, date, datetime

import pytest
from django.utils.translation import gettext_lazy

from tejido.api.encoding import as_json, plain
from tejido.api.openapi.parts import PARAMETERS
from tejido.api.paging import MOST, Cursor, cut, read_cursor
from tejido.api.problems import Problem
from tejido.api.resource import Resource
from tejido.api.resources import RESOURCES
from tejido.ledger.models import Line

from .programs import Program, outcome, token_for

pytestmark = pytest.mark.django_db
FP = "XA/focal_point"


def test_the_service_document_says_whose_token_it_is_and_names_every_collection(program):
    said = program.get("/api/v1/").json()
    assert said["token"]["seat"]["member"] == "XA"
    assert said["token"]["scope"] == "act"
    assert list(said["collections"]) == [resource.name for resource in RESOURCES]


def test_without_a_token_there_is_what_is_public(cast, now):
    public = {resource.name for resource in RESOURCES if resource.is_public}
    reader = Program()
    assert set(reader.get("/api/v1/").json()["collections"]) == public
    for resource in RESOURCES:
        if not resource.needs:
            found = outcome(reader.get(f"/api/v1/{resource.name}/"))
            assert found == ((200, "") if resource.is_public else (401, "token"))


@pytest.mark.parametrize(
    "address", ["/api/v1/unheard/", "/api/v1/rounds/000000000000/", "/api/v1/rounds/a/b/c/", "/api/v1/members/ZZ/"]
)
def test_what_is_not_there_is_not_found(program, address):
    assert outcome(program.get(address)) == (404, "not_found")


@pytest.mark.parametrize(
    "query", ["?unheard=1", "?limit=0", "?limit=x", "?limit=-1", "?limit=", "?cursor=x", "?cursor=WzFd"]
)
def test_a_query_that_means_nothing_is_refused(program, query):
    assert outcome(program.get(f"/api/v1/members/{query}"))[0] == 400


def test_a_list_comes_in_pages_that_leave_nothing_out(program):
    found, address = [], "/api/v1/members/?limit=1"
    while address:
        answer = program.get(address)
        said = answer.json()
        assert (f'<{said["next"]}>; rel="next"' == answer.get("Link")) == bool(said["next"])
        found += [each["key"] for each in said["items"]]
        address = said["next"]
    whole = program.get("/api/v1/members/").json()
    assert found == [each["key"] for each in whole["items"]]
    assert len(found) == 3


def test_an_answer_that_has_not_changed_is_not_sent_again(program):
    first = program.get("/api/v1/members/")
    for known in (first["ETag"], f'"other", W/{first["ETag"]}'):
        again = program.get("/api/v1/members/", **{"if-none-match": known})
        assert (again.status_code, again.content, again["ETag"]) == (304, b"", first["ETag"])
    assert program.get("/api/v1/members/", **{"if-none-match": '"other"'}).status_code == 200
    assert first["Cache-Control"] == "private, no-cache"
    assert {"Authorization", "Accept-Language"} <= {name.strip() for name in first["Vary"].split(",")}


def test_reading_writes_nothing_into_the_ledger(program):
    lines = Line.objects.count()
    program.get("/api/v1/")
    program.get("/api/v1/members/")
    assert Line.objects.count() == lines


def test_the_kinds_of_problems_are_listed(program):
    listed = program.get("/api/v1/problems/").json()["items"]
    assert {"scope", "second_factor", "not_found"} <= {each["code"] for each in listed}


def test_no_other_site_may_read_it(program):
    answer = program.get("/api/v1/", origin="https://elsewhere.example")
    assert not [name for name in answer.headers if name.startswith("Access-Control")]


## Pages


@dataclass(frozen=True)
class Item:
    key: str


LETTERS = Resource(
    name="x", page="", shape=Item, many=lambda *_: [], one=lambda *_: Item(""), show=lambda item, *_: item
)


def items(letters):
    return [Item(letter) for letter in letters]


def turned(before, after, limit=2):
    """The first page of one list, and the second page of what it has become meanwhile."""
    first, cursor = cut(LETTERS, items(before), Cursor(), limit)
    second, _more = cut(LETTERS, items(after), read_cursor(cursor.written()), limit)
    return "".join(item.key for item in [*first, *second])


@pytest.mark.parametrize(
    ("before", "after", "read"),
    [
        ("abcd", "abcd", "abcd"),
        ("abcd", "xabcd", "abcd"),
        ("abcd", "bcd", "abcd"),
        ("abcd", "acd", "abd"),  # what was last is gone: the page goes on at its place
    ],
)
def test_a_list_that_changes_between_two_pages(before, after, read):
    assert turned(before, after) == read


NESTED = base64.urlsafe_b64encode(b"[" * 50_000).decode().rstrip("=")


def test_the_last_page_leads_nowhere():
    assert cut(LETTERS, items("ab"), Cursor(), 2)[1] is None
    assert cut(LETTERS, items("abc"), Cursor(), 2)[1] == Cursor(2, "b")


@pytest.mark.parametrize("said", [NESTED, "x", "WzFd", "WzAsImEiXQ", "WyJhIiwxXQ", "bnVsbA", "é"])
def test_a_cursor_that_nobody_gave_is_refused(said):
    with pytest.raises(Problem, match="malformed"):
        read_cursor(said)


## Values


def test_values_are_written_as_json():
    at = datetime(2027, 3, 1, 9, 0, tzinfo=UTC)
    said = {"at": at, "day": date(2027, 3, 1), "words": gettext_lazy("Yes"), "item": Item("a"), "several": (1, None)}
    assert json.loads(as_json(said)) == {
        "at": "2027-03-01T09:00:00Z",
        "day": "2027-03-01",
        "words": "Yes",
        "item": {"key": "a"},
        "several": [1, None],
    }


@pytest.mark.parametrize("value", [object(), Item, {1, 2}, b"x", Line()])
def test_what_is_no_value_is_never_written(value):
    with pytest.raises(TypeError):
        plain(value)


def test_a_program_of_another_seat_reads_for_itself(cast, now):
    assert Program(token_for(cast, "XB/focal_point")).get("/api/v1/").json()["token"]["seat"]["member"] == "XB"


def test_a_limit_beyond_the_most_gives_the_most_as_the_description_says(program):
    (limit,) = [each for name, each in PARAMETERS.items() if name == "limit"]
    assert "maximum" not in limit["schema"]
    assert str(MOST) in limit["description"]
    assert program.get(f"/api/v1/members/?limit={MOST + 1}").status_code == 200


@pytest.mark.parametrize("rest", ["acts/texts/a%0Ab/reading/", "rounds/a%0Ab/", "%0A", "acts/%0D/"])
def test_an_address_that_breaks_a_line_is_answered_in_json_as_well(program, rest):
    address = f"/api/v1/{rest}"
    for answer in (program.get(address), program.client.post(address, "{}", content_type="application/json")):
        assert answer["Content-Type"] == "application/problem+json"
        assert answer.status_code in {404, 405}
