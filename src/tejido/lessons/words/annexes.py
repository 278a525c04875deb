"""A matter as those who sit in the meeting read it, in a few lines."""

from django.urls import reverse
from django.utils.translation import gettext as _

from tejido.deliberation.queries.comments import CommentLine
from tejido.meetings.signals import Annex
from tejido.web.languages import in_my_language

from ..names import Part
from ..queries.matters import MatterLine
from .codes import comments_words, observations_words

_MOST = 12  # observations that are told word by word


def annex_of(line: MatterLine) -> Annex:
    """Its name, what was observed, and which comments ask for what."""
    matter = line.matter
    seminar = matter.case.seminar
    said = [str(Part(matter.part).label)]
    if matter.said:
        said.append(in_my_language(matter.said))
    counts = ([observations_words(len(line.observations))] if line.observations else []) + (
        [comments_words(len(line.standing))] if line.standing else []
    )
    if counts:
        said.append(", ".join(counts))
    said += [in_my_language(row.words) for row in line.observations[:_MOST]]
    said += [f"{each.label} · {each.comment.get_stance_display()}: {_words(each)}" for each in line.standing]
    title = _("Matter %(number)s: %(title)s") % {"number": matter.number, "title": in_my_language(matter.title)}
    return Annex(title, reverse("lessons:matter", args=[seminar.key, matter.number]), tuple(said))


def _words(line: CommentLine) -> str:
    comment = line.comment
    return str(comment.reason or comment.wording)
