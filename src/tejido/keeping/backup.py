"""Making a backup: one instant of the database and the keys, packed and sealed for those who may open it."""

import gzip
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import BinaryIO, cast

from django.conf import settings
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder

from tejido import __version__
from tejido.config.checkup.backups import LAST
from tejido.engine.proof import fingerprint, public_key, rfc3339
from tejido.formats.age import Sealing
from tejido.ledger.queries import heads_now
from tejido.web.one_instant import one_instant

from . import places
from .form import Header
from .tables import BEARERS, EMPTIED, tables
from .writing import Told, Written, write

_PACKED = 3  # how hard gzip tries: more takes far longer and saves little


@dataclass(frozen=True, slots=True)
class Made:
    """What was written: rows, bytes of the file, the digest inside, the fingerprint of the key that signed it."""

    written: Written
    size: int
    fingerprint: str


def back_up(path: Path, recipients: Sequence[str], *, at: datetime, told: Told | None = None) -> Made:
    """Writes the backup, whole or not at all. While it runs others read and write. BadKey for a recipient that is
    none."""
    folder = Path(settings.DATA)
    with places.new_file(path) as file, sealed(file, recipients) as stream, one_instant():
        header = header_now(at, leaving_out=BEARERS)
        keys = places.key_files(folder)
        written = write(stream, header, keys, signing_key=settings.LEDGER_KEY, emptied=EMPTIED, told=told)
    made = Made(written, path.stat().st_size, fingerprint(public_key(settings.LEDGER_KEY)))
    said = {"at": rfc3339(at), "file": path.name, "bytes": made.size, "sha256": written.digest}
    (folder / LAST).write_text(json.dumps(said), encoding="utf-8")
    return made


def back_up_apart(path: Path, recipients: Sequence[str]) -> int:
    """Writes the keys of risk analyses into a file of their own, over the one that was there: of an analysis that was
    destroyed no key shall be left. How many."""
    keys = places.apart_files(Path(settings.DATA))
    with places.new_file(path, may_replace=True) as file, sealed(file, recipients) as stream:
        stream.write(json.dumps({name: content.hex() for name, content in keys.items()}).encode())
    return len(keys)


class sealed:  # noqa: N801  # used as a function is
    """A stream that is packed and sealed into a file. It has an end only where the block came to its own."""

    def __init__(self, file: BinaryIO, recipients: Sequence[str]) -> None:
        self._sealing = Sealing(file, recipients)
        self._packing = gzip.GzipFile(
            fileobj=cast("BinaryIO", self._sealing), mode="wb", compresslevel=_PACKED, mtime=0
        )

    def __enter__(self) -> gzip.GzipFile:
        return self._packing

    def __exit__(self, kind: object, *_others: object) -> None:
        if kind is None:
            self._packing.close()
            self._sealing.finish()


def header_now(at: datetime, leaving_out: frozenset[str] = frozenset()) -> Header:
    """What the database is now, in the transaction that reads it."""
    applied = MigrationRecorder(connection).applied_migrations()
    return Header(
        program=__version__,
        made=rfc3339(at),
        migrations=tuple(sorted(applied)),
        heads=tuple(heads_now()),
        tables=tuple(tables(leaving_out)),
        left_out=tuple(sorted(leaving_out)),
    )
