"""What the views of meetings start with and end with."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render

from tejido.ledger.refusals import Refusal
from tejido.ledger.requests import ActorRequest
from tejido.registry.queries import day_of
from tejido.registry.words import seat_words
from tejido.web.answers import or_404
from tejido.web.languages import base, in_my_language

from ..queries.agenda import item_for, items_of
from ..queries.invitations import party_seats, seats_of
from ..queries.meetings import BodyContext, MeetingContext, body_for, meeting_for
from ..rules.meetings import may_change_plan, may_convene

if TYPE_CHECKING:  # views name the types of rows and never touch tables
    from ..models import Item


def load_meeting(request: ActorRequest, key: str) -> MeetingContext:
    """The meeting from inside; 404 for everybody else, as for an unknown key."""
    with or_404():
        return meeting_for(request.actor, key)


def load_body(request: ActorRequest, key: str) -> BodyContext:
    with or_404():
        return body_for(request.actor, key)


def load_item(request: ActorRequest, key: str) -> tuple[MeetingContext, Item]:
    with or_404():
        return item_for(request.actor, key)


def must(allowed: bool) -> None:
    """404 for a page that only some seats work on."""
    if not allowed:
        raise Http404


def language_for(request: ActorRequest, context: MeetingContext) -> str:
    """The language asked for; else the reader's own where the meeting works in it; else the meeting's first."""
    languages = context.meeting.languages
    asked = request.GET.get("language") or request.POST.get("language")
    if asked in languages:
        return str(asked)
    mine = (str(tag) for tag in languages if base(tag) == base(request.LANGUAGE_CODE))
    return next(mine, str(languages[0]))


def ask_again(
    request: ActorRequest,
    form: forms.BaseForm,
    context: MeetingContext | BodyContext,
    *,
    title: str,
    button: str,
    way_back: str,
    consequence: str = "",
    tone: str = "",
    editor: bool = False,
) -> HttpResponse:
    """A page with one form: to begin with, and with what was typed when something in it is not clear yet."""
    page: dict[str, Any] = {
        "form": form,
        "context": context,
        "body": context.body,
        "title": title,
        "button": button,
        "way_back": way_back,
        "consequence": consequence,
        "tone": tone,
        "editor": editor,
        "has_files": form.is_multipart(),
    }
    if isinstance(context, MeetingContext):
        page["meeting"] = context.meeting
    return render(request, "meetings/form.html", page, status=422 if form.errors else 200)


def done(request: ActorRequest, address: str, said: str, *args: Any) -> HttpResponse:
    messages.success(request, said)
    return redirect(address, *args)


def convening(context: MeetingContext, items: int, at: datetime) -> Refusal | None:
    """Why the meeting cannot be convened by this seat now; None where it can."""
    row = context.meeting
    refusal = may_change_plan(context.capacity, row)
    return refusal or may_convene(context.capacity, row, items, party_seats(context.body, day_of(row.starts_at)), at)


def seat_choices(context: MeetingContext, chosen: Any = None) -> list[tuple[str, str]]:
    """The seats of the body on the day of the meeting, and the one that is chosen already, also where it has ended."""
    seats = [seat for seat, _party in seats_of(context.body, day_of(context.meeting.starts_at))]
    kept = [chosen] if chosen is not None and chosen not in seats else []
    return [(seat.key, seat_words(seat)) for seat in (*seats, *kept)]


def item_choices(context: MeetingContext) -> list[tuple[str, str]]:
    return [
        (item.key, f"{number}. {in_my_language(item.title)}")
        for number, item in enumerate(items_of(context.meeting), 1)
    ]


def party_choices(parties: Iterable[Any]) -> list[tuple[str, str]]:
    return [(party.code, in_my_language(party.name)) for party in parties]


def in_item(context: MeetingContext, key: str) -> Item | None:
    """The item that a form names, or none; 404 for one of another meeting."""
    if not key:
        return None
    found = {item.key: item for item in items_of(context.meeting)}
    if key not in found:
        raise Http404
    return found[key]
