"""Telling people of the programme, and of what changed in it."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from tejido.ledger.requests import ActorRequest
from tejido.seminars.rules import may_keep_seminars
from tejido.seminars.views.loading import must
from tejido.web.answers import back

from .. import commands, queries
from ..forms import SeenForm
from ..lines import told_digest
from ..pages import clashes_shown
from ..rules import lie_within
from ..words import change_words
from .loading import frame, planned_or_404


@require_http_methods(["GET", "POST"])
def announcements(request: ActorRequest, key: str) -> HttpResponse:
    """What people would be told now, and telling exactly this."""
    programme = planned_or_404(request, key)
    must(may_keep_seminars(request.actor) is None)
    seminar = programme.seminar
    form = SeenForm(request.POST or None, initial={"seen": told_digest(programme.told)})
    if request.method == "POST" and form.is_valid():
        act = commands.announce_changes if programme.is_announced else commands.announce_programme
        act(actor=request.actor, seminar=seminar, seen=form.cleaned_data["seen"], at=request.now)
        return back(request, reverse("timetable:programme", args=[key]), _("Those concerned are written to."))
    page = {
        **frame(request, seminar),
        "programme": programme,
        "form": form,
        "changes": [change_words(change, seminar.zone) for change in queries.pending_changes(programme)],
        "outside": lie_within(seminar, [line.session for line in programme.lines]),
        "clashes": clashes_shown(programme),
        "is_possible": not any(clash.is_impossible for clash in programme.clashes),
    }
    return render(request, "timetable/announcements.html", page)
