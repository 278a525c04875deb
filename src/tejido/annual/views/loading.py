"""What the views of a report start with."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext as _

from tejido.ledger.requests import ActorRequest
from tejido.registry.rules import may_keep_network
from tejido.registry.tabs import home_tabs
from tejido.web.answers import or_404
from tejido.web.components import Download, Tab
from tejido.web.languages import in_my_language

from ..queries import report_for
from ..words import years_beside

if TYPE_CHECKING:  # views name the types of rows and never touch tables
    from ..models import Report


def load(request: ActorRequest, key: str) -> Report:
    """404 for who may not know of the report, as for an unknown key."""
    with or_404():
        return report_for(request.actor, key)


def for_keeper(request: ActorRequest, key: str) -> Report:
    """The same; 404 too for who may not prepare it."""
    report = load(request, key)
    if not keeps(request):
        raise Http404
    return report


def keeps(request: ActorRequest) -> bool:
    return may_keep_network(request.actor) is None


def tabs(request: ActorRequest) -> list[Tab]:
    """The family of pages that the report belongs to; the page itself is current wherever one is within it."""
    return list(home_tabs(request.actor, request.path))


def frame(request: ActorRequest, report: Report) -> dict[str, Any]:
    """What every page of a report has."""
    years = years_beside(in_my_language(report.title), report.years)
    return {"report": report, "years": years, "keeps": keeps(request), "places": places(request, report)}


def places(request: ActorRequest, report: Report) -> list[Tab]:
    here = request.path
    found = [Tab(_("The report"), own := reverse("annual:report", args=[report.key]), here == own)]
    found.append(Tab(_("Preview"), preview := reverse("annual:preview", args=[report.key]), here == preview))
    if request.actor.member and report.opened_at:
        page = reverse("annual:page", args=[report.key, request.actor.member])
        found.append(Tab(_("Our page"), page, here == page))
    if report.issues:
        last = reverse("annual:issue", args=[report.key, report.issues])
        found.append(Tab(_("As issued"), last, here.startswith(reverse("annual:issues", args=[report.key]))))
    return found


def files_of_issue(key: str, number: int, language: str) -> list[Download]:
    """An issue to take along; the last one is the data that the digest is of."""
    kinds = (("PDF", "pdf"), ("Word", "docx"), ("JSON", "json"))
    return [
        Download(label, reverse("annual:issue_file", args=[key, number, language, ending])) for label, ending in kinds
    ]
