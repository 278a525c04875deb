"""The populations that training has to reach."""

from collections.abc import Iterable
from dataclasses import dataclass

from tejido.ledger.actors import Actor
from tejido.registry.models import Body

from ..models import Target
from ..rules import reads
from .schools import readable


@dataclass(frozen=True, slots=True)
class Population:
    """Whom a number counts: each empty where all are meant. `institution` is a code of the register or a school's own
    word, `cadre` a code of `Officials`, `province` of ISO 3166-2."""

    year: int
    institution: str = ""
    cadre: str = ""
    level: str = ""
    sex: str = ""
    province: str = ""


def population_of(row: Target) -> Population:
    return Population(row.year, row.institution, row.cadre, row.level, row.sex, row.province)


def populations(spaces: Iterable[Body], year: int) -> dict[str, dict[Population, int]]:
    """The standing numbers of a year by the key of their space. The caller may read them. One query."""
    found: dict[str, dict[Population, int]] = {}
    for row in Target.objects.filter(body__in=[body.key for body in spaces], year=year, replaced_at=None):
        found.setdefault(row.body_id, {})[population_of(row)] = row.number
    return found


def targets_for(actor: Actor, year: int | None = None) -> list[Target]:
    """The standing numbers that the actor reads, of all years or of one."""
    rows = Target.objects.filter(readable(actor), replaced_at=None)
    if year is not None:
        rows = rows.filter(year=year)
    return list(rows.select_related("body__member", "body__institution"))


def target_for(actor: Actor, key: str) -> Target:
    """Target.DoesNotExist for who may not read it, exactly as for an unknown key."""
    found = Target.objects.select_related("body__member", "body__institution").get(key=key)
    if not reads(actor, found.body, ""):
        raise Target.DoesNotExist
    return found


def years_of(actor: Actor) -> list[int]:
    """The years of which the actor reads numbers, the latest first."""
    rows = Target.objects.filter(readable(actor), replaced_at=None).order_by("-year")
    return list(rows.values_list("year", flat=True).distinct())
