"""What a member would show to others of what its schools released, and what it shows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.core.exceptions import ObjectDoesNotExist

from tejido.engine.disclosure import joined, reached
from tejido.engine.proof import canonical_digest
from tejido.ledger.actors import Actor
from tejido.registry.models import Member
from tejido.schools.models import Target

from ..lines import Heap, groups_of, heaps_of, kept, published
from ..models import Part, Publication
from ..names import By, Counts
from ..rules import reads_received
from .releases import standing_parts

_OF = ("institution", "cadre", "level", "sex", "province")


def received_member(actor: Actor) -> Member:
    """The member whose schools release to the actor. ObjectDoesNotExist for who reads nothing of it."""
    if not reads_received(actor, actor.member):
        raise ObjectDoesNotExist
    return Member.objects.get(code=actor.member)


def publication_of(
    member: Member, year: int, audience: str, keep: Sequence[str], *, with_targets: bool
) -> tuple[Publication, list[Heap]]:
    """What would be shown, not saved, with its digest; and the groups that its figures are sums of. Two queries."""
    parts = standing_parts(member.code, year)
    heaps = heaps_of(parts)
    shown = kept(heaps, keep)
    row = Publication(
        member=member, year=year, audience=audience, keep=list(keep), groups=groups_of(shown),
        covers=_covers(parts, keep), targets=targets(member, year, heaps) if with_targets else [],
    )  # fmt: skip  # one row of a table, read as one
    row.digest = canonical_digest(published(row, member.code))
    return row, shown


def targets(member: Member, year: int, heaps: Sequence[Heap]) -> list[dict[str, Any]]:
    """The populations of the member as a whole, each with how many of them were trained in the year. A school's own
    numbers stay in the school. One query."""
    leaves = [leaf for heap in heaps if heap.counts == Counts.TRAINED for leaf in heap.leaves]
    found = []
    for row in Target.objects.filter(body__member=member, body__institution=None, year=year, replaced_at=None):
        of = {name: getattr(row, name) for name in _OF if getattr(row, name)}
        has = reached(joined(leaves, list(of)), of)
        numbers = {"number": row.number, "least": has.least, "most": has.most}
        found.append({"of": of, **numbers, "source": row.source})
    return found


def _covers(parts: Sequence[Part], keep: Sequence[str]) -> dict[str, Any]:
    """Of which months something was released, by how many schools, and the names of what is told by key."""
    heaps = heaps_of(parts)
    months = {month for heap in heaps for leaf in heap.leaves for month in leaf.of["month"]}
    schools = {part.release.space_id for part in parts}
    return {"months": sorted(months), "schools": len(schools), "names": _names(parts, keep)}


def _names(parts: Sequence[Part], keep: Sequence[str]) -> Mapping[str, Mapping[str, Any]]:
    found: dict[str, dict[str, Any]] = {}
    if By.COURSE in keep:
        found["course"] = {part.course_id: part.course.title for part in parts}
    if By.SCHOOL in keep:
        several = [part.release.space.institution for part in parts]
        found["school"] = {one.code: one.name for one in several if one is not None}
    return found


def standing_for(member: Member, year: int) -> list[Publication]:
    """What the member shows of a year. One query."""
    return list(Publication.objects.filter(member=member, year=year, ended_at=None).defer("groups"))


def own_publication_for(actor: Actor, key: str) -> Publication:
    """A publication of the actor's own member, that stands or stood."""
    found = Publication.objects.select_related("member").get(key=key)
    if not reads_received(actor, found.member.code):
        raise Publication.DoesNotExist
    return found
