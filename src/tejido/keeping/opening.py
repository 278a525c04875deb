"""Opening a backup with the keys that may, and saying in one sentence why it cannot be read."""

import gzip
import json
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from tejido.config.words import gettext as _
from tejido.formats.age import BadKey, NotOpened, opened, secret_of

from .faults import NotDone
from .form import BadBackup, is_key_file
from .places import APART
from .reading import Contents, Part, examined, parts


@contextmanager
def _stream(path: Path, identities: Sequence[str]) -> Iterator[gzip.GzipFile]:
    with path.open("rb") as file, gzip.GzipFile(fileobj=opened(file, identities)) as stream:
        yield stream


def look_through(path: Path, identities: Sequence[str], told: Callable[[str], object] | None = None) -> Contents:
    """Reads the whole file, and keeps no row of it. NotDone where anything in it is not as it was written."""
    with in_words(path), _stream(path, identities) as stream:
        return examined(stream, told)


def parts_of(path: Path, identities: Sequence[str]) -> Generator[Part, None, None]:
    """The file again, piece by piece."""
    with in_words(path), _stream(path, identities) as stream:
        yield from parts(stream)


def apart_keys(path: Path, identities: Sequence[str]) -> dict[str, bytes]:
    """The keys of risk analyses from a file of their own."""
    with in_words(path), _stream(path, identities) as stream:
        try:
            found = {str(name): bytes.fromhex(content) for name, content in json.loads(stream.read()).items()}
        except (ValueError, AttributeError, TypeError, OSError, EOFError) as problem:
            raise BadBackup("header") from problem
    if not all(is_key_file(name) and name.startswith(f"{APART}/") for name in found):
        raise NotDone("key_name", _("“%(file)s” holds other things than keys of risk analyses.") % {"file": path})
    return found


def identities_in(path: Path) -> list[str]:
    """The keys in a file as `tejido backup key` or `age-keygen` writes it: remarks begin with #."""
    lines = [line.strip() for line in path.read_text(encoding="utf-8", errors="replace").splitlines()]
    found = [line for line in lines if line and not line.startswith("#")]
    try:
        for identity in found:
            secret_of(identity)
    except BadKey as problem:
        raise NotDone("not_a_key", _("“%(file)s” holds no key that opens backups.") % {"file": path}) from problem
    if not found:
        raise NotDone("not_a_key", _("“%(file)s” holds no key that opens backups.") % {"file": path})
    return found


@contextmanager
def in_words(path: Path) -> Iterator[None]:
    """What does not fit becomes NotDone with a sentence."""
    try:
        yield
    except NotOpened as problem:
        raise NotDone(str(problem), _not_opened()[str(problem)] % {"file": path}) from problem
    except BadBackup as problem:
        values = {"file": path, "where": problem.where or "—"}
        raise NotDone(problem.code, _bad().get(problem.code, _bad()["line"]) % values) from problem


def _not_opened() -> dict[str, str]:
    return {
        "format": _("“%(file)s” is not a backup: it does not begin like a file that was sealed for recipients."),
        "key": _("“%(file)s” was sealed for other recipients; this key does not open it."),
        "changed": _("“%(file)s” was changed after it was written, or the disk has lost something of it."),
        "cut": _("“%(file)s” is not whole: its end is missing."),
        "longer": _("“%(file)s” is longer than what was written."),
    }


def _bad() -> dict[str, str]:
    return {
        "format": _("“%(file)s” is no backup of a form that this version reads (%(where)s)."),
        "packed": _("What is sealed in “%(file)s” is not packed as a backup is."),
        "cut": _("What is sealed in “%(file)s” ends too early."),
        "long": _("A line in “%(file)s” is longer than any row can be."),
        "table": _("The rows of the table %(where)s in “%(file)s” are not those that were counted and digested."),
        "key": _("The key of the ledger in “%(file)s” is not the one that signed it."),
        "key_name": _("“%(file)s” names a key that would lie outside the folder of keys (%(where)s)."),
        "signature": _("The signature at the end of “%(file)s” does not hold."),
        "whole": _("The end of “%(file)s” does not fit what stands before it."),
        "differs": _("The database does not hold what “%(file)s” says of the table %(where)s."),
        "line": _("“%(file)s” is not a backup in its only form (%(where)s)."),
    }
