"""A system registers itself, by an address that the school made (LTI Dynamic Registration)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.core.exceptions import ObjectDoesNotExist
from django.http import HttpResponse
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from tejido.formats import lti
from tejido.ledger.requests import ActorRequest
from tejido.web.addresses import whole
from tejido.web.outgoing import Unreachable

from .. import commands, guests, letters, queries
from ..lines import tool_path
from ..names import Fault
from ..words import language_of
from .turning import TurnedAway, in_language, turning

if TYPE_CHECKING:  # views name the types of rows and never touch tables
    from ..models import Platform, Registration


@csrf_exempt  # the address itself is the secret, and good for one use
@require_http_methods(["GET", "POST"])
@turning
def registering(request: ActorRequest, key: str, secret: str) -> HttpResponse:
    """What is going to happen, with one button; then what happened."""
    try:
        found = queries.registration_of(key, secret, request.now)
    except ObjectDoesNotExist as problem:
        raise TurnedAway(Fault.NOT_REGISTERED) from problem
    sent = request.GET if request.method == "GET" else request.POST
    address, token = sent.get("openid_configuration", ""), sent.get("registration_token", "")
    if not lti.origin(address):
        raise TurnedAway(Fault.NOT_REGISTERED, found.platform, "openid_configuration")
    page: dict[str, Any] = {"address": address, "registration_token": token, "host": lti.origin(address)}
    if request.method == "POST":
        _register(request, found, address, token)
        page["is_done"] = True
    response = in_language(request, language_of(request.LANGUAGE_CODE, "es"), "lti/registering.html", page)
    return guests.framed(response, [lti.origin(address)])


def _register(request: ActorRequest, found: Registration, address: str, token: str) -> None:
    """Asks the system who it is, tells it of the tool, and keeps what it answers. Everything has to be of one host."""
    row = found.platform
    if not commands.take_registration(registration=found, at=request.now):
        raise TurnedAway(Fault.NOT_REGISTERED)
    try:
        told = lti.read_configuration(letters.fetch_configuration(address))
        if {lti.origin(told.issuer), lti.origin(told.registration)} != {lti.origin(address)}:
            raise TurnedAway(Fault.OTHER_ISSUER, row, told.issuer)
        answer = letters.send_registration(told, token, _description(row))
        client, deployment = lti.read_registered(answer)
    except lti.Unfit as problem:
        raise TurnedAway(Fault(problem.fault.value), row, problem.what) from problem
    except Unreachable as problem:
        raise TurnedAway(Fault.NO_KEYS, row, problem.reason.value) from problem
    commands.keep_registration(platform=row, found=told, client=client, deployment=deployment, at=request.now)


def _description(row: Platform) -> dict[str, object]:
    names = {}
    for language, _own in settings.LANGUAGES:
        with translation.override(language):
            names[language] = _("Adopted texts of the network")
    here = whole(tool_path(row.key))
    tool = lti.Tool(
        names=names,
        description=names["es"],
        login=f"{here}login/",
        redirect=f"{here}launches/",
        target=here,
        keys=whole("/lti/keys.json"),
        icon=whole("/static/tejido/icon.svg"),
        domain=here.split("/")[2],
    )
    return lti.registration_data(tool, wants_names=row.wants_names)
