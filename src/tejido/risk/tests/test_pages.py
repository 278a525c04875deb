"""The pages of a risk analysis."""

import re

import pytest

from tejido.risk.models import Analysis
from tejido.risk.tests.made import FP

pytestmark = pytest.mark.django_db


def begin(client, **more):
    sent = {"title": "Título privado", "scope": "Todo", "language": "es", "years": "3", "passphrase": "", "again": ""}
    answer = client.post("/risk/beginnings/", sent | more)
    assert answer.status_code == 302, answer.content.decode()
    return Analysis.objects.latest("at")


def test_an_analysis_is_begun_filled_in_and_read(cast, at_now):
    client = cast.client(FP)
    row = begin(client)
    page = client.get(f"/risk/{row.key}/")
    assert page.status_code == 200
    assert "Título privado" in page.content.decode()
    places = re.findall(rf"/risk/{row.key}/parts/(\w+)/", page.content.decode())
    assert len(places) == 14
    here = f"/risk/{row.key}/parts/{places[2]}/"
    assert client.get(here).status_code == 200
    answer = client.post(here, {"found": "present", "words": "Lo que vemos", "base": "1"})
    assert answer.status_code == 302
    assert "Lo que vemos" in client.get(here).content.decode()
    assert client.get(f"{here}evidence/").status_code == 200
    answer = client.post(
        f"{here}evidence/", {"what": "Una nota", "day": "2026-05", "reliability": "B", "credibility": "2", "base": "2"}
    )
    assert answer.status_code == 302
    page = client.get(here).content.decode()
    assert "Una nota" in page
    entry = re.search(r"entry=(\w+)", page)[1]
    assert "Una nota" in client.get(f"{here}evidence/?entry={entry}").content.decode()
    for path in ("access/", "frame/", "summary/", "summary/preview/"):
        assert client.get(f"/risk/{row.key}/{path}").status_code == 200, path
    assert client.get(f"/risk/comparison/?with={row.key}").status_code == 200
    assert client.get("/risk/").status_code == 200
    answer = client.post(f"/risk/{row.key}/exports/")
    assert answer["Content-Type"].startswith("application/vnd")
