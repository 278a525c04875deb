"""What `records.py` measures, in a process of its own on a fresh database: one line of JSON on standard output.

python bench/recording.py import SIZE     a file of SIZE records end to end, and the same rows by the bare database
python bench/recording.py figures SIZE    SIZE records, then every figure of a dashboard, and the same from the rows
"""

import json
import os
import resource
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from hashlib import sha256
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tejido.config.settings")

HEADER = "Documento,Apellidos,Nombres,Fecha,Resultado,Nota,Horas,Institución,Cuerpo,Nivel,Sexo,Provincia\r\n"
FAMILIES = ("Benítez", "Duarte", "Giménez", "Ortiz", "Rojas", "Vera", "Acosta", "Ñúñez", "Cáceres", "Ayala")
GIVEN = ("Ana María", "Beatriz", "Carlos", "Diego", "Elena", "Fátima", "Gustavo", "Hugo", "Inés", "José Luis")
INSTITUTIONS = tuple(f"Institución {number:02}" for number in range(40))
CADRES = ("Policía", "Fuerzas Armadas", "Fiscalía", "Penitenciaria", "Docente", "Funcionario público")
LEVELS = ("Suboficial", "Oficial", "Directivo", "Cadete")
MONTHS, PROVINCES, CHUNK = 36, 18, 100_000


def drawn(number: int) -> int:
    """A number that looks drawn by chance and is always the same."""
    return int.from_bytes(sha256(number.to_bytes(8)).digest()[:8])


def pieces(size: int) -> Iterator[bytes]:
    """A file as a school's system writes it, by day of completion. One person in fifty comes twice."""
    yield HEADER.encode()
    for start in range(0, size, 10_000):
        yield "".join(_line(number, size) for number in range(start, min(size, start + 10_000))).encode()


def _line(number: int, size: int) -> str:
    chance = drawn(number)
    person = drawn(chance % (size // 2 or 1)) if chance % 50 == 0 else drawn(number + size)
    day = date(2024, 1, 1) + timedelta(days=number * (MONTHS * 365 // 12) // size)
    institution = chance % 40
    return (
        f"{10_000_000 + person % 80_000_000},{FAMILIES[chance % 10]},{GIVEN[chance // 7 % 10]} {person % 997},"
        f"{day:%d/%m/%Y},Aprobado,{60 + chance % 40},20,{INSTITUTIONS[institution]},{CADRES[institution % 6]},"
        f"{LEVELS[chance // 11 % 4]},{'FM'[chance // 13 % 2]},XA-{1 + chance // 17 % PROVINCES}\r\n"
    )


def prepared() -> Any:
    """The cast of the tests with one cohort, in a fresh database."""
    import django

    django.setup()
    from cast import everybody, make_text
    from tejido.config.making import make_tables
    from tejido.records.tests import doings

    make_tables()
    cast = everybody()
    return doings.cohort(cast, doings.course(cast, make_text(cast))), cast.actor(doings.REPRESENTATIVE)


def imported(size: int) -> dict[str, Any]:
    cohort, actor = prepared()
    from cast import NOW
    from tejido.formats.roster.days import Order
    from tejido.formats.roster.suggesting import suggest
    from tejido.records import commands, queries
    from tejido.records.models import Batch

    batch = commands.give(
        actor=actor, space=cohort.space, cohort=cohort, pieces=pieces(size), name="lista.csv", kind="file", at=NOW
    )
    mapping = replace(suggest(*queries.head_of(actor, batch)).mapping, order=Order.DAY_FIRST)  # as a person says it
    Batch.objects.update(state="entering", mapping=mapping.told(), total=size + 1)  # as a check of it leaves it
    began = perf_counter()
    commands.run_due(at=NOW)
    ours = perf_counter() - began
    done = Batch.objects.get()
    assert (done.state, done.new + done.known, done.bad) == ("entered", size, 0), (done.state, done.new, done.bad)
    peak = [resource.getrusage(who).ru_maxrss * 1024 for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return {"ours": ours, "bare": bare(), "rows": done.new, "memory": sum(peak)}


def bare() -> float:
    """The same rows into the same table with the same indexes, in the order that is fastest, in one transaction. What
    the database takes is made before the clock starts: tuples for executemany, bytes for COPY."""
    from django.db import connection, transaction

    from tejido.records.commands import storage
    from tejido.records.models import Register

    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {', '.join(storage.COLUMNS)} FROM {storage.TABLE}")  # noqa: S608 - our own names
        rows = [storage._read(row) for row in cursor.fetchall()]  # noqa: SLF001 - as they were given
    member = Register.objects.get().pseudonyms_id
    taken = []
    for order in (0, 5):  # as they came, and by person
        with connection.cursor() as cursor:
            cursor.execute(f"DROP TABLE {storage.TABLE}")
        with connection.schema_editor() as editor:
            storage.make_completions(editor)
        with transaction.atomic():
            storage.make_partitions(member, {int(row[6][:4]) for row in rows})
        insert = insertion(sorted(rows, key=lambda row: row[order]))
        began = perf_counter()
        with transaction.atomic():
            insert()
        taken.append(perf_counter() - began)
    return min(taken)


def insertion(rows: list[Any]) -> Callable[[], None]:
    """The fastest way of the database for these rows, ready to go."""
    from tejido.formats.roster.values import Coded
    from tejido.records.commands import copying, storage
    from tejido.records.commands.blocks import Block

    if not storage.is_postgresql():
        return lambda: storage.insert_rows(rows)
    columns: list[Any] = [*zip(*rows, strict=True)]
    for at in {*range(16)} - {0, 5}:  # numbers and persons are all different
        columns[at] = Coded.of(columns[at])
    marks = bytearray(is_first | is_last << 1 for is_first, is_last in zip(*columns[16:], strict=True))
    block = Block(*columns[:16], marks)
    stems = copying.stems(block)
    return lambda: copying.copy_rows(storage.TABLE, stems, block.marks)


def figures(size: int) -> dict[str, Any]:
    """Fills the records with rows that have no names, through the code that keeps tallies, and asks every figure."""
    cohort, _actor = prepared()
    fill(cohort, size)
    from django.db import connection

    from tejido.records.names import Dim
    from tejido.records.queries import tallies

    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    space, since, until = [cohort.space], date(2024, 3, 1), date(2026, 10, 31)
    asked: dict[str, Callable[[], Any]] = {
        "all": lambda: tallies(space),
        "by month": lambda: tallies(space, [Dim.MONTH]),
        "by edition": lambda: tallies(space, [Dim.EDITION]),
        **{f"by {dim}": lambda dim=dim: tallies(space, [dim]) for dim in ("institution", "cadre", "level", "sex")},
        "map of provinces": lambda: tallies(space, [Dim.PROVINCE]),
        "institution x province": lambda: tallies(space, [Dim.INSTITUTION, Dim.PROVINCE]),
        "institution x sex, 32 months": lambda: tallies(space, [Dim.INSTITUTION, Dim.SEX], since=since, until=until),
        "institution by month": lambda: tallies(space, [Dim.INSTITUTION, Dim.MONTH]),
    }
    return {"times": {name: _median(ask) for name, ask in asked.items()}, "same": _is_recount(space, cohort)}


def _median(ask: Callable[[], Any]) -> float:
    taken = []
    for _ in range(5):
        began = perf_counter()
        ask()
        taken.append(perf_counter() - began)
    return median(taken)


def fill(cohort: Any, size: int) -> None:
    from django.db import transaction

    from cast import NOW
    from tejido.formats.roster.values import columns
    from tejido.records.commands import chunks, preparing, storage, tallying
    from tejido.records.commands.entering import validity
    from tejido.records.commands.spaces import lock

    place = chunks.places_of([cohort])[cohort.code]
    for start in range(0, size, CHUNK):
        with transaction.atomic():
            locked = lock(cohort.space)
            desk = preparing.Desk(locked, 2 + start // CHUNK, {"": place}, validity([cohort]), NOW)
            of = [drawn(number) for number in range(start, min(size, start + CHUNK))]
            given = columns(
                [""] * len(of),
                [""] * len(of),
                [(date(2024, 1, 1) + timedelta(days=(start + at) * 1095 // size)).isoformat() for at in range(len(of))],
                institutions=[INSTITUTIONS[chance % 40] for chance in of],
                cadres=[CADRES[chance % 40 % 6] for chance in of],
                levels=[LEVELS[chance // 11 % 4] for chance in of],
                sexes=["female" if chance // 13 % 2 else "male" for chance in of],
                provinces=[f"XA-{1 + chance // 17 % PROVINCES}" for chance in of],
            )
            block = replace(preparing.numbered(desk, given), persons=[chance.to_bytes(16) for chance in of])
            storage.make_partitions(locked.member_no, {2024, 2025, 2026, 2027})
            storage.insert(block)
            deltas = tallying.count(tallying.cells_in(block, desk.editions), 1)
            chunks.settle(locked, deltas=deltas, editions=desk.editions, sizes={place.cohort_no: len(block)})


def _is_recount(space: Any, _cohort: Any) -> bool:
    """Whether each pair of dimensions says what the rows say."""
    from django.db import connection

    from tejido.records.names import OF_PERSON
    from tejido.records.queries import tallies, words_of

    for place, one in enumerate(OF_PERSON):
        for other in OF_PERSON[place + 1 :]:
            with connection.cursor() as cursor:
                cursor.execute(
                    f"SELECT {one}_no, {other}_no, count(*), sum(CASE WHEN is_first THEN 1 ELSE 0 END), sum(minutes)"  # noqa: S608 - our own names
                    f" FROM records_completion GROUP BY {one}_no, {other}_no"
                )
                rows = cursor.fetchall()
            words = [words_of(dim, {row[at] for row in rows}) for at, dim in enumerate((one, other))]
            counted = {(words[0][row[0]], words[1][row[1]]): tuple(map(int, row[2:])) for row in rows}
            kept = {
                (cell.codes[one], cell.codes[other]): (cell.completions, cell.persons, cell.minutes)
                for cell in tallies(space, [one, other])
            }
            if counted != kept:
                return False
    return True


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        os.environ["TEJIDO_DATA"] = folder
        measured = {"import": imported, "figures": figures}[sys.argv[1]](int(sys.argv[2]))
        print(json.dumps(measured))
