"""One part, for whoever may read it or act on it."""

from typing import Any

from django.core.exceptions import ObjectDoesNotExist

from tejido.ledger.actors import Actor
from tejido.registry.rules import may_keep_network

from ..models import Answer, Dated, Entry, Instrument, PlanLine
from ..names import Kind
from ..rules import reads

OF: dict[str, type[Dated | Answer]] = {Kind.ENTRY: Entry, Kind.INSTRUMENT: Instrument, Kind.ANSWER: Answer}


def part_for(actor: Actor, kind: str, key: str) -> Any:
    """A part that the actor may read. ObjectDoesNotExist otherwise, exactly as for an unknown key."""
    part = _part(kind, key)
    if part.audience not in reads(actor, part.member.code):
        raise ObjectDoesNotExist
    return part


def part_to_release(actor: Actor, kind: str, key: str) -> Any:
    """A part of the actor's own member."""
    part = _part(kind, key)
    if actor.is_public or actor.member != part.member.code:
        raise ObjectDoesNotExist
    return part


def part_to_strike(actor: Actor, kind: str, key: str) -> Any:
    """A part of the profile: of the actor's own member, or taken from a source by the secretariat."""
    part = _part(kind, key)
    if isinstance(part, Answer):
        raise ObjectDoesNotExist
    is_own = not actor.is_public and actor.member == part.member.code
    if not is_own and (not part.is_from_source or may_keep_network(actor) is not None):
        raise ObjectDoesNotExist
    return part


def _part(kind: str, key: str) -> Any:
    if kind not in OF:
        raise ObjectDoesNotExist
    rows = OF[kind].objects  # type: ignore[union-attr]  # every kind has rows
    return rows.select_related("member", "paper").defer("paper__data").get(key=key)


def line_for(actor: Actor, key: str) -> PlanLine:
    """A line of the plan of the actor's own member."""
    return PlanLine.objects.select_related("member").get(key=key, member__code=actor.member or "-")
