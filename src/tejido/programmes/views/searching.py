"""What a reader looks for, as lists and files understand it alike."""

from __future__ import annotations

from tejido.ledger.requests import ActorRequest
from tejido.registry.queries import members
from tejido.web.languages import in_my_language

from .. import queries
from ..forms import WantedForm
from ..lines import fold
from ..names import Standing, Use


def wanted_form(request: ActorRequest) -> WantedForm:
    """The form with what the address asks for. Proposals are no choice: nothing can be of a term that is not in use."""
    by_use: dict[str, list[tuple[str, str]]] = {use: [] for use in Use}
    for term in queries.terms_for(request.actor):
        if term.standing in (Standing.IN_USE, Standing.RETIRED):
            by_use[term.use].append((term.key, in_my_language(term.names)))
    for found in by_use.values():
        found.sort(key=lambda one: fold(one[1]))
    states = [(line.member.code, in_my_language(line.member.name)) for line in members()]
    states.sort(key=lambda one: fold(one[1]))
    return WantedForm(request.GET, members=states, types=by_use[Use.TYPE], groups=by_use[Use.GROUP])
