"""Reading a stream of that form. Every part is handed on as it comes; what does not fit is found where it stands, and
whether the whole is whole only at its end."""

import json
import zlib
from base64 import b64decode
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any, Protocol

from tejido.engine.proof import SIGNATURE_LENGTH, from_text, public_key, verify

from .form import AT_ONCE, LONGEST, BadBackup, Header, header_from, is_key_file, signed_form
from .tables import Table


class Source(Protocol):
    def readline(self, size: int, /) -> bytes: ...


@dataclass(frozen=True, slots=True)
class KeyFile:
    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Begin:
    """The rows of a table follow."""

    table: Table


@dataclass(frozen=True, slots=True)
class Rows:
    """Some rows of a table, in their order."""

    table: Table
    rows: list[list[Any]]


@dataclass(frozen=True, slots=True)
class Whole:
    """A table was read to its end, and is what it says it is."""

    table: Table
    rows: int
    digest: str


@dataclass(frozen=True, slots=True)
class End:
    """The whole was read. The key that signed it, 32 bytes."""

    digest: str
    key: bytes


Part = Header | KeyFile | Begin | Rows | Whole | End


@dataclass(slots=True)
class Contents:
    """What a file holds, without its rows."""

    header: Header
    keys: dict[str, bytes] = field(default_factory=dict)
    tables: dict[str, tuple[int, str]] = field(default_factory=dict)
    end: End = End("", b"")


def examined(source: Source, told: Callable[[str], object] | None = None) -> Contents:
    """Reads everything and keeps no row. BadBackup where anything does not fit. The key that signed has to be the one
    that the file brings along."""
    contents: Contents | None = None
    for part in parts(source):
        match part:
            case Header():
                contents = Contents(part)
            case KeyFile() if contents:
                contents.keys[part.name] = part.content
            case Begin() if told:
                told(part.table.name)
            case Whole() if contents:
                contents.tables[part.table.name] = part.rows, part.digest
            case End() if contents:
                contents.end = part
    if contents is None:  # `parts` has raised before
        raise BadBackup("cut")
    if len(contents.keys.get("ledger", b"")) != len(contents.end.key):
        raise BadBackup("key")
    if public_key(contents.keys["ledger"]) != contents.end.key:
        raise BadBackup("key")
    return contents


def parts(source: Source) -> Iterator[Part]:
    """Header, keys, rows in pieces, end. BadBackup; `formats.age.NotOpened` from the stream below."""
    reader = _Reader(source)
    header = header_from(reader.object())
    yield header
    line = reader.line()
    while line.startswith(b'{"key":'):
        yield _key_file(_parsed(line))
        line = reader.line()
    for table in header.tables:
        if _parsed(line).get("table") != table.name:
            raise BadBackup("order", table.name)
        yield Begin(table)
        yield from _rows_of(reader, table)
        line = reader.line()
    yield _end(_parsed(line), reader.before, reader)


class _Reader:
    def __init__(self, source: Source) -> None:
        self._source, self._all, self.before = source, sha256(), ""
        self.rows = self.tables = 0

    def line(self) -> bytes:
        try:
            line = self._source.readline(LONGEST)
        except (EOFError, OSError, zlib.error) as problem:
            raise BadBackup("packed") from problem
        if not line.endswith(b"\n"):
            raise BadBackup("cut" if len(line) < LONGEST else "long")
        if line.startswith(b"{"):
            self.before = self._all.hexdigest()  # of everything before this line
        self._all.update(line)
        return line

    def object(self) -> dict[str, Any]:
        return _parsed(self.line())

    def is_over(self) -> bool:
        try:
            return not self._source.readline(1)
        except (EOFError, OSError, zlib.error):
            return False


def _parsed(line: bytes) -> dict[str, Any]:
    try:
        found = json.loads(line)
    except ValueError as problem:
        raise BadBackup("line") from problem
    if not isinstance(found, dict):
        raise BadBackup("order")
    return found


def _key_file(data: dict[str, Any]) -> KeyFile:
    if not is_key_file(data["key"]):
        raise BadBackup("key_name", str(data["key"]))
    try:
        return KeyFile(data["key"], b64decode(data["content"], validate=True))
    except (KeyError, TypeError, ValueError) as problem:
        raise BadBackup("line", str(data["key"])) from problem


def _rows_of(reader: _Reader, table: Table) -> Iterator[Rows | Whole]:
    digest, count, waiting = sha256(), 0, list[list[Any]]()
    line = reader.line()
    while line.startswith(b"["):
        digest.update(line)
        waiting.append(_row(line, table))
        count += 1
        if len(waiting) == AT_ONCE:
            yield Rows(table, waiting)
            waiting = []
        line = reader.line()
    if waiting:
        yield Rows(table, waiting)
    if _parsed(line) != {"end": table.name, "rows": count, "sha256": digest.hexdigest()}:
        raise BadBackup("table", table.name)
    reader.rows, reader.tables = reader.rows + count, reader.tables + 1
    yield Whole(table, count, digest.hexdigest())


def _row(line: bytes, table: Table) -> list[Any]:
    try:
        row = json.loads(line)
    except ValueError as problem:
        raise BadBackup("line", table.name) from problem
    if len(row) != len(table.columns):
        raise BadBackup("row", table.name)
    return row  # type: ignore[no-any-return]  # it begins with a bracket


def _end(data: dict[str, Any], digest: str, reader: _Reader) -> End:
    wanted = {"end": "backup", "tables": reader.tables, "rows": reader.rows, "sha256": digest}
    if {name: data.get(name) for name in wanted} != wanted or not reader.is_over():
        raise BadBackup("whole")
    try:
        key, signature = from_text(data["key"], 32), from_text(data["signature"], SIGNATURE_LENGTH)
    except (KeyError, TypeError, ValueError) as problem:
        raise BadBackup("signature") from problem
    if not verify(key, signed_form(digest), signature):
        raise BadBackup("signature")
    return End(digest, key)
