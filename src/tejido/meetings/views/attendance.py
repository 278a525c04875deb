"""Who is there: one form for who facilitates, one answer for a party, one list for each item."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from tejido.ledger.refusals import Refusal
from tejido.ledger.requests import ActorRequest
from tejido.web.languages import in_my_language

from .. import commands
from ..forms import ArrivalForm, AttendanceForm, RoomForm
from ..names import State
from ..queries.agenda import items_of
from ..queries.attendance import AttendanceLine, Seats, attendance_of, rooms_of, seats_by_party
from ..queries.invitations import expected, invitations_of
from ..queries.meetings import MeetingContext
from ..queries.minutes import approval_of
from ..rules.attendance import arriving, is_party, may_enter_attendance
from ..words import alphabetical
from .loading import ask_again, done, load_item, load_meeting, must, party_choices


@require_http_methods(["GET", "POST"])
def attendance(request: ActorRequest, key: str) -> HttpResponse:
    """By party: present, excused, represented, absent. The form for who facilitates, the table for everybody."""
    context = load_meeting(request, key)
    may_enter = may_enter_attendance(context.capacity, context.meeting) is None
    lines = alphabetical(attendance_of(context.meeting))
    seats = seats_by_party(context.meeting, lines)
    if request.method == "POST":
        form = _form(lines, seats, request.POST)
        if form.is_valid():
            entries, meeting = form.entries, context.meeting
            commands.enter_attendance(actor=request.actor, meeting=meeting, entries=entries, at=request.now)
            return done(request, "meetings:attendance", _("The attendance is entered."), key)
        return _page(request, context, lines, seats, form, status=422)
    is_open = may_enter and approval_of(context.meeting) is None
    return _page(request, context, lines, seats, _form(lines, seats) if is_open else None)


def _form(lines: list[AttendanceLine], seats: Seats, data: Any = None) -> AttendanceForm:
    initial: dict[str, Any] = {}
    for line in lines:
        if row := line.attendance:
            code = line.party.code
            initial[f"presence_{code}"], initial[f"persons_{code}"] = row.presence, row.persons
            initial[f"by_{code}"] = row.represented_by.code if row.represented_by else ""
            initial[f"seats_{code}"] = row.seats
    titles = {code: [(seat.key, in_my_language(seat.title)) for seat in found] for code, found in seats.items()}
    return AttendanceForm(data, parties=party_choices(line.party for line in lines), seats=titles, initial=initial)


def _page(
    request: ActorRequest,
    context: MeetingContext,
    lines: list[AttendanceLine],
    seats: Seats,
    form: AttendanceForm | None,
    status: int = 200,
) -> HttpResponse:
    items = items_of(context.meeting)
    rooms = rooms_of(items, lines)
    replies = {reply.party.code: reply.says for reply in expected(invitations_of(context.meeting))}
    parties = party_choices(line.party for line in lines)
    page = {
        "context": context,
        "meeting": context.meeting,
        "body": context.body,
        "lines": [(line, replies.get(line.party.code, ""), _came(line, seats)) for line in lines],
        "is_over": context.meeting.state == State.CLOSED,
        "count": sum(line.is_present for line in lines),
        "form": form,
        "arrival": ArrivalForm() if _may_arrive(context, lines) else None,
        "rooms": [
            (
                number,
                rooms[item.key],
                RoomForm(
                    parties=parties,
                    initial={"present": [p.code for p in rooms[item.key].present]},
                    auto_id=f"room_{number}_%s",
                )
                if form
                else None,
            )
            for number, item in enumerate(items, 1)
        ],
    }
    return render(request, "meetings/attendance.html", page, status=status)


def _may_arrive(context: MeetingContext, lines: list[AttendanceLine]) -> bool:
    party = arriving(context.capacity, context.meeting)
    return (
        not isinstance(party, Refusal) and is_party(party.code, {line.party.code: line.party for line in lines}) is None
    )


def _came(line: AttendanceLine, seats: Seats) -> list[Any]:
    """The seats of the party that were there."""
    came = line.attendance.seats if line.attendance else ()
    return [seat for seat in seats.get(line.party.code, []) if seat.key in came]


@require_POST
def arrivals(request: ActorRequest, key: str) -> HttpResponse:
    """A party says itself that it is there."""
    context = load_meeting(request, key)
    form = ArrivalForm(request.POST)
    if not form.is_valid():
        back = reverse("meetings:attendance", args=[key])
        return ask_again(request, form, context, title=_("We are here"), button=_("Say so"), way_back=back)
    commands.declare_arrival(actor=request.actor, meeting=context.meeting, at=request.now, **form.cleaned_data)
    return done(request, "meetings:attendance", _("Your party's word is recorded."), key)


@require_POST
def rooms(request: ActorRequest, key: str) -> HttpResponse:
    """Who was in the room when the item was taken."""
    context, item = load_item(request, key)
    form = RoomForm(request.POST, parties=party_choices(line.party for line in attendance_of(context.meeting)))
    must(form.is_valid())
    commands.enter_room(actor=request.actor, item=item, present=form.cleaned_data["present"], at=request.now)
    return done(request, "meetings:attendance", _("Entered who was in the room."), item.meeting_id)
