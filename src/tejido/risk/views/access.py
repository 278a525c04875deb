"""Who may open an analysis, its keys, its last day, its end, and all of it as a file."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from tejido.formats.word.writing import MEDIA_TYPE, write
from tejido.ledger.requests import ActorRequest
from tejido.registry.queries import seat_for, seat_names
from tejido.registry.words import seat_words
from tejido.web.answers import back, explain, or_404
from tejido.web.downloads import saved

from .. import commands, rules
from ..forms import LastDayForm, PassphraseForm, SeatForm
from ..names import Act
from ..papers import whole_paper
from ..queries import access as queries
from ..queries.access import Access
from .guarding import browser_of, frame, load, private


@require_GET
@private
def access(request: ActorRequest, key: str) -> HttpResponse:
    return _page(request, key)


def _page(request: ActorRequest, key: str, *, keys_form: PassphraseForm | None = None) -> HttpResponse:
    opened = load(request, key)
    found = queries.access_of(opened, request.now)
    page = {
        "access": found,
        "rows": [(row, seat_words(row.seat), holds) for row, holds in found.rows],
        "candidates": [(row.seat_id, seat_words(row.seat)) for row in found.candidates],
        "leads": rules.is_leading(found.own, found.leader, request.now),
        "journal": _journal(found),
        "keys_form": keys_form or PassphraseForm(),
        "day_form": LastDayForm(initial={"day": opened.analysis.ends_on}),
    }
    status = 422 if keys_form else 200
    return render(request, "risk/access.html", page | frame(request, opened), status=status)


def _journal(found: Access) -> list[tuple[Any, Any, str]]:
    """Each line: when, what, from which seat."""
    seats, words = seat_names({line.seat for line in found.lines}), dict(Act.choices)
    return [(line.at, words.get(line.act, line.act), seat_words(seats.get(line.seat))) for line in found.lines]


@require_POST
@private
def admissions(request: ActorRequest, key: str) -> HttpResponse:
    opened, form = load(request, key), SeatForm(request.POST)
    if form.is_valid():
        with or_404():
            seat = seat_for(request.actor, form.cleaned_data["seat"])
        commands.admit(actor=request.actor, analysis=opened.analysis, seat=seat, at=request.now)
        return _back(
            request, key, _("Admitted. The seat finds the analysis on its own page; tell its holder yourself.")
        )
    explain(request, form)
    return _back(request, key)


@require_POST
@private
def removals(request: ActorRequest, key: str) -> HttpResponse:
    opened, form = load(request, key), SeatForm(request.POST)
    if form.is_valid():
        seat = form.cleaned_data["seat"]
        commands.remove(actor=request.actor, analysis=opened.analysis, seat=seat, at=request.now)
        if seat == request.actor.seat:
            return back(request, reverse("risk:home"), _("Your seat is not admitted any more."))
        return _back(
            request,
            key,
            _("Removed, at once. Whoever knows the passphrase still knows it: renew the keys with another."),
        )
    explain(request, form)
    return _back(request, key)


@require_POST
@private
def leads(request: ActorRequest, key: str) -> HttpResponse:
    opened, form = load(request, key), SeatForm(request.POST)
    if form.is_valid():
        commands.hand_lead(
            actor=request.actor, analysis=opened.analysis, seat=form.cleaned_data["seat"], at=request.now
        )
        return _back(request, key, _("The lead was handed over."))
    explain(request, form)
    return _back(request, key)


@require_POST
@private
def renewals(request: ActorRequest, key: str) -> HttpResponse:
    """New keys; it is closed everywhere, and opened again here."""
    opened, form = load(request, key), PassphraseForm(request.POST)
    if not form.is_valid():
        return _page(request, key, keys_form=form)
    passphrase = form.cleaned_data["passphrase"]
    commands.renew_keys(actor=request.actor, opened=opened, passphrase=passphrase, at=request.now)
    with or_404():
        admission = queries.admission_for(request.actor, key)
    commands.open_analysis(
        actor=request.actor, admission=admission, browser=browser_of(request), passphrase=passphrase, at=request.now
    )
    return _back(request, key, _("The keys are new. The other seats open the analysis again."))


@require_POST
@private
def forgettings(request: ActorRequest, key: str) -> HttpResponse:
    commands.forget_versions(actor=request.actor, opened=load(request, key), at=request.now)
    return _back(request, key, _("The earlier versions are deleted."))


@require_POST
@private
def last_days(request: ActorRequest, key: str) -> HttpResponse:
    opened, form = load(request, key), LastDayForm(request.POST)
    if form.is_valid():
        day = form.cleaned_data["day"]
        commands.set_last_day(actor=request.actor, analysis=opened.analysis, day=day, at=request.now)
        return _back(request, key, _("The last day is set."))
    explain(request, form)
    return _back(request, key)


@require_POST
@private
def destructions(request: ActorRequest, key: str) -> HttpResponse:
    commands.destroy(actor=request.actor, analysis=load(request, key).analysis, at=request.now)
    return back(request, reverse("risk:home"), _("Destroyed, with its key."))


@require_POST
@private
def exports(request: ActorRequest, key: str) -> HttpResponse:
    """All of it as Word: made in memory for who asked, and kept by nobody here."""
    opened = load(request, key)
    commands.take_as_file(actor=request.actor, analysis=opened.analysis, at=request.now)
    made = write(whole_paper(opened, request.LANGUAGE_CODE, request.now))
    return saved(made, MEDIA_TYPE, f"{key}.docx")


def _back(request: ActorRequest, key: str, done: str = "") -> HttpResponse:
    return back(request, reverse("risk:access", args=[key]), done) if done else redirect("risk:access", key)
