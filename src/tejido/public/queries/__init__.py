"""Loading what everybody may read. Nothing here takes an actor: whoever looks, it is the public that reads."""

from tejido.annual.queries import public_issue, public_issues

from .harvest import Item, items
from .initiatives import initiatives_of
from .mechanisms import assessments_of, mechanism_of
from .meetings import ReleasedMeeting, meeting_for, public_meetings
from .members import Place, institutions_of, place_of, places
from .news import News, Shown, begun_at, news
from .past import Past, past
from .promotion import public_entries, public_titles
from .texts import Adopted, adopted, adopted_text
from .versions import shown_versions, version_of, versions_of_member, versions_of_text

__all__ = [
    "Adopted",
    "Item",
    "News",
    "Past",
    "Place",
    "ReleasedMeeting",
    "Shown",
    "adopted",
    "adopted_text",
    "assessments_of",
    "begun_at",
    "initiatives_of",
    "institutions_of",
    "items",
    "mechanism_of",
    "meeting_for",
    "news",
    "past",
    "place_of",
    "places",
    "public_entries",
    "public_issue",
    "public_issues",
    "public_meetings",
    "public_titles",
    "shown_versions",
    "version_of",
    "versions_of_member",
    "versions_of_text",
]
