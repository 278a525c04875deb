"""Meetings of which something was released to the public: the copies that were released, and nothing else."""

from collections.abc import Mapping
from datetime import datetime

from django.db.models import Min

from tejido.ledger.actors import PUBLIC
from tejido.meetings.names import Audience
from tejido.meetings.queries.releases import ReleasedMeeting, in_force, public_meetings, released_for

__all__ = ["ReleasedMeeting", "first_releases", "meeting_for", "public_meetings"]


def meeting_for(key: str) -> ReleasedMeeting:
    """Meeting.DoesNotExist for an unknown key, and for a meeting of which nothing is public."""
    return released_for(PUBLIC, key)


def first_releases() -> Mapping[tuple[str, str], datetime]:
    """When each part of a meeting that is public now became so, by the meeting's key and the part. One query."""
    found = in_force().filter(audience=Audience.PUBLIC).values_list("meeting", "part").annotate(Min("at"))
    return {(meeting, part): at for meeting, part, at in found}
