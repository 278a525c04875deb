"""Recommendations of the actor's own member: those that are looked for, and one with all that belongs to it."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any

from django.db.models import Count, QuerySet

from tejido.ledger.actors import Actor
from tejido.registry.models import Institution

from ..models import Charge, InitiativeLink, Recommendation, SectionLink, ValueLink
from ..names import Duty, Gap, Position, Status
from ..terms import folded
from .loading import own_code

LINKED: tuple[Any, ...] = (InitiativeLink, ValueLink, SectionLink)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is looked for; empty asks nothing. `institution` is a key; `gap` what is lacking; `words` are found in any
    text, in the document and in the cluster."""

    mechanism: str = ""
    status: str = ""
    position: str = ""
    cluster: str = ""
    theme: str = ""
    group: str = ""
    target: str = ""
    institution: str = ""
    gap: str = ""
    words: str = ""

    @classmethod
    def of(cls, values: Mapping[str, Any]) -> "Wanted":
        """Of what a form or a selection holds, whatever else it holds."""
        return cls(**{field.name: str(values.get(field.name) or "") for field in fields(cls)})

    @property
    def is_empty(self) -> bool:
        return self == Wanted()


@dataclass(frozen=True, slots=True)
class Line:
    """A recommendation with what it is answered with. `charges` in the order of their duties."""

    row: Recommendation
    charges: tuple[Charge, ...]
    linked: int

    @property
    def responsible(self) -> tuple[Institution, ...]:
        return self.of(Duty.PRINCIPAL)

    def of(self, duty: str) -> tuple[Institution, ...]:
        return tuple(charge.institution for charge in self.charges if charge.duty == duty)

    @property
    def gaps(self) -> frozenset[Gap]:
        """What it lacks."""
        lacking = {
            Gap.WORK: not self.linked,
            Gap.RESPONSIBLE: not self.responsible,
            Gap.ASSESSMENT: self.row.status == Status.OPEN,
            Gap.POSITION: self.row.position == Position.UNSTATED,
        }
        return frozenset(gap for gap, is_lacking in lacking.items() if is_lacking)


def recommendations_of(code: str, wanted: Wanted = Wanted()) -> list[Line]:
    """Those of a member that are looked for, by date and document. A constant number of queries."""
    rows: QuerySet[Recommendation] = Recommendation.objects.filter(member__code=code).select_related("member")
    for name in ("mechanism", "status", "position", "cluster"):
        if value := getattr(wanted, name):
            rows = rows.filter(**{name: value})
    lines = lines_of(list(rows))
    return [line for line in lines if _fits(line, wanted)]


def recommendations_for(actor: Actor, wanted: Wanted = Wanted()) -> list[Line]:
    """The same, of the actor's own member; none for who has none."""
    code = own_code(actor)
    return recommendations_of(code, wanted) if code else []


def lines_of(rows: Sequence[Recommendation]) -> list[Line]:
    """Each with its institutions and the number of its links, in the same order. A constant number of queries."""
    keys = [row.key for row in rows]
    charges = charges_of(keys)
    linked: dict[str, int] = {}
    for kind in LINKED:
        found = kind.objects.filter(recommendation__in=keys).order_by().values_list("recommendation")
        for key, number in found.annotate(Count("pk")):
            linked[key] = linked.get(key, 0) + number
    return [Line(row, charges.get(row.key, ()), linked.get(row.key, 0)) for row in rows]


def charges_of(keys: Collection[str]) -> Mapping[str, tuple[Charge, ...]]:
    """By the key of the recommendation, in the order of the duties."""
    order = {str(duty): place for place, duty in enumerate(Duty)}
    found: dict[str, list[Charge]] = {}
    for row in Charge.objects.filter(recommendation__in=keys).select_related("institution"):
        found.setdefault(row.recommendation_id, []).append(row)
    return {key: tuple(sorted(rows, key=lambda row: order[row.duty])) for key, rows in found.items()}


def _fits(line: Line, wanted: Wanted) -> bool:
    row = line.row
    listed = ((wanted.theme, row.themes), (wanted.group, row.groups))
    return (
        all(not value or value in values for value, values in listed)
        and (not wanted.target or any(_is_of_target(said, wanted.target) for said in row.targets))
        and (not wanted.institution or any(wanted.institution == charge.institution_id for charge in line.charges))
        and (not wanted.gap or wanted.gap in line.gaps)
        and all(word in _words(row) for word in folded(wanted.words).split())
    )


def _is_of_target(said: str, wanted: str) -> bool:
    """A goal asks for its targets too."""
    return said == wanted or said.startswith(f"{wanted}.")


def _words(row: Recommendation) -> str:
    said = [*row.texts.values(), row.symbol, row.body, row.session, row.cluster, *row.states, *row.themes, *row.groups]
    return folded(" ".join(said))


@dataclass(frozen=True, slots=True)
class Choices:
    """What occurs among the recommendations of a member, to be filtered by."""

    clusters: tuple[str, ...]
    themes: tuple[str, ...]
    groups: tuple[str, ...]
    targets: tuple[str, ...]
    institutions: tuple[Institution, ...]


def choices_of(code: str) -> Choices:
    """Two queries."""
    rows = list(Recommendation.objects.filter(member__code=code).values_list("cluster", "themes", "groups", "targets"))
    return Choices(
        _sorted(row[0] for row in rows),
        _sorted(item for row in rows for item in row[1]),
        _sorted(item for row in rows for item in row[2]),
        tuple(sorted({item for row in rows for item in row[3]}, key=_place_of_target)),
        tuple(Institution.objects.filter(member__code=code)),
    )


def _sorted(items: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted({item for item in items if item}, key=folded))


def _place_of_target(target: str) -> tuple[int, int, str]:
    goal, _dot, part = target.partition(".")
    return int(goal), int(part) if part.isdigit() else 0, part
