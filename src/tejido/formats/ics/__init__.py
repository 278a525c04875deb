"""Calendar files (RFC 5545): deadlines and meetings written for any calendar, and the meetings that somebody else's
calendar holds.
"""

from .deadlines import Event, calendar
from .meetings import Meeting, Standing, meetings_calendar
from .reading import Proposed, read

__all__ = ["Event", "Meeting", "Proposed", "Standing", "calendar", "meetings_calendar", "read"]
