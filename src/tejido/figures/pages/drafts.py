"""What would leave a school, or left it, in words: every group, and in the preview what was joined and why."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from tejido.web.languages import in_my_language

from ..lines import first_of
from ..names import By, Counts
from ..queries.boards import Editions
from ..words import Names, edition_words, either, number, span_words, value_words, values_words


@dataclass(frozen=True, slots=True)
class GroupShown:
    words: Sequence[str]
    persons: str


@dataclass(frozen=True, slots=True)
class JoinShown:
    """Why values stand together: `small` have too few persons alone. `within` is empty for all persons of the part."""

    by: str
    within: str
    values: str
    small: str
    small_count: int


@dataclass(frozen=True, slots=True)
class PartShown:
    course: str
    edition: str
    counts: str
    months: str
    persons: str
    groups: Sequence[GroupShown]
    joins: Sequence[JoinShown] = ()
    was: Sequence[GroupShown] = ()
    is_kept: bool = False


def parts_shown(
    data: Mapping[str, Any], courses: Mapping[str, Mapping[str, str]], editions: Editions
) -> list[PartShown]:
    """The parts of what was prepared or released, with the dimensions as columns."""
    by = data["by"]
    return [_part(part, by, courses, editions) for part in data["parts"]]


def _part(
    part: Mapping[str, Any], by: Sequence[str], courses: Mapping[str, Mapping[str, str]], editions: Editions
) -> PartShown:
    return PartShown(
        course=in_my_language(courses.get(part["course"], {})),
        edition=edition_words(part["edition"], editions),
        counts=str(Counts(part["counts"]).label),
        months=span_words(first_of(part["since"]), first_of(part["until"])),
        persons=number(sum(group["persons"] for group in part["groups"])),
        groups=_groups(part["groups"], by),
        joins=[_join(join) for join in part.get("joins", ())],
        was=_groups(part.get("was") or (), by),
        is_kept=part.get("kept", False),
    )


def _groups(groups: Sequence[Mapping[str, Any]], by: Sequence[str]) -> list[GroupShown]:
    none: Names = {}
    return [
        GroupShown([values_words(name, group["of"].get(name, ()), none) for name in by], number(group["persons"]))
        for group in groups
    ]


def _join(join: Mapping[str, Any]) -> JoinShown:
    none: Names = {}
    within = [values_words(name, values, none) for name, values in join["within"].items()]
    said = [value_words(join["by"], value, none) for value in join["values"]]
    small = [value_words(join["by"], value, none) for value in join["small"]]
    return JoinShown(str(By(join["by"]).label), ", ".join(within), either(said), either(small), len(small))
