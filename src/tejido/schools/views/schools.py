"""Schools: the list, one school, entering it, changing it, showing it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from tejido.ledger.refusals import ask, is_saved
from tejido.ledger.requests import ActorRequest
from tejido.registry.queries import members as members_of_network
from tejido.registry.queries import network
from tejido.registry.rules import may_keep_network, may_open_office
from tejido.training.queries import own_courses
from tejido.web.answers import back, explain
from tejido.web.languages import in_my_language, spread

from .. import commands, queries, rules
from ..forms import AudienceForm, ReportForm, SchoolForm, StrikeForm
from ..lines import digest_of, told
from ..words import cadres_words, languages_words, names_of, system_words
from .loading import frame, school_or_404

if TYPE_CHECKING:  # views name the types of rows and never touch tables
    from ..models import School


@require_GET
def home(request: ActorRequest) -> HttpResponse:
    """The schools that the reader may read of: those of members, and those that a source tells of."""
    found = queries.schools_for(request.actor)
    page = {
        **frame(request),
        "own": [_line(row) for row in found if _is_own(request, row)],
        "others": [_line(row) for row in found if not _is_own(request, row)],
        "may_enter": bool(_institutions(request)),
        "may_report": may_keep_network(request.actor) is None,
    }
    return render(request, "schools/home.html", page)


def _is_own(request: ActorRequest, row: School) -> bool:
    member = request.actor.member
    return bool(member) and not row.is_from_source and row.member is not None and row.member.code == member


def _line(row: School) -> tuple[School, Any, str, str]:
    return row, names_of(row), cadres_words(row.sectors), system_words(row)


@require_GET
def school(request: ActorRequest, key: str) -> HttpResponse:
    """What is told of a school; its courses for those who take part in its space."""
    row = school_or_404(request, key)
    actor = request.actor
    stands = row.struck_at is None
    is_own_space = row.body is not None and row.body in queries.school_spaces(actor)
    page = {
        **frame(request),
        "school": row,
        "names": names_of(row),
        "sectors": cadres_words(row.sectors),
        "system": system_words(row),
        "languages": languages_words(row),
        "is_own": _is_own(request, row),
        "may_change": rules.may_change(actor, row) is None,
        "may_strike": stands and rules.may_strike(actor, row) is None,
        "may_open": rules.has_no_space(row) is None and _may_open(request, row),
        "may_show": _may_show(request, row),
        "is_own_space": is_own_space,
        "courses": [one for one in own_courses(actor) if is_own_space and one.derivation.text.body_id == row.body_id],
        "audience_form": AudienceForm(is_of_institution=False, initial={"audience": row.audience}),
        "strike_form": StrikeForm(),
    }
    return render(request, "schools/school.html", page)


def _may_open(request: ActorRequest, row: School) -> bool:
    return may_open_office(request.actor, request.actor.member, row.institution) is None


def _may_show(request: ActorRequest, row: School) -> bool:
    """Whether the seat decides to whom it is shown, whatever is shown now."""
    is_own = _is_own(request, row) and row.struck_at is None
    return is_own and rules.keeps_member(request.actor, request.actor.member) is None


@require_http_methods(["GET", "POST"])
def new(request: ActorRequest) -> HttpResponse:
    """An own school; for the secretariat, a school that a source tells of."""
    if may_keep_network(request.actor) is None:
        return _report(request)
    choices = _institutions(request)
    ask(None if choices else rules.nothing_to_enter(request.actor))
    form = SchoolForm(request.POST or None, tags=_tags(), institutions=[(key, words) for key, words, _row in choices])
    if request.method == "POST" and form.is_valid():
        chosen = next(row for key, _words, row in choices if key == form.cleaned_data["institution"])
        made = commands.enter_school(actor=request.actor, institution=chosen, at=request.now, **form.given)
        return back(request, _page_of(made), _("Entered. The seats of your member read it; you decide who else does."))
    page = {**frame(request), "form": form, "is_own": True}
    return render(request, "schools/school_form.html", page, status=422 if form.errors else 200)


def _institutions(request: ActorRequest) -> list[tuple[str, str, Any]]:
    """What the seat may enter, with its words."""
    rows = queries.institutions_to_enter(request.actor)
    may = [row for row in rows if rules.may_tell(request.actor, request.actor.member, row) is None]
    return [(row.key, in_my_language(row.name), row) for row in may]


def _report(request: ActorRequest) -> HttpResponse:
    lines = members_of_network()
    choices = [(line.member.key, in_my_language(line.member.name)) for line in lines]
    form = ReportForm(request.POST or None, tags=_tags(), members=choices)
    if request.method == "POST" and form.is_valid():
        chosen = next((line.member for line in lines if line.member.key == form.cleaned_data["member"]), None)
        given = {**form.given, "grade": form.cleaned_data["grade"], "at": request.now}
        made = commands.report_school(actor=request.actor, member=chosen, **given)
        return back(request, _page_of(made), _("Entered, with its source. Everybody can read it."))
    page = {**frame(request), "form": form, "is_own": False}
    return render(request, "schools/school_form.html", page, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
def changes(request: ActorRequest, key: str) -> HttpResponse:
    """What is told of it, changed by who may."""
    row = school_or_404(request, key)
    ask(rules.may_change(request.actor, row))
    form = _change_form(request, row)
    if request.method == "POST" and form.is_valid():
        given = {"seen": form.cleaned_data["seen"], "at": request.now, **form.given}
        if is_saved(form, lambda: commands.change_school(actor=request.actor, school=row, **given)):
            return back(request, _page_of(row), _("Saved."))
    page = {**frame(request), "form": form, "school": row, "names": names_of(row), "is_own": not row.is_from_source}
    return render(request, "schools/school_form.html", page, status=422 if form.errors else 200)


def _change_form(request: ActorRequest, row: School) -> Any:
    said = told(row)
    language = next(iter(row.says), request.LANGUAGE_CODE)
    initial = {**said, **spread("name", row.name), "language": language, "words": row.says.get(language, "")}
    given: dict[str, Any] = {"tags": _tags(), "before": row.says, "initial": {**initial, "seen": digest_of(row)}}
    if row.is_from_source:
        return ReportForm(request.POST or None, is_new=False, **given)
    return SchoolForm(request.POST or None, **given)


@require_POST
def spaces(request: ActorRequest, key: str) -> HttpResponse:
    row = school_or_404(request, key)
    commands.open_space(actor=request.actor, school=row, at=request.now)
    return back(request, _page_of(row), _("The space is open. Only the seats of your institution come in."))


@require_POST
def releases(request: ActorRequest, key: str) -> HttpResponse:
    row = school_or_404(request, key)
    form = AudienceForm(request.POST, is_of_institution=False)
    if not form.is_valid():
        explain(request, form)
        return redirect(_page_of(row))
    commands.show_school(actor=request.actor, school=row, audience=form.cleaned_data["audience"], at=request.now)
    return back(request, _page_of(row), _("It is shown from now on."))


@require_POST
def withdrawals(request: ActorRequest, key: str) -> HttpResponse:
    row = school_or_404(request, key)
    commands.hide_school(actor=request.actor, school=row, at=request.now)
    return back(request, _page_of(row), _("Only the seats of your member read it from now on."))


@require_POST
def strikings(request: ActorRequest, key: str) -> HttpResponse:
    row = school_or_404(request, key)
    form = StrikeForm(request.POST)
    if not form.is_valid():
        explain(request, form)
        return redirect(_page_of(row))
    commands.strike_school(actor=request.actor, school=row, reason=form.cleaned_data["reason"], at=request.now)
    return back(request, reverse("schools:home"), _("Struck out. It no longer counts, and is kept with the reason."))


def _page_of(row: School) -> str:
    return reverse("schools:school", args=[row.key])


def _tags() -> list[str]:
    """The languages in which a school may teach: those of the network."""
    served = network()
    return list(served.languages) if served else []
