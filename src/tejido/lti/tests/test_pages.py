"""The pages of a school's systems, for its own seats."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cast import NOW
from tejido.lti import queries
from tejido.lti.models import Platform

from .doings import JUSTICE, begin, describe, school, system

ORIGIN = "https://moodle.academia.example"


@pytest.fixture
def seat(cast, at_now):
    school(cast)
    return cast.client(JUSTICE)


def test_a_school_without_a_system_learns_how_to_begin(seat):
    page = seat.get("/lti/").content.decode()
    assert "No system is entered yet" in page
    assert seat.post("/lti/", {"name": ""}).status_code == 422
    made = seat.post("/lti/", {"name": "Moodle 2027"})
    assert made["Location"] == f"/lti/systems/{Platform.objects.get().key}/"


def test_who_is_in_no_school_is_told_so_and_enters_nothing(cast, at_now):
    client = cast.client("XA/focal_point")
    assert "This is a page of schools" in client.get("/lti/").content.decode()
    assert client.post("/lti/", {"name": "Moodle"}).status_code == 404


def test_the_list_asks_the_same_of_the_database_for_one_system_and_for_three(cast, seat):
    counts = []
    for number in (1, 3):
        while Platform.objects.count() < number:
            begin(cast)
        with CaptureQueriesContext(
            connection,
        ) as found:
            seat.get("/lti/")
        counts.append(len(found))
    assert counts[0] == counts[1]


def test_the_page_shows_what_to_copy_and_what_is_missing(cast, seat):
    row = begin(cast)
    page = seat.get(f"/lti/systems/{row.key}/").content.decode()
    for path in ("login/", "launches/", ""):
        assert f"http://127.0.0.1:8000/lti/tool/{row.key}/{path}" in page
    assert "http://127.0.0.1:8000/lti/keys.json" in page
    assert "Still missing: Platform ID (issuer), Client ID" in page


def form(row, **changes):
    return {
        "name": "Moodle", "issuer": ORIGIN, "client": "c", "deployments": " 1 \n\n2\n1", "authorize": f"{ORIGIN}/a",
        "token": f"{ORIGIN}/t", "keys_address": f"{ORIGIN}/k", "origins": "", "seen": queries.described(row), **changes,
    }  # fmt: skip  # one form


def test_what_is_said_of_a_system_is_kept_line_by_line_and_it_is_switched_on_and_off(cast, seat):
    row = begin(cast)
    address = f"/lti/systems/{row.key}/"
    assert seat.post(f"{address}descriptions/", form(row)).status_code == 302
    assert Platform.objects.get().deployments == ["1", "2"]
    stale = seat.post(f"{address}descriptions/", form(row, client="d"))
    assert stale.status_code == 422
    assert 'value="d"' in stale.content.decode()
    assert seat.post(f"{address}openings/").status_code == 302
    assert "Switched on" in seat.get(address).content.decode()
    assert seat.post(f"{address}closings/").status_code == 302
    assert "Switched off: nobody" in seat.get(address).content.decode()


def test_an_address_for_registering_is_shown_once(cast, seat):
    row = begin(cast)
    page = seat.post(f"/lti/systems/{row.key}/registrations/").content.decode()
    assert f"http://127.0.0.1:8000/lti/tool/{row.key}/registrations/" in page


def test_pasted_keys_are_shown_again(cast, seat):
    import json

    from tejido.formats.lti import write_keys
    from tejido.formats.lti.tests import sample

    row = describe(cast, begin(cast), ORIGIN, keys=json.dumps(write_keys(sample.key_set())))
    assert "P-256" in seat.get(f"/lti/systems/{row.key}/").content.decode()


def test_the_keys_of_the_tool_are_for_everybody(client, cast, at_now):
    from tejido.lti import commands

    commands.begin_key(at=NOW)
    answer = client.get("/lti/keys.json")
    (key,) = answer.json()["keys"]
    assert set(key) == {"kty", "n", "e", "alg", "use", "kid"}
    assert answer["Cache-Control"] == "public, max-age=3600"
    assert system(cast, ORIGIN).is_on
