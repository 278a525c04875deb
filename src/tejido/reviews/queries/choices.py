"""What a review, a finding or a recommendation can point at: rows of the actor's own member; and whom it can invite."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from tejido.indicators.models import Indicator
from tejido.ledger.actors import Actor
from tejido.programmes.models import Area, Initiative
from tejido.programmes.queries import choices_for
from tejido.registry.models import Institution, Member, Seat
from tejido.registry.names import Role
from tejido.registry.queries.mandates import held_at
from tejido.registry.words import seat_words
from tejido.web.languages import in_my_language

from ..models import Question, Review

Choices = list[tuple[str, str]]
_PEERS = (Role.FOCAL_POINT, Role.ALTERNATE, Role.VALIDATING_AUTHORITY, Role.REPRESENTATIVE)


def member_of(actor: Actor) -> Member:
    return Member.objects.get(code=actor.member)


def objects_of(actor: Actor) -> Choices:
    """What can be reviewed besides the member as such: "area:key" and "initiative:key". Four queries."""
    areas = Area.objects.filter(member__code=actor.member, closed_at=None)
    found = [(f"area:{row.key}", in_my_language(row.name) or str(row.get_kind_display())) for row in areas]
    return found + [(f"initiative:{key}", title) for key, title in choices_for(actor)]


def earlier_of(actor: Actor) -> Choices:
    rows = Review.objects.filter(member__code=actor.member).order_by("-since", "key")
    return [(row.key, in_my_language(row.title)) for row in rows]


def links_of(actor: Actor) -> Mapping[str, Choices]:
    """What a finding can be about. Four queries."""
    indicators = Indicator.objects.filter(member__code=actor.member)
    return {
        "initiative": choices_for(actor),
        "indicator": [(row.key, in_my_language(row.name)) for row in indicators],
    }


def institutions_of(actor: Actor) -> Choices:
    rows = Institution.objects.filter(member__code=actor.member, until=None)
    return [(row.key, in_my_language(row.name)) for row in rows]


def peers_of(actor: Actor, at: datetime) -> Choices:
    """The seats of other members that somebody holds now, by member. One query."""
    held = held_at(at).filter(seat__role__in=_PEERS).exclude(seat__institution__member=None)
    rows = held.exclude(seat__institution__member__code=actor.member).select_related("seat__institution__member")
    seats = {row.seat_id: row.seat for row in rows.order_by("seat__institution__member__code", "seat__role", "seat")}
    return [(key, seat_words(seat)) for key, seat in seats.items()]


def pointed_at(**keys: str) -> dict[str, Any]:
    """The rows of these keys, None where there is none; the rules say whose they may be."""
    tables = {
        "area": Area, "initiative": Initiative, "earlier": Review, "question": Question, "indicator": Indicator,
        "institution": Institution, "seat": Seat,
    }  # fmt: skip  # a table
    return {name: tables[name].objects.filter(key=key).first() if key else None for name, key in keys.items()}  # type: ignore[attr-defined]  # each has rows
