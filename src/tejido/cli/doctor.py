"""tejido doctor: what is misconfigured, in words."""

from dataclasses import asdict

import typer

from tejido.config.checkup import findings, work_done
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
    work = [] if any(finding.is_blocking for finding in found) else work_done()
    told = "".join(f"\n· {line.sentence}" for line in work)
    answer(
        {"ok": not found, "findings": [asdict(finding) for finding in found], "work": [asdict(line) for line in work]},
        (said or fine) + told,
        as_json=json,
    )
    if found:
        raise typer.Exit(1)
