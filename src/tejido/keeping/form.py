"""The inner form of a backup, "tejido-backup/1": lines of JSON, each either a row (a list) or an object that says what
follows. docs/handbook/apps/keeping.md describes it.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from .tables import Column, Table

FORMAT = "tejido-backup/1"
LONGEST = 256 * 1024 * 1024  # bytes of a line: a file of 64 MB in base64, several times
AT_ONCE = 1_000  # rows that are handed on together
_NAME = re.compile(r"[a-z][a-z0-9_]{0,62}")
_KEY = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*(/[A-Za-z0-9][A-Za-z0-9._-]*)?")


class BadBackup(Exception):  # noqa: N818  # it names what is the case
    """The file is not what it should be: a code, and where."""

    def __init__(self, code: str, where: str = "") -> None:
        super().__init__(code, where)
        self.code, self.where = code, where


@dataclass(frozen=True, slots=True)
class Header:
    """What is in the file: written by which version, when (RFC 3339), after which migrations, with which heads of which
    ledgers, which tables."""

    program: str
    made: str
    migrations: tuple[tuple[str, str], ...]
    heads: tuple[tuple[str, int, str], ...]
    tables: tuple[Table, ...]
    left_out: tuple[str, ...] = ()

    def as_data(self) -> dict[str, Any]:
        return {
            "format": FORMAT,
            "program": self.program,
            "made": self.made,
            "migrations": [list(each) for each in self.migrations],
            "heads": [{"tree": tree, "size": size, "root": root} for tree, size, root in self.heads],
            "left_out": list(self.left_out),
            "tables": [
                {"name": t.name, "key": t.key, "columns": [[c.name, c.kind] for c in t.columns]} for t in self.tables
            ],
        }


def header_from(data: Mapping[str, Any]) -> Header:
    """BadBackup for another format, or names that no table has."""
    if data.get("format") != FORMAT:
        raise BadBackup("format", str(data.get("format", "")))
    try:
        return Header(
            str(data["program"]),
            str(data["made"]),
            tuple((str(app), str(name)) for app, name in data["migrations"]),
            tuple((str(head["tree"]), int(head["size"]), str(head["root"])) for head in data["heads"]),
            tuple(_table(each) for each in data["tables"]),
            tuple(map(str, data["left_out"])),
        )
    except (KeyError, TypeError, ValueError) as problem:
        raise BadBackup("header", str(problem)) from problem


def _table(data: Mapping[str, Any]) -> Table:
    columns = tuple(Column(_named(name), str(kind)) for name, kind in data["columns"])
    table = Table(_named(data["name"]), columns, _named(data["key"]))
    if table.key not in {column.name for column in columns}:
        raise ValueError(table.name)
    return table


def _named(name: object) -> str:
    if not isinstance(name, str) or not _NAME.fullmatch(name):
        raise ValueError(name)
    return name


def is_key_file(name: object) -> bool:
    """Whether it can be the name of a file in the folder of keys: no way leads out of it."""
    return isinstance(name, str) and bool(_KEY.fullmatch(name))


def signed_form(digest: str) -> dict[str, str]:
    """What the node's key signs: the SHA-256 of everything before the last line."""
    return {"purpose": "tejido-backup", "digest": digest}
