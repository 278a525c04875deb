"""What is said of activities, of agents, and of the endpoint itself."""

from __future__ import annotations

from django.http import HttpResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe

from tejido.formats.xapi import VERSION
from tejido.formats.xapi.actors import IDENTIFIERS
from tejido.formats.xapi.calls import only
from tejido.ledger.requests import ActorRequest

from .. import queries
from ..forms import activity_in, person_in
from ..rules import LOOKS_UP
from .endpoint import VERSION_HEADER, Asked, as_json, resource

_VERSIONS = ("1.0.0", "1.0.1", "1.0.2", VERSION)


def _activity(asked: Asked) -> HttpResponse:
    """What the school's statements told of the activity; of one that none of them names, its id alone."""
    only(asked.call, {"activityId"})
    id = activity_in(asked.call)
    definition = queries.definition_of(asked.store, asked.keys, [id]).get(id)
    kept = {"objectType": "Activity", "id": id}
    return as_json({**kept, "definition": definition} if definition else kept)


def _agent(asked: Asked) -> HttpResponse:
    """The person that is asked for, and nothing else: what is known of people is not put together here."""
    only(asked.call, {"agent"})
    agent = person_in(asked.call)
    told = {name: [agent[name]] for name in ("name", *IDENTIFIERS) if name in agent}
    return as_json({"objectType": "Person", **told})


activities = resource({"GET": (_activity, LOOKS_UP)})
agents = resource({"GET": (_agent, LOOKS_UP)})


@csrf_exempt
@require_safe
def about(request: ActorRequest) -> HttpResponse:
    """Which versions are understood: said to everybody, without a key."""
    del request
    response = as_json({"version": list(_VERSIONS)})
    response[VERSION_HEADER] = VERSION
    return response
