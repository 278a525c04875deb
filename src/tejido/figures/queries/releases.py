"""Releases of schools: for their own space, and for the member that received them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import QuerySet

from tejido.ledger.actors import Actor
from tejido.records.queries import spaces_of
from tejido.registry.models import Body
from tejido.registry.names import Role

from ..models import Draft, Part, Release
from ..rules import keeps_counts, reads_received

_RELATED = ("space__member", "space__institution", "member", "corrects")


@dataclass(frozen=True, slots=True)
class Desk:
    """A school's own space: what it released, the latest months first, and what is prepared."""

    space: Body
    releases: Sequence[Release]
    draft: Draft | None


def desks(actor: Actor) -> list[Desk]:
    """The spaces whose counts the actor keeps; most seats keep one. Three queries, however many releases."""
    spaces = [space for space in spaces_of(actor) if keeps_counts(actor, space)]
    keys = [space.key for space in spaces]
    releases = list(_releases().filter(space__in=keys))
    drafts = {draft.space_id: draft for draft in Draft.objects.filter(space__in=keys).select_related("corrects")}
    return [
        Desk(space, [row for row in releases if row.space_id == space.key], drafts.get(space.key)) for space in spaces
    ]


def drafts_to_release(actor: Actor) -> list[Draft]:
    """What is prepared in the own space of the representative's institution. One query for a representative, none for
    anybody else."""
    if actor.is_public or actor.role != Role.REPRESENTATIVE:
        return []
    rows = Draft.objects.filter(space__institution=actor.institution or "-").select_related("space__member")
    return [row for row in rows if keeps_counts(actor, row.space)]


def space_for(actor: Actor, key: str) -> Body:
    """A space whose counts the actor keeps. Body.DoesNotExist otherwise."""
    found = Body.objects.select_related("member", "institution").get(key=key)
    if not keeps_counts(actor, found):
        raise Body.DoesNotExist
    return found


def draft_for(actor: Actor, key: str) -> Draft:
    """Draft.DoesNotExist for who does not keep the counts of its space, exactly as for an unknown key."""
    found = Draft.objects.select_related("space__member", "space__institution", "corrects").get(key=key)
    if not keeps_counts(actor, found.space):
        raise Draft.DoesNotExist
    return found


def release_for(actor: Actor, key: str) -> Release:
    """A release that the actor may read: of its own space, or one that stands and that its member received.
    Release.DoesNotExist otherwise."""
    found = _releases().get(key=key)
    if keeps_counts(actor, found.space) or (found.stands and reads_received(actor, found.member.code)):
        return found
    raise Release.DoesNotExist


def own_release_for(actor: Actor, key: str) -> Release:
    """A release of a space whose counts the actor keeps."""
    found = _releases().get(key=key)
    if not keeps_counts(actor, found.space):
        raise Release.DoesNotExist
    return found


def parts_of(release: Release) -> list[Part]:
    """Its parts, with their courses and editions. One query."""
    return list(Part.objects.filter(release=release).select_related("course", "edition__text"))


def standing_parts(member: str, year: int) -> list[Part]:
    """All that schools of a member released of a year and that stands. One query."""
    rows = Part.objects.filter(
        release__member__code=member, release__replaced_at=None, release__withdrawn_at=None, since__year=year
    )
    return list(rows.select_related("release__space__institution", "course", "edition__text"))


def _releases() -> QuerySet[Release]:
    return Release.objects.select_related(*_RELATED)
