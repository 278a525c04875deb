"""Records as tables for people's own programs."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from tejido.formats.sheet import Sheet
from tejido.web.languages import in_my_language

from .queries import Held
from .words import document_words


def expiring_sheet(rows: Sequence[Held]) -> Sheet:
    """Who has to refresh, and by when."""
    header = (_("Valid until"), _("Name"), _("Document"), _("Course"), _("Cohort"), _("Completed on"))
    body = tuple(
        (
            row.line.valid_until, row.line.name, document_words(row.line.document),
            in_my_language(row.cohort.course.title), row.cohort.code, row.line.day,
        )
        for row in rows
    )  # fmt: skip  # one table, read as one
    return Sheet(_("To refresh"), header, body)
