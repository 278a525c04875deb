"""The lineage reckoned from authorisations: generations, the tree, and the counts that may leave a space.

A trainer whose authorisation rests on a cohort comes from the trainers of that cohort; any other ground makes a root.
The generation of a root is 1, of any other one more than that of the nearest trainer before them. Whoever is reached
from no root (a cohort without trainers, or a circle) is a root as well.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from tejido.engine.disclosure import partition

from .names import K

DIMENSIONS = ("edition", "generation")


@dataclass(frozen=True, slots=True)
class Step:
    """An authorisation as the lineage reads it. `source` is the key of a cohort, of a seminar, or empty."""

    trainer: str
    edition: str
    since: date
    is_course: bool
    source: str = ""


@dataclass(frozen=True, slots=True)
class Node:
    """A trainer below a cohort or a seminar, and the cohorts that they taught with whom these made trainers.
    `is_again`: this trainer stands elsewhere in the tree already, with what is below them."""

    trainer: str
    is_again: bool = False
    cohorts: tuple["Branch", ...] = field(default=())


@dataclass(frozen=True, slots=True)
class Branch:
    """A seminar (`is_course` False), a cohort, or nothing that is known here (`source` empty), and whom it made
    trainers."""

    source: str
    is_course: bool
    trainers: tuple[Node, ...]


def parents_of(steps: Iterable[Step], taught: Mapping[str, Collection[str]]) -> dict[str, set[str]]:
    """By trainer, the trainers before them; none for a root. `taught`: the trainers of each cohort."""
    found: dict[str, set[str]] = {}
    roots: set[str] = set()
    for step in steps:
        before = set(taught.get(step.source, ())) - {step.trainer} if step.is_course else set()
        found.setdefault(step.trainer, set()).update(before)
        if not before:
            roots.add(step.trainer)
    return {trainer: set() if trainer in roots else before for trainer, before in found.items()}


def generations(steps: Iterable[Step], taught: Mapping[str, Collection[str]]) -> dict[str, int]:
    """The generation of each trainer, by breadth first; what no root reaches begins anew at 1."""
    parents = parents_of(steps, taught)
    found = {trainer: 1 for trainer, before in parents.items() if not before}
    while len(found) < len(parents):
        reached = {t: 1 + min(found[p] for p in before if p in found) for t, before in parents.items()
                   if t not in found and before & found.keys()}  # fmt: skip  # one generation at a time
        if not reached:
            reached = {next(iter(sorted(parents.keys() - found.keys()))): 1}
        found |= reached
    return found


def tree_of(steps: Collection[Step], taught: Mapping[str, Collection[str]]) -> tuple[Branch, ...]:
    """The seminars, courses and documents that roots come from, each trainer once with what is below them."""
    parents = parents_of(steps, taught)
    after = generations(steps, taught)
    roots = {trainer for trainer in parents if after[trainer] == 1}
    seen: set[str] = set()

    def branch(source: str, is_course: bool, trainers: Iterable[str]) -> Branch:
        return Branch(source, is_course, tuple(node(trainer) for trainer in sorted(trainers)))

    def node(trainer: str) -> Node:
        if trainer in seen:
            return Node(trainer, is_again=True)
        seen.add(trainer)
        cohorts = sorted(cohort for cohort, by in taught.items() if trainer in by)
        below = ((one, _made_by(steps, one) - {trainer} - roots) for one in cohorts)
        return Node(trainer, cohorts=tuple(branch(one, True, made) for one, made in below))

    sources: dict[tuple[bool, str], set[str]] = {}
    for step in steps:
        if step.trainer in roots:
            sources.setdefault((step.is_course, step.source), set()).add(step.trainer)
    return tuple(branch(source, is_course, made) for (is_course, source), made in sorted(sources.items()))


def _made_by(steps: Iterable[Step], cohort: str) -> set[str]:
    return {step.trainer for step in steps if step.is_course and step.source == cohort}


def counted(steps: Collection[Step], taught: Mapping[str, Collection[str]], year: int) -> dict[tuple[str, str], int]:
    """The trainers first authorised in a year, by the edition of that authorisation and generation."""
    first: dict[str, Step] = {}
    for step in sorted(steps, key=lambda one: (one.since, one.edition)):
        first.setdefault(step.trainer, step)
    after = generations(steps, taught)
    found: dict[tuple[str, str], int] = {}
    for trainer, step in first.items():
        if step.since.year == year:
            cell = (step.edition, str(after[trainer]))
            found[cell] = found.get(cell, 0) + 1
    return found


def leaves_of(cells: Mapping[tuple[str, str], int]) -> list[dict[str, Any]]:
    """The groups of at least five that a release shows; empty where all together are fewer. A year is released once
    and each person counts in one year, so that no difference of releases tells of fewer (see `engine.disclosure`)."""
    domains = {name: sorted({cell[place] for cell in cells}) for place, name in enumerate(DIMENSIONS)}
    found = partition({(*cell,): persons for cell, persons in cells.items()}, DIMENSIONS, domains, K)
    return [
        {
            "editions": list(leaf.of.get("edition", domains["edition"])),
            "generations": list(leaf.of.get("generation", domains["generation"])),
            "persons": leaf.persons,
        }
        for leaf in found.leaves
    ]
