"""tejido doctor: what is misconfigured, in words."""

from dataclasses import asdict

import typer

from tejido.config.checkup import findings
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
    answer({"ok": not found, "findings": [asdict(finding) for finding in found]}, said or fine, as_json=json)
    if found:
        raise typer.Exit(1)
