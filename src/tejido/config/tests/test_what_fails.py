"""A database that takes no writes, under the house as it is: reading goes on, writing is refused with its own page, and
nothing is there by half."""

import pytest
from django.db import connection

from cast import make_text
from tejido.ledger.models import Line
from tejido.people.models import Account

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(connection.vendor != "sqlite", reason="SQLite can be told to refuse"),
]


@pytest.fixture
def unwritable():
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA query_only=ON")
    yield
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA query_only=OFF")


def test_what_is_sent_is_refused_as_not_taken_now_and_pages_are_read(cast, request):
    text = make_text(cast)
    client = cast.client("XA/focal_point")
    client.raise_request_exception = False
    lines, language = Line.objects.count(), Account.objects.get(email=cast.account("XA/focal_point").email).language
    request.getfixturevalue("unwritable")
    assert client.get("/members/").status_code == 200
    assert client.get(f"/texts/{text.slug}/").status_code == 200
    answer = client.post("/preferences/", {"language": "fr", "zone": "UTC"})
    assert (answer.status_code, answer["Retry-After"]) == (503, "10")
    assert Line.objects.count() == lines
    assert Account.objects.get(email=cast.account("XA/focal_point").email).language == language
