"""The pages of schools, norms and populations: lists take as many queries for three rows as for one, and a file goes in
through them."""

from io import BytesIO

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tejido.formats.sheet import Sheet, write_csv
from tejido.schools.models import Target

from .doings import FOCAL_POINT, REPRESENTATIVE, norm, reported, space, state, target

pytestmark = pytest.mark.django_db
LISTS = ("/schools/", "/schools/obligations/", "/schools/populations/")


def asked(client, address):
    with CaptureQueriesContext(connection) as found:
        assert client.get(address).status_code == 200
    return len(found)


def test_lists_take_as_many_queries_for_three_rows_as_for_one(cast):
    client, counts = cast.client(FOCAL_POINT), []
    for number in range(3):
        reported(cast, name={"es": f"Academia {number}"})
        norm(cast, state(cast), norm=f"Ley {number}")
        target(cast, state(cast), number, who=FOCAL_POINT, institution=str(number))
        client.get("/schools/")
        counts.append([asked(client, address) for address in LISTS])
    assert counts[0] == counts[2]


def test_a_norm_tells_what_it_took_the_place_of(cast):
    row = norm(cast, state(cast), every=24)
    client = cast.client(FOCAL_POINT)
    page = client.get(f"/schools/obligations/{row.key}/followers/")
    assert page.context["form"].initial["every"] == 24
    sent = {"norm": "Ley 2", "cadres": ["police"], "since": "2027-06-01", "every": "12"}
    answer = client.post(f"/schools/obligations/{row.key}/followers/", sent, follow=True)
    assert "Ley 1" in answer.content.decode()
    assert client.post(f"/schools/obligations/{row.key}/followers/", {"norm": ""}).status_code == 422


def test_a_file_is_looked_at_before_it_is_applied(cast):
    client, body = cast.client(REPRESENTATIVE), space(cast)
    table = BytesIO(write_csv(Sheet("", ("year", "number", "cadre"), ((2027, 5, "police"), (2027, 6, "nadie")))))
    table.name = "poblaciones.csv"
    seen = client.post(f"/schools/spaces/{body.key}/populations/files/", {"file": table}, follow=True)
    assert "nadie" in seen.content.decode()
    assert client.post(seen.request["PATH_INFO"], {"seen": ""}).status_code == 422
    assert not Target.objects.exists()
