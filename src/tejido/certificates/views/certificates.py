"""One certificate in its school: read, taken along, revoked, issued anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from tejido.formats.pdf import NotSet, typeset_certificates
from tejido.ledger.refusals import Refusal, ask
from tejido.ledger.requests import ActorRequest
from tejido.presence.proof import canonical
from tejido.web.answers import back, explain
from tejido.web.downloads import saved, unkept

from .. import commands, queries
from ..forms import ReissueForm, RevokeForm
from ..names import No
from ..papers import certificate_page
from ..records import credential_of
from ..rules import standing_of
from .loading import certificate_or_404, frame

if TYPE_CHECKING:  # views name the types of values
    from ..queries import Held


@require_GET
def certificate(request: ActorRequest, space: str, number: int) -> HttpResponse:
    """One certificate with its holder; the code is on the paper alone."""
    row = certificate_or_404(request, space, number)
    (held,) = queries.held(row.space, [row])
    revocation = queries.revocation_of(row)
    page = {
        **frame(request, row.space),
        "certificate": row,
        "held": held,
        "standing": standing_of(row, request.now.date()),
        "digest": bytes(row.digest).hex(),
        "revocation": revocation,
        "reason": queries.reason_words(row.space, revocation, row.number),
        "revoke_form": RevokeForm(),
        "reissue_form": ReissueForm(),
    }
    return unkept(render(request, "certificates/certificate.html", page))


@require_GET
def file(request: ActorRequest, space: str, number: int, ending: str) -> HttpResponse:
    """The certificate as PDF, or as a credential without the name in clear: what a school hands to its holder."""
    row = certificate_or_404(request, space, number)
    (held,) = queries.held(row.space, [row])
    if held.secret is None or ending not in {"pdf", "json"}:
        raise Http404
    ask(None if held.fits else Refusal(No.NAME_MOVED, {"number": row.number}))
    return certificate_file(request, held, ending, reverse("certificates:certificate", args=[space, number]))


def certificate_file(request: ActorRequest, held: Held, ending: str, address: str) -> HttpResponse:
    """The file of a certificate whose name fits."""
    name = f"certificate-{held.certificate.number}.{ending}"
    if ending == "json":
        return saved(canonical(credential_of(held)), "application/vc+json", name)
    try:
        made = typeset_certificates([certificate_page(held, request.LANGUAGE_CODE)])
    except NotSet:
        return back(request, address, _("The PDF could not be set now. Try later."))
    return saved(made, "application/pdf", name)


@require_POST
def revocations(request: ActorRequest, space: str, number: int) -> HttpResponse:
    row = certificate_or_404(request, space, number)
    form = RevokeForm(request.POST)
    if not form.is_valid():
        explain(request, form)
        return redirect("certificates:certificate", space, number)
    commands.revoke_course_certificate(actor=request.actor, certificate=row, at=request.now, **form.cleaned_data)
    return back(request, reverse("certificates:certificate", args=[space, number]), _("Revoked."))


@require_POST
def reissues(request: ActorRequest, space: str, number: int) -> HttpResponse:
    row = certificate_or_404(request, space, number)
    form = ReissueForm(request.POST)
    if not form.is_valid():
        explain(request, form)
        return redirect("certificates:certificate", space, number)
    made = commands.reissue_course_certificate(
        actor=request.actor, certificate=row, at=request.now, **form.cleaned_data
    )
    return back(request, reverse("certificates:certificate", args=[space, made.number]), _("Issued anew."))
