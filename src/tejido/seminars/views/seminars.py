"""One seminar: its page, and the acts from its preparation to its end."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from tejido.ledger.refusals import ask
from tejido.ledger.requests import ActorRequest
from tejido.web.answers import back, explain, or_404
from tejido.web.downloads import saved

from .. import commands, queries, rules
from ..calendars import seminar_calendar
from ..forms import AnnouncementForm, ChangeForm, PlanForm, ReasonForm, TakingForm, plan_initial
from ..names import OPEN, Taught
from ..pages import PartLine, edition_of, texts_of
from ..queries.choices import choices_at
from ..words import seminar_title
from .loading import ask_again, must, seminar_or_404

if TYPE_CHECKING:  # views name the types of rows and never touch tables
    from ..models import Seminar


@require_GET
def seminar(request: ActorRequest, key: str) -> HttpResponse:
    """The seminar for the seats of the network; for the public, what is shown to everybody."""
    if request.actor.is_public:
        return _for_everybody(request, key)
    row = seminar_or_404(request, key)
    page = {
        "seminar": row,
        "line": _line(row),
        "texts": texts_of(row),
        "steps": queries.steps_of(row),
        "is_open": row.state in OPEN,
        "demonstration": row.is_demonstration,
        **_powers(request, row),
    }
    return render(request, "seminars/seminar.html", page)


def _line(row: Seminar) -> PartLine:
    return PartLine(row, queries.event_of([row]).get(row.key))


def _for_everybody(request: ActorRequest, key: str) -> HttpResponse:
    with or_404():
        row = queries.public_seminar(key)
    page = {"seminar": row, "line": _line(row), "edition": edition_of(row.revision)}
    return render(request, "seminars/public.html", page)


def _powers(request: ActorRequest, row: Seminar) -> dict[str, bool]:
    """Which acts the page offers: those that the rules allow."""
    actor, today = request.actor, queries.today_at(row, request.now)
    is_open = rules.may_work_on(actor, row) is None
    return {
        "may_work": is_open,
        "may_announce": is_open and not row.was_announced,
        "may_close": rules.may_close(actor, row, today) is None,
        "may_end": rules.may_end(actor, row) is None,
        "may_release": rules.may_release(actor, row) is None,
        "may_withdraw": rules.may_withdraw(actor, row) is None and row.event_id is None,
        "may_keep": rules.may_keep_seminars(actor) is None,
        "may_copy": rules.may_copy_seminar(actor, row, 0, ()) is None,
    }


@require_GET
def calendar(request: ActorRequest, key: str) -> HttpResponse:
    """Its days, to be taken into a calendar, for whoever may read when it is. 404 where they are not known to the
    day."""
    with or_404():
        row = queries.public_seminar(key) if request.actor.is_public else queries.seminar_for(request.actor, key)
    must(rules.is_copied(row))
    changed_at = max((step.at for step in queries.steps_of(row)), default=row.at)
    return saved(seminar_calendar(row, changed_at), "text/calendar; charset=utf-8", "seminar.ics")


@require_http_methods(["GET", "POST"])
def details(request: ActorRequest, key: str) -> HttpResponse:
    """What is written down of it; once it was announced, with the reason of the change."""
    row = seminar_or_404(request, key)
    ask(rules.may_work_on(request.actor, row))
    kind = ChangeForm if row.was_announced else PlanForm
    form = kind(
        request.POST or None, choices=choices_at(request.now), languages=row.languages, initial=plan_initial(row)
    )
    way_back = reverse("seminars:seminar", args=[key])
    if request.method == "POST" and form.is_valid():
        return back(request, way_back, _write(request, row, form))
    title = _("Change the announced seminar") if row.was_announced else _("Describe the seminar")
    button = _("Change and tell") if row.was_announced else _("Save")
    return ask_again(request, form, title=title, button=button, way_back=way_back, above=seminar_title(row))


def _write(request: ActorRequest, row: Seminar, form: PlanForm) -> str:
    if not row.was_announced:
        commands.describe_seminar(actor=request.actor, seminar=row, plan=form.plan, at=request.now)
        return _("Saved.")
    commands.change_seminar(
        actor=request.actor,
        seminar=row,
        plan=form.plan,
        reason=form.cleaned_data["reason"],
        language=request.LANGUAGE_CODE,
        at=request.now,
    )
    return _("Changed. Those concerned have been told.")


@require_http_methods(["GET", "POST"])
def announcements(request: ActorRequest, key: str) -> HttpResponse:
    """The formal announcement to the network."""
    row = seminar_or_404(request, key)
    ask(rules.may_keep_seminars(request.actor))
    form = AnnouncementForm(request.POST or None)
    way_back = reverse("seminars:seminar", args=[key])
    if request.method == "POST" and form.is_valid():
        words = form.cleaned_data["words"]
        commands.announce_seminar(
            actor=request.actor, seminar=row, words=words, language=request.LANGUAGE_CODE, at=request.now
        )
        return back(request, way_back, _("Announced. Every seat of the network reads it now."))
    return ask_again(
        request,
        form,
        title=_("Announce the seminar"),
        button=_("Announce it"),
        way_back=way_back,
        above=seminar_title(row),
        consequence=_("Every seat of the network reads it from now on, and its members get a letter."),
    )


@require_http_methods(["GET", "POST"])
def cancellations(request: ActorRequest, key: str) -> HttpResponse:
    """It will not be held; where nobody was told, it is given up."""
    row = seminar_or_404(request, key)
    ask(rules.may_end(request.actor, row))
    form = ReasonForm(request.POST or None)
    way_back = reverse("seminars:seminar", args=[key])
    if request.method == "POST" and form.is_valid():
        commands.cancel_seminar(
            actor=request.actor,
            seminar=row,
            reason=form.cleaned_data["reason"],
            language=request.LANGUAGE_CODE,
            at=request.now,
        )
        told, untold = _("Cancelled. Those concerned have been told."), _("Given up. Nobody else knew of it.")
        return back(request, way_back, told if row.was_announced else untold)
    is_told = row.was_announced
    return ask_again(
        request,
        form,
        title=_("Cancel the seminar") if is_told else _("Give the seminar up"),
        button=_("Cancel it for good") if is_told else _("Give it up"),
        way_back=way_back,
        above=seminar_title(row),
        consequence=_("Everybody who was told of it is told that it will not be held, and why.") if is_told else "",
        tone="danger" if is_told else "",
    )


@require_POST
def completions(request: ActorRequest, key: str) -> HttpResponse:
    """It was held."""
    row = seminar_or_404(request, key)
    commands.close_seminar(actor=request.actor, seminar=row, at=request.now)
    return back(request, reverse("seminars:seminar", args=[key]), _("Written down as held."))


@require_POST
def takings(request: ActorRequest, key: str) -> HttpResponse:
    """Another state of the text, or of the structure."""
    row = seminar_or_404(request, key)
    ask(rules.may_keep_seminars(request.actor))
    way_back = reverse("seminars:seminar", args=[key])
    form = TakingForm(request.POST)
    if not form.is_valid():
        explain(request, form)
        return back(request, way_back)
    which = Taught(form.cleaned_data["which"])
    revision = _revision(row, which, form.cleaned_data["revision"])
    commands.take_revision(actor=request.actor, seminar=row, which=which, revision=revision, at=request.now)
    return back(request, way_back, _("Taken."))


def _revision(row: Seminar, which: Taught, key: str) -> Any:
    """A state that the page offered; 404 for any other."""
    text, taken = (row.cycle.text, row.revision) if which == Taught.TEXT else (row.cycle.structure, row.structure)
    found = {offer.revision.key: offer.revision for offer in queries.offers_for(text, taken)}
    must(key in found)
    return found[key]


@require_POST
def releases(request: ActorRequest, key: str) -> HttpResponse:
    row = seminar_or_404(request, key)
    commands.release_seminar(actor=request.actor, seminar=row, at=request.now)
    return back(request, reverse("seminars:seminar", args=[key]), _("Everybody can read when and where it is held."))


@require_POST
def withdrawals(request: ActorRequest, key: str) -> HttpResponse:
    row = seminar_or_404(request, key)
    commands.withdraw_seminar(actor=request.actor, seminar=row, at=request.now)
    return back(request, reverse("seminars:seminar", args=[key]), _("Only the seats of the network read it again."))
