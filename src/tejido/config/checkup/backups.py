"""When the last backup was made. A network that is older than a week and has none, or an old one, is told of."""

import json
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

from ..words import gettext as _
from ..words import ngettext
from .finding import Finding

LAST = "last-backup"  # the file in the data folder in which `tejido backup` writes down what it made
OFTEN = timedelta(days=7)


def last_backup(folder: Path) -> datetime | None:
    """When the last backup of this data folder was made. None where none is known."""
    try:
        return datetime.fromisoformat(json.loads((folder / LAST).read_text(encoding="utf-8"))["at"])
    except (OSError, ValueError, KeyError, TypeError):
        return None


def of_backups(folder: Path, founded: datetime | None, at: datetime) -> Iterator[Finding]:
    """`founded`: the instant of the first act. A network of a few days may still be tried."""
    if founded is None or at - founded < OFTEN:
        return
    remedy = _("“tejido backup --to FILE --recipient KEY” makes one. Keep it on another machine.")
    last = last_backup(folder)
    if last is None:
        yield Finding("no_backup", _("No backup of this network was ever made here."), remedy)
    elif at - last >= OFTEN:
        days = (at - last).days
        sentence = ngettext(
            "The last backup was made %(count)s day ago.", "The last backup was made %(count)s days ago.", days
        )
        yield Finding("backup_old", sentence % {"count": days}, remedy)
