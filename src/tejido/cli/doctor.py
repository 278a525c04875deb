"""tejido doctor: what is misconfigured, in words."""

from dataclasses import asdict

import typer

from tejido.config.checkup import findings, work_done
from tejido.config.checkup.backups import last_backup
from tejido.config.environment import data_folder
from tejido.config.words import gettext as _

from .console import answer
from .house import point_at
from .options import Data, Json


def doctor(data: Data = None, json: Json = False) -> None:
    point_at(data)
    found = list(findings())
    said = "\n".join(f"✗ {finding.sentence}\n  {finding.remedy}" for finding in found)
    fine = _("Nothing is misconfigured in %(folder)s.") % {"folder": data_folder()}
    last = last_backup(data_folder())
    kept = _("The last backup was made on %(at)s.") % {"at": f"{last:%Y-%m-%d %H:%M} UTC"} if last else ""
    work = [] if any(finding.is_blocking for finding in found) else work_done()
    told = {
        "ok": not found,
        "findings": [asdict(finding) for finding in found],
        "work": [asdict(line) for line in work],
        "last_backup": last.isoformat() if last else None,
    }
    lines = [said or fine, *(f"· {line.sentence}" for line in work), kept]
    answer(told, "\n".join(filter(None, lines)), as_json=json)
    if found:
        raise typer.Exit(1)
