"""Meetings, commitments and silences in words."""

from django.utils.translation import gettext as _

from tejido.registry.words import seat_words
from tejido.web.languages import in_my_language

from .models import Commitment, Meeting


def title_of(meeting: Meeting) -> str:
    """What a meeting is called: its name, its kind and number, or both."""
    name, kind = in_my_language(meeting.name), meeting.get_kind_display()
    if meeting.number is None:
        return name or str(kind)
    numbered = _("%(kind)s %(number)s") % {"kind": kind, "number": meeting.number}
    return f"{numbered}: {name}" if name else numbered


def who_promised(commitment: Commitment) -> str:
    """The party or the seat."""
    return in_my_language(commitment.party.name) if commitment.party else seat_words(commitment.seat)
