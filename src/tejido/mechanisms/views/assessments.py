"""Self-assessments: side by side for the member itself, and each for whoever something of it was released to."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from tejido.ledger.refusals import ask
from tejido.ledger.requests import ActorRequest
from tejido.registry.queries import day_of, seat_names
from tejido.registry.words import seat_words
from tejido.web.answers import back, or_404

from .. import commands, queries, rules
from ..forms import AnswerForm, AssessmentForm
from ..names import OUTWARD
from ..queries import AssessmentPage
from ..tabs import own_tabs


@require_http_methods(["GET", "POST"])
def assessments(request: ActorRequest, code: str) -> HttpResponse:
    """A member's own assessments year by year. For everybody else there is nothing here."""
    with or_404():
        progress = queries.progress_for(request.actor, code)
    form = AssessmentForm(request.POST or None, initial={"day": day_of(request.now)})
    if request.method == "POST" and form.is_valid():
        row = commands.begin_assessment(
            actor=request.actor, member=progress.member, day=form.cleaned_data["day"], at=request.now
        )
        return back(request, reverse("mechanisms:assessment", args=[row.key]), _("Begun. Only your member reads it."))
    page = {
        "progress": progress,
        "member": progress.member,
        "form": form,
        "may_begin": rules.may_state(request.actor, code) is None,
        "tabs": own_tabs(request.actor, code, request.path),
    }
    return render(request, "mechanisms/assessments.html", page, status=422 if form.errors else 200)


@require_GET
def assessment(request: ActorRequest, key: str) -> HttpResponse:
    """One assessment: all of it for the member's seats, for others what was released."""
    with or_404():
        found = queries.assessment_for(request.actor, key)
    member = found.assessment.member
    page = {
        "page": found,
        "assessment": found.assessment,
        "member": member,
        "may_state": rules.may_state(request.actor, member.code) is None,
        "seats": _seats(request, found),
        "audiences": OUTWARD,
        "tabs": own_tabs(request.actor, member.code, reverse("mechanisms:assessments", args=[member.code])),
    }
    return render(request, "mechanisms/assessment.html", page)


def _seats(request: ActorRequest, page: AssessmentPage) -> dict[str, str]:
    """The seats that answered, in words, for seats of the network: the public knows of no seat."""
    if request.actor.is_public:
        return {}
    found = seat_names({answer.seat for line in page.lines for answer in (line.answer, *line.earlier) if answer})
    return {key: seat_words(seat) for key, seat in found.items()}


@require_http_methods(["GET", "POST"])
def answers(request: ActorRequest, key: str, criterion: str) -> HttpResponse:
    """Answers one criterion, from any seat of the member."""
    with or_404():
        found = queries.assessment_for(request.actor, key)
        if not found.is_own:
            raise Http404
        line = found.line_of(criterion)
    ask(rules.may_answer(request.actor, found.assessment.member.code, found.assessment.catalogue, criterion))
    before = line.answer
    initial = {"language": request.LANGUAGE_CODE}
    if before is not None:
        names = ("level", "value", "words", "language", "evidence", "address")
        initial = {name: getattr(before, name) for name in names}
    form = AnswerForm(
        request.POST or None, request.FILES or None, criterion=line.criterion, initial=initial,
        has_file=before is not None and before.paper_id is not None,
    )  # fmt: skip
    if request.method == "POST" and form.is_valid():
        commands.answer(
            actor=request.actor, assessment=found.assessment, criterion=criterion, at=request.now, **form.cleaned_data
        )
        here = f"{reverse('mechanisms:assessment', args=[key])}#{criterion}"
        return back(request, here, _("Kept. Only the seats of your member read it until it is released."))
    page = {"form": form, "line": line, "assessment": found.assessment, "member": found.assessment.member}
    return render(request, "mechanisms/answering.html", page, status=422 if form.errors else 200)
