"""How far somebody has come, and where a step leads."""

from collections.abc import Iterable, Iterator
from datetime import datetime

from django.urls import reverse

from tejido.deliberation.queries.procedures import open_states_for
from tejido.deliberation.queries.rounds import RoundContext, current_rounds_for
from tejido.ledger.actors import Actor
from tejido.registry.names import BodyKind, Task

from .models import Walk
from .names import Place

_PAGES = {
    Place.WAITING: "desk:home",
    Place.TEXTS: "curriculum:texts",
    Place.MEETINGS: "meetings:home",
    Place.MEMBERS: "registry:members",
    Place.PEOPLE: "handover:brief",
    Place.BEFORE: "handover:brief",
    Place.GLOSSARY: "translation:glossary",
    Place.TRAINING: "records:home",
    Place.FILES: "records:imports",
    Place.SEARCH: "search:search",
}
_PARTS = {Place.WAITING: "#waiting", Place.PEOPLE: "#people"}
_OF_POSITION = (Task.REMARK, Task.CONSOLIDATE, Task.CLEAR, Task.RELEASE)


def walk_of(mandate: str) -> Walk | None:
    return Walk.objects.filter(mandate=mandate).first()


def address_of(place: Place, actor: Actor, at: datetime) -> str:
    """The page on which the seat really does it: the newest round or procedure in which it takes part, the network's
    before others; where there is none, the texts."""
    if place in _PAGES:
        return reverse(_PAGES[place]) + _PARTS.get(place, "")
    found = _adoption(actor, at) if place == Place.ADOPTION else _in_round(place, actor)
    return next(iter(found), reverse("curriculum:texts"))


def _in_round(place: Place, actor: Actor) -> Iterator[str]:
    for context in _network_first(current_rounds_for(actor)):
        if place != Place.POSITION or _prepares(context):
            yield reverse(f"deliberation:{place.value}", args=[context.round.key])


def _prepares(context: RoundContext) -> bool:
    return context.party is not None and any(context.may_prepare(task) for task in _OF_POSITION)


def _network_first(contexts: Iterable[RoundContext]) -> list[RoundContext]:
    return sorted(contexts, key=lambda context: context.body.kind != BodyKind.NETWORK)


def _adoption(actor: Actor, at: datetime) -> Iterator[str]:
    for state in sorted(open_states_for(actor, at), key=lambda state: state.text.body.kind != BodyKind.NETWORK):
        yield reverse("deliberation:procedure", args=[state.procedure.key])
