"""The coverage of a course as tables: the sections, the objectives, and the sessions."""

from django.utils.translation import gettext as _

from tejido.formats.markdown import plain
from tejido.formats.sheet import Cell, Sheet
from tejido.web.languages import say

from .names import Method
from .words import Data, lacking_words, missing_head, objective_words, section_words


def coverage_sheet(data: Data, language: str, *, only_lacking: bool) -> Sheet:
    """A row a section, the whole first; times are minutes."""
    header = (
        _("Section"), _("Passages"), _("Treated"), _("Left out with a reason"), missing_head(), _("Missing passages"),
        _("Minutes"), _("Estimated"), _("Agreed minimum"), _("What lacks"),
    )  # fmt: skip  # one row of a table, read as one
    several = [line for line in data["sections"] if not (only_lacking and line["is_met"])]
    rows = [_row(data["whole"], _("The whole text")), *(_row(line, section_words(line, language)) for line in several)]
    return Sheet("coverage", header, tuple(rows))


def _row(line: Data, words: str) -> tuple[Cell, ...]:
    missing = ", ".join(address for _id, address in line["missing"])
    return (
        words, line["passages"], line["covered"], line["omitted"], line["lacking"], missing, line["minutes"],
        _("yes") if line["is_estimated"] else _("no"), line["minimum"], "; ".join(lacking_words(line)),
    )  # fmt: skip  # one row of a table, read as one


def objectives_sheet(data: Data, language: str) -> Sheet:
    """A row an objective: by which sessions it is treated, or that it is left out or missing."""
    header = (_("Passage"), _("Objective"), _("Treated in"))
    rows = [
        (each["address"], plain(say(each["titles"], language).text), objective_words(data, each, language))
        for each in data.get("objectives", ())
    ]
    return Sheet("objectives", header, tuple(rows))


def sessions_sheet(data: Data, language: str) -> Sheet:
    header = (_("Number"), _("Session"), _("Minutes"), _("Method"), _("Things treated"), _("No longer in the version"))
    rows = [
        (number, say(s["titles"], language).text, s["minutes"], str(Method(s["method"]).label), s["treats"], s["lost"])
        for number, s in enumerate(data["sessions"], 1)
    ]
    return Sheet("sessions", header, tuple(rows))
