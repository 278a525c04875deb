"""Writing a database into a stream."""

from base64 import b64encode
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any, Protocol

from tejido.engine.proof import fingerprint, public_key, sign, to_text

from .form import Header, signed_form
from .snapshot import encoded, lines_of
from .tables import Table


class Target(Protocol):
    def write(self, data: bytes, /) -> object: ...


class Told(Protocol):
    def __call__(self, table: str, done: int, total: int, /) -> object: ...


@dataclass(frozen=True, slots=True)
class Written:
    """What a stream holds: rows and SHA-256 of each table, and the SHA-256 of everything before the last line."""

    tables: Mapping[str, tuple[int, str]]
    digest: str

    @property
    def rows(self) -> int:
        return sum(rows for rows, _ in self.tables.values())


class Lines:
    """Counts and digests what goes through."""

    def __init__(self, target: Target) -> None:
        self._target, self._all = target, sha256()

    def put(self, line: bytes) -> None:
        self._all.update(line)
        self._target.write(line)

    def say(self, data: Mapping[str, Any]) -> None:
        self.put(encoded(data).encode() + b"\n")

    @property
    def digest(self) -> str:
        return self._all.hexdigest()


def write(
    target: Target,
    header: Header,
    keys: Mapping[str, bytes],
    *,
    signing_key: bytes,
    emptied: Mapping[str, Mapping[str, str]] | None = None,
    told: Told | None = None,
) -> Written:
    """Writes header, keys and every row of every table of the header. Call it inside `one_instant`."""
    lines, found = Lines(target), dict[str, tuple[int, str]]()
    lines.say(header.as_data())
    for name, content in sorted(keys.items()):
        lines.say({"key": name, "content": b64encode(content).decode()})
    for place, table in enumerate(header.tables):
        if told:
            told(table.name, place, len(header.tables))
        found[table.name] = _write_table(lines, table, (emptied or {}).get(table.name))
    written = Written(found, lines.digest)
    lines.say(_end(written, signing_key))
    return written


def _write_table(lines: Lines, table: Table, emptied: Mapping[str, str] | None) -> tuple[int, str]:
    lines.say({"table": table.name})
    digest, count = sha256(), 0
    for line in lines_of(table, emptied):
        digest.update(line)
        lines.put(line)
        count += 1
    lines.say({"end": table.name, "rows": count, "sha256": digest.hexdigest()})
    return count, digest.hexdigest()


def _end(written: Written, signing_key: bytes) -> dict[str, Any]:
    key = public_key(signing_key)
    return {
        "end": "backup",
        "tables": len(written.tables),
        "rows": written.rows,
        "sha256": written.digest,
        "key": to_text(key),
        "signature": to_text(sign(signing_key, signed_form(written.digest))),
        "fingerprint": fingerprint(key),
    }


def digests_of(header: Header) -> dict[str, tuple[int, str]]:
    """Rows and SHA-256 of each table as it stands in the database now, to be compared with what was written."""
    found = {}
    for table in header.tables:
        digest, count = sha256(), 0
        for line in lines_of(table):
            digest.update(line)
            count += 1
        found[table.name] = count, digest.hexdigest()
    return found
