"""Letters about reviews. They say that something waits and where, never what is in it."""

from datetime import datetime
from functools import partial

from django.conf import settings
from django.utils.translation import gettext as _

from tejido.meetings.letters import holders, queue
from tejido.web.languages import in_my_language

from .models import Invitation


def tell_peer(key: str, at: datetime) -> int:
    """One letter to who holds the invited seat. Returns how many are new."""
    row = Invitation.objects.select_related("review__member").get(key=key)
    return queue(holders([row.seat_id], at), partial(_invited, row), occasion=f"peer:{row.key}", at=at)


def _invited(row: Invitation) -> tuple[str, list[str]]:
    subject = _("%(member)s invites you as a peer to a review") % {"member": in_my_language(row.review.member.name)}
    lines = [_("You read what the member opens to you, and hand over what you find to it alone.")]
    return subject, [subject, *lines, f"{settings.ORIGIN}/reviews/{row.review_id}/"]
