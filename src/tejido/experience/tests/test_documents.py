"""The requirements of ADL's list for documents: states, profiles of agents, profiles of activities; and entity tags."""

import hashlib
import uuid

import pytest

from tejido.experience.models import Document
from tejido.formats.xapi.tests.examples import AGENT, GROUP

from .doings import System, agent, key

pytestmark = pytest.mark.django_db
STATE = ("activities/state", {"activityId": "http://example.com/a", "agent": AGENT}, "stateId")
AGENTS = ("agents/profile", {"agent": AGENT}, "profileId")
ACTIVITIES = ("activities/profile", {"activityId": "http://example.com/a"}, "profileId")
KINDS = [pytest.param(*kind, id=kind[0]) for kind in (STATE, AGENTS, ACTIVITIES)]
HERE = {"If-None-Match": "*"}


@pytest.fixture
def lrs(cast):
    return System(key(cast))


def tag(body):
    return f'"{hashlib.sha1(body).hexdigest()}"'  # noqa: S324  # as the specification wants it


@pytest.mark.parametrize(("resource", "place", "name"), KINDS)
def test_a_document_is_put_read_and_deleted(lrs, resource, place, name):
    """00187 to 00192, 00216, 00217, 00230, 00231, 00259, 00269 to 00274, 00282, 00283, 00285 to 00293, 00311, 00312."""
    at = {**place, name: "one"}
    assert lrs("GET", resource, **at).status_code == 404
    for method in ("PUT", "POST"):
        assert (
            lrs(method, resource, {"a": method}, headers={"If-Match": None}, **{**at, name: method}).status_code == 204
        )
        found = lrs("GET", resource, **{**at, name: method})
        assert (found.status_code, found.json(), found["Content-Type"]) == (200, {"a": method}, "application/json")
        assert found["ETag"] == tag(found.content)
        assert found["Last-Modified"].endswith("GMT")
    assert lrs("DELETE", resource, **{**at, name: "PUT"}).status_code == 204
    assert lrs("GET", resource, **{**at, name: "PUT"}).status_code == 404
    assert lrs("GET", resource, **{**at, name: "POST"}).status_code == 200
    assert lrs("DELETE", resource, **at).status_code == 204  # nothing is there


@pytest.mark.parametrize(("resource", "place", "name"), KINDS)
def test_bytes_come_back_as_they_were(lrs, resource, place, name):
    body = bytes(range(256))
    for type in ("application/octet-stream", "text/html; charset=utf-8", "image/svg+xml"):
        lrs("PUT", resource, body, type=type, **place, **{name: type})
        found = lrs("GET", resource, **place, **{name: type})
        assert (found.content, found["Content-Type"]) == (body, type)
        assert found["Content-Disposition"].startswith("attachment")
        assert found["Content-Security-Policy"] == "default-src 'none'; sandbox"


@pytest.mark.parametrize(("resource", "place", "name"), KINDS)
def test_parameters_that_are_missing_or_wrong(lrs, resource, place, name):
    """00196 to 00215, 00224 to 00228, 00243, 00249, 00255 to 00268, 00276, 00277, 00295 to 00307."""
    at = {**place, name: "one"}
    for method in ("PUT", "POST", "GET", "DELETE"):
        body = {"a": 1} if method in {"PUT", "POST"} else None
        for missing in place:
            assert lrs(method, resource, body, **{k: v for k, v in at.items() if k != missing}).status_code == 400
        if method in {"PUT", "POST"} or (method == "DELETE" and name == "profileId"):
            assert lrs(method, resource, body, **place).status_code == 400
        wrong = {
            "agent": ("not JSON", "1", "true", {"name": "x"}, ""),
            "activityId": ("1", "true", {"key": "value"}, ""),
        }
        for which in place:
            for value in wrong[which]:
                assert lrs(method, resource, body, **{**at, which: value}).status_code == 400
        assert lrs(method, resource, body, **{**at, name: ""}).status_code == 400
        if resource == STATE[0]:
            for value in ("1", "true", "not UUID"):
                assert lrs(method, resource, body, **at, registration=value).status_code == 400
    assert lrs("GET", resource, **place, since="not a time").status_code == 400
    assert lrs("GET", resource, **place, since="2012-06-01T19:09:13Z").status_code == 200
    assert not Document.objects.exists()


@pytest.mark.parametrize(("resource", "place", "name"), KINDS)
def test_names_of_a_place_and_what_came_after_a_time(lrs, resource, place, name):
    """00193, 00195, 00221, 00222, 00268, 00270, 00275, 00289, 00294, 00303."""
    for word in ("uno", "dos", "très"):
        lrs("PUT", resource, {"a": 1}, **place, **{name: word})
    assert lrs("GET", resource, **place).json() == ["uno", "dos", "très"]
    since = Document.objects.order_by("pk")[1].at.isoformat()
    assert lrs("GET", resource, **place, since=since).json() == ["très"]
    other = {**place, **({"agent": agent("other")} if "agent" in place else {"activityId": "x:other"})}
    assert lrs("GET", resource, **other).json() == []


def test_states_have_a_registration_or_none(lrs):
    """00218 to 00220, 00227, 00191, 00194, 00205, 00223."""
    resource, place, _name = STATE
    one, two = str(uuid.uuid4()), str(uuid.uuid4())
    for registration in (one, two, None):
        told = {"registration": registration} if registration else {}
        for word in ("a", "b"):
            lrs("PUT", resource, {"of": registration}, **place, **told, stateId=word)
    assert lrs("GET", resource, **place, stateId="a").json() == {"of": None}
    assert lrs("GET", resource, **place, stateId="a", registration=one.upper()).json() == {"of": one}
    assert lrs("GET", resource, **place).json() == ["a", "b"]
    assert lrs("DELETE", resource, **place, registration=one).status_code == 204
    assert lrs("GET", resource, **place, registration=one).json() == []
    assert lrs("GET", resource, **place, registration=two).json() == ["a", "b"]
    assert lrs("DELETE", resource, **place, since="not a time").status_code == 400
    assert lrs("DELETE", resource, **place, since="2999-06-01T19:09:13Z").status_code == 204
    assert Document.objects.count() == 4
    assert lrs("DELETE", resource, **place).status_code == 204
    assert not Document.objects.exists()


@pytest.mark.parametrize(("resource", "place", "name"), KINDS)
def test_a_post_joins_two_objects_one_level_deep(lrs, resource, place, name):
    """00183 to 00186, 00233, 00234, 00279, 00280, 00308, 00310."""
    at = {**place, name: "one"}
    lrs("POST", resource, {"car": {"make": "Ford", "model": "Escape"}, "driver": "Dale"}, **at)
    assert lrs("POST", resource, {"car": {"make": "Dodge"}, "year": 1}, **at).status_code == 204
    assert lrs("GET", resource, **at).json() == {"car": {"make": "Dodge"}, "driver": "Dale", "year": 1}


@pytest.mark.parametrize(("resource", "place", "name"), KINDS)
def test_what_cannot_be_joined_is_refused_and_what_is_there_stays(lrs, resource, place, name):
    """00182, 00229, 00232, 00235, 00278, 00281, 00284, 00309, 00313, 00314."""
    at = {**place, name: "one"}
    lrs("PUT", resource, {"a": 1}, **at)
    assert lrs("POST", resource, b"abc", type="text/plain", **at).status_code == 400
    for wrong in (b"{", b'{"a": 1, "a": 2}', b"[1]", b"1"):
        assert lrs("POST", resource, wrong, type="application/json", **at).status_code == 400
        assert lrs("POST", resource, wrong, type="application/json", **{**at, name: "new"}).status_code == 400
    assert lrs("GET", resource, **at).json() == {"a": 1}
    for body in (b"1", b"true", b"a=1"):
        assert (
            lrs("POST", resource, body, type="application/x-www-form-urlencoded", **{**at, name: str(body)}).status_code
            == 204
        )
    lrs("PUT", resource, b"abc", type="text/plain", **{**at, name: "text"})
    assert lrs("POST", resource, {"a": 1}, **{**at, name: "text"}).status_code == 400
    lrs("PUT", resource, b"[1]", type="application/json", **{**at, name: "list"})
    assert lrs("POST", resource, {"a": 1}, **{**at, name: "list"}).status_code == 400
    assert lrs("GET", resource, **place).json() == ["one", "b'1'", "b'true'", "b'a=1'", "text", "list"]


@pytest.mark.parametrize(("resource", "place", "name"), KINDS)
@pytest.mark.parametrize("method", ["PUT", "POST", "DELETE"])
def test_00322_conditions_hold_or_nothing_is_done(lrs, resource, place, name, method):
    at = {**place, name: "one"}
    body = {"b": 2} if method != "DELETE" else None
    assert lrs(method, resource, body, headers={"If-Match": tag(b"x")}, **at).status_code == 412
    lrs("PUT", resource, {"a": 1}, headers=HERE, **at)
    own = lrs("GET", resource, **at)["ETag"]
    for headers in (
        {"If-Match": tag(b"x")},
        {"If-None-Match": "*"},
        {"If-None-Match": own},
        {"If-None-Match": f"{tag(b'x')}, {own}"},
    ):
        assert lrs(method, resource, body, headers=headers, **at).status_code == 412
        assert lrs("GET", resource, **at).json() == {"a": 1}
    for match in (own, f"W/{own}", f"{tag(b'x')}, {own}", "*", own.strip('"')):
        assert lrs(method, resource, body, headers={"If-Match": match}, **at).status_code == 204
        lrs("PUT", resource, {"a": 1}, headers={"If-Match": "*"} if method != "DELETE" else HERE, **at)


@pytest.mark.parametrize(("resource", "place", "name"), KINDS)
def test_00322_a_profile_is_not_replaced_unseen_and_a_state_is(lrs, resource, place, name):
    at = {**place, name: "one"}
    lrs("PUT", resource, {"a": 1}, **at)
    answer = lrs("PUT", resource, {"a": 2}, **at)
    if resource == STATE[0]:
        assert (answer.status_code, lrs("GET", resource, **at).json()) == (204, {"a": 2})
    else:
        assert (answer.status_code, lrs("GET", resource, **at).json()) == (409, {"a": 1})
        assert "If-Match" in answer.json()["error"]


def test_a_profile_may_be_of_a_group_that_has_an_identifier(lrs):
    assert lrs("PUT", "agents/profile", {"a": 1}, agent=GROUP, profileId="x").status_code == 204
    assert lrs("GET", "agents/profile", agent=AGENT).json() == []
    assert (
        lrs(
            "PUT", "agents/profile", {"a": 1}, agent={"objectType": "Group", "member": [AGENT]}, profileId="x"
        ).status_code
        == 400
    )
