"""A file that was handed in, and what each of its rows would do now."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from tejido.engine.proof import canonical_digest
from tejido.formats.sheet import Sheet
from tejido.formats.sheet.frames import from_bytes
from tejido.ledger.actors import Actor

from ..models import Columns, Intake
from ..names import Fault, Remark
from ..terms import Read, Reading, marks_of, proposed, read_row
from ..terms.cells import Note
from ..terms.marks import BY_WORDS
from .known import Known, institutions_called, known_to, names_of
from .loading import own_code

NEW, COMPLETES, KNOWN, REFUSED = "new", "completes", "known", "refused"


@dataclass(frozen=True, slots=True)
class PlanRow:
    """A row of the file, and what it does: it enters, completes what is here in another language (`key`, `adds`), is
    here already, or is refused. `cells` are those of the file."""

    read: Read
    state: str
    marks: tuple[str, ...]
    cells: tuple[Any, ...]
    key: str = ""
    adds: tuple[str, ...] = ()
    faults: tuple[Note, ...] = ()
    remarks: tuple[Note, ...] = ()


@dataclass(frozen=True)
class Plan:
    """All rows in the order of the file. `digest` changes when what any of them does changes."""

    header: tuple[str, ...]
    rows: tuple[PlanRow, ...]

    def of(self, state: str) -> list[PlanRow]:
        return [row for row in self.rows if row.state == state]

    @property
    def entering(self) -> int:
        """How many rows change something."""
        return len(self.of(NEW)) + len(self.of(COMPLETES))

    @cached_property
    def digest(self) -> str:
        return canonical_digest(
            [[row.read.number, row.state, row.key, row.read.values, row.read.charges] for row in self.rows]
        )


def sheets_in(intake: Intake) -> tuple[Sheet, ...]:
    """The tables that were read from the file; none once it is confirmed."""
    return from_bytes(json.dumps({"sheets": intake.sheets}).encode())


def sheet_of(intake: Intake) -> Sheet:
    """The table that is read."""
    return sheets_in(intake)[intake.sheet]


def remembered(member_code: str) -> Mapping[str, str]:
    """What the headings of earlier files meant to the member."""
    found = Columns.objects.filter(member__code=member_code).values_list("fields", flat=True).first()
    return found or {}


def best_sheet(sheets: tuple[Sheet, ...], known: Mapping[str, str]) -> int:
    """The table of which most headings are understood; of several the first."""
    counts = [sum(map(bool, proposed(sheet.header, known).values())) for sheet in sheets]
    return counts.index(max(counts))


def plan_of(intake: Intake) -> Plan:
    """What each row would do now. Five queries, however long the file is."""
    sheet, member = sheet_of(intake), intake.member
    reading = Reading(
        intake.fields, intake.language, intake.mechanism, intake.days, names_of(member), institutions_called(member)
    )
    known, seen = known_to(member), Known()
    rows = []
    for number, record in sheet.records():
        read = read_row(number, record, reading)
        rows.append(_planned(read, known, seen, sheet.rows[number - sheet.first]))
    return Plan(sheet.header, tuple(rows))


def _planned(read: Read, known: Known, seen: Known, cells: tuple[Any, ...]) -> PlanRow:
    """`seen`: what the rows above have brought, by the number of the row."""
    marks, paragraph = tuple(marks_of(read.values)), read.values["paragraph"]
    if read.faults:
        return PlanRow(read, REFUSED, marks, cells, faults=read.faults, remarks=read.remarks)
    if twice := seen.find(marks, paragraph):
        return PlanRow(read, REFUSED, marks, cells, faults=(Note(Fault.TWICE, {"row": twice}),))
    languages = list(read.values["texts"])
    seen.add(str(read.number), marks, paragraph, languages)
    key = known.find(marks, paragraph)
    adds = tuple(tag for tag in languages if tag not in known.languages.get(key, ())) if key else ()
    state = NEW if not key else COMPLETES if adds else KNOWN
    says_same = any(known.by_mark.get(mark) == key for mark in marks if mark.startswith(BY_WORDS))
    differs = () if state != KNOWN or says_same else (Note(Remark.DIFFERS),)
    return PlanRow(read, state, marks, cells, key, adds, remarks=(*read.remarks, *differs))


def intakes_for(actor: Actor) -> list[Intake]:
    """The files of the member, the latest first; without what was read from them."""
    rows = Intake.objects.filter(member__code=own_code(actor)).defer("sheets", "refused", "completed")
    return list(rows.order_by("-at", "key"))


def refused_rows(intake: Intake) -> Iterator[tuple[int, str, list[Any]]]:
    """The rows that were not, or would not be, taken: number, what is wrong in the reader's language, cells."""
    if intake.confirmed_at:
        for row in intake.refused:
            faults = (Note(Fault(code), values) for code, values in row["faults"])
            yield row["number"], _sentences(faults), row["cells"]
        return
    for planned in plan_of(intake).of(REFUSED):
        yield planned.read.number, _sentences(planned.faults), list(planned.cells)


def _sentences(faults: Iterable[Note]) -> str:
    return " ".join(note.sentence for note in faults)
