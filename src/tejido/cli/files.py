"""Files as a person names them, and files that are written whole or not at all."""

import secrets
from collections.abc import Mapping
from pathlib import Path

from tejido.config.words import gettext as _

from .faults import misused


def read(path: Path) -> bytes:
    """The bytes of a file that the user named. A missing one is a slip of the command line, not an answer."""
    if path.is_dir():
        raise misused(_("“%(file)s” is a folder; name a file.") % {"file": path}, "missing_file")
    if not path.exists():
        raise misused(_("There is no file “%(file)s”.") % {"file": path}, "missing_file")
    return path.read_bytes()


def write_all(folder: Path, files: Mapping[str, bytes]) -> list[Path]:
    """Writes every file beside its place first and then renames them, so that a full disk leaves no half of a text."""
    folder.mkdir(parents=True, exist_ok=True)
    drafts = {folder / f".{name}.{secrets.token_hex(4)}": folder / name for name in files}
    try:
        for draft, place in drafts.items():
            draft.write_bytes(files[place.name])
        for draft, place in drafts.items():
            draft.replace(place)
    finally:
        for draft in drafts:
            draft.unlink(missing_ok=True)
    return list(drafts.values())
