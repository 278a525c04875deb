"""What lies in files that were given: their first rows, and what is wrong in them, for the space itself."""

from collections.abc import Iterator, Sequence

from tejido.engine.sealing import binding, unseal
from tejido.formats.roster.mapping import Mapping
from tejido.formats.roster.streaming import first_rows
from tejido.formats.roster.values import Field, Problem
from tejido.ledger.actors import Actor
from tejido.registry.models import Body

from .. import keys
from ..models import Batch, Cohort, Piece, Register, Trouble
from ..names import WORKING, State
from ..rules import reads_records

_UNIT, _ROW = "\x1f", "\x1e"  # between the parts of a problem, and between problems


def batches_of(actor: Actor, cohort: Cohort) -> list[Batch]:
    """What came into a cohort, the latest first. Cohort.DoesNotExist for who does not keep its space's records."""
    if not reads_records(actor, cohort.space):
        raise Cohort.DoesNotExist
    return list(Batch.objects.filter(cohort=cohort).select_related("cohort"))


def batches_waiting(spaces: Sequence[Body]) -> list[Batch]:
    """The files of these spaces that wait for somebody to say what their columns are, or to look at what is new."""
    waiting = Batch.objects.filter(space__in=[space.key for space in spaces], state__in=(State.GIVEN, State.CHECKED))
    return list(waiting.select_related("cohort"))


def files_waiting() -> int:
    """How many files of all schools the node has still to work on: a number alone, for whoever runs it."""
    return Batch.objects.filter(state__in=WORKING).count()


def name_of(actor: Actor, batch: Batch) -> str:
    """What the file was called; empty once it was put aside, and of what is no file."""
    _must_read(actor, batch)
    if not batch.name:
        return ""
    return unseal(_key(batch), bytes(batch.name), bound=binding("records", "piece", batch.key, "name")).decode()


def head_of(actor: Actor, batch: Batch, most: int = 2_000) -> tuple[list[str], list[list[str]]]:
    """The header of a batch's file and its first rows. BadFile where it is no table; Batch.DoesNotExist for who does
    not keep its space's records."""
    return first_rows(pieces_of(batch), most, name=name_of(actor, batch))


def pieces_of(batch: Batch) -> Iterator[bytes]:
    """The file of a batch, a piece at a time."""
    key = _key(batch)
    number = 0
    while (piece := Piece.objects.filter(batch=batch, number=number).first()) is not None:
        yield unseal(key, bytes(piece.sealed), bound=binding("records", "piece", batch.key, number))
        number += 1


def columns_in(batch: Batch) -> dict[Field, int]:
    """Where each field stands in the file, by the mapping that it was checked with."""
    fields = Mapping.heard(batch.mapping).fields if batch.mapping else ()
    return {field: place for place, field in reversed(list(enumerate(fields))) if field}


def troubles_of(actor: Actor, batch: Batch) -> list[Problem]:
    """What is wrong with rows of the file, in their order; of very many the first are kept."""
    _must_read(actor, batch)
    rows = list(Trouble.objects.filter(batch=batch))
    if not rows:
        return []
    key = _key(batch)
    told = (unseal(key, bytes(row.sealed), bound=bound_trouble(batch.key, row.first)) for row in rows)
    return [problem for clear in told for problem in trouble_rows(clear)]


def _must_read(actor: Actor, batch: Batch) -> None:
    if not reads_records(actor, batch.space):
        raise Batch.DoesNotExist


def _key(batch: Batch) -> bytes:
    return keys.read(keys.of_space(batch.space_id), Register.objects.get(body=batch.space_id).number)


def bound_trouble(batch: str, first: int) -> bytes:
    return binding("records", "trouble", batch, first)


def trouble_bytes(problems: Sequence[Problem]) -> bytes:
    """Problems as what is sealed."""
    parts = ((str(problem.row), problem.field, problem.code, problem.value) for problem in problems)
    return _ROW.join(map(_UNIT.join, parts)).encode()


def trouble_rows(clear: bytes) -> list[Problem]:
    parts = (row.split(_UNIT) for row in clear.decode().split(_ROW))
    return [Problem(int(row), Field(field), code, value) for row, field, code, value in parts]
