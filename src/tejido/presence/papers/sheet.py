"""The list that participants sign, and from which their numbers are typed afterwards."""

from collections.abc import Sequence
from datetime import datetime

from django.utils.translation import gettext as _
from django.utils.translation import override

from tejido.formats.markdown import escape
from tejido.formats.paper import Grid, Heading, Manner, Paper, Prose, Words
from tejido.seminars.words import seminar_title
from tejido.timetable.models import Session
from tejido.web.instants import in_zone
from tejido.web.languages import base

from ..queries import Person
from ..words import member_words, session_words

_ROOM = "\u00a0"  # an empty cell is as high as a full one


def sheet_paper(session: Session, several: Sequence[Person], network: str, language: str, at: datetime) -> Paper:
    """The list of a session. It lies about, so what is not published is not on it; all rows are alike."""
    seminar = session.seminar
    with override(base(language)):
        head = (_("Number"), _("Name"), _("Member"), _("Signature"))
        rows = tuple(_row(person) for person in several if person.number is not None)
        return Paper(
            title=session_words(session),
            language=language,
            words=Words(_("Contents"), _("Page {page} of {pages}")),
            blocks=(
                Heading(_("Who is present signs")),
                Grid(head, rows, "", (2, 8, 6, 9)),
                Prose(escape(_("Only the numbers are entered from this list. Destroy it afterwards.")), Manner.SMALL),
            ),
            network=network,
            subtitle=seminar_title(seminar),
            facts=((_("Begins"), escape(in_zone(session.starts_at, seminar.zone))),),
            head=session_words(session),
            at=at,
        )


def _row(person: Person) -> tuple[str, ...]:
    name = "" if person.is_unnamed else escape(person.name)
    return str(person.number), name or "—", escape(member_words(person.member)), _ROOM
