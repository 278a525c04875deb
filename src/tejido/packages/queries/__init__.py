"""Loading what can be packed, always for an actor."""

from .news import News, Section, news_since
from .sources import Source, course_source, edition_source, newer_source, version_source
from .taking import Takeable, takeable

__all__ = [
    "News",
    "Section",
    "Source",
    "Takeable",
    "course_source",
    "edition_source",
    "newer_source",
    "news_since",
    "takeable",
    "version_source",
]
