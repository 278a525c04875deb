"""Calendars of meetings: one meeting as a file, and the address from which a calendar fetches what a seat may know."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST, require_safe

from tejido.ledger.refusals import ask
from tejido.ledger.requests import ActorRequest
from tejido.registry.words import seat_words
from tejido.web.answers import or_404
from tejido.web.downloads import saved, unkept
from tejido.web.instants import clocks

from ..calendars import feed_calendar, meeting_calendar
from ..commands import room as commands
from ..queries.agenda import items_of
from ..queries.feeds import calendar_for, feed_for, own_feed, versions_of
from ..queries.meetings import meeting_for
from ..rules.room import may_subscribe

CALENDAR = "text/calendar; charset=utf-8"
NEW = "new_calendar_address"  # in the session, from the moment the address is made until it was shown


@require_GET
def calendar(request: ActorRequest, key: str) -> HttpResponse:
    """One meeting with its agenda, to be taken into a calendar."""
    with or_404():
        context = meeting_for(request.actor, key)
    version = versions_of([context.meeting.key])[context.meeting.key]
    return saved(meeting_calendar(context.meeting, items_of(context.meeting), version), CALENDAR, "meeting.ics")


@require_GET
def calendars(request: ActorRequest) -> HttpResponse:
    """Whether the seat has a calendar address, and how to make, replace or close it."""
    ask(may_subscribe(request.actor))
    token = request.session.pop(NEW, "")
    address = f"{settings.ORIGIN}{reverse('meetings:feed', args=[token])}" if token else ""
    return unkept(render(request, "meetings/calendars.html", {"feed": own_feed(request.actor), "address": address}))


@require_POST
def addresses(request: ActorRequest) -> HttpResponse:
    """A new address. It is shown once, on the page that follows."""
    token = commands.open_feed(actor=request.actor, language=request.LANGUAGE_CODE, at=request.now)
    request.session[NEW] = token
    return redirect("meetings:calendars")


@require_POST
def address_endings(request: ActorRequest) -> HttpResponse:
    commands.close_feed(actor=request.actor, at=request.now)
    return redirect("meetings:calendars")


@require_safe
def feed(request: ActorRequest, token: str) -> HttpResponse:
    """What a calendar program fetches, without a session: the token says for which seat. In the language in which the
    address was made, on the clocks of its holder."""
    with or_404():
        found, actor = feed_for(token, request.now)
    mandate = found.mandate
    with translation.override(found.language), timezone.override(clocks(mandate.account.zone)):
        title = _("Meetings and deadlines: %(seat)s") % {"seat": seat_words(mandate.seat)}
        return saved(feed_calendar(calendar_for(actor, request.now), title), CALENDAR, "calendar.ics")
