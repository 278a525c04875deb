"""A transcript: all that a school has of one person."""

from datetime import datetime

from django.utils.translation import gettext as _
from django.utils.translation import override

from tejido.formats.markdown import escape
from tejido.formats.paper import Facts, Grid, Heading, Manner, Paper, Prose, Words
from tejido.web.instants import in_zone
from tejido.web.languages import base, in_my_language

from ..queries import Transcript
from ..words import entry_words


def transcript_paper(found: Transcript, language: str, zone: str, at: datetime) -> Paper:
    """In a language of the interface, as of an instant."""
    with override(base(language)):
        school = in_my_language(found.space.name)
        title = _("Transcript")
        head = (_("Course"), _("Version that was taught"), _("Day"), _("Result"), _("Valid until"), _("Certificate"))
        rows = tuple(tuple(map(escape, _row(entry_words(entry)))) for entry in found.entries)
        is_invented = any(entry.cohort.is_demonstration for entry in found.entries)
        invented = [Prose(escape(_("Demonstration: an invented course")), Manner.SMALL)] if is_invented else []
        return Paper(
            title=title,
            language=language,
            words=Words(_("Contents"), _("Page {page} of {pages}")),
            blocks=(
                Facts(((_("Name"), escape(found.name)), (_("Document"), escape(found.document.partition(":")[2])))),
                *invented,
                Heading(_("Courses")),
                Grid(head, rows, "", (6, 6, 4, 4, 4, 4)),
                Prose(escape(_("What other schools have of this person is not in it.")), Manner.SMALL),
            ),
            network=school,
            subtitle=in_my_language(found.space.member.name) if found.space.member else "",
            facts=((_("As of"), escape(in_zone(at, zone))),),
            head=f"{title} · {school}",
            at=at,
        )


def _row(told: dict[str, str]) -> tuple[str, ...]:
    return (
        f"{told['course']} ({told['time']})",
        told["version"],
        told["day"],
        told["result"],
        told["until"] or "—",
        told["certificate"],
    )
