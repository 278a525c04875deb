"""The list that participants sign."""

from collections.abc import Sequence
from datetime import datetime

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import override, pgettext

from tejido.formats.markdown import escape
from tejido.formats.paper import Grid, Manner, Paper, Prose, Words
from tejido.formats.roster.listing import Line
from tejido.web.languages import base, say

from .models import PaperList

_ROOM = "\u00a0"  # an empty cell is as high as a full one


def list_paper(row: PaperList, lines: Sequence[Line], network: str, language: str, at: datetime) -> Paper:
    """The list with a number before each row: what is typed in afterwards goes by it."""
    cohort = row.cohort
    with override(base(language)):
        head = (
            _("Number"),
            _("Name"),
            _("Document"),
            _("Institution"),
            _("Hours"),
            pgettext("grade", "Mark"),
            _("Signature"),
        )
        institution = cohort.space.institution
        facts = (
            (_("Institution"), escape(say(institution.name, language).text) if institution else ""),
            (_("Cohort"), escape(cohort.code)),
            (_("Day"), escape(date_format(row.day, "DATE_FORMAT"))),
            (_("Responsible"), _ROOM),
        )
        notes = [_("Whoever signs confirms that the name and the document are right.")]
        if cohort.is_demonstration:
            notes.append(_("Demonstration: an invented list."))
        return Paper(
            title=say(cohort.course.title, language).text,
            language=language,
            words=Words(_("Contents"), _("Page {page} of {pages}")),
            blocks=(
                Grid(head, tuple(map(_row, lines)), "", (2, 8, 5, 6, 2, 2, 7)),
                *(Prose(escape(note), Manner.SMALL) for note in notes),
            ),
            network=network,
            subtitle=row.name,
            facts=facts,
            head=f"{cohort.code} · {row.name}",
            at=at,
            is_wide=True,
        )


def _row(line: Line) -> tuple[str, ...]:
    said = (line.name, line.document, line.institution)
    return str(line.number), *(escape(each) or _ROOM for each in said), _ROOM, _ROOM, _ROOM
