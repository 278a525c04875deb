"""Annual reports that were issued to everybody, each as it was issued."""

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from tejido.annual.words import report_shown
from tejido.ledger.requests import ActorRequest
from tejido.web.answers import or_404
from tejido.web.components import Download
from tejido.web.languages import in_my_language

from .. import queries
from ..pages import head
from .answering import in_its_language, page

_FILES = (("PDF", "pdf"), ("Word", "docx"), ("JSON", "json"))


@in_its_language
def reports(request: ActorRequest, language: str) -> HttpResponse:
    """The last issue of each report."""
    title, description = _("Reports"), _("The annual reports of the network, each as it was issued.")
    content = {
        "head": head("reports", language, {}, title=title, description=description),
        "issues": queries.public_issues(),
    }
    return page(request, "public/reports.html", language, content)


@in_its_language
def report(request: ActorRequest, language: str, key: str) -> HttpResponse:
    """A report by its chapters, with its charts and tables, the pages of the members, and what is not known."""
    with or_404():
        found = queries.public_issue(key)
    title = in_my_language(found.report.title)
    description = _("%(title)s: by chapters, each fact with its source.") % {"title": title}
    named = {"key": key, "number": found.number, "language": language}
    files = [(label, reverse("annual:issue_file", kwargs={**named, "ending": ending})) for label, ending in _FILES]
    content = {
        "head": head("report", language, {"key": key}, title=title, description=description),
        "issue": found,
        "shown": report_shown(found.data),
        "files": [Download(label, url) for label, url in files],
    }
    return page(request, "public/report.html", language, content)
