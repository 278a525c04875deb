"""The screen of a room, with the code by which participants enter themselves."""

from __future__ import annotations

from urllib.parse import urlencode

from django.conf import settings
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET

from tejido.ledger.requests import ActorRequest
from tejido.web.addresses import whole
from tejido.web.answers import or_404
from tejido.web.downloads import unkept

from .. import queries
from ..pages import square
from ..proof import room_code
from ..rules import is_within, may_enter
from ..words import session_words
from .loading import frame, seminar_or_404


@require_GET
def screen(request: ActorRequest, key: str, number: int) -> HttpResponse:
    """The code of this minute, to read and to scan; the page loads itself anew."""
    seminar = seminar_or_404(request, key)
    if may_enter(request.actor, seminar) is not None:
        raise Http404
    with or_404():
        row = queries.session_for(seminar, number)
    code = room_code(settings.SECRET_KEY, row.key, request.now)
    address = whole(f"{reverse('presence:my_attendance')}?{urlencode({'session': number, 'code': code})}")
    page = {
        **frame(request, seminar),
        "session": row,
        "session_words": session_words(row),
        "code": code,
        "is_now": is_within(row, request.now),
        "square": square(address),
        "address": whole(reverse("presence:my_attendance")),
        "present": sum(said == "present" for said in queries.marks_of(row).values()),
    }
    return unkept(render(request, "presence/screen.html", page))
