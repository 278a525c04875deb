"""Counts of trainers that schools released, for those to whom they are shown."""

from django.db.models import Q

from tejido.adaptation.queries import shown_to
from tejido.ledger.actors import Actor
from tejido.records.queries import spaces_of
from tejido.registry.models import Body

from ..lines import counted
from ..models import Release
from ..names import K
from .lineages import Lineage

_SPACE = "space__member", "space__institution"


def releases_for(actor: Actor) -> list[Release]:
    """What is shown to the actor, and what its own school released, by school and year."""
    own = Q(space__in=[space.key for space in spaces_of(actor)])
    rows = Release.objects.filter((shown_to(actor, "space__member") & ~Q(audience="")) | own)
    return list(rows.select_related(*_SPACE).order_by("space__member__code", "space", "-year"))


def release_for(actor: Actor, key: str) -> Release:
    """Release.DoesNotExist for who may not read it, exactly as for an unknown key."""
    return next(iter(row for row in releases_for(actor) if row.key == key), None) or _nothing()


def _nothing() -> Release:
    raise Release.DoesNotExist


def years_to_release(space: Body, found: Lineage, this_year: int) -> list[tuple[int, int]]:
    """The years that are over and not released, each with how many trainers began in it, if they are enough."""
    released = set(Release.objects.filter(space=space).exclude(audience="").values_list("year", flat=True))
    years = sorted({step.since.year for step in found.steps if step.since.year < this_year} - released)
    counts = [(year, sum(counted(found.steps, found.taught, year).values())) for year in years]
    return [(year, persons) for year, persons in counts if persons >= K]
