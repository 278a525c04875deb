"""The rooms and the speakers of a seminar."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from tejido.ledger.requests import ActorRequest
from tejido.web.answers import back, explain, or_404

from .. import commands, queries
from ..forms import RoomForm, SpeakerForm, texts_of
from .loading import frame, planned_or_404

if TYPE_CHECKING:  # views name the types of rows and never touch tables
    from django import forms


@require_GET
def lists(request: ActorRequest, key: str) -> HttpResponse:
    """Both lists, and a form for each."""
    seminar = planned_or_404(request, key).seminar
    page = {
        **frame(request, seminar),
        "rooms": queries.rooms_of(seminar),
        "speakers": queries.speakers_of(seminar),
        "room_form": RoomForm(prefix="room"),
        "speaker_form": SpeakerForm(prefix="speaker"),
    }
    return render(request, "timetable/lists.html", page)


@require_POST
def rooms(request: ActorRequest, key: str) -> HttpResponse:
    """A further room."""
    seminar = planned_or_404(request, key).seminar
    form = RoomForm(request.POST, prefix="room")
    if not form.is_valid():
        explain(request, form)
        return redirect("timetable:lists", key)
    commands.keep_room(actor=request.actor, seminar=seminar, at=request.now, **form.cleaned_data)
    return _back(request, key, _("The room is on the list."))


@require_http_methods(["GET", "POST"])
def room(request: ActorRequest, key: str, room: str) -> HttpResponse:
    seminar = planned_or_404(request, key).seminar
    with or_404():
        row = queries.room_for(seminar, room)
    form = RoomForm(request.POST or None, initial={"name": row.name, "where": row.where, "seats": row.seats})
    if request.method == "POST" and form.is_valid():
        commands.keep_room(actor=request.actor, seminar=seminar, room=row, at=request.now, **form.cleaned_data)
        return _back(request, key, _("The room is changed."))
    removal = reverse("timetable:room_removals", args=[key, room])
    return _ask(request, {**frame(request, seminar), "title": row.name, "form": form, "removal": removal})


@require_POST
def room_removals(request: ActorRequest, key: str, room: str) -> HttpResponse:
    seminar = planned_or_404(request, key).seminar
    with or_404():
        row = queries.room_for(seminar, room)
    commands.remove_room(actor=request.actor, room=row, at=request.now)
    return _back(request, key, _("The room is off the list."))


@require_POST
def speakers(request: ActorRequest, key: str) -> HttpResponse:
    """A further speaker."""
    seminar = planned_or_404(request, key).seminar
    form = SpeakerForm(request.POST, prefix="speaker")
    if not form.is_valid():
        explain(request, form)
        return redirect("timetable:lists", key)
    commands.keep_speaker(actor=request.actor, seminar=seminar, at=request.now, **form.given)
    return _back(request, key, _("The speaker is on the list."))


@require_http_methods(["GET", "POST"])
def speaker(request: ActorRequest, key: str, speaker: str) -> HttpResponse:
    seminar = planned_or_404(request, key).seminar
    with or_404():
        row = queries.speaker_for(seminar, speaker)
    same = {name: getattr(row, name) for name in ("name", "institution", "is_named")}
    values = {**same, **texts_of("function", row.function), **texts_of("bio", row.bio)}
    form = SpeakerForm(request.POST or None, initial=values)
    if request.method == "POST" and form.is_valid():
        commands.keep_speaker(actor=request.actor, seminar=seminar, speaker=row, at=request.now, **form.given)
        return _back(request, key, _("The speaker is changed."))
    removal = reverse("timetable:speaker_removals", args=[key, speaker])
    return _ask(request, {**frame(request, seminar), "title": row.name, "form": form, "removal": removal})


@require_POST
def speaker_removals(request: ActorRequest, key: str, speaker: str) -> HttpResponse:
    seminar = planned_or_404(request, key).seminar
    with or_404():
        row = queries.speaker_for(seminar, speaker)
    commands.remove_speaker(actor=request.actor, speaker=row, at=request.now)
    return _back(request, key, _("The speaker is off the list, and nothing about the person is kept."))


def _ask(request: ActorRequest, page: dict[str, Any]) -> HttpResponse:
    form: forms.Form = page["form"]
    return render(request, "timetable/listed.html", page, status=422 if form.errors else 200)


def _back(request: ActorRequest, key: str, done: str) -> HttpResponse:
    return back(request, reverse("timetable:lists", args=[key]), done)
