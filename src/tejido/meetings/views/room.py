"""The screen of the room, and the desk from which it is pointed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from urllib.parse import urlencode

from django.http import Http404, HttpResponse, HttpResponseNotModified
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from tejido.ledger.refusals import ask
from tejido.ledger.requests import ActorRequest
from tejido.web.answers import or_404
from tejido.web.languages import name_of
from tejido.web.reading import reading

from ..commands import room as commands
from ..papers.screen import MOST, Screen, screen
from ..queries.meetings import MeetingContext, meeting_for
from ..queries.screen import Shown, shown
from ..rules.room import may_point


def load(request: ActorRequest, key: str) -> MeetingContext:
    with or_404():
        return meeting_for(request.actor, key)


@require_GET
def room_screen(request: ActorRequest, key: str) -> HttpResponse:
    """The screen as a page of its own, to be shown to all in the room."""
    context = load(request, key)
    found = shown(context, request.now)
    page = _page(request, context, found)
    return _unkept(render(request, "meetings/screen.html", page))


@require_GET
def fragment(request: ActorRequest, key: str) -> HttpResponse:
    """What has changed on the screen. Who has the present one already gets 304 and nothing to draw."""
    context = load(request, key)
    page = _page(request, context, shown(context, request.now))
    made: Screen = page["screen"]
    tag = f'"{made.digest}"'
    if request.headers.get("if-none-match") == tag:
        return _unkept(HttpResponseNotModified(headers={"ETag": tag}))
    page["is_new_sentence"] = request.GET.get("said", "") != made.said
    answer = render(request, "meetings/_screen.html", page)
    answer["ETag"] = tag
    return _unkept(answer)


def _page(request: ActorRequest, context: MeetingContext, found: Shown) -> dict[str, Any]:
    made = screen(found, _languages(request, found), request.now)
    return {
        "context": context,
        "meeting": context.meeting,
        "screen": made,
        "query": _asked(request),
        "may_point": may_point(context.capacity, context.meeting) is None,
    }


def _asked(request: ActorRequest) -> str:
    """The languages that the address names, for the next one. Where it names none, each text is shown in its own."""
    return urlencode([("language", tag) for tag in request.GET.getlist("language")[:MOST]])


def _languages(request: ActorRequest, found: Shown) -> Sequence[str]:
    """The languages asked for, or the negotiated one and the next of the meeting's."""
    spoken = [*found.state.revision.languages] if found.state else [*found.meeting.languages]
    asked = [tag for tag in request.GET.getlist("language") if tag in spoken]
    first = found.state.text.negotiated_language if found.state else request.LANGUAGE_CODE
    usual = [first, *(tag for tag in found.meeting.languages if tag in spoken and tag != first)]
    return (asked or usual)[:MOST]


def _unkept(answer: HttpResponse) -> HttpResponse:
    """Asked anew each time: what was on the screen is nobody's to keep."""
    answer["Cache-Control"] = "private, no-cache"
    return answer


@require_GET
def operator(request: ActorRequest, key: str) -> HttpResponse:
    """The desk of who points the screen: the items, the next and the previous one, and the passages of the text."""
    context = load(request, key)
    ask(may_point(context.capacity, context.meeting))
    found = shown(context, request.now)
    page = _page(request, context, found)
    page |= {
        "found": found,
        "next": found.neighbour(1) or (found.items[0] if found.items and not found.number else None),
        "previous": found.neighbour(-1),
        "passages": _passages(found, request.LANGUAGE_CODE),
        "choices": [(tag, name_of(tag)) for tag in found.meeting.languages],
    }
    return render(request, "meetings/operator.html", page)


def _passages(found: Shown, language: str) -> list[tuple[str, str]]:
    """The passages of the text on the table, those that changed marked with a star, by address and first words."""
    if found.after is None or found.before is None:
        return []
    choices = []
    for line in reading(found.after, language).passages:
        is_changed = line.id not in found.before or found.before.passage(line.id) != line.passage
        words = line.passage.text(line.shown_in)[:60]
        choices.append((line.id, f"{'★ ' if is_changed else ''}{line.address}  {words}"))
    return choices


@require_POST
def pointers(request: ActorRequest, key: str) -> HttpResponse:
    """Another item, or another passage of the text that is bound to it, is on the screen."""
    context = load(request, key)
    found = shown(context, request.now)
    wanted, passage = request.POST.get("item", ""), request.POST.get("passage", "")
    item = next((row for row in found.items if row.key == wanted), None)
    if wanted and item is None:
        raise Http404
    if passage and (item != found.item or found.after is None or passage not in found.after):
        raise Http404
    commands.point(actor=request.actor, meeting=context.meeting, item=item, passage=passage, at=request.now)
    return redirect("meetings:operator", key)
