"""A ZIP that is written file by file; of each it remembers size and digest for the list that comes last."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from hashlib import sha256
from typing import IO, Any, Self
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

MANIFEST = "manifest.json"


@dataclass(frozen=True, slots=True)
class Entry:
    """A file of the archive. `bytes` is its size, `what` one of the words that the handbook lists."""

    name: str
    what: str
    bytes: int
    sha256: str


class Archive:
    """Holds in memory one part of one file, and a line for each file."""

    def __init__(self, target: IO[bytes], at: datetime) -> None:
        self._zip = ZipFile(target, "w", ZIP_DEFLATED)
        self._day = at.astimezone(UTC).timetuple()[:6]
        self.entries: list[Entry] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_problem: object) -> None:
        self._zip.close()

    def put(self, name: str, what: str, parts: Iterable[bytes]) -> None:
        digest, size = sha256(), 0
        with self._zip.open(self._info(name), "w", force_zip64=True) as file:
            for part in parts:
                digest.update(part)
                size += len(part)
                file.write(part)
        self.entries.append(Entry(name, what, size, digest.hexdigest()))

    def end(self, said: Mapping[str, Any]) -> None:
        """Writes the list of all files, and what is said of them together."""
        manifest = {**said, "files": [asdict(entry) for entry in self.entries]}
        self._zip.writestr(self._info(MANIFEST), json.dumps(manifest, ensure_ascii=False, indent=1).encode())

    def _info(self, name: str) -> ZipInfo:
        info = ZipInfo(name, self._day)
        info.compress_type = ZIP_DEFLATED
        info.external_attr = 0o600 << 16
        return info
