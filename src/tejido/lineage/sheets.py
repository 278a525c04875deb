"""The trainers of a school as a table, for the school alone."""

from django.utils.translation import gettext as _

from tejido.formats.sheet import Cell, Sheet

from .queries import Lineage
from .words import edition_words, ground_words


def trainers_sheet(found: Lineage) -> Sheet:
    """A row for each authorisation, withdrawn ones too; trainers without one have a row of their own."""
    header = (
        _("Trainer"), _("Document"), _("Generation"), _("Edition"), _("What it rests on"), _("Since"), _("Until"),
        _("Withdrawn"), _("Cohorts taught"),
    )  # fmt: skip  # one header
    rows: list[tuple[Cell, ...]] = []
    for line in found.lines.values():
        cohorts = "; ".join(cohort.code for cohort in line.cohorts)
        granted: list[tuple[Cell, ...]] = [
            (edition_words(row), ground_words(row), row.since, row.until, row.withdrawn_at and row.withdrawn_at.date())
            for row in line.authorisations
        ]
        rows += [
            (line.name, line.document.partition(":")[2], line.generation, *one, cohorts)
            for one in granted or [("", "", None, None, None)]
        ]
    return Sheet("trainers", header, tuple(rows))
