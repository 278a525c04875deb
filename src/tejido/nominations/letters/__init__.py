"""What leaves the house about nominations: to nominees by a link, and to the seats that have to know."""

from .guests import PAGE, invite, let_in_again, tell_cancelled, tell_programme
from .seats import announce, remind, tell_member

__all__ = ["PAGE", "announce", "invite", "let_in_again", "remind", "tell_cancelled", "tell_member", "tell_programme"]
