"""Records as tables for people's own programs."""

from collections.abc import Mapping, Sequence

from django.utils.translation import gettext as _

from tejido.formats.sheet import Cell, Sheet
from tejido.web.languages import in_my_language

from .names import FIELDS
from .queries import Held
from .words import document_words


def model_sheet() -> Sheet:
    """An empty table with every column that is understood, in the reader's language."""
    return Sheet(_("Records"), tuple(str(words) for words in FIELDS.values()), ())


def troubles_sheet(
    header: Sequence[str], problems: Sequence[tuple[int, object, str]], cells: Mapping[int, Sequence[str]]
) -> Sheet:
    """The rows that cannot be taken as they stood in the file, with their number and what is wrong; without the file
    the value alone. Mended, it is brought in again: the columns in front mean nothing then."""
    front = (_("Row of the file"), _("What is wrong"))
    if not cells:
        body = tuple((number, str(words), value) for number, words, value in problems)
        return Sheet(_("rows"), (*front, _("What stands there")), body)
    said: dict[int, list[str]] = {}
    for number, words, _value in problems:
        said.setdefault(number, []).append(str(words))
    width = len(header)
    rows: list[tuple[Cell, ...]] = [
        (number, " ".join(words), *cells.get(number, [""] * width)) for number, words in said.items()
    ]
    return Sheet(_("rows"), (*front, *header), tuple(rows))


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
