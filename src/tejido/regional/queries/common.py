"""The common part as it stands, and what it was before."""

from dataclasses import dataclass

from ..models import RegionalCommon, RegionalMilestone
from .initiatives import Context


@dataclass(frozen=True, slots=True)
class CommonPage:
    """`earlier` are the versions before, the latest first: for seats of the network."""

    now: RegionalCommon
    earlier: tuple[RegionalCommon, ...]
    milestones: tuple[RegionalMilestone, ...]


def common_of(context: Context) -> CommonPage:
    """Two queries."""
    versions = list(RegionalCommon.objects.filter(initiative=context.initiative).order_by("-number"))
    earlier = () if context.actor.is_public else tuple(versions[1:])
    milestones = RegionalMilestone.objects.filter(initiative=context.initiative, dropped_at=None)
    return CommonPage(versions[0], earlier, tuple(milestones))


def milestone_for(key: str) -> RegionalMilestone:
    return RegionalMilestone.objects.select_related("initiative").get(key=key)
