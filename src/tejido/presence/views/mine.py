"""What participants read and do of their own, in the browser that was let in by their link."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from tejido.formats.pdf import NotSet, typeset_certificates
from tejido.ledger.requests import ActorRequest
from tejido.nominations.guests import remembered
from tejido.nominations.queries import participant_of
from tejido.seminars.words import seminar_title
from tejido.web.answers import back, explain, or_404
from tejido.web.components import Download
from tejido.web.downloads import saved, unkept

from .. import commands, queries
from ..forms import CodeForm
from ..papers import certificate_paper
from ..proof import canonical
from ..records import named_credential, page_of
from ..rules import state_of
from ..words import rule_words, session_words, standing_words

if TYPE_CHECKING:  # views name the types of rows and never touch tables
    from tejido.nominations.models import Nominee

    from ..models import Certificate


def _participant(request: ActorRequest) -> Nominee:
    """The participant whose browser asks; to all others there is nothing."""
    with or_404():
        return participant_of(remembered(request))


@require_GET
def attendance(request: ActorRequest) -> HttpResponse:
    """One's own sessions, how far that goes, and the field for the code of the room. Whoever comes by the square code
    in a browser that is not let in is told what to do."""
    if not remembered(request):
        return unkept(render(request, "presence/not_let_in.html"))
    nominee = _participant(request)
    found = queries.mine(nominee)
    form = CodeForm(initial={"code": request.GET.get("code", "")[:20]})
    page = {
        "nominee": nominee,
        "seminar_words": seminar_title(nominee.call.seminar),
        "mine": found,
        "sessions": [(session_words(session), said, must) for session, said, must in found.sessions],
        "now": [(row.number, session_words(row)) for row in queries.current_session(nominee, request.now)],
        "chosen": request.GET.get("session", ""),
        "rule": rule_words(found.completion, [session for session, _said, _must in found.sessions]),
        "standing": standing_words(found.reckoned),
        "form": form,
    }
    return unkept(render(request, "presence/my_attendance.html", page))


@require_POST
def entries(request: ActorRequest) -> HttpResponse:
    """Enters oneself with the code of the room."""
    nominee = _participant(request)
    form = CodeForm(request.POST)
    number = request.POST.get("session", "")
    if not form.is_valid() or not (number.isascii() and number.isdigit() and len(number) < 6):
        explain(request, form)
        return redirect("presence:my_attendance")
    with or_404():
        session = queries.session_for(nominee.call.seminar, int(number))
    commands.check_in(nominee=nominee, session=session, code=form.cleaned_data["code"], at=request.now)
    return back(request, reverse("presence:my_attendance"), _("You are entered as present."))


@require_GET
def certificate(request: ActorRequest) -> HttpResponse:
    """One's own certificate, its files, and what others see of it."""
    nominee = _participant(request)
    row = queries.certificate_of(nominee)
    page = {
        "nominee": nominee,
        "seminar_words": seminar_title(nominee.call.seminar),
        "certificate": row,
        "state": state_of(row, request.now) if row else "",
        "address": page_of(row.code) if row else "",
        "files": _downloads(row) if row else [],
    }
    return unkept(render(request, "presence/my_certificate.html", page))


def _downloads(row: Certificate) -> list[Download]:
    several = [("pdf", "PDF", _("to print and to file"))]
    if not row.revoked_at:
        several.append(("json", _("Credential (Open Badges 3.0)"), _("without your name in clear")))
        several.append(("named.json", _("Credential with your name"), _("for whoever should read it")))
    return [Download(label, reverse("presence:my_file", args=[ending]), hint) for ending, label, hint in several]


@require_GET
def file(request: ActorRequest, ending: str) -> HttpResponse:
    """The certificate as PDF, or as a credential, without or with the name in clear."""
    nominee = _participant(request)
    row = queries.certificate_of(nominee)
    if row is None or not row.code or ending not in {"pdf", "json", "named.json"}:
        raise Http404
    if ending == "json":
        return saved(canonical(row.credential or {}), "application/vc+json", "certificate.json")
    if ending == "named.json":
        return saved(
            canonical(named_credential(row, nominee.name)), "application/vc+json", "certificate-with-name.json"
        )
    try:
        made = typeset_certificates([certificate_paper(row, nominee.name, request.LANGUAGE_CODE)])
    except NotSet:
        return back(request, reverse("presence:my_certificate"), _("The PDF could not be set now. Try later."))
    return saved(made, "application/pdf", "certificate.pdf")
