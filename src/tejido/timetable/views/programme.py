"""The programme day by day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from tejido.ledger.requests import ActorRequest
from tejido.seminars.rules import may_keep_seminars

from .. import queries
from ..pages import clashes_shown, days_shown
from ..rules import is_ahead, lie_within
from ..words import change_words
from .files import programme_downloads
from .loading import frame, programme_or_404

if TYPE_CHECKING:  # views name the types of rows and never touch tables
    from tejido.ledger.refusals import Refusal

    from ..queries import Programme


@require_GET
def programme(request: ActorRequest, key: str) -> HttpResponse:
    """The sessions day by day, all or those of a group; what cannot be at once, for who plans it."""
    whole = programme_or_404(request, key)
    group = request.GET.get("group", "")
    group = group if group in whole.groups else ""
    told = queries.announcements_of(whole.seminar)
    changed = queries.changes_since(whole, told[:2]) if is_ahead(whole.seminar) else ()
    page = {
        **frame(request, whole.seminar),
        "programme": whole,
        "group": group,
        "told": told[0] if told else None,
        "pending": len(queries.changes_since(whole, told[:1])),
        "cancelled": [change_words(each, whole.seminar.zone) for each in changed if each.after is None],
        "may_announce": may_keep_seminars(request.actor) is None,
        "days": days_shown(
            whole.of_group(group) if group else whole, {each.session.id: each for each in changed if each.after}
        ),
        "files": programme_downloads(whole),
        "outside": _outside(whole),
        "clashes": clashes_shown(whole) if whole.is_inside else [],
    }
    return render(request, "timetable/programme.html", page)


def _outside(whole: Programme) -> Refusal | None:
    """What the days or the zone of the seminar, changed since, have put outside of it: for who can mend it."""
    if not (whole.is_inside and is_ahead(whole.seminar)):
        return None
    return lie_within(whole.seminar, [line.session for line in whole.lines])
