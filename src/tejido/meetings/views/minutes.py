"""Minutes: read, written with kept drafts, circulated, corrected, approved."""

from datetime import datetime
from itertools import count
from typing import Any

from django.contrib import messages
from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import formats, timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from tejido.engine.document import passage_id
from tejido.formats.markdown import read
from tejido.ledger.refusals import No as Shared
from tejido.ledger.refusals import Refusal, Refused
from tejido.ledger.requests import ActorRequest
from tejido.web.answers import or_404
from tejido.web.reading import read_once

from .. import commands, sentences
from ..forms import ApprovalForm, CirculationForm, CorrectionForm, MinutesForm, VerdictForm
from ..names import Presence, State, Way
from ..queries.agenda import lines_of
from ..queries.attendance import Room, attendance_of, rooms_of
from ..queries.meetings import MeetingContext
from ..queries.minutes import (
    WHOLE,
    Record,
    approval_of,
    correction_for,
    corrections_of,
    draft_of,
    later_open,
    latest_of,
    reads_minutes,
    record_of,
    versions_of,
)
from ..rules.minutes import (
    can_be_approved_so,
    correcting,
    may_answer_correction,
    may_approve,
    may_circulate,
    may_enter,
    may_save,
)
from ..words import alphabetical, with_offices
from .loading import ask_again, done, in_item, item_choices, language_for, load_meeting, must
from .papers import paper_downloads


@require_GET
def minutes(request: ActorRequest, key: str) -> HttpResponse:
    """Everything that was written down, item by item, in one language or the one that there is."""
    context = load_meeting(request, key)
    record = record_of(context.meeting)
    is_read = reads_minutes(context, record)
    lines, language = lines_of(context.meeting), language_for(request, context)
    there = alphabetical(attendance_of(context.meeting))
    rooms = rooms_of([line.item for line in lines], there)
    corrections = corrections_of(context.meeting) if is_read else []
    may_write = may_save(context.capacity, context.meeting, record.approval) is None
    page = {
        "context": context,
        "meeting": context.meeting,
        "body": context.body,
        "is_read": is_read,
        "record": record,
        "language": language,
        "whole": record.of("").get(language) or next(iter(record.of("").values()), None) if is_read else None,
        "parts": [_part(line, record, rooms[line.item.key], language) for line in lines] if is_read else [],
        "there": {how: [line.party for line in there if line.presence == how] for how in Presence.values},
        "may_write": may_write,
        "sentence": sentences.of_minutes(record) if context.meeting.state == State.CLOSED else None,
        "corrections": corrections,
        "files": paper_downloads(key, "minutes", language),
        **_powers(context, record, corrections, request),
        **_approving(context, record, corrections, request.now),
    }
    return render(request, "meetings/minutes.html", page)


def _part(line: Any, record: Record, room: Room, language: str) -> dict[str, Any]:
    """An item with what was written, decided and promised under it, and who was in the room."""
    key = line.item.key
    texts = record.of(key)
    return {
        "line": line,
        "text": texts.get(language) or next(iter(texts.values()), None),
        "languages": sorted(texts),
        "decisions": record.decisions_of(key),
        "commitments": record.commitments_of(key),
        "room": room,
    }


def _powers(context: MeetingContext, record: Record, corrections: list[Any], request: ActorRequest) -> dict[str, Any]:
    """The forms of what the rules allow to be done with the minutes now."""
    capacity, row, approval = context.capacity, context.meeting, record.approval
    party = correcting(capacity, row, record.circulation, approval, request.now)
    may_answer = any(may_answer_correction(capacity, correction) is None for correction in corrections)
    may_ask = may_circulate(capacity, row, approval, len(record.texts)) is None
    return {
        "may_enter": may_enter(capacity, row, approval) is None,
        "circulation_form": CirculationForm(initial={"zone": row.zone}) if may_ask else None,
        "correction_form": CorrectionForm(items=item_choices(context), languages=row.languages)
        if not isinstance(party, Refusal)
        else None,
        "verdict_form": VerdictForm() if may_answer else None,
    }


def _approving(context: MeetingContext, record: Record, corrections: list[Any], at: datetime) -> dict[str, Any]:
    """The form with the ways in which the minutes can be approved now; where there is none, why not by silence."""
    row, unanswered = context.meeting, sum(not correction.verdict for correction in corrections)
    refusal = may_approve(context.capacity, row, record.circulation, record.approval, unanswered)
    if refusal is not None or record.circulation is None:
        return {"approval_form": None}
    later = later_open(row)
    refusals = {way: can_be_approved_so(way, record.circulation, record.digest, later, at) for way in Way}
    ways = [way for way in Way if refusals[way] is None]
    return {"approval_form": ApprovalForm(ways=ways) if ways else None, "why_not_approved": refusals[Way.BY_SILENCE]}


@require_http_methods(["GET", "POST"])
def writing(request: ActorRequest, key: str, part: str) -> HttpResponse:
    """Writes the minutes of one item, or of the meeting as a whole, in one language."""
    context = load_meeting(request, key)
    must(may_save(context.capacity, context.meeting, approval_of(context.meeting)) is None)
    item, language = in_item(context, "" if part == WHOLE else part), language_for(request, context)
    if request.method == "GET":
        return _writing_page(request, context, part, language, MinutesForm(initial=_initial(request, context, item)))
    form = MinutesForm(request.POST)
    if not form.is_valid():
        return _writing_page(request, context, part, language, form, status=422)
    row, actor = context.meeting, request.actor
    try:
        commands.save_minutes(
            actor=actor, meeting=row, item=item, language=language, at=request.now, **form.cleaned_data
        )
    except Refused as problem:
        if problem.refusal.code != Shared.STALE:
            raise
        return _clash_page(request, context, part, language, form)
    commands.discard_minutes_draft(actor=actor, meeting=row, item=item, language=language)
    messages.success(request, _("The minutes are saved as a new version."))
    return redirect(f"{reverse('meetings:minutes', args=[key])}?language={language}#item-{part}")


def _initial(request: ActorRequest, context: MeetingContext, item: Any) -> dict[str, Any]:
    """The minutes as they stand, or the seat's own kept draft."""
    language = language_for(request, context)
    draft = draft_of(request.actor, context.meeting, item, language)
    if draft and not request.GET.get("fresh"):
        return {"markdown": draft.markdown, "base": draft.base, "draft": True}
    latest = latest_of(context.meeting, item, language)
    return {"markdown": latest.markdown if latest else "", "base": latest.number if latest else 0}


def _writing_page(
    request: ActorRequest, context: MeetingContext, part: str, language: str, form: MinutesForm, status: int = 200
) -> HttpResponse:
    item = in_item(context, "" if part == WHOLE else part)
    page = {
        "context": context,
        "meeting": context.meeting,
        "body": context.body,
        "part": part,
        "item": item,
        "language": language,
        "form": form,
        "versions": with_offices(versions_of(context.meeting, item, language)),
    }
    return render(request, "meetings/writing.html", page, status=status)


def _clash_page(
    request: ActorRequest, context: MeetingContext, part: str, language: str, form: MinutesForm
) -> HttpResponse:
    """409 with what somebody else saved meanwhile beside what was typed; saving from here goes on top of it."""
    item = in_item(context, "" if part == WHOLE else part)
    latest = latest_of(context.meeting, item, language)
    base = latest.number if latest else 0
    page = {
        "context": context,
        "meeting": context.meeting,
        "body": context.body,
        "part": part,
        "item": item,
        "language": language,
        "latest": latest,
        "form": MinutesForm(initial={"markdown": form.cleaned_data["markdown"], "base": base}),
        "versions": [],
    }
    return render(request, "meetings/writing.html", page, status=409)


@require_POST
def draft(request: ActorRequest, key: str, part: str) -> HttpResponse:
    """Keeps what is being typed, for this seat only."""
    context = load_meeting(request, key)
    item, form = in_item(context, "" if part == WHOLE else part), MinutesForm(request.POST)
    if not form.is_valid():
        return JsonResponse({"kept": False}, status=422)
    commands.keep_minutes_draft(
        actor=request.actor,
        meeting=context.meeting,
        item=item,
        language=language_for(request, context),
        at=request.now,
        **form.cleaned_data,
    )
    clock = formats.time_format(timezone.localtime(request.now))
    return JsonResponse({"kept": True, "message": _("Draft kept at %(time)s") % {"time": clock}})


@require_POST
def preview(request: ActorRequest, key: str) -> HttpResponse:
    """How what is being typed will read."""
    context = load_meeting(request, key)
    numbers = count()
    language = language_for(request, context)
    document = read(request.POST.get("markdown", ""), language, lambda: passage_id(next(numbers).to_bytes(8)[::-1]))
    return render(request, "curriculum/_preview.html", {"reading": read_once(document, language)})


@require_POST
def circulations(request: ActorRequest, key: str) -> HttpResponse:
    context = load_meeting(request, key)
    form, back = CirculationForm(request.POST), reverse("meetings:minutes", args=[key])
    if not form.is_valid():
        title, button = _("Circulate the draft"), _("Circulate")
        return ask_again(request, form, context, title=title, button=button, way_back=back)
    values = form.cleaned_data
    commands.circulate_minutes(
        actor=request.actor,
        meeting=context.meeting,
        local=values["deadline"],
        zone=values["zone"],
        at=request.now,
    )
    return done(request, "meetings:minutes", _("Circulated. Everybody who was invited has been told."), key)


@require_POST
def corrections(request: ActorRequest, key: str) -> HttpResponse:
    context = load_meeting(request, key)
    form = CorrectionForm(request.POST, items=item_choices(context), languages=context.meeting.languages)
    if not form.is_valid():
        title, back = _("Propose a correction"), reverse("meetings:minutes", args=[key])
        return ask_again(request, form, context, title=title, button=_("Propose"), way_back=back)
    values = form.cleaned_data
    commands.propose_correction(
        actor=request.actor,
        meeting=context.meeting,
        item=in_item(context, values.pop("item")),
        at=request.now,
        **values,
    )
    return done(request, "meetings:minutes", _("Your correction is proposed. It will be answered."), key)


@require_POST
def verdicts(request: ActorRequest, key: str) -> HttpResponse:
    """The answer to a correction."""
    with or_404():
        context, correction = correction_for(request.actor, key)
    form, back = VerdictForm(request.POST), reverse("meetings:minutes", args=[correction.meeting_id])
    if not form.is_valid():
        title, button = _("Answer the correction"), _("Send the answer")
        return ask_again(request, form, context, title=title, button=button, way_back=back)
    commands.answer_correction(actor=request.actor, correction=correction, at=request.now, **form.cleaned_data)
    return done(request, "meetings:minutes", _("The correction is answered."), correction.meeting_id)


@require_POST
def approvals(request: ActorRequest, key: str) -> HttpResponse:
    context = load_meeting(request, key)
    form = ApprovalForm(request.POST, ways=Way.values)
    must(form.is_valid())
    commands.approve_minutes(actor=request.actor, meeting=context.meeting, way=form.cleaned_data["way"], at=request.now)
    return done(request, "meetings:minutes", _("The minutes are approved and stay as they are."), key)
