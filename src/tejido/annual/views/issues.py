"""The report as a whole: as it would be issued now, and as it was."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.http import require_GET, require_POST

from tejido.engine.proof import canonical_digest, write_canonical
from tejido.ledger.requests import ActorRequest
from tejido.web.answers import back, explain, or_404
from tejido.web.components import Download
from tejido.web.downloads import paper_file, saved

from .. import commands, rules
from ..forms import IssueForm
from ..papers import report_paper
from ..queries import compose, issue_for, issues_of, report_data
from ..words import notice_of, report_shown
from .loading import files_of_issue, for_keeper, frame, load

if TYPE_CHECKING:  # views name the types of rows and never touch tables
    from ..models import Issue

_JSON = "application/json"


@require_GET
def preview(request: ActorRequest, key: str) -> HttpResponse:
    """What would be issued now; for who prepares it the act that issues exactly this."""
    row = load(request, key)
    found = compose(row, request.now)
    data = report_data(found)
    is_first = not row.issues
    refusal = rules.is_time_to_issue(request.actor, row, found.asked.today, waiting=len(found.waiting))
    form = None if refusal else IssueForm(initial={"seen": canonical_digest(data)}, is_first=is_first)
    endings = (("pdf", "PDF"), ("docx", "Word"))
    files = [Download(label, reverse("annual:preview_file", args=[key, ending])) for ending, label in endings]
    page = {
        **frame(request, row),
        "shown": report_shown(data),
        "files": files,
        "form": form,
        "refusal": refusal,
        "waiting": len(found.waiting),
        "is_first": is_first,
    }
    return render(request, "annual/preview.html", page)


@require_GET
def preview_file(request: ActorRequest, key: str, ending: str) -> HttpResponse:
    row = load(request, key)
    data = report_data(compose(row, request.now))
    paper = report_paper(data, request.LANGUAGE_CODE, request.now, has_notice=True)
    notice = _("In preparation: nothing here is issued yet")
    return paper_file(request, paper, f"report-{key}.{ending}", reverse("annual:preview", args=[key]), notice=notice)


@require_POST
def issues(request: ActorRequest, key: str) -> HttpResponse:
    """The report is issued."""
    row = for_keeper(request, key)
    form = IssueForm(request.POST, is_first=not row.issues)
    if not form.is_valid():
        explain(request, form)
        return redirect("annual:preview", key)
    made = commands.issue_report(
        actor=request.actor, report=row, seen=form.cleaned_data["seen"], reason=form.texts, at=request.now
    )
    return back(request, reverse("annual:issue", args=[key, made.number]), _("The report is issued."))


def _issue(request: ActorRequest, key: str, number: int) -> Issue:
    with or_404():
        return issue_for(request.actor, key, number)


@require_GET
def issue(request: ActorRequest, key: str, number: int) -> HttpResponse:
    """The report as it was issued."""
    found = _issue(request, key, number)
    page = {
        "issue": found,
        "shown": report_shown(found.data),
        "files": files_of_issue(key, number, request.LANGUAGE_CODE),
        "report": found.report,
    }
    if not request.actor.is_public:
        page |= {**frame(request, found.report), "issues": issues_of(found.report)}
    return render(request, "annual/issue.html", page)


@require_GET
def issue_file(request: ActorRequest, key: str, number: int, language: str, ending: str) -> HttpResponse:
    """An issue as PDF or Word in one language; or as the data whose digest was written into the ledger."""
    found = _issue(request, key, number)
    if language not in dict(settings.LANGUAGES):
        raise Http404
    name = f"report-{key}-{number}.{language}.{ending}"
    if ending == "json":
        return saved(write_canonical(found.data), _JSON, f"report-{key}-{number}.json")
    data = {**found.data, "reason": found.reason}
    with override(language):
        notice = notice_of(data["report"])
    is_word = ending == "docx"
    paper = report_paper(data, language, found.at, number=number, digest=found.digest, has_notice=is_word)
    return paper_file(request, paper, name, reverse("annual:issue", args=[key, number]), notice=notice)
