"""The ZIP archive that a Word file is, refused before anything is unpacked where it is not what Word writes."""

from __future__ import annotations

import re
import stat
import zlib
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from ..bad_file import BadFile, Code

MAX_ENTRIES = 10_000
MAX_EXPANDED = 256 * 2**20  # bytes of all parts together
MAX_RATIO = 100  # of the parts to the file; Word's own XML reaches 20
FREE = 8 * 2**20  # bytes that any file may expand to, for short files of repeated XML have higher ratios
MAX_PART = 64 * 2**20  # bytes of one part

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")  # the name of a stream in an OLE file's directory
_ENTRY = b"PK\x01\x02"
_LOCAL_HEADER = 30  # bytes, without the name
_IS_ENCRYPTED = 0x1
_FORBIDDEN = re.compile(
    r"^/|^[a-z]:|[\\\x00-\x1f\x7f]|(^|/)\.{1,2}(/|$)|(^|/)(con|prn|aux|nul|com\d|lpt\d)(\.[^/]*)?(/|$)", re.IGNORECASE
)


class Archive:
    """The parts of a file by name. Names are found whatever their case, as Word does."""

    def __init__(self, raw: bytes) -> None:
        """BadFile for whatever is no archive, or one that no word processor writes. Only the directory is read here."""
        _check_kind(raw)
        try:
            self._zip = ZipFile(BytesIO(raw))
        # A broken directory makes zipfile stumble in any of these ways.
        except (BadZipFile, NotImplementedError, ValueError, OverflowError, EOFError) as problem:
            raise BadFile(Code.BROKEN_ZIP) from problem
        entries = self._zip.infolist()
        for entry in entries:
            _check_entry(entry)
        _check_overlap(entries, self._zip.start_dir)
        expanded = sum(entry.file_size for entry in entries)
        if expanded > min(MAX_EXPANDED, MAX_RATIO * len(raw) + FREE):
            raise BadFile(Code.BOMB)
        self._entries = {entry.filename.lower(): entry for entry in entries}
        if len(self._entries) < len(entries):
            raise BadFile(Code.BAD_NAME)

    def names(self) -> list[str]:
        """The names of the parts, as they are written."""
        return [entry.filename for entry in self._entries.values()]

    def read(self, name: str) -> bytes | None:
        """A part; None where there is none of that name. BadFile where it is damaged or too big."""
        entry = self._entries.get(name.lower())
        if entry is None:
            return None
        if entry.file_size > MAX_PART:
            raise BadFile(Code.TOO_BIG, name)
        try:
            return self._zip.read(entry)
        except (BadZipFile, NotImplementedError, zlib.error, EOFError, ValueError) as problem:
            raise BadFile(Code.BROKEN_ZIP, name) from problem


def _check_kind(raw: bytes) -> None:
    if raw.startswith(_OLE):
        raise BadFile(Code.ENCRYPTED if _ENCRYPTED in raw else Code.OLD_WORD)
    if not raw.startswith(b"PK"):
        raise BadFile(Code.NOT_WORD)
    # zipfile builds an object for every entry before anybody can count them.
    entries = raw.count(_ENTRY)
    if entries > MAX_ENTRIES:
        raise BadFile(Code.TOO_MANY_ENTRIES, entries=entries, limit=MAX_ENTRIES)


def _check_entry(entry: ZipInfo) -> None:
    if _FORBIDDEN.search(entry.orig_filename) or stat.S_ISLNK(entry.external_attr >> 16):
        raise BadFile(Code.BAD_NAME, entry.filename)
    if entry.flag_bits & _IS_ENCRYPTED:
        raise BadFile(Code.ENCRYPTED, entry.filename)
    if entry.compress_type not in {ZIP_STORED, ZIP_DEFLATED}:
        raise BadFile(Code.BROKEN_ZIP, entry.filename)


def _check_overlap(entries: list[ZipInfo], end: int) -> None:
    """Entries that share bytes expand the same bytes again and again."""
    for entry in sorted(entries, key=lambda e: e.header_offset, reverse=True):
        if entry.header_offset + _LOCAL_HEADER + len(entry.orig_filename) + entry.compress_size > end:
            raise BadFile(Code.BOMB, entry.filename)
        end = entry.header_offset
