"""Records as values: what a person reads of a completion, what was entered, what a cell of counts says; and the bytes
of a sheet."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from .models import ROW_BITS
from .names import Dim

if TYPE_CHECKING:
    from .models import Batch

_UNIT, _ROW = "\x1f", "\x1e"  # between the parts of a row, and between rows: no checked text has them


@dataclass(frozen=True, slots=True)
class Line:
    """A completion as its own space reads it. `id` is the completion's; `document` its kind and number; `score` in
    hundredths, `out_of` the highest whole mark where it is known. Name and document are empty where the person was
    erased."""

    id: int
    name: str
    document: str
    day: date
    result: str
    score: int | None
    minutes: int
    valid_until: date | None
    out_of: int | None = None


@dataclass(frozen=True, slots=True)
class Entered:
    """What came in: completions that are new, and those that were known."""

    batch: "Batch | None"
    new: int
    known: int


@dataclass(frozen=True, slots=True)
class Counted:
    """A cell of counts: codes by dimension, "" where nothing was stated; a month is written 2027-03. `persons` are
    counted once per course and space, in the month of their first completion."""

    codes: Mapping[Dim, str]
    completions: int
    persons: int
    minutes: int


def id_of(batch_no: int, row: int) -> int:
    return batch_no << ROW_BITS | row


def first_of(batch_no: int) -> int:
    """The number of a batch's first completion; that of the next batch is the first one that is not its own."""
    return batch_no << ROW_BITS


def sheet_bytes(rows: Sequence[int], documents: Sequence[str], names: Sequence[str]) -> bytes:
    """Identities as what is sealed: the number of the row, the document, the name."""
    return _ROW.join(map(_UNIT.join, zip(map(str, rows), documents, names, strict=True))).encode()


def sheet_rows(clear: bytes) -> dict[int, tuple[str, str]]:
    """Document and name by the number of the row."""
    told = clear.decode()
    parts = (row.split(_UNIT) for row in told.split(_ROW)) if told else ()
    return {int(row): (document, name) for row, document, name in parts}
