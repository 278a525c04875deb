"""Loading calls, nominations and participants, always for those who may know of them."""

from .guests import NoSuchLink, invited_by, links_asked, needs_of, participant_of, participants, reached_at

__all__ = ["NoSuchLink", "invited_by", "links_asked", "needs_of", "participant_of", "participants", "reached_at"]
