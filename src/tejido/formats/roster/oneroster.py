"""OneRoster CSV (1.1 and 1.2) as a table: a zip with users, classes, enrolments, line items and results.

Where there are results, a row is a result: who, when, with which mark. Where there are none, a row is a pupil of a
class, without a day: a list of who is expected. Specification: 1EdTech OneRoster 1.1 CSV tables, OneRoster 1.2 CSV
binding.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from ..bad_file import BadFile, Code
from ..word.archive import Archive
from .words import plain

HEADER = (
    "idnumber", "givenName", "familyName", "email", "sex", "organization", "classCode", "className", "scoreDate",
    "score",
    "scoreStatus",
)  # fmt: skip  # one table, read as one
_DONE = {
    "fully graded": "completed",
    "exempt": "",
    "not submitted": "notcompleted",
    "submitted": "pending",
    "partially graded": "pending",
}

_Row = dict[str, str]


def looks_like(names: Sequence[str]) -> bool:
    """Whether an archive with these parts is a set of OneRoster tables."""
    return "users.csv" in names and bool({"enrollments.csv", "results.csv"} & set(names))


@dataclass(slots=True)
class _Tables:
    users: dict[str, _Row] = field(default_factory=dict)
    sexes: dict[str, str] = field(default_factory=dict)
    orgs: dict[str, str] = field(default_factory=dict)
    classes: dict[str, _Row] = field(default_factory=dict)
    items: dict[str, _Row] = field(default_factory=dict)


def table_of(raw: bytes) -> Iterator[Sequence[str]]:
    """The header, then a row for each result, or for each pupil of a class. BadFile where a table is broken."""
    archive = Archive(raw)
    tables = _Tables(
        users=_by_id(archive, "users.csv"),
        sexes={key: row.get("sex", "") for key, row in _by_id(archive, "demographics.csv").items()},
        orgs={key: row.get("name", "") for key, row in _by_id(archive, "orgs.csv").items()},
        classes=_by_id(archive, "classes.csv"),
        items=_by_id(archive, "lineItems.csv"),
    )
    yield HEADER
    has_results = False
    for row in _rows(archive, "results.csv"):
        has_results = True
        yield _result(tables, row)
    if not has_results:
        for row in _rows(archive, "enrollments.csv"):
            if row.get("role", "") in ("student", ""):
                yield _person(tables, row.get("userSourcedId", ""), row.get("classSourcedId", ""), "", "", "")


def _result(tables: _Tables, row: _Row) -> Sequence[str]:
    item = tables.items.get(row.get("lineItemSourcedId", ""), {})
    most = item.get("resultValueMax", "")
    score = row.get("score", "")
    mark = f"{score}/{most}" if score and most.replace(".", "").isdigit() else score
    lesson = row.get("classSourcedId") or item.get("classSourcedId", "")
    status = _DONE.get(row.get("scoreStatus", ""), row.get("scoreStatus", ""))
    return _person(tables, row.get("studentSourcedId", ""), lesson, row.get("scoreDate", ""), mark, status)


def _person(tables: _Tables, user: str, lesson: str, day: str, mark: str, status: str) -> Sequence[str]:
    who, course = tables.users.get(user, {}), tables.classes.get(lesson, {})
    org = who.get("primaryOrgSourcedId") or who.get("orgSourcedIds", "").partition(",")[0]
    number = who.get("identifier") or who.get("userMasterIdentifier") or who.get("username") or user
    return (
        number, who.get("givenName", ""), who.get("familyName", ""), who.get("email", ""), tables.sexes.get(user, ""),
        tables.orgs.get(org, ""), course.get("classCode", ""), course.get("title", ""), day, mark, status,
    )  # fmt: skip  # one row, read as one


def _by_id(archive: Archive, name: str) -> dict[str, _Row]:
    return {row["sourcedId"]: row for row in _rows(archive, name) if row.get("sourcedId")}


def _rows(archive: Archive, name: str) -> Iterator[_Row]:
    """The rows of a table that are not to be deleted; none where the archive lacks the table."""
    raw = archive.read(name)
    if raw is None:
        return
    try:
        text = raw.decode("utf-8-sig")
        for row in csv.DictReader(io.StringIO(text, newline=""), strict=True):
            if plain(row.get("status")) != "tobedeleted":
                yield {
                    key: (value or "").strip() for key, value in row.items() if key and isinstance(value, str | None)
                }
    except UnicodeDecodeError as problem:
        raise BadFile(Code.NOT_UTF8, name, position=problem.start) from problem
    except csv.Error as problem:
        raise BadFile(Code.BROKEN_CSV, name) from problem
