"""One meeting: its page, and the acts that bring it from preparation to its end."""

from datetime import timedelta
from typing import Any

from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from tejido.ledger.refusals import Refusal, ask
from tejido.ledger.requests import ActorRequest
from tejido.registry.words import seat_words
from tejido.web.answers import or_404
from tejido.web.instants import clocks

from .. import commands, sentences
from ..forms import ConvocationForm, PlanForm, PostponementForm, ReasonForm, ReleaseForm, ReplyForm
from ..names import Part, State
from ..queries.agenda import adoption_of, agenda_digest, announced, items_of, lines_of
from ..queries.commitments import carried_by
from ..queries.invitations import expected, invitations_of, own_invitation
from ..queries.meetings import MeetingContext, meeting_for, steps_of
from ..queries.minutes import Record, reads_minutes, record_of
from ..queries.releases import released_for, releases_of, shown_now
from ..rules.agenda import may_adopt_agenda
from ..rules.attendance import arriving
from ..rules.meetings import may_answer, may_cancel, may_change_plan, may_close, may_move, may_open
from ..rules.minutes import may_release, may_withdraw
from ..words import alphabetical
from .loading import ask_again, convening, done, language_for, load_meeting, must

EARLY = timedelta(hours=12)  # so long before its beginning nobody opens a meeting


@require_GET
def meeting(request: ActorRequest, key: str) -> HttpResponse:
    """The meeting from inside, or, for everybody else, what of it was released to them."""
    try:
        context = meeting_for(request.actor, key)
    except ObjectDoesNotExist:
        return _from_outside(request, key)
    return render(request, "meetings/meeting.html", _page(request, context))


def _from_outside(request: ActorRequest, key: str) -> HttpResponse:
    with or_404():
        found = released_for(request.actor, key)
    return render(request, "meetings/released.html", {"found": found, "meeting": found.meeting, "body": found.body})


def _page(request: ActorRequest, context: MeetingContext) -> dict[str, Any]:
    row = context.meeting
    invitations = alphabetical(invitations_of(row))
    mine, invited = own_invitation(request.actor, invitations), {line.seat.key for line in invitations}
    record, lines = record_of(row), lines_of(row)
    parties, told, adoption = expected(invitations), announced(row), adoption_of(row)
    items = [line.item for line in lines]
    return {
        "context": context,
        "meeting": row,
        "body": context.body,
        "sentence": sentences.of_meeting(row, parties, record, request.now),
        "steps": steps_of(row),
        "is_early": row.starts_at - request.now > EARLY,
        "lines": lines,
        "carried": carried_by([item.key for item in items]),
        "invitations": invitations,
        "mine": mine,
        "reply": _reply_form(mine, invitations) if mine and not may_answer(row, mine.seat.key, invited) else None,
        "record": record if reads_minutes(context, record) else None,
        "is_revised": told is not None and told.digest != agenda_digest(items),
        "told": told,
        "adoption": adoption,
        **_released(context, record),
        "why_not_convened": convening(context, len(items), request.now) if row.state == State.PREPARING else None,
        **(powers := _powers(context, is_adopted=adoption is not None)),
        "has_acts": any(powers.values()),
    }


def _released(context: MeetingContext, record: Record) -> dict[str, Any]:
    """What others could read of it, what they read now, and what can be released to them."""
    row, found = context.meeting, releases_of(context.meeting)
    shown = shown_now(found)
    parts = [part for part in Part if may_release(context.capacity, row, part, record.approval) is None]
    return {
        "releases": found,
        "shown": shown,
        "release_form": ReleaseForm(parts=parts) if parts else None,
        "may_withdraw": may_withdraw(context.capacity, len(shown)) is None,
    }


def _powers(context: MeetingContext, *, is_adopted: bool) -> dict[str, bool]:
    """Which acts the page offers: those that the rules allow."""
    capacity, row = context.capacity, context.meeting
    return {
        "may_plan": may_change_plan(capacity, row) is None,
        "may_move": may_move(capacity, row) is None,
        "may_cancel": may_cancel(capacity, row) is None,
        "may_open": may_open(capacity, row) is None,
        "may_close": may_close(capacity, row) is None,
        "may_adopt": may_adopt_agenda(capacity, row, is_adopted=is_adopted) is None,
        "may_declare": not isinstance(arriving(capacity, row), Refusal),
    }


def _reply_form(mine: Any, invitations: list[Any], data: Any = None) -> ReplyForm:
    seats = [(line.seat.key, seat_words(line.seat)) for line in invitations if line.seat.key != mine.seat.key]
    said = mine.reply
    initial = {"says": said.says, "represented_by": said.represented_by_id, "note": said.note} if said else {}
    return ReplyForm(data, seats=seats, initial=initial)


@require_http_methods(["GET", "POST"])
def details(request: ActorRequest, key: str) -> HttpResponse:
    """Changes what was written down, until the meeting is convened."""
    context = load_meeting(request, key)
    must(may_change_plan(context.capacity, context.meeting) is None)
    form = PlanForm(request.POST or None, initial=_initial(context))
    if request.method == "POST" and form.is_valid():
        commands.change_meeting(actor=request.actor, meeting=context.meeting, plan=form.plan, at=request.now)
        return done(request, "meetings:meeting", _("Saved."), key)
    back = reverse("meetings:meeting", args=[key])
    return ask_again(request, form, context, title=_("Time, place and languages"), button=_("Save"), way_back=back)


def _initial(context: MeetingContext) -> dict[str, Any]:
    row = context.meeting
    clock = clocks(row.zone)
    local = {
        name: timezone.make_naive(instant, clock)
        for name, instant in (("starts", row.starts_at), ("ends", row.ends_at))
    }
    same = {name: getattr(row, name) for name in ("kind", "number", "zone", "place", "room_url", "languages")}
    return {**same, **local, **{f"name_{tag}": words for tag, words in row.name.items()}}


@require_http_methods(["GET", "POST"])
def convocations(request: ActorRequest, key: str) -> HttpResponse:
    """The formal convocation."""
    context = load_meeting(request, key)
    must(may_change_plan(context.capacity, context.meeting) is None)
    ask(convening(context, len(items_of(context.meeting)), request.now))
    form = ConvocationForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        values, language = form.cleaned_data, language_for(request, context)
        commands.convene_meeting(
            actor=request.actor,
            meeting=context.meeting,
            words={language: values["words"]},
            with_observers=values["with_observers"],
            at=request.now,
        )
        return done(request, "meetings:meeting", _("Convened. Every seat of the body has been invited."), key)
    return ask_again(
        request,
        form,
        context,
        title=_("Convene the meeting"),
        button=_("Convene"),
        way_back=reverse("meetings:meeting", args=[key]),
        consequence=_("Every acting seat of the body is invited, with this agenda. Later changes are announced."),
    )


@require_http_methods(["GET", "POST"])
def postponements(request: ActorRequest, key: str) -> HttpResponse:
    context = load_meeting(request, key)
    must(may_move(context.capacity, context.meeting) is None)
    form = PostponementForm(request.POST or None, zone=context.meeting.zone)
    if request.method == "POST" and form.is_valid():
        values = form.cleaned_data
        commands.postpone_meeting(
            actor=request.actor,
            meeting=context.meeting,
            starts_at=values.get("starts_at"),
            ends_at=values.get("ends_at"),
            reason=values["reason"],
            language=request.LANGUAGE_CODE,
            at=request.now,
        )
        return done(request, "meetings:meeting", _("Moved. Everybody who was invited has been told."), key)
    back = reverse("meetings:meeting", args=[key])
    return ask_again(request, form, context, title=_("Postpone the meeting"), button=_("Postpone"), way_back=back)


@require_http_methods(["GET", "POST"])
def cancellations(request: ActorRequest, key: str) -> HttpResponse:
    context = load_meeting(request, key)
    must(may_cancel(context.capacity, context.meeting) is None)
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        commands.cancel_meeting(
            actor=request.actor,
            meeting=context.meeting,
            reason=form.cleaned_data["reason"],
            language=request.LANGUAGE_CODE,
            at=request.now,
        )
        told, untold = _("Cancelled. Everybody who was invited has been told."), _("Given up. Nobody else knew of it.")
        return done(request, "meetings:meeting", told if context.meeting.was_convened else untold, key)
    back = reverse("meetings:meeting", args=[key])
    title, button = _("Cancel the meeting"), _("Cancel it for good")
    return ask_again(request, form, context, title=title, button=button, way_back=back)


@require_POST
def openings(request: ActorRequest, key: str) -> HttpResponse:
    context = load_meeting(request, key)
    commands.open_meeting(actor=request.actor, meeting=context.meeting, at=request.now)
    return done(request, "meetings:meeting", _("The meeting is open."), key)


@require_POST
def closings(request: ActorRequest, key: str) -> HttpResponse:
    context = load_meeting(request, key)
    commands.close_meeting(actor=request.actor, meeting=context.meeting, at=request.now)
    return done(request, "meetings:meeting", _("The meeting is closed. Its minutes can be finished."), key)


@require_POST
def replies(request: ActorRequest, key: str) -> HttpResponse:
    """The answer of the seat to its invitation."""
    context = load_meeting(request, key)
    invitations = invitations_of(context.meeting)
    mine = own_invitation(request.actor, invitations)
    if mine is None:
        raise Http404
    form = _reply_form(mine, invitations, request.POST)
    if not form.is_valid():
        back = reverse("meetings:meeting", args=[key])
        return ask_again(request, form, context, title=_("Your answer"), button=_("Send the answer"), way_back=back)
    commands.answer_invitation(actor=request.actor, meeting=context.meeting, at=request.now, **form.cleaned_data)
    return done(
        request, "meetings:meeting", _("Your answer is recorded. You can change it until the meeting ends."), key
    )
