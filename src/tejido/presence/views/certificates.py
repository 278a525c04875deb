"""The certificates of a seminar: worded, issued in one act, revoked."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from tejido.ledger.refusals import ask
from tejido.ledger.requests import ActorRequest
from tejido.seminars.rules import may_keep_seminars
from tejido.web.answers import back, explain, or_404

from .. import commands, queries
from ..forms import IssueForm, RevokeForm, WordingForm, worded
from ..names import State
from ..pages import label_of
from ..rules import state_of
from ..words import rule_words
from .loading import frame, seminar_or_404


@require_GET
def certificates(request: ActorRequest, key: str) -> HttpResponse:
    """What was issued to whom the reader may know; for the secretariat also who has met the rule."""
    seminar = seminar_or_404(request, key)
    completion, wording = queries.completion_of(seminar), queries.wording_of(seminar)
    several = {person.key: person for person in queries.people(request.actor, seminar)}
    rows = queries.certificates_of(request.actor, seminar)
    page = {
        **frame(request, seminar),
        "certificates": [(row, _whose(row, several), state_of(row, request.now)) for row in rows],
        "rule": rule_words(completion, queries.sessions_of(seminar)),
        "has_rule": completion is not None,
        "wording": wording,
    }
    if page["may_keep"]:
        able = [several[key] for key in queries.earned(seminar, completion) if key in several]
        page |= {"earned": [(person, label_of(person)) for person in able], "seen": queries.as_read(seminar)}
    return render(request, "presence/certificates.html", page)


def _whose(row: Any, several: dict[str, Any]) -> str:
    person = several.get(row.nominee_id)
    return label_of(person) if person and person.name else ""


@require_http_methods(["GET", "POST"])
def wording(request: ActorRequest, key: str) -> HttpResponse:
    """What the certificates say. Begins with what the seminar before said."""
    seminar = seminar_or_404(request, key)
    ask(may_keep_seminars(request.actor))
    found = queries.wording_of(seminar) or queries.wording_before(seminar)
    begun = {**worded(found.title, found.words, found.signatory), "years": found.years} if found else {}
    form = WordingForm(request.POST or None, initial=begun)
    if request.method == "POST" and form.is_valid():
        commands.word_certificates(actor=request.actor, seminar=seminar, at=request.now, **form.given)
        return back(request, reverse("presence:certificates", args=[key]), _("Saved."))
    page = {**frame(request, seminar), "form": form}
    return render(request, "presence/wording.html", page, status=422 if form.errors else 200)


@require_POST
def issues(request: ActorRequest, key: str) -> HttpResponse:
    """Issues those that were chosen, of exactly what was read."""
    seminar = seminar_or_404(request, key)
    form = IssueForm(request.POST)
    seen = form.cleaned_data["seen"] if form.is_valid() else ""
    made = commands.issue_certificates(
        actor=request.actor, seminar=seminar, nominees=form.nominees, seen=seen, at=request.now
    )
    said = ngettext("%(count)s certificate is issued.", "%(count)s certificates are issued.", len(made))
    return back(request, reverse("presence:certificates", args=[key]), said % {"count": len(made)})


@require_GET
def certificate(request: ActorRequest, key: str, certificate: str) -> HttpResponse:
    """One certificate, without its code: that is the holder's."""
    seminar = seminar_or_404(request, key)
    with or_404():
        row = queries.certificate_for(request.actor, seminar, certificate)
    state = state_of(row, request.now)
    page = {
        **frame(request, seminar),
        "certificate": row,
        "name": row.nominee.name,
        "state": state,
        "form": RevokeForm(),
        "is_revoked": state == State.REVOKED,
    }
    return render(request, "presence/certificate.html", page)


@require_POST
def revocations(request: ActorRequest, key: str, certificate: str) -> HttpResponse:
    seminar = seminar_or_404(request, key)
    with or_404():
        row = queries.certificate_for(request.actor, seminar, certificate)
    form = RevokeForm(request.POST)
    if not form.is_valid():
        explain(request, form)
        return redirect("presence:certificate", key, certificate)
    commands.revoke_certificate(actor=request.actor, certificate=row, at=request.now, **form.cleaned_data)
    return back(request, reverse("presence:certificate", args=[key, certificate]), _("Revoked."))
