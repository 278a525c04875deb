"""Names, documents and codes are nowhere but in the school: the public page, the lists, the ledger and the database
are the same whatever a holder is called."""

import pytest
from django.db import connection
from django.test import Client

from cast import NOW
from tejido.ledger.models import Line
from tejido.records.models import Completion

from .doings import issued, revoke

pytestmark = [pytest.mark.django_db, pytest.mark.anywhere]
CANARY = "canaria-xa-7c2"


@pytest.fixture
def of(cast, text, at_now):
    at_now(NOW)
    of = issued(cast, text, CANARY, f"{CANARY}-otra")
    revoke(of, of.certificates()[1], words=f"{CANARY} motivo")
    return of


def test_no_table_holds_a_name_a_document_a_code_or_a_reason(of):
    codes = [held.secret.code for held in of.held()]
    told = []
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT * FROM "{table}"')  # noqa: S608  # a name of ours
            told += [str(bytes(each) if isinstance(each, memoryview) else each) for row in cursor for each in row]
    for secret in (CANARY, *codes):
        assert not [words for words in told if secret in words]


def test_nobody_else_reads_a_name(of, cast):
    code = of.held()[0].secret.code
    paths = (f"/certificates/{code}/", "/certificates/revoked/1/", "/certificates/", "/course-certificates/")
    seats = ("", "XA/focal_point", "XA/representative/DEF", "XB/focal_point", "network/secretariat", "network/observer")
    for who in seats:
        client = cast.client(who) if who else Client()
        for path in paths:
            assert CANARY not in client.get(path).content.decode(), (who, path)
    assert CANARY not in str([(line.facts, line.details) for line in Line.objects.all()])
    assert CANARY not in str(list(Completion.objects.values()))
