"""The public pages. Nobody's seat is asked for: they are the same for everybody."""

from .about import accessibility, procedure
from .harvest import oai
from .machines import feed, robots, sitemap
from .meetings import meeting, meetings
from .members import member, members
from .network import front
from .promotion import promotion
from .reports import report, reports
from .texts import text, texts
from .versions import version

__all__ = [
    "accessibility",
    "feed",
    "front",
    "meeting",
    "meetings",
    "member",
    "members",
    "oai",
    "procedure",
    "promotion",
    "report",
    "reports",
    "robots",
    "sitemap",
    "text",
    "texts",
    "version",
]
