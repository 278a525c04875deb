"""What is handed out with a session."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from tejido.ledger.requests import ActorRequest
from tejido.web.answers import back, explain, or_404
from tejido.web.downloads import saved

from .. import commands, queries
from ..forms import MaterialForm
from .loading import planned_or_404, programme_or_404


@require_POST
def additions(request: ActorRequest, key: str, session: str) -> HttpResponse:
    """A file or an address more."""
    programme = planned_or_404(request, key)
    with or_404():
        row = queries.session_for(programme.seminar, session)
    form = MaterialForm(request.POST, request.FILES)
    here = reverse("timetable:session", args=[key, session])
    if not form.is_valid():
        explain(request, form)
        return back(request, here)
    values = {name: form.cleaned_data[name] for name in ("title", "language")}
    given = {"actor": request.actor, "session": row, "at": request.now, **values}
    if sent := form.cleaned_data["file"]:
        commands.add_file(**given, name=sent.name, data=sent.read())
    else:
        commands.add_link(**given, url=form.cleaned_data["url"])
    return back(request, here, _("It is handed out with the session."))


@require_POST
def material_removals(request: ActorRequest, key: str, material: str) -> HttpResponse:
    programme = planned_or_404(request, key)
    with or_404():
        row = queries.material_for(programme.seminar, material)
    commands.remove_material(actor=request.actor, material=row, at=request.now)
    here = reverse("timetable:session", args=[key, row.session_id])
    return back(request, here, _("It is handed out no more."))


@require_GET
def material(request: ActorRequest, key: str, material: str) -> HttpResponse:
    """The file, for who reads the programme."""
    programme = programme_or_404(request, key)
    with or_404():
        return material_file(material, programme)


def material_file(key: str, programme: queries.Programme) -> HttpResponse:
    """The bytes of a material of this programme, saved under its own name. Higher apps answer participants with it.
    Http404 where it has no such material, ObjectDoesNotExist where that is no file."""
    found = {each.key: each for line in programme.lines for each in line.materials}
    if key not in found:  # to who may not read a programme, it has no session
        raise Http404
    file = queries.file_of(found[key])
    return saved(bytes(file.data), file.media_type, file.name)
