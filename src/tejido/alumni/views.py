"""The directory of former participants, letters to them, and the pages by which they stay and leave."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from tejido.ledger.refusals import ask
from tejido.ledger.requests import ActorRequest, seat_or_404
from tejido.nominations import guests
from tejido.nominations.queries import NoSuchLink, participant_of
from tejido.web.answers import back, or_404
from tejido.web.downloads import unkept

from . import commands, queries
from .forms import ConsentForm, LetterForm, ReachForm, reach_given
from .rules import may_stay, may_write, may_write_to_own


@require_GET
def home(request: ActorRequest) -> HttpResponse:
    """Who stays reachable, as far as each shows it to this seat."""
    seat_or_404(request)
    page = {
        "communities": queries.communities(request.actor),
        "own": len(queries.own_alumni(request.actor.member)),
        "may_write_to_own": may_write_to_own(request.actor) is None,
    }
    return render(request, "alumni/home.html", page)


@require_http_methods(["GET", "POST"])
def letters(request: ActorRequest) -> HttpResponse:
    """To all former participants of the own member."""
    seat_or_404(request)
    ask(may_write_to_own(request.actor))
    people, form = queries.own_alumni(request.actor.member), LetterForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        commands.write_to_own(actor=request.actor, alumni=people, at=request.now, **form.cleaned_data)
        done = ngettext("The letter goes to %(n)s person.", "The letter goes to %(n)s persons.", len(people))
        return back(request, reverse("alumni:home"), done % {"n": len(people)})
    page = {"form": form, "count": len(people)}
    return render(request, "alumni/letter.html", page, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
def letter(request: ActorRequest, key: str) -> HttpResponse:
    """To one person, whose address nobody sees."""
    with or_404():
        row = queries.alumnus_for(request.actor, key)
    ask(may_write(request.actor, row))
    form = LetterForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        commands.write(actor=request.actor, alumnus=row, at=request.now, **form.cleaned_data)
        return back(request, reverse("alumni:home"), _("The letter is on its way."))
    page = {"form": form, "person": queries.shown(row)}
    return render(request, "alumni/letter.html", page, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
def mine(request: ActorRequest) -> HttpResponse:
    """A participant is asked whether they stay reachable."""
    try:
        row = participant_of(guests.remembered(request))
    except NoSuchLink:
        raise Http404 from None
    known = queries.alumnus_of(row)
    form = ConsentForm(request.POST or None, initial=reach_given(known) if known else None)
    if request.method == "POST" and form.is_valid():
        commands.stay(nominee=row, agrees=form.cleaned_data["agrees"], given=form.given, at=request.now)
        return back(
            request, reverse("nominations:taking_part"), _("You stay reachable. Your link is on its way by mail.")
        )
    page = {
        "form": form,
        "known": known,
        "nominee": row,
        "not_yet": may_stay(row.call, request.now, agrees=True),
    }
    return unkept(render(request, "alumni/mine.html", page, status=422 if form.errors else 200))


@require_http_methods(["GET", "POST"])
def link(request: ActorRequest, token: str) -> HttpResponse:
    """What is shown of a former participant, for themselves."""
    try:
        row = queries.alumnus_by(token)
    except queries.NoSuchAlumnus:
        return unkept(render(request, "alumni/gone.html", status=404))
    form = ReachForm(request.POST or None, initial=reach_given(row))
    if request.method == "POST" and form.is_valid():
        commands.change(alumnus=row, given=form.given, at=request.now)
        return back(request, reverse("alumni:link", args=[token]), _("Saved."))
    page = {"form": form, "person": row, "token": token}
    return unkept(render(request, "alumni/link.html", page, status=422 if form.errors else 200))


@require_POST
def departures(request: ActorRequest, token: str) -> HttpResponse:
    """They leave, at once."""
    try:
        row = queries.alumnus_by(token)
    except queries.NoSuchAlumnus:
        return unkept(render(request, "alumni/gone.html", status=404))
    commands.leave(alumnus=row, at=request.now)
    return unkept(render(request, "alumni/gone.html", {"has_left": True}))
