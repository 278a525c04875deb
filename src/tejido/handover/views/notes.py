"""What the holder of a seat leaves to whoever follows."""

from django.contrib import messages
from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils import formats, timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from tejido.ledger.requests import ActorRequest, seat_or_404

from .. import commands
from ..forms import MatterForm, NoteForm
from ..pages import note_html
from ..queries import notes as queries


@require_GET
def leaving(request: ActorRequest) -> HttpResponse:
    """The note and the list of open matters, for the holder alone."""
    if request.actor.is_public:
        return redirect("account_login")
    return _page(request)


def _page(
    request: ActorRequest, *, note: NoteForm | None = None, matter: MatterForm | None = None, status: int = 200
) -> HttpResponse:
    found = queries.leaving(request.actor, request.now)
    kept = found.draft or (found.note.markdown if found.note else "")
    page = {
        "leaving": found,
        "note_form": note or NoteForm(initial={"markdown": kept}),
        "matter_form": matter or MatterForm(),
        "note": note_html(found.note.markdown, found.note.language) if found.note else None,
    }
    return render(request, "handover/leaving.html", page, status=status)


@require_POST
def notes(request: ActorRequest) -> HttpResponse:
    seat_or_404(request)
    form = NoteForm(request.POST)
    if not form.is_valid():
        return _page(request, note=form, status=422)
    commands.leave_note(
        actor=request.actor,
        markdown=form.cleaned_data["markdown"].replace("\r\n", "\n"),
        language=request.LANGUAGE_CODE,
        at=request.now,
    )
    messages.success(request, _("The note is left. You can write it anew until your mandate ends."))
    return redirect("handover:leaving")


@require_POST
def drafts(request: ActorRequest) -> HttpResponse:
    """Keeps what is being typed."""
    seat_or_404(request)
    form = NoteForm(request.POST)
    if not form.is_valid():
        return JsonResponse({"kept": False}, status=422)
    commands.keep_draft(actor=request.actor, markdown=form.cleaned_data["markdown"], at=request.now)
    clock = formats.time_format(timezone.localtime(request.now))
    return JsonResponse({"kept": True, "message": _("Draft kept at %(time)s") % {"time": clock}})


@require_POST
def preview(request: ActorRequest) -> HttpResponse:
    """How the note will read."""
    seat_or_404(request)
    made = note_html(request.POST.get("markdown", ""), request.LANGUAGE_CODE)
    return HttpResponse(made)


@require_POST
def matters(request: ActorRequest) -> HttpResponse:
    """Words to an open matter, or a promise that no list knows."""
    seat_or_404(request)
    form = MatterForm(request.POST)
    if not form.is_valid():
        return _page(request, matter=form, status=422)
    commands.add_matter(actor=request.actor, at=request.now, **form.cleaned_data)
    messages.success(request, _("Added to what you hand over."))
    return redirect("handover:leaving")
