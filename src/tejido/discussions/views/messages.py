"""One message: put right, withdrawn, hidden."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from tejido.ledger.requests import ActorRequest
from tejido.web.answers import back, explain

from .. import commands
from ..forms import MessageForm, ReasonForm
from ..pages import seat_choices
from .loading import frame, message_or_404, page_of


@require_http_methods(["GET", "POST"])
def message(request: ActorRequest, key: str, number: int) -> HttpResponse:
    """A message of one's own is put right."""
    context, row = message_or_404(request, key, number)
    if not row.stands:
        return redirect(f"{page_of(key)}#m-{number}")
    mentions = [mention.seat_id for mention in context.mentioned(row)]
    first = {"words": row.words, "language": row.language, "mentions": mentions}
    form = MessageForm(request.POST or None, seats=seat_choices(context.thread), initial=first)
    if request.method == "POST" and form.is_valid():
        commands.edit_message(actor=request.actor, message=row, at=request.now, **form.given)
        return back(request, f"{page_of(key)}#m-{number}", _("Saved."))
    page = {**frame(request), "context": context, "thread": context.thread, "message": row, "form": form}
    return render(request, "discussions/message.html", page, status=422 if form.errors else 200)


@require_POST
def withdrawals(request: ActorRequest, key: str, number: int) -> HttpResponse:
    _context, row = message_or_404(request, key, number)
    commands.withdraw_message(actor=request.actor, message=row, at=request.now)
    return back(request, f"{page_of(key)}#m-{number}", _("Withdrawn. That it was written stays to be seen."))


@require_POST
def hidings(request: ActorRequest, key: str, number: int) -> HttpResponse:
    _context, row = message_or_404(request, key, number)
    form = ReasonForm(request.POST)
    if not form.is_valid():
        explain(request, form)
        return redirect("discussions:thread", key)
    reason = form.cleaned_data["reason"]
    commands.hide_message(actor=request.actor, message=row, reason=reason, at=request.now)
    return back(request, f"{page_of(key)}#m-{number}", _("Hidden. Everybody sees that it was, and why."))


@require_POST
def showings(request: ActorRequest, key: str, number: int) -> HttpResponse:
    _context, row = message_or_404(request, key, number)
    commands.unhide_message(actor=request.actor, message=row, at=request.now)
    return back(request, f"{page_of(key)}#m-{number}", _("It is shown again."))
