"""Meetings and seminars: once convened or announced they stay known to those who know them."""

from collections.abc import Collection

from django.utils.translation import gettext_lazy

from tejido.ledger.actors import Actor
from tejido.meetings.models import Meeting
from tejido.meetings.queries.meetings import inside_of, meeting_for
from tejido.meetings.words import title_of
from tejido.seminars.models import Seminar
from tejido.seminars.queries import seminar_for, seminars_for
from tejido.seminars.words import seminar_title

from .values import Index, Place, Readers


def _meetings(actor: Actor, keys: Collection[str]) -> dict[str, Meeting]:
    inside = inside_of(actor, None)
    rows = Meeting.objects.filter(key__in=keys, body__in=list(inside)).select_related("body__member")
    return {row.key: row for row in rows if row.was_convened or inside[row.body_id].prepares}


def _of_meeting(row: Meeting) -> Readers:
    """Before it is convened only those who prepare it read it, and nothing of theirs is shared afterwards."""
    member = row.body.member.code if row.body.member else ""
    is_known = row.was_convened
    return Readers(is_known and not member, Index.INSIDE if is_known else Index.NONE, row.body_id, member)


def _seminars(actor: Actor, keys: Collection[str]) -> dict[str, Seminar]:
    return {row.key: row for row in seminars_for(actor) if row.key in keys}


MEETING = Place(
    code="meeting",
    label=gettext_lazy("Meeting"),
    view="meetings:meeting",
    argument="key",
    load=lambda actor, key, _at: meeting_for(actor, key).meeting,
    many=_meetings,
    title=title_of,
    readers=_of_meeting,
    known=lambda key: Meeting.objects.filter(key=key).select_related("body__member").first(),
)
SEMINAR = Place(
    code="seminar",
    label=gettext_lazy("Seminar"),
    view="seminars:seminar",
    argument="key",
    load=lambda actor, key, _at: seminar_for(actor, key),
    many=_seminars,
    title=seminar_title,
    readers=lambda row: Readers(row.was_announced, Index.NETWORK if row.was_announced else Index.NONE),
    known=lambda key: Seminar.objects.filter(key=key).first(),
)
