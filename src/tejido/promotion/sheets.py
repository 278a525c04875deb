"""The register as a table: one row an entry."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from tejido.formats.sheet import Cell, Sheet
from tejido.web.languages import in_my_language

from .queries import EntryLine
from .words import basis_of


def register_sheet(lines: Sequence[EntryLine]) -> Sheet:
    header = (
        _("Date"), _("Last day"), _("Kind"), _("In whose name"), _("Member"), _("Forum"), _("Session"), _("Title"),
        _("What was said"), _("Place"), _("Who spoke"), _("Languages"), _("Agreed basis"), _("Source"), _("Documents"),
        _("Who may read it"), _("Struck out"), _("Demonstration"), _("Id"),
    )  # fmt: skip  # one row of a table, read as one
    return Sheet("promotion", header, tuple(_row(line) for line in lines))


def _row(line: EntryLine) -> tuple[Cell, ...]:
    row, entry = line.version, line.entry
    return (
        row.since, row.until, row.get_kind_display(), row.get_voice_display(),
        row.speaker.code if row.speaker else "", in_my_language(row.forum.name), row.session,
        in_my_language(row.title), in_my_language(row.says), row.place, row.spoke, ", ".join(row.languages),
        basis_of(row, is_decision_open=line.is_decision_open), row.source,
        "; ".join(each.address or each.name for each in line.documents), entry.get_audience_display(),
        entry.struck_because, _("yes") if entry.is_demonstration else _("no"), entry.key,
    )  # fmt: skip  # one row of a table, read as one
