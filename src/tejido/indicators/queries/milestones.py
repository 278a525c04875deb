"""Milestones: a member's own, for its own seats alone."""

from __future__ import annotations

from django.core.exceptions import ObjectDoesNotExist

from tejido.ledger.actors import Actor

from ..models import Milestone


def milestones_of(actor: Actor, initiative: str = "") -> list[Milestone]:
    """Those of the actor's own member, of one initiative or of all, by their day. One query."""
    if actor.is_public or not actor.member:
        return []
    rows = Milestone.objects.filter(member__code=actor.member).select_related("member", "initiative__member", "paper")
    return list((rows.filter(initiative=initiative) if initiative else rows).defer("paper__data"))


def milestone_for(actor: Actor, key: str) -> Milestone:
    """One of the actor's own member. ObjectDoesNotExist otherwise."""
    found = Milestone.objects.select_related("member", "initiative__member", "paper").defer("paper__data").get(key=key)
    if actor.is_public or found.member.code != actor.member:
        raise ObjectDoesNotExist
    return found
