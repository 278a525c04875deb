"""One letter a day, at most, to the seats that asked for it: that something is new, and where."""

from collections.abc import Sequence
from datetime import datetime

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tejido.meetings.letters import holders, queue
from tejido.web.languages import in_my_language

from .models import Following
from .queries import Digest


def tell_new(digests: Sequence[Digest], at: datetime) -> int:
    """A letter to each seat about all its modules together. Returns how many letters are new."""
    by_seat: dict[str, list[Digest]] = {}
    for digest in digests:
        by_seat.setdefault(digest.following.seat_id, []).append(digest)
    written = sum(_tell(seat, several, at) for seat, several in by_seat.items())
    Following.objects.filter(pk__in=[digest.following.pk for digest in digests]).update(told_at=at)
    return written


def _tell(seat: str, digests: Sequence[Digest], at: datetime) -> int:
    return queue(
        holders([seat], at), lambda: _words(digests), occasion=f"modules:{seat}:{at.date().isoformat()}", at=at
    )


def _words(digests: Sequence[Digest]) -> tuple[str, list[str]]:
    lines = [_("In the discussion modules that your seat follows there is something new:")]
    for digest in digests:
        module = digest.following.module
        counted = ngettext("%(count)s contribution", "%(count)s contributions", digest.count) % {"count": digest.count}
        lines.append(f"{in_my_language(module.title)}: {counted}\n{settings.ORIGIN}/modules/{module.key}/")
    lines.append(_("You get at most one such letter a day. You can end it on the page of a module."))
    return _("New in discussion modules"), lines
