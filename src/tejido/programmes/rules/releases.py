"""Who shows which fields to whom."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from tejido.ledger.actors import Actor
from tejido.ledger.refusals import No as Shared
from tejido.ledger.refusals import Refusal, must_be_fresh
from tejido.mechanisms.names import Audience

from ..models import Area, AreaRelease, Initiative, Release
from ..names import Field, No
from .writers import may_tell

WIDTH = {Audience.OWN: 0, Audience.NETWORK: 1, Audience.PUBLIC: 2}


def may_release(actor: Actor, initiative: Initiative) -> Refusal | None:
    """The member's keepers release what the member states."""
    if refusal := may_tell(actor, initiative.member.code):
        return refusal
    if initiative.is_from_source:
        return Refusal(No.FROM_SOURCE)
    return Refusal(No.STRUCK) if initiative.struck_at else None


def are_below_title(audiences: Mapping[str, str]) -> Refusal | None:
    """Nobody is shown a field without the title: others would learn that there is something that they may not know."""
    title = WIDTH[Audience(audiences.get(Field.TITLE, Audience.OWN))]
    for field, audience in audiences.items():
        if WIDTH[Audience(audience)] > title:
            return Refusal(No.TITLE_FIRST, {"field": Field(field).label})
    return None


def has_something(field: str, value: Any) -> Refusal | None:
    return Refusal(No.EMPTY_FIELD, {"field": Field(field).label}) if value is None else None


def is_formal(actor: Actor) -> Refusal | None:
    """Asked last, so that nobody shows the second factor for an act that is refused anyway."""
    return must_be_fresh(actor.is_fresh)


def may_release_area(actor: Actor, area: Area, digest: str, seen: str) -> Refusal | None:
    """An area is released as it was read: `digest` is that of what stands."""
    if refusal := may_tell(actor, area.member.code):
        return refusal
    if area.closed_at:
        return Refusal(No.CLOSED)
    return None if digest == seen else Refusal(Shared.STALE)


def may_withdraw_area(actor: Actor, area: Area, standing: AreaRelease | None) -> Refusal | None:
    if refusal := may_tell(actor, area.member.code):
        return refusal
    return is_formal(actor) if standing else Refusal(No.NOT_RELEASED)


@dataclass(frozen=True, slots=True)
class Plan:
    """Who is to read which field, and which of the fields that are shown already are shown with their present words
    (`anew`). Fields that are not named are shown to nobody."""

    audiences: Mapping[str, str]
    anew: Collection[str] = ()

    def of(self, field: str) -> str:
        return self.audiences.get(field, Audience.OWN)


def differences(plan: Plan, shown: Mapping[str, Release]) -> dict[str, str]:
    """The fields whose release changes by the plan, with their readers to be. A field that is shown to the same readers
    stays as it was released, unless its present words are to be shown."""
    found = {}
    for field in Field:
        release, audience = shown.get(field), plan.of(field)
        is_same = audience == (release.audience if release else Audience.OWN)
        if not is_same or (release is not None and field in plan.anew):
            found[str(field)] = audience
    return found
