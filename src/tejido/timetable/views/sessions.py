"""One session at a time: what, when, where, with whom, and what of the text it treats."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from tejido.ledger.requests import ActorRequest
from tejido.web.answers import back, explain, or_404
from tejido.web.instants import clocks

from .. import commands, queries
from ..forms import MaterialForm, MoveForm, SessionForm, ShiftForm, SwapForm, texts_of
from ..lines import session_digest
from ..names import Part, Way
from ..pages import choices, clashes_shown, session_choices, session_shown, speaker_choices
from ..rules import days_of
from .loading import frame, planned_or_404

if TYPE_CHECKING:  # views name the types of rows and never touch tables
    from collections.abc import Sequence

    from ..models import Session
    from ..queries import Line, Programme

LONGEST = 400  # days: the past is known by years too


@require_http_methods(["GET", "POST"])
def new(request: ActorRequest, key: str) -> HttpResponse:
    """A further session; with `after` it begins where another one ends."""
    programme = planned_or_404(request, key)
    form = _form(programme, request.POST or None, _first_values(request, programme), is_new=True)
    if request.method == "POST" and form.is_valid():
        made = commands.plan_session(
            actor=request.actor, seminar=programme.seminar, plan=form.plan, pushes=form.cleaned_data["pushes"],
            at=request.now,
        )  # fmt: skip  # one act, read as one
        return _kept(request, key, made)
    return _page(request, programme, None, form, request.POST.getlist("treats"))


@require_http_methods(["GET", "POST"])
def session(request: ActorRequest, key: str, session: str) -> HttpResponse:
    """What is written down of a session, and what can be done with its time."""
    programme = planned_or_404(request, key)
    with or_404():
        line = queries.line_for(programme.seminar, session)
    form = _form(programme, request.POST or None, _values(programme, line), is_new=False)
    if request.method == "POST" and form.is_valid():
        seen = form.cleaned_data["seen"]
        commands.change_session(
            actor=request.actor, session=line.session, plan=form.plan, seen=seen, at=request.now
        )  # fmt: skip  # one act, read as one
        return _kept(request, key, line.session)
    treats = request.POST.getlist("treats") if request.method == "POST" else line.session.treats
    return _page(request, programme, line, form, treats)


def _form(programme: Programme, data: Any, initial: dict[str, Any], *, is_new: bool) -> SessionForm:
    seminar = programme.seminar
    first, last = days_of(seminar)
    days = [first + timedelta(days=n) for n in range(min((last - first).days + 1, LONGEST))]
    rooms = [(row.key, row.name) for row in queries.rooms_of(seminar)]
    speakers = speaker_choices(queries.speakers_of(seminar))
    return SessionForm(
        data, initial=initial, zone=seminar.zone, days=days, rooms=rooms, speakers=speakers, is_new=is_new
    )


def _first_values(request: ActorRequest, programme: Programme) -> dict[str, Any]:
    """A new session begins where the one that `after` names ends, and is for the same people in the same room."""
    found = next((line for line in programme.lines if line.session.key == request.GET.get("after")), None)
    if found is None:
        return {"is_counted": True, "floor": programme.seminar.languages[:1]}
    row, zone = found.session, clocks(programme.seminar.zone)
    begins = row.ends_at.astimezone(zone)
    return {
        "day": begins.date().isoformat(),
        "begins": begins.time(),
        "ends": (begins + (row.ends_at - row.starts_at)).time(),
        "parallel": row.parallel,
        "room": row.room_id,
        "floor": row.floor,
        "into": row.into,
        "is_counted": True,
    }


def _values(programme: Programme, line: Line) -> dict[str, Any]:
    row, zone = line.session, clocks(programme.seminar.zone)
    begins = row.starts_at.astimezone(zone)
    same = ("kind", "parallel", "floor", "into", "is_counted")
    appearing = {part: [each.speaker_id for each in line.speakers if each.part == part] for part in Part}
    return {
        **{name: getattr(row, name) for name in same},
        **texts_of("title", row.title),
        **texts_of("about", row.about),
        "day": begins.date().isoformat(),
        "begins": begins.time(),
        "ends": row.ends_at.astimezone(zone).time(),
        "room": row.room_id,
        "speakers": appearing[Part.SPEAKS],
        "moderators": appearing[Part.MODERATES],
        "seen": session_digest(row, line.speakers),
    }


def _page(
    request: ActorRequest, programme: Programme, line: Line | None, form: SessionForm, treats: Sequence[str]
) -> HttpResponse:
    seminar = programme.seminar
    document = queries.document_taught(seminar)
    language = queries.language_of(seminar, request.LANGUAGE_CODE)
    row = line.session if line else None
    page = {
        **frame(request, seminar),
        "shown": session_shown(line, seminar.zone) if line else None,
        "session": row,
        "form": form,
        "language": language,
        "choices": choices(document, treats, language),
        "chosen": len(treats),
        "lost": sum(id not in document for id in treats) if document else 0,
        "clashes": clashes_shown(programme, row.key) if row else [],
        "swap": SwapForm(others=session_choices(programme, row.key)) if row else None,
        "shift": ShiftForm(),
        "material": MaterialForm(auto_id="m_%s"),
    }
    return render(request, "timetable/session.html", page, status=422 if form.errors else 200)


def _kept(request: ActorRequest, key: str, row: Session) -> HttpResponse:
    """Back to the programme. What cannot be at once with the session is told at once."""
    _warn(request, key, row)
    return back(request, _anchor(key, row), _("The session is kept."))


def _warn(request: ActorRequest, key: str, row: Session) -> None:
    for words, _is_impossible in clashes_shown(queries.programme_for(request.actor, key), row.key):
        messages.warning(request, words)


def _anchor(key: str, row: Session) -> str:
    return f"{reverse('timetable:programme', args=[key])}#s-{row.key}"


def _loaded(request: ActorRequest, key: str, session: str) -> tuple[Programme, Session]:
    programme = planned_or_404(request, key)
    with or_404():
        return programme, queries.session_for(programme.seminar, session)


def _moved(request: ActorRequest, key: str, row: Session, done: str = "") -> HttpResponse:
    _warn(request, key, row)
    return back(request, _anchor(key, row), done)


@require_POST
def moves(request: ActorRequest, key: str, session: str) -> HttpResponse:
    _programme, row = _loaded(request, key, session)
    form = MoveForm(request.POST)
    if not form.is_valid():
        explain(request, form)
        return redirect("timetable:programme", key)
    commands.move_session(actor=request.actor, session=row, way=Way(form.cleaned_data["way"]), at=request.now)
    return _moved(request, key, row)


@require_POST
def swaps(request: ActorRequest, key: str, session: str) -> HttpResponse:
    """Two sessions take each other's time."""
    programme, row = _loaded(request, key, session)
    form = SwapForm(request.POST, others=session_choices(programme, row.key))
    if not form.is_valid():
        explain(request, form)
        return redirect("timetable:session", key, session)
    with or_404():
        other = queries.session_for(programme.seminar, form.cleaned_data["other"])
    commands.swap_sessions(actor=request.actor, session=row, other=other, at=request.now)
    return _moved(request, key, row, _("The two sessions have changed times."))


@require_POST
def shifts(request: ActorRequest, key: str, session: str) -> HttpResponse:
    """The session and the rest of its day, by some minutes."""
    _programme, row = _loaded(request, key, session)
    form = ShiftForm(request.POST)
    if not form.is_valid():
        explain(request, form)
        return redirect("timetable:session", key, session)
    commands.shift_day(actor=request.actor, session=row, minutes=form.cleaned_data["minutes"], at=request.now)
    return _moved(request, key, row, _("The rest of the day is moved."))


@require_POST
def removals(request: ActorRequest, key: str, session: str) -> HttpResponse:
    _programme, row = _loaded(request, key, session)
    commands.remove_session(actor=request.actor, session=row, at=request.now)
    return back(request, reverse("timetable:programme", args=[key]), _("The session is taken out."))
