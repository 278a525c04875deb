"""The inner form of a backup: what is in it, what is never in it, and that any change of it is found and named."""

import io
import json
from datetime import timedelta

import pytest
from django.apps import apps
from django.conf import settings
from django.contrib.sessions.models import Session
from django.db import connection
from django.test import Client

from cast import NOW
from tejido.keeping.backup import header_now
from tejido.keeping.form import BadBackup
from tejido.keeping.reading import examined
from tejido.keeping.tables import BEARERS, DERIVED, EMPTIED, HARMLESS, tables
from tejido.keeping.writing import digests_of
from tejido.ledger.actors import CONSOLE
from tejido.people.commands import make_link, queue_letters
from tejido.people.models import Letter

pytestmark = pytest.mark.django_db
SUSPICIOUS = ("token", "secret", "seed", "nonce", "password", "browser")


def test_every_row_of_every_table_is_in_it_with_its_digest(stream):
    contents = examined(io.BytesIO(stream()))
    with connection.cursor() as cursor:
        for table in tables(BEARERS):
            cursor.execute(f'SELECT count(*) FROM "{table.name}"')  # noqa: S608  # our own names
            assert contents.tables[table.name][0] == cursor.fetchone()[0]
    assert contents.tables["registry_member"][0] == 3
    assert contents.keys["ledger"] == settings.LEDGER_KEY


def test_what_is_read_back_from_the_database_is_what_was_written(stream):
    contents = examined(io.BytesIO(stream()))
    found = digests_of(contents.header)
    assert {name: value for name, value in found.items() if name not in EMPTIED} == {
        name: value for name, value in contents.tables.items() if name not in EMPTIED
    }


def test_its_heads_are_those_of_the_ledgers(stream):
    heads = {tree: size for tree, size, _root in examined(io.BytesIO(stream())).header.heads}
    with connection.cursor() as cursor:
        cursor.execute("SELECT name, size FROM ledger_tree")
        assert heads == dict(cursor.fetchall())


def test_nothing_that_lets_somebody_in_is_in_it(cast, stream):
    account = cast.account("XA/focal_point")
    token = make_link(actor=CONSOLE, account=account, at=NOW)
    queue_letters(letters=[Letter(to=account, occasion="x", subject="CANARY-mail", body="x", queued_at=NOW)])
    browser = Client()
    browser.force_login(account)
    session = Session.objects.get(pk=browser.session.session_key)
    with connection.cursor() as cursor:
        cursor.execute("SELECT token_digest FROM people_signinlink")
        [digest] = cursor.fetchone()
    written = stream().decode()
    for secret in (token, digest, session.session_key, session.session_data, "CANARY-mail", settings.SECRET_KEY):
        assert secret not in written
    assert account.email in written


def test_every_column_that_sounds_like_a_secret_was_thought_about():
    """A new one is left out, emptied, or named as harmless in `keeping/tables.py`."""
    found = {
        (model._meta.db_table, field.column)
        for model in apps.get_models(include_auto_created=True)
        for field in model._meta.concrete_fields
        if any(word in str(field.column) for word in SUSPICIOUS)
    }
    known = {(table, column) for table, columns in EMPTIED.items() for column in columns} | HARMLESS
    assert {(table, column) for table, column in found if table not in BEARERS | DERIVED} - known == set()
    assert known <= {
        (model._meta.db_table, str(field.column))
        for model in apps.get_models()
        for field in model._meta.concrete_fields
    }
    assert {model._meta.db_table for model in apps.get_models(include_auto_created=True)} >= BEARERS | DERIVED


def because(changed: bytes) -> str:
    with pytest.raises(BadBackup) as caught:
        examined(io.BytesIO(changed))
    return caught.value.code


def lines(stream: bytes) -> list[bytes]:
    return stream.splitlines(keepends=True)


def test_each_change_of_it_is_found_and_named(stream):
    whole = stream()
    several = lines(whole)
    header, last = json.loads(several[0]), json.loads(several[-1])
    member = next(place for place, line in enumerate(several) if line == b'{"table":"registry_member"}\n')
    end = next(place for place, line in enumerate(several) if line.startswith(b'{"end":"registry_member"'))
    aldea = next(place for place in range(member, end) if b"Aldea" in several[place])

    def without(place):
        return b"".join(several[:place] + several[place + 1 :])

    def other(place, line):
        return b"".join([*several[:place], line, *several[place + 1 :]])

    def header_of(**more):
        return other(0, json.dumps(header | more).encode() + b"\n")

    def last_of(**more):
        return other(len(several) - 1, json.dumps(last | more).encode() + b"\n")

    found = {
        "empty": because(b""),
        "cut in a line": because(whole[:-10]),
        "cut after a line": because(b"".join(several[:-1])),
        "longer": because(whole + b"{}\n"),
        "no JSON": because(other(0, b"{\n")),
        "a list first": because(other(0, b"[]\n")),
        "another format": because(header_of(format="tejido-backup/2")),
        "no tables": because(header_of(tables=None)),
        "a table of another name": because(
            header_of(tables=[{"name": "x; DROP", "key": "a", "columns": [["a", "int"]]}])
        ),
        "a key that is no column": because(header_of(tables=[{"name": "x", "key": "b", "columns": [["a", "int"]]}])),
        "a row less": because(without(member + 1)),
        "a row twice": because(other(member + 1, several[member + 1] * 2)),
        "a word changed": because(other(aldea, several[aldea].replace(b"Aldea", b"Aldeb"))),
        "a cell less": because(other(member + 1, b"[1]\n")),
        "a row that is none": because(other(member + 1, b"[1\n")),
        "its table renamed": because(other(member, b'{"table":"registry_other"}\n')),
        "its end missing": because(without(end)),
        "a key that leads out": because(other(1, b'{"key":"../../etc/x","content":""}\n')),
        "a key without content": because(other(1, b'{"key":"ledger"}\n')),
        "the key of the ledger missing": because(without(1)),
        "another sum": because(last_of(rows=last["rows"] + 1)),
        "another digest": because(last_of(sha256="0" * 64)),
        "another signature": because(last_of(signature="A" * 86)),
        "no signature": because(last_of(signature=None)),
        "the header's words changed": because(header_of(made="2027-03-02T12:00:00Z")),
    }
    assert found == {
        "empty": "cut", "cut in a line": "cut", "cut after a line": "cut", "longer": "whole", "no JSON": "line",
        "a list first": "order", "another format": "format", "no tables": "header",
        "a table of another name": "header", "a key that is no column": "header",
        "a row less": "table", "a row twice": "table", "a word changed": "table", "a cell less": "row",
        "a row that is none": "line", "its table renamed": "order", "its end missing": "table",
        "a key that leads out": "key_name", "a key without content": "line", "the key of the ledger missing": "whole",
        "another sum": "whole", "another digest": "whole", "another signature": "signature",
        "no signature": "signature", "the header's words changed": "whole",
    }  # fmt: skip  # one table


def test_a_file_that_brings_another_key_than_the_one_that_signed_it_is_refused(cast):
    from tejido.keeping.writing import write

    for keys in ({}, {"ledger": b"x" * 32}, {"ledger": b"short"}):
        target = io.BytesIO()
        write(target, header_now(NOW + timedelta(days=1)), keys, signing_key=settings.LEDGER_KEY)
        assert because(target.getvalue()) == "key"
