"""The newcomer's first page."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from tejido.ledger.requests import ActorRequest, seat_or_404

from .. import commands
from ..forms import ResponseForm
from ..names import Answer
from ..pages import note_html
from ..queries.brief import brief_of


@require_GET
def brief(request: ActorRequest) -> HttpResponse:
    """Everything that whoever takes over needs in one morning, on one page that can be printed."""
    if request.actor.is_public:
        return redirect("account_login")
    return _page(request)


def _page(request: ActorRequest, *, faulty: ResponseForm | None = None, status: int = 200) -> HttpResponse:
    found = brief_of(request.actor, request.now)
    note = found.taking.note
    page = {
        "brief": found,
        "note": note_html(note.markdown, note.language) if note else None,
        "answers": Answer.choices,
        "faulty": faulty,
    }
    return render(request, "handover/brief.html", page, status=status)


@require_POST
def responses(request: ActorRequest) -> HttpResponse:
    """What the new holder says to one line."""
    seat_or_404(request)
    form = ResponseForm(request.POST)
    if not form.is_valid():
        return _page(request, faulty=form, status=422)
    commands.respond(actor=request.actor, at=request.now, **form.cleaned_data)
    messages.success(request, _("Your word is kept."))
    return redirect(f"{reverse('handover:brief')}#{form.cleaned_data['code']}")  # the next line follows there
