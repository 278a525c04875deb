"""Decisions and commitments: entered under their item, and followed until they are kept."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from tejido.ledger.requests import ActorRequest
from tejido.registry.queries import day_of
from tejido.web.answers import or_404

from .. import commands
from ..forms import CommitmentForm, DecisionForm, ReportForm
from ..names import Report
from ..queries.attendance import parties_in
from ..queries.commitments import CommitmentLine, commitment_for
from ..queries.meetings import MeetingContext
from ..queries.minutes import approval_of, decision_for
from ..rules.commitments import may_report
from ..rules.minutes import may_enter
from ..words import with_offices
from .loading import ask_again, done, in_item, item_choices, load_item, load_meeting, must, party_choices, seat_choices


@require_http_methods(["GET", "POST"])
def decisions(request: ActorRequest, key: str) -> HttpResponse:
    """A decision under an item."""
    context, item = load_item(request, key)
    must(_may_enter(context))
    form = DecisionForm(request.POST or None, languages=context.meeting.languages)
    if request.method == "POST" and form.is_valid():
        commands.enter_decision(actor=request.actor, item=item, texts=form.texts, at=request.now)
        return done(request, "meetings:minutes", _("The decision is entered."), item.meeting_id)
    back = reverse("meetings:minutes", args=[item.meeting_id])
    return ask_again(request, form, context, title=_("Enter a decision"), button=_("Enter"), way_back=back)


def _may_enter(context: MeetingContext) -> bool:
    return may_enter(context.capacity, context.meeting, approval_of(context.meeting)) is None


@require_http_methods(["GET", "POST"])
def decision(request: ActorRequest, key: str) -> HttpResponse:
    """Another wording of a decision, until the minutes are approved."""
    with or_404():
        context, row = decision_for(request.actor, key)
    must(_may_enter(context))
    initial = {f"text_{tag}": words for tag, words in row.texts.items()}
    form = DecisionForm(request.POST or None, languages=context.meeting.languages, initial=initial)
    if request.method == "POST" and form.is_valid():
        commands.change_decision(actor=request.actor, decision=row, texts=form.texts, at=request.now)
        return done(request, "meetings:minutes", _("Saved."), row.meeting_id)
    title = _("Decision %(number)s") % {"number": row.number}
    back = reverse("meetings:minutes", args=[row.meeting_id])
    return ask_again(request, form, context, title=title, button=_("Save"), way_back=back)


@require_http_methods(["GET", "POST"])
def promises(request: ActorRequest, key: str) -> HttpResponse:
    """A commitment made in the meeting."""
    context = load_meeting(request, key)
    must(_may_enter(context))
    form = _commitment_form(request, context)
    if request.method == "POST" and form.is_valid():
        values = form.cleaned_data
        commands.make_commitment(
            actor=request.actor,
            meeting=context.meeting,
            texts=form.texts,
            item=in_item(context, values["item"]),
            due=values["due"],
            at=request.now,
            party=form.maker.get("party", ""),
            seat=form.maker.get("seat", ""),
        )
        return done(request, "meetings:minutes", _("The commitment is entered."), key)
    back = reverse("meetings:minutes", args=[key])
    return ask_again(request, form, context, title=_("Enter a commitment"), button=_("Enter"), way_back=back)


def _commitment_form(request: ActorRequest, context: MeetingContext) -> CommitmentForm:
    return CommitmentForm(
        request.POST or None,
        languages=context.meeting.languages,
        parties=party_choices(parties_in(context.meeting)),
        seats=seat_choices(context),
        items=item_choices(context),
        initial={"item": request.GET.get("item", "")},
    )


@require_GET
def commitment(request: ActorRequest, key: str) -> HttpResponse:
    """A commitment with everything that was reported of it."""
    context, line = _load(request, key)
    page = {
        "context": context,
        "meeting": context.meeting,
        "body": context.body,
        "line": line,
        "commitment": line.commitment,
        "reports": with_offices(line.reports),
        "is_overdue": line.is_overdue(day_of(request.now)),
        "form": _report_form(context, line, request.actor.seat),
    }
    return render(request, "meetings/commitment.html", page)


def _load(request: ActorRequest, key: str) -> tuple[MeetingContext, CommitmentLine]:
    with or_404():
        return commitment_for(request.actor, key)


def _report_form(context: MeetingContext, line: CommitmentLine, seat: str, data: Any = None) -> ReportForm | None:
    """What the seat may report."""
    kinds = [kind for kind in Report if may_report(context.capacity, seat, line.commitment, kind) is None]
    return ReportForm(data, kinds=kinds) if kinds else None


@require_POST
def reports(request: ActorRequest, key: str) -> HttpResponse:
    context, line = _load(request, key)
    form = _report_form(context, line, request.actor.seat, request.POST) or ReportForm(
        request.POST, kinds=Report.values
    )
    if not form.is_valid():
        back = reverse("meetings:commitment", args=[key])
        return ask_again(request, form, context, title=_("Report"), button=_("Report"), way_back=back)
    commands.report_commitment(
        actor=request.actor,
        commitment=line.commitment,
        language=request.LANGUAGE_CODE,
        at=request.now,
        **form.cleaned_data,
    )
    return done(request, "meetings:commitment", _("Your report is recorded."), key)
