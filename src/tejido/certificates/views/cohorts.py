"""The certificates of a cohort: worded, previewed, issued in one act, listed, taken along."""

from __future__ import annotations

from django.http import Http404, HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from tejido.formats.pdf import NotSet, typeset_certificates
from tejido.ledger.refusals import ask
from tejido.ledger.requests import ActorRequest
from tejido.records.queries import cohorts_for, spaces_of
from tejido.web.answers import back
from tejido.web.components import Download
from tejido.web.downloads import saved, streamed, unkept
from tejido.web.languages import spread

from .. import commands, queries
from ..forms import SeenForm, WordingForm
from ..pages import leaf_of, parts_of
from ..papers import certificate_page, preview_page, zip_of
from ..records import data_of
from ..rules import may_prepare
from .loading import cohort_or_404, frame, issue_or_404, tabs


@require_GET
def home(request: ActorRequest) -> HttpResponse:
    """The cohorts of the schools whose certificates the actor prepares."""
    if request.actor.is_public:
        raise Http404
    spaces = spaces_of(request.actor)
    lines = queries.cohort_lines(cohorts_for(request.actor)) if spaces else []
    page = {"spaces": spaces, "lines": lines, "tabs": tabs(request)}
    return render(request, "certificates/home.html", page)


@require_GET
def cohort(request: ActorRequest, key: str) -> HttpResponse:
    """A cohort with its certificates, what they say, and the form for issuing those that wait."""
    row = cohort_or_404(request, key)
    leaf = leaf_of(request.GET.get("page", ""), row.size)
    wording = queries.wording_of(row.space, row.course_id)
    page = {
        **frame(request, row.space),
        "cohort": row,
        "wording": wording,
        "able": queries.able(row, wording),
        "issues": queries.issues_of(row),
        "leaf": leaf,
        "lines": queries.certified_roll(request.actor, row, leaf.number, request.now.date()),
        "is_over": row.ends <= request.now.date(),
    }
    return unkept(render(request, "certificates/cohort.html", page))


@require_http_methods(["GET", "POST"])
def wording(request: ActorRequest, key: str) -> HttpResponse:
    """What the certificates of the course say. It stands for every cohort of the course in this school."""
    row = cohort_or_404(request, key)
    ask(may_prepare(request.actor, row.space))
    found = queries.wording_of(row.space, row.course_id)
    begun: dict[str, str] = {}
    for name in ("title", "words", "signatory"):
        begun |= spread(name, getattr(found, name, {}))
    form = WordingForm(request.POST or None, initial=begun)
    if request.method == "POST" and form.is_valid():
        commands.word_course(actor=request.actor, space=row.space, course=row.course, at=request.now, **form.given)
        return back(request, reverse("certificates:cohort", args=[key]), _("Saved."))
    page = {**frame(request, row.space), "cohort": row, "form": form}
    return render(request, "certificates/wording.html", page, status=422 if form.errors else 200)


@require_GET
def preview(request: ActorRequest, key: str) -> HttpResponse:
    """One page as it would be printed, of nobody."""
    row = cohort_or_404(request, key)
    found = queries.wording_of(row.space, row.course_id)
    if found is None:
        raise Http404
    paper = preview_page(data_of(request.actor, row, found), request.LANGUAGE_CODE, request.now)
    try:
        return saved(typeset_certificates([paper]), "application/pdf", "preview.pdf")
    except NotSet:
        return _not_set(request, key)


@require_POST
def issues(request: ActorRequest, key: str) -> HttpResponse:
    """Issues for all who wait, of exactly what was read."""
    row = cohort_or_404(request, key)
    form = SeenForm(request.POST)
    seen = form.cleaned_data["seen"] if form.is_valid() else ""
    made = commands.issue_certificates_of_cohort(actor=request.actor, cohort=row, seen=seen, at=request.now)
    said = ngettext("%(count)s certificate is issued.", "%(count)s certificates are issued.", made.done)
    if made.finished_at is None:
        said = _("Issued. The certificates are being made; this page tells how far they are.")
    return back(request, reverse("certificates:issue", args=[made.key]), said % {"count": made.done})


@require_GET
def issue(request: ActorRequest, key: str) -> HttpResponse:
    """How far an act of issuing is, and its files."""
    row = issue_or_404(request, key)
    parts = parts_of(queries.numbers_in(row))
    page = {**frame(request, row.space), "issue": row, "cohort": row.cohort, "files": _files(key, parts)}
    return render(request, "certificates/issue.html", page)


def _files(key: str, parts: list[tuple[int, int]]) -> list[Download]:
    several = [
        Download(
            _("Certificates %(first)s to %(last)s (PDF)") % {"first": first, "last": last},
            f"{reverse('certificates:pages', args=[key])}?first={first}&last={last}",
            _("to print"),
        )
        for first, last in parts
    ]
    if not parts:
        return []
    archive = reverse("certificates:archive", args=[key])
    return [*several, Download(_("All, a file each (ZIP)"), archive, _("PDF and credential of each holder"))]


@require_GET
def pages(request: ActorRequest, key: str) -> HttpResponse:
    """Certificates from one number to another in one file, so many at most that memory stays bounded."""
    row = issue_or_404(request, key)
    wanted = request.GET.get("first", ""), request.GET.get("last", "")
    part = next((part for part in parts_of(queries.numbers_in(row)) if tuple(map(str, part)) == wanted), None)
    if part is None:
        raise Http404
    held = [each for each in queries.held(row.space, queries.certificates_of(row, *part)) if each.fits]
    try:
        made = typeset_certificates([certificate_page(each, request.LANGUAGE_CODE) for each in held])
    except (NotSet, IndexError):
        return _not_set(request, row.cohort_id)
    return saved(made, "application/pdf", f"certificates-{part[0]}-{part[1]}.pdf")


@require_GET
def archive(request: ActorRequest, key: str) -> StreamingHttpResponse:
    """A ZIP with a PDF and a credential for each, sent while it is made."""
    row = issue_or_404(request, key)
    return streamed(zip_of(row, request.LANGUAGE_CODE), "application/zip", "certificates.zip")


def _not_set(request: ActorRequest, cohort: str) -> HttpResponse:
    address = reverse("certificates:cohort", args=[cohort])
    return back(request, address, _("The PDF could not be set now. Try later."))
