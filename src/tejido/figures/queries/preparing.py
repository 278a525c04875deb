"""What a school would release, or how what it released would be corrected, as data that its preview shows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from tejido.engine.disclosure import Corrected, Join, corrected, partition
from tejido.engine.proof import canonical_digest
from tejido.registry.models import Body

from ..lines import group_of, month_of, months_between
from ..models import Part, Release
from .counting import Counted, counted, counted_again, domains

# Of each part what is told when it is released; the rest of it is for the preview alone.
TOLD = ("course", "edition", "counts", "since", "until", "groups")


def prepared(space: Body, since: date, until: date, dimensions: Sequence[str], threshold: int) -> dict[str, Any]:
    """The parts that may be released, with what was joined, and how many persons are too few to be told."""
    several = counted(space, since, until, dimensions)
    known = domains(space, dimensions, months_between(since, until))
    parts, withheld = [], 0
    for one in several:
        found = partition(one.cells, dimensions, known, threshold)
        withheld += found.withheld
        if found.leaves:
            joins = [_join(join) for join in found.joins]
            parts.append({**_part(one), "groups": [group_of(leaf) for leaf in found.leaves], "joins": joins})
    return {**_how(since, until, dimensions, threshold), "parts": parts, "withheld": withheld}


def corrections(release: Release, parts: Sequence[Part]) -> dict[str, Any]:
    """The same parts from the records as they are now. `changed`: something else would be told; `could`: records
    differ, and too few of them for it to be told. A part that cannot be corrected is told as it was."""
    several, has_changed, could_change = [], False, False
    for part, now in zip(parts, counted_again(release.space, parts, release.dimensions), strict=True):
        found = corrected(part.leaves, now.cells, release.dimensions, release.threshold)
        groups = part.groups if found is None else [group_of(one.leaf) for one in found]
        is_other = groups != part.groups
        has_changed |= is_other
        could_change |= found is None
        if groups:
            several.append({**_part(now), "groups": groups, "joins": [], "was": part.groups if is_other else None,
                            "kept": found is None, "from": _from(found)})  # fmt: skip  # one row
    how = _how(release.since, release.until, release.dimensions, release.threshold)
    return {**how, "parts": several, "withheld": 0, "changed": has_changed, "could": could_change}


def told(data: Mapping[str, Any]) -> dict[str, Any]:
    """Of what was prepared what would be released."""
    parts = [{name: part[name] for name in TOLD} for part in data["parts"]]
    return {name: data[name] for name in ("since", "until", "least", "by")} | {"parts": parts}


def digest(data: Mapping[str, Any]) -> str:
    """Of what would be released, as a release is asked for with it; it is the digest of the release."""
    return canonical_digest(told(data))


def _how(since: date, until: date, dimensions: Sequence[str], threshold: int) -> dict[str, Any]:
    return {"since": month_of(since), "until": month_of(until), "least": threshold, "by": list(dimensions)}


def _part(one: Counted) -> dict[str, Any]:
    subject = one.subject
    return {
        "course": subject.course, "edition": subject.edition, "counts": str(subject.counts), "since": one.since,
        "until": one.until,
    }  # fmt: skip  # one row


def _join(join: Join) -> dict[str, Any]:
    within = {name: list(values) for name, values in join.within.items()}
    return {"within": within, "by": join.dimension, "values": list(join.values), "small": list(join.small)}


def _from(found: Sequence[Corrected] | None) -> list[list[int]]:
    return [list(one.places) for one in found or ()]
