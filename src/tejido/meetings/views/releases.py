"""What others may read of a meeting: a part released as it stands, or withdrawn again."""

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from tejido.ledger.requests import ActorRequest

from .. import commands
from ..forms import ReleaseForm, WithdrawalForm
from ..names import Part
from .loading import ask_again, done, load_meeting, must


@require_POST
def releases(request: ActorRequest, key: str) -> HttpResponse:
    context = load_meeting(request, key)
    form = ReleaseForm(request.POST, parts=Part.values)
    must(form.is_valid())
    commands.release_part(actor=request.actor, meeting=context.meeting, at=request.now, **form.cleaned_data)
    return done(request, "meetings:meeting", _("Released, as it stands now."), key)


@require_POST
def withdrawals(request: ActorRequest, key: str) -> HttpResponse:
    """These readers find this part here no more."""
    context = load_meeting(request, key)
    form, back = WithdrawalForm(request.POST), reverse("meetings:meeting", args=[key])
    must(not {"part", "audience"} & form.errors.keys())
    if not form.is_valid():
        title = _("Withdraw the release")
        return ask_again(request, form, context, title=title, button=title, way_back=back, tone="danger")
    commands.withdraw_part(actor=request.actor, meeting=context.meeting, at=request.now, **form.cleaned_data)
    return done(request, "meetings:meeting", _("Withdrawn. These readers find it here no more."), key)
