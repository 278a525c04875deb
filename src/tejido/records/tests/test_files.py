"""A file comes in once, whole and exactly, whatever ends the process while it does."""

import io
from datetime import date
from itertools import islice
from typing import Any

import pytest

from cast import NOW
from tejido.formats.bad_file import BadFile, Code
from tejido.formats.roster.suggesting import suggest
from tejido.ledger.models import Line
from tejido.ledger.refusals import Refused
from tejido.records import commands, queries
from tejido.records.commands import working
from tejido.records.models import Batch, Completion, Piece, Sheet, Trouble, Value
from tejido.records.names import No, State
from tejido.records.tests import doings

HEAD = "Documento;Apellidos;Nombres;Fecha;Resultado;Sexo;Grupo"


def csv(*rows: str) -> bytes:
    return "\r\n".join([HEAD, *rows]).encode()


def many(size: int, start: int = 0) -> bytes:
    return csv(*(f"{1_000_000 + at};Pérez;Ana {at};{13 + at % 15}/03/2026;Aprobado;F;" for at in range(start, size)))


@pytest.fixture
def group(cast, text):
    return doings.cohort(cast, doings.course(cast, text))


@pytest.fixture
def actor(cast):
    return cast.actor(doings.REPRESENTATIVE)


def given(actor: Any, group: Any, raw: bytes) -> Batch:
    return commands.give(
        actor=actor, space=group.space, cohort=group, pieces=io.BytesIO(raw), name="lista.csv", kind="file", at=NOW
    )


def checked(actor: Any, group: Any, raw: bytes) -> Batch:
    batch = given(actor, group, raw)
    header, rows = queries.head_of(actor, batch)
    commands.check(actor=actor, batch=batch, mapping=suggest(header, rows).mapping)
    commands.run_due(at=NOW, size=100)
    return Batch.objects.get(key=batch.key)


def entered(actor: Any, group: Any, raw: bytes) -> Batch:
    batch = checked(actor, group, raw)
    commands.start(actor=actor, batch=batch)
    commands.run_due(at=NOW, size=100)
    return Batch.objects.get(key=batch.key)


def test_a_file_is_checked_before_it_is_entered(actor, group):
    raw = csv(
        "1.234.567;Díaz;Eva;25/03/2026;Aprobado;F;",
        ";Sin;Nadie;25/03/2026;Aprobado;M;",
        "2345678;Ruiz;Leo;30/02/2026;Aprobado;M;",
        "3456789;Paz;Ivo;25/03/2026;Reprobado;M;",
        "4567890;Sol;Lía;25/03/2026;Aprobado;F;B-9",
        ";;;;;;",
    )
    batch = checked(actor, group, raw)
    assert (batch.state, batch.new, batch.bad, batch.left, batch.total) == (State.CHECKED, 1, 3, 1, 7)
    assert [(each.row, each.field, each.code, each.value) for each in queries.troubles_of(actor, batch)] == [
        (3, "document", "missing", ""),
        (4, "day", "unreadable", "30/02/2026"),
        (6, "cohort", "unknown", "B-9"),
    ]
    assert Completion.objects.count() == 0
    assert queries.name_of(actor, batch) == "lista.csv"
    commands.start(actor=actor, batch=batch)
    commands.run_due(at=NOW)
    lines = queries.roll_of(actor, group)
    assert [(line.document, line.name, line.day) for line in lines] == [
        ("national:1234567", "Díaz, Eva", date(2026, 3, 25))
    ]
    assert doings.is_exact()


def test_what_was_entered_leaves_no_file_behind_and_one_line_in_the_ledger(actor, group):
    batch = entered(actor, group, many(250))
    assert (batch.state, batch.new, batch.row) == (State.ENTERED, 250, 251)
    assert not Piece.objects.exists()
    line = Line.objects.get(act="records-entered")
    assert line.facts == {
        "kind": "file", "cohort": group.key, "digest": batch.digest, "new": 250, "known": 0, "bad": 0, "left": 0,
    }  # fmt: skip  # one line
    assert line.office == actor.office
    assert doings.is_exact()


def test_the_same_file_comes_in_once(actor, group):
    batch = entered(actor, group, many(3))
    with pytest.raises(Refused) as refused:
        given(actor, group, many(3))
    assert refused.value.refusal.code == No.FILE_KNOWN
    commands.undo(actor=actor, batch=batch, at=NOW)
    assert entered(actor, group, many(3)).new == 3


def test_a_longer_copy_of_a_file_brings_only_what_is_new(actor, group):
    entered(actor, group, many(150))
    again = entered(actor, group, many(260))
    assert (again.new, again.known) == (110, 150)
    assert doings.is_exact()


def test_an_empty_file_is_refused(actor, group):
    with pytest.raises(Refused) as refused:
        given(actor, group, b"")
    assert refused.value.refusal.code == No.NOTHING_GIVEN
    assert not Batch.objects.exists()


def test_a_file_that_breaks_on_the_way_leaves_nothing(actor, group, monkeypatch):
    batch = checked(actor, group, many(250))
    commands.start(actor=actor, batch=batch)
    chunks = working.chunks_of

    def broken(*args, **kwargs):
        yield from islice(chunks(*args, **kwargs), 2)  # the second one waits while the third is asked for
        raise BadFile(Code.CRASHED)

    monkeypatch.setattr(working, "chunks_of", broken)
    commands.run_due(at=NOW, size=100)
    assert (Batch.objects.get().state, Completion.objects.count()) == (State.UNDOING, 100)
    commands.run_due(at=NOW, size=100)
    assert (Batch.objects.get().state, Completion.objects.count(), Sheet.objects.count()) == (State.UNDONE, 0, 0)
    assert doings.is_exact()


@pytest.mark.parametrize("raw", [b"\0\1\2", b"PK\3\4 no zip", b'"never closed', b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"])
def test_what_is_no_table_is_said_to_be_none(actor, group, raw):
    batch = given(actor, group, raw)
    with pytest.raises(BadFile):
        queries.head_of(actor, batch)


def test_a_file_can_be_put_aside(actor, group):
    batch = checked(actor, group, csv("1;A;B;25/03/2026;?;F;"))
    assert Trouble.objects.exists()
    commands.put_aside(actor=actor, batch=batch)
    assert not Trouble.objects.exists()
    assert not Piece.objects.exists()
    with pytest.raises(Refused):
        commands.start(actor=actor, batch=batch)


def test_no_name_of_a_file_lies_in_the_clear(actor, group):
    entered(actor, group, csv("1234567;Canaria;Eva;25/03/2026;Aprobado;F;", "99;Canaria;Mal;nunca;Aprobado;F;"))
    kept = [bytes(row.sealed) for model in (Sheet, Trouble) for row in model.objects.all()]
    kept += [value.word.encode() for value in Value.objects.all()]
    kept += [bytes(line.canonical) + repr(line.details).encode() for line in Line.objects.all()]
    assert not [each for each in kept if b"Canaria" in each]
